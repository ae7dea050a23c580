"""One text kept in the visitor's own browser: what to keep, what to say about it, and how to mount it."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

from components.browser_store.report import (
    MAX_CHARACTERS,
    Found,
    Report,
    State,
    parse_found,
    parse_report,
)

__all__ = [
    "MAX_CHARACTERS",
    "Found",
    "Report",
    "Saving",
    "State",
    "Words",
    "browser_store",
    "parcel",
    "parse_found",
    "parse_report",
    "send",
]

_FOLDER = Path(__file__).parent
_PIECE = st.components.v2.component(
    "throughline_browser_store",
    html=(_FOLDER / "browser_store.html").read_text(encoding="utf-8"),
    css=(_FOLDER / "browser_store.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "browser_store.js").read_text(encoding="utf-8"),
)
_COURIER = st.components.v2.component(
    "throughline_store_courier", js=(_FOLDER / "courier.js").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Words:
    """What the line says in each state; `{time}` becomes "14:05", or "31 Mar 2027, 14:05".

    Attributes:
        nothing: Nothing is stored yet.
        found: Something is stored, and the person has not decided about it.
        saved: The text is stored.
        off: Saving is off, and nothing is stored but that.
        blocked: The browser has no storage for this app.
        full: The storage is full; `{time}` is the last copy that was kept.
        too_large: The text is longer than the browser could give back.
        conflict: Another tab has saved something newer, at `{time}`.
        forgotten: What was stored has been removed elsewhere; nothing is saved from this tab.
        save_again: The button that ends `forgotten`.
        unknown_time: Stands for `{time}` where the moment is not known.
    """

    nothing: str
    found: str
    saved: str
    off: str
    blocked: str
    full: str
    too_large: str
    conflict: str
    forgotten: str
    save_again: str
    unknown_time: str


@dataclass(frozen=True)
class Saving:
    """What a session wants to have kept, and what it has decided so far.

    `settled` and the text it leads to belong into the same run: the piece may write at once.

    Attributes:
        session: Random id, made once per session; tells the piece that a session is new.
        text: The text to keep, at most `MAX_CHARACTERS`.
        patch: What has changed since that text; kept beside it, and given back with it.
        revision: 0 while there is nothing to keep; counts up within a session when either changes.
        enabled: Whether saving is on. Begin with True: only a change within a session is an order,
            so a browser that remembers "off" stays off and reports it.
        forget: How often the person asked to forget what is stored.
        settled: `Found.number` of the last find the person has decided about, either way.
        seen: `Report.number` of the last report taken in.
    """

    session: str
    text: str = ""
    patch: str = ""
    revision: int = 0
    enabled: bool = True
    forget: int = 0
    settled: int = 0
    seen: int = 0


def browser_store(saving: Saving, *, key: str, words: Words, on_report: Callable[[], None]) -> None:
    """Mount the store and its line of text, once on every page; a save costs no run.

    Args:
        saving: What to keep; nothing is written over a text that this session has not settled.
        key: Widget key; the report is `st.session_state[key].report`, for `parse_report`.
        words: What the line says.
        on_report: Called when something is found, and when saving stops or goes on by itself, not
            when this session settles, forgets or switches. Take the report as the truth: `enabled`
            is `state != "off"`, what waits for a choice is `found`.
    """
    data = {**asdict(saving), "text": _fitting(saving.text)}
    data |= {"channel": key, "words": json.dumps(asdict(words))}
    _PIECE(key=key, data=data, on_report_change=on_report)


def send(saving: Saving, key: str) -> None:
    """Bring the store under `key` a newer text from within a fragment, or a patch alone; draws nothing."""
    data = {"to": key, "session": saving.session, "revision": saving.revision}
    data |= {"patch": saving.patch} | ({"text": _fitting(saving.text)} if saving.text else {})
    _COURIER(key=f"{key}_courier", data=data, height=1)


def parcel(saving: Saving) -> str:
    """Pack what has changed since the last whole text, for a courier that goes by anyway."""
    return json.dumps(
        {"session": saving.session, "revision": saving.revision, "patch": saving.patch},
        separators=(",", ":"),
    )


def _fitting(text: str) -> str | None:
    return text if len(text) <= MAX_CHARACTERS else None
