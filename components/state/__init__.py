"""The only door to session state: its keys, the Session facade, and the callbacks that write."""

from components.state.answering import (
    LIVE,
    WHAT_IF,
    page_drawn,
    record_answers,
    record_what_if,
    redraw_live,
    seen,
    swap_sides,
    undo_what_if,
    what_if_round,
)
from components.state.keys import OWN, key, sheet_id, trigger
from components.state.moving import (
    arrived,
    begin,
    go,
    leave_sample,
    open_sample,
    present,
    presented,
)
from components.state.session import Session, current

__all__ = [
    "LIVE",
    "OWN",
    "WHAT_IF",
    "Session",
    "arrived",
    "begin",
    "current",
    "go",
    "key",
    "leave_sample",
    "open_sample",
    "page_drawn",
    "present",
    "presented",
    "record_answers",
    "record_what_if",
    "redraw_live",
    "seen",
    "sheet_id",
    "swap_sides",
    "trigger",
    "undo_what_if",
    "what_if_round",
]
