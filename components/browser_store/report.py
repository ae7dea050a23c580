"""What the store in a visitor's browser reports, read with suspicion: anybody can send anything."""

import re
from dataclasses import dataclass
from typing import Literal, get_args

State = Literal[
    "nothing",
    "found",
    "saved",
    "off",
    "blocked",
    "full",
    "too_large",
    "conflict",
    "forgotten",
]
"""What the browser does with the text; `Words` has the sentence for each."""

MAX_CHARACTERS = 1_000_000
MAX_MOMENT = 8_640_000_000_000_000  # the last millisecond a browser can name
MAX_NUMBER = 2**53 - 1
_TAB = re.compile(r"[a-z0-9]{1,40}")


@dataclass(frozen=True)
class Found:
    """A text that is stored in the browser and that this session has not dealt with.

    Attributes:
        number: What `Saving.settled` names once the person has decided about it.
        text: The text as it is stored, checked for its length only; a broken one comes as it is.
        patch: What has changed since that text, in the words of whoever made it; "" for nothing.
        saved_at: When it was saved, milliseconds since the epoch; None if nobody knows.
        tab: Random id of the tab that saved it; "" if nobody knows.
        own: Whether this very tab saved it, before a reload or while it had another session.
        whole: False if it is too long to be sent; text and patch are then "".
    """

    number: int
    text: str
    patch: str
    saved_at: int | None
    tab: str
    own: bool
    whole: bool


@dataclass(frozen=True)
class Report:
    """The whole truth about the store, from the browser.

    Attributes:
        number: Counts up; a report with a number already seen is a repetition.
        state: What the browser does with the text.
        at: The moment that belongs to the state, milliseconds since the epoch.
        found: The text that waits for a decision, while there is one.
    """

    number: int
    state: State
    at: int | None
    found: Found | None


def parse_report(value: object, session: str) -> Report | None:
    """Return a report that can be trusted in form, or None.

    Args:
        value: The trigger `report` of the piece.
        session: The id this session gave to `Saving`; a report for another session is None.
    """
    if not isinstance(value, dict) or value.get("session") != session:
        return None
    number = _whole(value.get("number"), MAX_NUMBER)
    state = _state(value.get("state"))
    if not number or state is None:
        return None
    found = parse_found(value.get("found"))
    if found is None and value.get("found") is not None:
        return None
    return Report(number, state, _whole(value.get("at"), MAX_MOMENT), found)


def parse_found(value: object) -> Found | None:
    """Return what was found, or None for anything that no honest browser sends.

    What the text says is not looked at: that is for whoever reads a plan file.
    """
    if not isinstance(value, dict):
        return None
    number, text, tab = (value.get(name) for name in ("number", "text", "tab"))
    patch = value.get("patch", "")
    counted = _whole(number, MAX_NUMBER)
    if not counted or not isinstance(text, str) or not isinstance(patch, str):
        return None
    if len(text) + len(patch) > MAX_CHARACTERS:
        return None
    return Found(
        number=counted,
        text=_without_halves(text),
        patch=_without_halves(patch),
        saved_at=_whole(value.get("saved_at"), MAX_MOMENT),
        tab=tab if isinstance(tab, str) and _TAB.fullmatch(tab) else "",
        own=value.get("own") is True,
        whole=value.get("whole") is True,
    )


def _whole(value: object, most: int) -> int | None:
    # JavaScript has one kind of number, so a whole one may arrive as 5.0; True is none.
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if type(value) is int and 0 <= value <= most else None


def _state(value: object) -> State | None:
    states: tuple[State, ...] = get_args(State)
    return next((state for state in states if isinstance(value, str) and state == value), None)


def _without_halves(text: str) -> str:
    # Half a character pair is legal in JSON and breaks every later encoding.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
