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


def switched_on(kind: str, names: Iterable[str]) -> frozenset[str]:
    """Names whose box or switch is on."""
    return frozenset(name for name, value in read_all(kind, names).items() if value is True)


def trigger(piece: str, name: str) -> object:
    """Return what a browser piece has just sent; it can be anything."""
    return getattr(st.session_state.get(piece), name, None)
