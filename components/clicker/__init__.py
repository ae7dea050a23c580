"""The presenter's keys: arrow keys, slide remotes and single letters turned into moves."""

import json
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Literal, get_args

import streamlit as st

Move = Literal["next", "back", "first", "exit"]

_PIECE = st.components.v2.component(
    "throughline_clicker",
    js=(Path(__file__).parent / "clicker.js").read_text(encoding="utf-8"),
    css=(Path(__file__).parent / "clicker.css").read_text(encoding="utf-8"),
)


def clicker(
    *, key: str, on_move: Callable[[], None], moves: Mapping[str, str] | None = None
) -> None:
    """Listen to the keyboard of the whole page, except where somebody types; draws nothing.

    Args:
        key: Widget key; the move is `st.session_state[key].move`, for `parse_move`.
        on_move: Called after each key press that means a move.
        moves: Key, as browsers name it and letters in lower case, -> move; without it the keys of a
            slide remote, "next", "back", "first" and "exit".
    """
    _PIECE(
        key=key, data={"moves": json.dumps(dict(moves)) if moves else ""}, on_move_change=on_move
    )


def parse_key(raw: object, moves: Collection[str]) -> str | None:
    """Return the move in a trigger such as "reveal:7" if it is one of `moves`, else None."""
    if not isinstance(raw, str):
        return None
    move, colon, count = raw.partition(":")
    sent = colon and count.isascii() and count.isdigit()
    return move if sent and move in moves else None


def parse_move(raw: object) -> Move | None:
    """Return the move in a trigger such as "next:7", or None for anything else."""
    match parse_key(raw, get_args(Move)):
        case "next" | "back" | "first" | "exit" as move:
            return move
        case _:
            return None
