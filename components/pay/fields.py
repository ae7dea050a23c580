"""The inputs of the pay form: one number with its default and its message, pairs, lists, presets, a move."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

import streamlit as st

from components import state
from components.state import Pay
from throughline.compensation.reader import Issue
from throughline.compensation.sheet import (
    PaySheet,
    chosen_preset,
    default_of,
    issue_words,
    shown_default,
)
from throughline.content.pay_fields import PayField, PayList
from throughline.wording import literal

T = TypeVar("T")


class Cell(NamedTuple):
    """One number to ask: the name it is typed under, its field, and its label."""

    name: str
    field: PayField
    label: str


def ask_move(pay: Pay, target: str) -> None:
    """Ask what a move to one package takes."""
    for field in _in_pairs(pay.content.move):
        _move_number(field, pay, target)


def ask_discount(pay: Pay, target: str) -> None:
    """Ask how much less a sum is worth if it comes a year later."""
    field = next(one for one in pay.content.move if one.id == "discount_rate")
    _move_number(field, pay, target)


def _move_number(field: PayField, pay: Pay, target: str) -> None:
    _number(field, state.key("move", f"{target}.{field.id}"), pay.symbol, shown_default(field))
    issues = [one for one in pay.move_to(target)[2] if one.field == field.id]
    say(issues, pay.move_cells(target), pay)


def ask_preset(group: str, sheet: PaySheet, pay: Pay) -> None:
    """Offer usual answers that stand in for numbers nobody typed."""
    content = pay.content
    if group == "hourly":
        names = {one.id: one.name for one in content.hours_presets}
        chosen = chosen_preset(sheet.cells.get("hours_preset"), content)
        texts = {one.id: one.text for one in content.hours_presets}
        _preset("How even are the hours?", "hours_preset", names, sheet, default=chosen)
        st.markdown(f":gray[{texts[chosen]}]")
    if group == "equity":
        names = {one.id: one.name for one in content.equity_presets}
        _preset("Kind of company", "equity_preset", names, sheet)
        chosen = str(sheet.cells.get("equity_preset", ""))
        for one in content.equity_presets:
            if one.id == chosen:
                st.markdown(f":gray[{one.text}]")
        names = {one.id: one.name for one in content.vest_presets}
        _preset("When it becomes yours", "vest_preset", names, sheet)


def _preset(
    label: str, name: str, names: dict[str, str], sheet: PaySheet, default: str | None = None
) -> None:
    st.selectbox(
        label,
        list(names),
        index=list(names).index(default) if default else None,
        placeholder="Choose, or type the numbers below",
        format_func=names.__getitem__,
        key=state.key("pay", f"{sheet.id}.{name}"),
        persist_state="session",
        on_change=state.redraw_page,
    )


def ask_list(one: PayList, sheet: PaySheet, pay: Pay) -> None:
    """Ask a list line by line."""
    st.markdown(f"**{one.label}.** :gray[{one.help}]")
    lines = state.rows_shown(sheet, one.id, one.rows)
    for row in range(lines):
        # The first column of the first row is among the six numbers asked first.
        columns = one.columns[1:] if one.short and not row else one.columns
        place = str(row + 1) if len(columns) == len(one.columns) else "of the one above"
        cells = [Cell(f"{one.id}.{row}.{c.id}", c, f"{c.label}, {place}") for c in columns]
        for column, cell in zip(st.columns(len(cells)), cells, strict=True):
            with column:
                ask_cells([cell], sheet, pay)
    say([i for i in sheet.issues if i.field == one.id], sheet.cells, pay)
    if lines < one.rows:
        st.button(
            "Add a line",
            icon=":material/add:",
            type="tertiary",
            key=f"add_{sheet.id}_{one.id}",
            on_click=state.add_row,
            args=[sheet.id, one.id, lines],
        )


def ask_cells(cells: Sequence[Cell], sheet: PaySheet, pay: Pay, *, short: bool = False) -> None:
    """Ask several numbers, two to a line."""
    for cell in _in_pairs(cells):
        default = default_of(cell.field, sheet.cells, pay.content)
        key = state.key("pay", f"{sheet.id}.{cell.name}")
        _number(cell.field, key, sheet.symbol, default, label=cell.label, quiet=short)
        say([i for i in sheet.issues if i.field == cell.name], sheet.cells, pay)


def _number(
    field: PayField,
    key: str,
    symbol: str,
    default: float | None,
    *,
    label: str = "",
    quiet: bool = False,
) -> None:
    label = label or field.label
    money = field.unit.startswith("money")
    unit = literal(symbol) if money else field.unit
    told = not unit if money else set(unit.split()) <= set(label.lower().split())
    # Short, as a desk has room for a dozen letters; the unit is in the label.
    text = field.blank if default is None else f"default: {default:,.12g}"
    st.number_input(
        label if told else f"{label} ({unit})",
        value=None,
        step=1.0,
        format="%g",
        placeholder="none yet" if quiet and not default else text,
        help=field.help,
        key=key,
        persist_state="session",
        on_change=state.changed_pay,
    )


def say(issues: list[Issue], typed: Mapping[str, object], pay: Pay) -> None:
    """Say what was put right, with the number that is used instead."""
    for issue in issues:
        st.markdown(f":material/info: :small[{issue_words(issue, typed, pay.content)}]")


def _in_pairs(cells: Sequence[T]) -> Iterator[T]:
    """Go through what is asked with a column open for each, two to a line."""
    for start in range(0, len(cells), 2):
        pair = cells[start : start + 2]
        for column, cell in zip(
            st.columns(2) if start or len(cells) > 1 else [st.container()], pair, strict=False
        ):
            with column:
                yield cell
