"""The presenter's keys: arrow keys and slide remotes turned into moves."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import streamlit as st

Move = Literal["next", "back", "first", "exit"]

_PIECE = st.components.v2.component(
    "throughline_clicker",
    js=(Path(__file__).parent / "clicker.js").read_text(encoding="utf-8"),
    css=(Path(__file__).parent / "clicker.css").read_text(encoding="utf-8"),
)


def clicker(*, key: str, on_move: Callable[[], None]) -> None:
    """Listen to the keyboard of the whole page; draws nothing.

    Args:
        key: Widget key; the move is `st.session_state[key].move`, for `parse_move`.
        on_move: Called after each key press that means a move.
    """
    _PIECE(key=key, on_move_change=on_move)


def parse_move(raw: object) -> Move | None:
    """Return the move in a trigger such as "next:7", or None for anything else."""
    if not isinstance(raw, str):
        return None
    move, colon, count = raw.partition(":")
    if not (colon and count.isascii() and count.isdigit()):
        return None
    match move:
        case "next" | "back" | "first" | "exit":
            return move
        case _:
            return None
