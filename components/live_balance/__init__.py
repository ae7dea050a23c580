"""The small live picture beside the questions, and the courier that brings it each new view.

The picture is drawn in a full run only. An answer reruns the fragment that holds the courier, which is
a tenth of its size: that is what keeps an answer within the byte budget (ADR 0005).
"""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

import streamlit as st


@dataclass(frozen=True)
class StepProgress:
    """How far one step has come; `answered` and `total` count questions."""

    id: str
    name: str
    answered: int
    total: int
    current: bool


@dataclass(frozen=True)
class LiveView:
    """Everything the picture says, ready to be drawn.

    Attributes:
        label: Title of the card; a bar has no room for it.
        sentence: The result in words; "" while there is none.
        present: Share of the present, 0-100, whole; None while there are too few answers.
        future: 100 - present, or None.
        low: Lower end of the 90 % range, on the future scale 0-100.
        high: Its upper end.
        whisker_low: Lowest the open answers could bring, on the future scale 0-100.
        whisker_high: Highest they could bring.
        missing: What is needed before a number shows.
        answered: Questions answered so far.
        total: Questions in the form.
        steps: The steps in the order asked; without any, no progress is shown either.
        note: What a bar says before the number, e.g. which form it is from; announced with it.
    """

    label: str
    sentence: str
    present: int | None
    future: int | None
    low: float | None
    high: float | None
    whisker_low: float | None
    whisker_high: float | None
    missing: str
    answered: int
    total: int
    steps: tuple[StepProgress, ...]
    note: str = ""


_FOLDER = Path(__file__).parent
_PICTURE = st.components.v2.component(
    "throughline_live_balance",
    html=(_FOLDER / "live_balance.html").read_text(encoding="utf-8"),
    css=(_FOLDER / "live_balance.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "live_balance.js").read_text(encoding="utf-8"),
)
_COURIER = st.components.v2.component(
    "throughline_live_courier", js=(_FOLDER / "courier.js").read_text(encoding="utf-8")
)


def live_balance(channel: str, *, on_go: Callable[[], None], bar: bool = False) -> None:
    """Mount the picture, outside any fragment; it waits for its first view.

    Args:
        channel: Name that the picture and its courier share; also the widget key, so a chosen step
            is `st.session_state[channel].go`, for `parse_go`.
        on_go: Called when a step is chosen.
        bar: Become a slim bar on a screen of 640 px or less, for a page that pins it to the bottom;
            otherwise it is a card at every width.
    """
    _PICTURE(key=channel, data={"channel": channel, "bar": bar}, on_go_change=on_go)


def send(view: LiveView, channel: str, *, also: str = "", parcel: str = "") -> None:
    """Bring the picture of a channel a new view; draws nothing itself.

    Args:
        view: What to show.
        channel: The channel of the picture.
        also: Another channel that the courier passes by, such as that of the browser store.
        parcel: What it hands over there, as JSON.
    """
    data = {"to": channel, **payload(view)} | ({"also": also, "parcel": parcel} if also else {})
    _COURIER(key=f"{channel}_courier", data=data, height=1)


def payload(view: LiveView) -> dict[str, str | float | None]:
    """Return a view as the flat primitives the browser receives (a list would load pandas).

    Positions are percent of the width. The present is drawn on the left, so a share of the
    future is measured from the right.
    """
    steps = [[s.id, s.name, f"{s.answered} of {s.total}", int(s.current)] for s in view.steps]
    is_open = view.present is not None
    return {
        "label": view.label,
        "note": view.note,
        "number": f"{view.present} : {view.future}" if is_open else "",
        "text": view.sentence if is_open else view.missing,
        "split": view.present,
        "low": _from_left(view.high),
        "high": _from_left(view.low),
        "from": _from_left(view.whisker_high),
        "upto": _from_left(view.whisker_low),
        "count": f"{view.answered} of {view.total}",
        "done": round(100 * view.answered / view.total, 1) if view.total else 0,
        "steps": json.dumps(steps, separators=(",", ":"), ensure_ascii=False),
    }


def _from_left(future: float | None) -> float | None:
    return None if future is None else round(100 - future, 1)


def parse_go(raw: object, allowed_ids: Collection[str]) -> str | None:
    """Return the chosen step if it is one of `allowed_ids`, else None."""
    return raw if isinstance(raw, str) and raw in allowed_ids else None
