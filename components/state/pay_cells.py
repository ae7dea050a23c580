"""Pay as it is typed: the cells of one package in the session, and which of them hold typical figures."""

from collections.abc import Iterable, Mapping

import streamlit as st

from components import resources
from components.state.keys import key, read_whole
from throughline.compensation.sheet import cell_names

PAY = "pay"
TYPICAL = ("benefits.0.cost", "pension")
"""The cells a typical figure can be filled into."""


def typed_cells(
    package: str, names: Iterable[str], held: Mapping[str, object] | None = None
) -> dict[str, object]:
    """What was typed for one package, by name; what is empty is left out."""
    held = read_whole(PAY) if held is None else held
    found = ((name, held.get(f"{package}.{name}")) for name in names)
    return {name: value for name, value in found if value not in (None, "")}


def pay_filled(package: str) -> bool:
    """Whether a typical figure that was filled in for a package stands there as it was."""
    if not (filled := filled_cells(package)):
        return False
    now = typed_cells(package, filled)
    return any(now.get(name) == value for name, value in filled.items())


def load_pay(package: str, cells: Mapping[str, object]) -> None:
    """Write a package into the sheet in use, in the units of the form; for samples and opened files."""
    put_cells(package, cells, tuple(cell_names(resources.catalogue().compensation)))


def put_cells(package: str, cells: Mapping[str, object], names: Iterable[str]) -> None:
    """Write every cell of a package; what is not given is emptied."""
    st.session_state.pop(key("pay-filled", package), None)
    for name in names:
        value = cells.get(name, "" if name in ("name", "symbol") else None)
        st.session_state[key("pay", f"{package}.{name}")] = value


def filled_cells(package: str) -> dict[str, float]:
    """Typical figures that were filled in for a package, by name."""
    filled = st.session_state.get(key("pay-filled", package))
    return dict(filled) if isinstance(filled, dict) else {}


def mark_filled(package: str) -> None:
    """Take what stands in the cells for typical figures as filled in; for opened files."""
    st.session_state[key("pay-filled", package)] = typed_cells(package, TYPICAL)
