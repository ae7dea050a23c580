"""A step of 0-10 questions as one browser piece: what to ask, and how to mount it."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from components.scale.reply import Answer, parse_reply, reply_number

__all__ = ["Answer", "Mark", "Question", "parse_reply", "reply_number", "scale"]

Mark = Literal["", "present", "future"]
State = Literal["untouched", "answered", "skipped", "na"]

_FOLDER = Path(__file__).parent
_PIECE = st.components.v2.component(
    "throughline_scale",
    js=(_FOLDER / "scale.js").read_text(encoding="utf-8"),
    css=(_FOLDER / "scale.css").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class Question:
    """One question between two written ends.

    Attributes:
        id: Permanent id, e.g. "J1"; unique within a step.
        text: The statement or stem.
        left: What 0 means.
        right: What 10 means.
        left_mark: Which pole of the model the left end is; drawn as a circle or a triangle.
        right_mark: The same for the right end.
        value: The answer, 0-10; None unless `state` is "answered".
        state: What the visitor has done with the question so far.
        increment: Distance between two allowed answers, e.g. 1 or 0.5.
        default: A value the model assumes without an answer, 0-10; drawn, never counted as one.
        can_skip: Offer "Skip".
        can_be_na: Offer "Not applicable".
        can_clear: Offer "Clear"; without it an answer can be changed but not taken back.
    """

    id: str
    text: str
    left: str
    right: str
    left_mark: Mark
    right_mark: Mark
    value: float | None
    state: State
    increment: float = 1
    default: float | None = None
    can_skip: bool = True
    can_be_na: bool = True
    can_clear: bool = True


def scale(
    questions: Sequence[Question],
    *,
    key: str,
    label: str,
    on_change: Callable[[], None] | None,
    intro: str = "",
    arrive: bool = False,
    seen: int | None = None,
    draft: str = "",
) -> None:
    """Mount one step; the browser reports the whole step under the state name `answers`.

    Between two full runs the browser's own rows are the truth on screen, so an answer need not
    send the piece again. Read the report in `on_change` with `parse_reply`.

    Args:
        questions: The questions of the step, in the order asked.
        key: Widget key; the report is `st.session_state[key].answers`.
        label: Heading of the step; "" draws none.
        on_change: Called after every answer; None inside a form, which sends the step when it is sent.
        intro: A paragraph under the heading.
        arrive: On a fresh mount scroll to the top and move the focus to the heading.
        seen: `reply_number` of the last report taken in. With it, an answer given while a full
            run is on its way is kept, and a reset by the server shows. A number lower than
            before (or None) makes the server's values win.
        draft: A name under which this tab keeps what it has not sent, so that a reload or a new session
            does not cost it. Name the state it started from: a piece of another name drops it.
    """
    listen: dict[str, Any] = {"on_answers_change": on_change} if on_change else {}
    _PIECE(
        key=key,
        data={
            # A list here would make Streamlit load pandas; one string does not.
            "questions": json.dumps([asdict(question) for question in questions]),
            "label": label,
            "intro": intro,
            "arrive": arrive,
            "seen": seen,
            "draft": draft,
        },
        **listen,
    )
