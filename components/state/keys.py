"""The keys of session state, and reading what stands under them."""

from collections.abc import Iterable

import streamlit as st

OWN = "own"


def sheet_id() -> str:
    """Id of the sheet in use; each sheet keeps its own keys, so a sample never touches own answers."""
    return str(st.session_state.get("sheet", OWN))


def key(kind: str, name: str = "") -> str:
    """Build the session key of one input on the sheet in use: the visitor's own, or a sample's."""
    return f"{sheet_id()}.{kind}.{name}"


def read_all(kind: str, names: Iterable[str]) -> dict[str, object]:
    """Read one kind of input for every name; None where nothing is entered."""
    start = key(kind)  # once: an answer reads two hundred of them
    return {name: st.session_state.get(start + name) for name in names}


def read_whole(kind: str) -> dict[str, object]:
    """Read everything that stands under one kind, by name: quicker where hundreds of names may be empty."""
    start = key(kind)
    held = st.session_state.to_dict()
    return {
        str(name).removeprefix(start): value
        for name, value in held.items()
        if str(name).startswith(start)
    }


def switched_on(kind: str, names: Iterable[str]) -> frozenset[str]:
    """Names whose box or switch is on."""
    return frozenset(name for name, value in read_all(kind, names).items() if value is True)


def sheet_round() -> int:
    """How often the sheet was put in the place of another: each time the sliders are laid out anew."""
    count = st.session_state.get("sheet-round")
    return count if isinstance(count, int) else 0


def renew_sheet() -> None:
    """Have the sliders laid out anew, since a browser piece goes on with what it shows."""
    st.session_state["sheet-round"] = sheet_round() + 1


def trigger(piece: str, name: str) -> object:
    """Return what a browser piece has just sent; it can be anything."""
    return getattr(st.session_state.get(piece), name, None)


def held(widget: str) -> object:
    """Return what a widget holds at this moment; it can be anything."""
    return st.session_state.get(widget)
