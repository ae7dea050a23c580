"""Packages of pay and moves out of a plan file: only what can be typed into the pay form."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import get_args

from throughline.compensation.sheet import NAME_LENGTH, SYMBOL_LENGTH, clean
from throughline.plan_file.content import PlanContent
from throughline.plan_file.document import SEARCH_LENGTH, Cells, End
from throughline.plan_file.part import Part, as_number

PAY_KEYS = frozenset(
    {
        *("packages", "moves", "shown", "compared", "equity_out"),
        *("occupations", "searches", "commission", "filled"),
    }
)
TEXTS = {"name": NAME_LENGTH, "symbol": SYMBOL_LENGTH}
ENDS: tuple[End, ...] = get_args(End)
# The form takes any number and says what it clips, so a plan keeps any finite number too.
_LARGEST = 1.7976931348623157e308
_SOC = re.compile(r"\d{2}-\d{4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class PayParts:
    """What a file says about pay; the attributes are those of ``PlanFile``."""

    pay: dict[str, Cells] = field(default_factory=dict)
    moves: dict[str, dict[str, float]] = field(default_factory=dict)
    pay_shown: str = ""
    pay_compared: dict[End, str] = field(default_factory=dict)
    equity_out: bool = False
    occupations: dict[str, str] = field(default_factory=dict)
    searches: dict[str, str] = field(default_factory=dict)
    commission: frozenset[str] = frozenset()
    filled: frozenset[str] = frozenset()


def read_pay(part: Part, content: PlanContent) -> PayParts:
    """Read everything about pay; what cannot be typed or chosen is left out with a note."""
    part.only(PAY_KEYS)
    known = content.packages
    packages, moves = part.inners("packages", known), part.inners("moves", known)
    described = {one: legal_cells(cells, content) for one, cells in packages.items()}
    planned = {one: _move(fields, content) for one, fields in moves.items()}
    return PayParts(
        pay={one: cells for one, cells in described.items() if cells},
        moves={one: fields for one, fields in planned.items() if fields},
        pay_shown=part.choice("shown", ("", *known), ""),
        pay_compared=part.each("compared", ENDS, lambda _, v: _one_of(v, known)),
        equity_out=part.flag("equity_out", default=False),
        occupations=part.each("occupations", known, lambda _, v: _code(v)),
        searches=part.texts("searches", known, SEARCH_LENGTH, clean),
        commission=part.names("commission", known),
        filled=part.names("filled", known),
    )


def legal_cells(part: Part, content: PlanContent) -> dict[str, float | str]:
    """Read the cells of one package: finite numbers, clean texts, presets on offer; empty ones are left out."""
    cells: dict[str, float | str] = {}
    for name, value in part.raw.items():
        if name not in content.cells:
            part.notes.add(part.place, "unknown_name")
        elif name in TEXTS:
            if text := part.text(name, TEXTS[name], clean, named="packages"):
                cells[name] = text
        elif (kept := _cell(name, value, content)) is not None:
            cells[name] = kept
        elif value not in (None, ""):
            part.notes.add(part.place, "illegal")
    return cells


def _cell(name: str, value: object, content: PlanContent) -> float | str | None:
    if name in content.presets:
        return _one_of(value, content.presets[name])
    return _number(value)


def _move(part: Part, content: PlanContent) -> dict[str, float]:
    fields: dict[str, float] = {}
    for name, value in part.raw.items():
        if name not in content.move_fields:
            part.notes.add(part.place, "unknown_name")
        elif (number := _number(value)) is not None:
            fields[name] = number
        elif value is not None:
            part.notes.add(part.place, "illegal")
    return fields


def _number(value: object) -> float | None:
    return as_number(value, -_LARGEST, _LARGEST)


def _one_of(value: object, known: Collection[str]) -> str | None:
    return value if isinstance(value, str) and value in known else None


def _code(value: object) -> str | None:
    return value if isinstance(value, str) and _SOC.fullmatch(value) else None
