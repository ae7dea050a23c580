"""The projector's side of the session: the room and the read-only token of its address."""

from contextlib import suppress
from dataclasses import dataclass

import streamlit as st

from components import resources
from components.state.room import carried
from throughline.errors import NotSaved, RoomError
from throughline.workshop.views import Screen

ADDRESS_NAME = "t"
TURNS_EVERY = 20.0
"""Seconds after which the next of several charts comes by itself, until somebody turns the page."""
READ_ANEW = 60.0
"""Seconds after which everything is read anew although nothing moved: a link may have run out."""


@dataclass(frozen=True)
class Projecting:
    """What the projector may show.

    Attributes:
        screen: what the room shows; None for an address that shows nothing.
        away: the database is away, and nothing was seen yet; ``ended``: the room was here, and is over.
    """

    screen: Screen | None
    away: bool = False
    ended: bool = False


def projecting() -> Projecting:
    """Return what this address may show, and note the pulse it belongs to."""
    found, last = carried(ADDRESS_NAME), st.session_state.get("screen.last")
    workshop, before = resources.workshop(), last if isinstance(last, Screen) else None
    pulse = None
    try:
        # Asked before the rest is read: what moves in between is then seen at the next look.
        pulse = workshop.pulse(before.room.id) if before else None
        screen = workshop.screen("", found.get(ADDRESS_NAME, ""))
    except NotSaved:
        # The wall keeps what it shows while the database is away.
        return Projecting(before, away=before is None)
    except RoomError:
        # The close takes the rights of screens with it; a right that was revoked leaves a room that goes on.
        if before and (pulse is None or pulse.phase == "closed"):
            st.session_state["screen.ended"] = True
        st.session_state["screen.last"] = None
        return Projecting(None, ended=bool(st.session_state.get("screen.ended")))
    st.session_state["screen.last"] = screen
    st.session_state["screen.beat"] = (pulse, resources.now())
    return Projecting(screen)


def watching() -> Projecting:
    """Return the same, read anew only where the pulse of the room says that something moved."""
    last, beat = st.session_state.get("screen.last"), st.session_state.get("screen.beat")
    if isinstance(last, Screen) and isinstance(beat, tuple):
        (pulse, read), now = beat, resources.now()
        over = last.deadline_at is not None and now >= last.deadline_at
        with suppress(NotSaved):
            same = pulse is not None and resources.workshop().pulse(last.room.id) == pulse
            if same and not over and 0 <= now - read < READ_ANEW:
                return Projecting(last)
    return projecting()


def page_shown(pages: int) -> int:
    """Which of several charts is on the wall, from 0: the one chosen by key, or the next every twenty seconds.

    The first chart of a picture has its twenty seconds from when the picture came.
    """
    if pages < 2:
        return 0
    chosen = st.session_state.get("screen.page")
    if isinstance(chosen, int):
        return chosen % pages
    came = st.session_state.get("screen.came")
    passed = resources.now() - came if isinstance(came, float) else 0.0
    return int(passed // TURNS_EVERY) % pages


def turn_page(step: int, pages: int) -> None:
    """Callback: show the next chart, or the one before, and stay there."""
    st.session_state["screen.page"] = page_shown(pages) + step


def needs_redraw(mark: object) -> bool:
    """Whether what is on the wall is no longer what the room shows; noted, so that one run follows a move."""
    return bool(st.session_state.get("screen.mark") != mark)


def arrived(what: str) -> None:
    """Note what is about to be drawn: another picture begins at its first chart."""
    if st.session_state.get("screen.what") != what:
        st.session_state["screen.what"] = what
        st.session_state["screen.page"] = None
        st.session_state["screen.came"] = resources.now()


def drawn(mark: object, *, charts: int) -> None:
    """Note what is on the wall now, and how many charts it has."""
    st.session_state["screen.mark"] = mark
    st.session_state["screen.charts"] = charts


def charts_drawn() -> int:
    """How many charts the picture on the wall has."""
    charts = st.session_state.get("screen.charts")
    return charts if isinstance(charts, int) else 0


def told(shown: object) -> bool:
    """Whether the frame says this already; noted, so that it is brought once."""
    same = bool(st.session_state.get("screen.told") == shown)
    st.session_state["screen.told"] = shown
    return same
