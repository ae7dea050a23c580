"""The projector's side of the session: the room and the read-only token of its address."""

from dataclasses import dataclass

import streamlit as st

from components import resources
from components.state.room import carried
from throughline.errors import NotSaved, RoomError
from throughline.workshop.views import Screen

TOKEN_PARAMETER = "t"


@dataclass(frozen=True)
class Projecting:
    """What the projector may show: the room, or None and whether that will pass."""

    screen: Screen | None
    waits: bool


def projecting() -> Projecting:
    """Return what this address may show."""
    found = carried(TOKEN_PARAMETER)
    try:
        screen = resources.workshop().screen("", found.get(TOKEN_PARAMETER, ""))
    except NotSaved:
        last = st.session_state.get("screen.last")
        return Projecting(last, waits=True)
    except RoomError:
        return Projecting(None, waits=False)
    st.session_state["screen.last"] = screen
    return Projecting(screen, waits=True)


def needs_redraw(mark: object) -> bool:
    """Whether what is on the wall is no longer what the room shows; noted, so that one run follows a move."""
    return bool(st.session_state.get("screen.mark") != mark)


def drawn(mark: object) -> None:
    """Note what is on the wall now."""
    st.session_state["screen.mark"] = mark
