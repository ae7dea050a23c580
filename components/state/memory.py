"""The last result of something slow, kept in the visitor's own session and nowhere else."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from components.state.keys import key

Given = TypeVar("Given")
Found = TypeVar("Found")


def remembered(name: str, given: Given, find: Callable[[Given], Found]) -> Found:
    """Return ``find(given)``, or the last result under this name if it was found from an equal ``given``."""
    held = st.session_state.get(key("found", name))
    if isinstance(held, tuple) and held[0] == given:
        last: Found = held[1]
        return last
    found = find(given)
    st.session_state[key("found", name)] = (given, found)
    return found
