"""Callbacks that replace much of a package at once: copies, typical figures, an empty page, and their undo."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import streamlit as st

from components import resources
from components.state.keys import key, read_all
from components.state.pay import redraw_page
from components.state.pay_cells import filled_cells, put_cells, typed_cells
from throughline.compensation.sheet import cell_names


class Replaced(NamedTuple):
    """A package as it stood: its cells, which were typical figures, and whether an undo put them aside."""

    target: str
    cells: dict[str, object]
    filled: dict[str, float]
    undone: bool


def copy_pay(source: str, target: str) -> None:
    """Callback: fill one package like another, all but its name; what stood there can be brought back."""
    names = _names()
    _remember(target, names)
    own_name = typed_cells(target, ["name"])
    cells = {n: v for n, v in typed_cells(source, names).items() if n != "name"}
    put_cells(target, cells | own_name, names)
    st.session_state[key("pay-filled", target)] = filled_cells(source)
    redraw_page()


def clear_pay(target: str) -> None:
    """Callback: empty one package; it can be brought back."""
    names = _names()
    _remember(target, names)
    put_cells(target, {}, names)
    redraw_page()


def fill_pay(target: str, cells: Mapping[str, float]) -> None:
    """Callback: type numbers into fields that are empty; fields that hold something are left alone."""
    typed = read_all("pay", (f"{target}.{name}" for name in cells))
    empty = {name: v for name, v in cells.items() if typed[f"{target}.{name}"] is None}
    if not empty:
        return
    _remember(target, _names())
    st.session_state[key("pay-filled", target)] = {**filled_cells(target), **empty}
    for name, value in empty.items():
        st.session_state[key("pay", f"{target}.{name}")] = value
    redraw_page()


def undo_pay() -> None:
    """Callback: bring back what the last copy, fill or clearing replaced; what was typed since is kept in turn."""
    if before := pay_undo():
        names = _names()
        _remember(before.target, names, undone=not before.undone)
        put_cells(before.target, before.cells, names)
        st.session_state[key("pay-filled", before.target)] = before.filled
    redraw_page()


def pay_undo() -> Replaced | None:
    """Return what an undo would bring back."""
    kept = st.session_state.get(key("pay-undo"))
    return kept if isinstance(kept, Replaced) else None


def _remember(target: str, names: Iterable[str], *, undone: bool = False) -> None:
    kept = Replaced(target, typed_cells(target, names), filled_cells(target), undone)
    st.session_state[key("pay-undo")] = kept


def _names() -> tuple[str, ...]:
    return tuple(cell_names(resources.catalogue().compensation))
