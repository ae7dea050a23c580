"""The time that is left for a section, counted down in the browser."""

from pathlib import Path

import streamlit as st

_FOLDER = Path(__file__).parent
_PIECE = st.components.v2.component(
    "throughline_countdown",
    js=(_FOLDER / "countdown.js").read_text(encoding="utf-8"),
    css=(_FOLDER / "countdown.css").read_text(encoding="utf-8"),
)


def countdown(deadline: int, now: float, *, key: str, words: str, over: str) -> None:
    """Show how long it is until a deadline.

    Args:
        deadline: The moment, in seconds since the epoch; a new one starts the clock anew.
        now: The server's clock, in the same seconds; the visitor's own may be wrong.
        key: Widget key.
        words: What to say, with ``{time}`` for minutes and seconds.
        over: What to say when no time is left.
    """
    seconds = max(0.0, round(deadline - now, 1))
    data = {"deadline": deadline, "seconds": seconds, "words": words, "over": over}
    _PIECE(key=key, data=data)
