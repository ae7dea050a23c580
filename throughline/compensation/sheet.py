"""One package as a person typed it -> a legal package: presets as defaults, percent fields, lists of rows."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from throughline.compensation.constants import pay_constants
from throughline.compensation.limits import read_package
from throughline.compensation.move import Move, read_move
from throughline.compensation.package import Package
from throughline.compensation.reader import Issue, num
from throughline.content.compensation import Compensation
from throughline.content.pay_fields import PayField

NAME_LENGTH = 40
SYMBOL_LENGTH = 8
WORDS = ("name", "symbol", "hours_preset", "vest_preset", "equity_preset")

# Control and line characters, lone surrogates, and marks that turn the direction of what follows.
_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]+"
)


@dataclass(frozen=True)
class PaySheet:
    """One package as described so far.

    Attributes:
        id: which of the packages on offer it is.
        name: as the person calls it; unique among the packages.
        symbol: currency sign of its money; empty = not said.
        package: what was typed, within its limits, with defaults for the rest.
        issues: what had to be put right, field by field.
        cells: what was typed, in the units of the form.
        typed: whether anything about the pay itself was typed.
        headline_equity: whether the total in the headline counts equity.
    """

    id: str
    name: str
    symbol: str
    package: Package
    issues: tuple[Issue, ...]
    cells: Mapping[str, object]
    typed: bool
    headline_equity: bool


def cell_names(content: Compensation) -> Iterator[str]:
    """Every name under which a value of one package can be typed: ``salary``, ``benefits.0.cost``, ``name``."""
    yield from (field.id for field in content.fields)
    for one in content.lists:
        for row in range(one.rows):
            yield from (f"{one.id}.{row}.{column.id}" for column in one.columns)
    yield from WORDS


def read_sheet(package_id: str, typed: Mapping[str, object], content: Compensation) -> PaySheet:
    """Read one package from what was typed, in the units of the form; it never raises on any value."""
    raw: dict[str, object] = {}
    rows: dict[str, list[int]] = {}
    for field in content.fields:
        if (value := typed.get(field.id)) is not None:
            raw[field.id] = _domain(field, value)
    for one in content.lists:
        lines = [
            {c.id: v for c in one.columns if (v := typed.get(f"{one.id}.{row}.{c.id}")) is not None}
            for row in range(one.rows)
        ]
        filled = [row for row, line in enumerate(lines) if line]
        if not filled:
            continue
        if one.id == "vest_schedule":  # a year left empty is a year in which nothing vests
            filled = list(range(filled[-1] + 1))
            lines = [{"share": 0.0, **line} for line in lines]
        rows[one.id] = filled
        columns = {column.id: column for column in one.columns}
        raw[one.id] = [
            {name: _domain(columns[name], value) for name, value in lines[row].items()}
            for row in filled
        ]
    package, issues = read_package(defaults(typed, content) | raw)
    equity = next((p for p in content.equity_presets if p.id == typed.get("equity_preset")), None)
    return PaySheet(
        id=package_id,
        name=clean(typed.get("name"), NAME_LENGTH) or _offered_name(package_id, content),
        symbol=clean(typed.get("symbol"), SYMBOL_LENGTH),
        package=package,
        issues=tuple(_in_place(issue, rows) for issue in issues),
        cells=dict(typed),
        typed=any(value not in (None, []) for name, value in raw.items() if name not in WORDS),
        headline_equity=equity is None or equity.headline,
    )


def read_move_sheet(
    typed: Mapping[str, object], content: Compensation
) -> tuple[Move, float, tuple[Issue, ...]]:
    """Read a move and its yearly discount rate (0-1) from what was typed, with all that was put right."""
    raw = {f.id: _domain(f, v) for f in content.move if (v := typed.get(f.id)) is not None}
    move, issues = read_move(raw)
    field = next(one for one in content.move if one.id == "discount_rate")
    usual = field.default or 0.0
    if field.id not in raw:
        return move, usual, issues
    rate = num(raw[field.id], field.low, field.high)
    if rate.issue:
        issues = (*issues, Issue(field.id, rate.issue, field.low, field.high))
    return move, usual if rate.issue == "missing" else rate.value, issues


def defaults(typed: Mapping[str, object], content: Compensation) -> dict[str, object]:
    """Numbers that presets put in the place of empty fields, in the units of the formulas."""
    found: dict[str, object] = {}
    paid = content.by_id["hours"]
    if hours := num(typed.get("hours"), paid.low, paid.high).value:
        preset = chosen_preset(typed.get("hours_preset"), content)
        found["hours_sd"] = pay_constants(content).hours_presets[preset] * hours
    for equity in content.equity_presets:
        if equity.id == typed.get("equity_preset"):
            found["eq_q"] = equity.cash_chance
    for vest in content.vest_presets:
        if vest.id == typed.get("vest_preset"):
            found |= {"vest_months": vest.months, "vest_step": vest.step}
            found["vest_cliff"] = vest.cliff
            # Months that somebody typed are not quietly overruled by the years of a preset.
            if vest.schedule and typed.get("vest_months") is None:
                found["vest_schedule"] = list(vest.schedule)
    return found


def default_of(field: PayField, typed: Mapping[str, object], content: Compensation) -> float | None:
    """Number used while a field is empty, in the unit of the field; None if it is worked out elsewhere."""
    value = defaults(typed, content).get(field.id, field.default)
    return shown(field, value) if isinstance(value, int | float) else None


def chosen_preset(value: object, content: Compensation) -> str:
    """Id of the hours preset in use."""
    ids = {preset.id for preset in content.hours_presets}
    usual = next(preset.id for preset in content.hours_presets if preset.default)
    return value if isinstance(value, str) and value in ids else usual


def shown_default(field: PayField) -> float:
    """Return the default of a field that no preset changes, in the unit of the field."""
    return shown(field, field.default or 0.0)


def shown(field: PayField, value: float) -> float:
    """Turn a number of the formulas into the one its field shows."""
    return 100 * value if field.percent else value


def clean(text: object, length: int) -> str:
    """Keep printable text up to ``length`` characters; anything else is empty."""
    if not isinstance(text, str):
        return ""
    return _UNPRINTABLE.sub(" ", text[: 4 * length]).strip()[:length].strip()


def unique_names(sheets: tuple[PaySheet, ...]) -> tuple[str, ...]:
    """Names of the packages, numbered where two are equal."""
    names: list[str] = []
    for sheet in sheets:
        name, number = sheet.name, 2
        while name in names:
            name, number = f"{sheet.name} {number}", number + 1
        names.append(name)
    return tuple(names)


def issue_words(issue: Issue, typed: Mapping[str, object], content: Compensation) -> str:
    """Say what was put right in one field of what was typed, with the number that is used instead."""
    field = field_of(issue, content)
    lists = {one.id: one.label for one in content.lists}
    numbers = {"low": issue.low, "high": issue.high, "value": _used(issue, typed, field)}
    blank = field.blank if field is not None else ""
    told = {name: blank if n is None else _number(n, field) for name, n in numbers.items()}
    label = field.label if field is not None else lists.get(issue.field, issue.field)
    return content.issues[issue.kind].format(label=label, **told)


def field_of(issue: Issue, content: Compensation) -> PayField | None:
    """Return the field or the column of a list that an issue is about."""
    name, _, cell = issue.field.partition(".")
    if not cell:
        moves = {one.id: one for one in content.move}
        return content.by_id.get(name) or moves.get(name)
    columns = next((one.columns for one in content.lists if one.id == name), ())
    return next((one for one in columns if one.id == cell.rpartition(".")[2]), None)


def _used(issue: Issue, typed: Mapping[str, object], field: PayField | None) -> float | None:
    if field is None or issue.low is None or issue.high is None or issue.kind == "missing":
        return field.default if field is not None else None
    value = num(_domain(field, typed.get(issue.field)), issue.low, issue.high).value
    if issue.kind != "rounded":
        return value
    if field.choices:
        return min(field.choices, key=lambda one: abs(one - value))
    return float(math.floor(value + 0.5))


def _number(number: float, field: PayField | None) -> str:
    # Decimal writes a billion and a millionth out, where a float turns to powers of ten.
    value = number if field is None else shown(field, number)
    return f"{Decimal(f'{value:.12g}'):,f}{'%' if field is not None and field.percent else ''}"


def _offered_name(package_id: str, content: Compensation) -> str:
    return next((one.name for one in content.packages if one.id == package_id), package_id)


def _domain(field: PayField, value: object) -> object:
    if not field.percent or (read := num(value, -math.inf, math.inf)).issue:
        return value
    # Twelve digits: 7 % typed is 0.07, not 0.07 and binary dust.
    return float(f"{read.value / 100:.12g}")


def _in_place(issue: Issue, rows: Mapping[str, list[int]]) -> Issue:
    """Name the row as the form counts it, empty rows included."""
    parts = issue.field.split(".")
    if len(parts) != 3 or parts[0] not in rows:
        return issue
    row = rows[parts[0]][int(parts[1])]
    return Issue(f"{parts[0]}.{row}.{parts[2]}", issue.kind, issue.low, issue.high)
