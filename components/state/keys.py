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
    return {name: st.session_state.get(key(kind, name)) for name in names}


def is_on(kind: str, name: str) -> bool:
    """Whether a box or switch is on."""
    return st.session_state.get(key(kind, name)) is True


def trigger(piece: str, name: str) -> object:
    """Return what a browser piece has just sent; it can be anything."""
    return getattr(st.session_state.get(piece), name, None)
