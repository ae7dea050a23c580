"""How a browser comes by a desk and keeps it: a room just opened, a secret, a ticket, a cookie."""

import json
from contextlib import suppress
from dataclasses import dataclass

import streamlit as st

from components import resources
from components.keepsake import parse_kept
from components.state.desk_notes import left, note, noted, noted_text, take
from components.state.keys import trigger
from components.state.room import (
    browser_session,
    carried,
    client,
    routed,
    sentence,
    strip_address,
)
from throughline.errors import NotAllowed, RoomError
from throughline.workshop.cookies import facilitator_cookie, is_token
from throughline.workshop.room import Phase
from throughline.workshop.views import RoomPlan

KEPT = "desk"
SECRET_INPUT = "host.secret"  # noqa: S105 - the name of a field
TICKET = "desk"
"""The parameter of an address that carries a ticket for a second desk."""


@dataclass(frozen=True)
class Known:
    """A room whose desk this browser may take."""

    room_id: str
    title: str
    phase: Phase


def open_room(plan: RoomPlan, host_key: str) -> None:
    """Make a room and take its desk."""
    note(said="", deleted="")
    try:
        made = resources.workshop().create(host_key, plan, client=client())
    except NotAllowed:
        note(said=resources.catalogue().room.host["key_wrong"])
        return
    except RoomError as error:
        note(said=sentence(error))
        return
    note(once_control=made.control, once_recovery=made.recovery, created_rehearsal=plan.rehearsal)
    take(made.room_id, made.control)


def have_secrets() -> None:
    """Callback: the secrets are kept; they are shown no more."""
    note(once_control="", once_recovery="")


def regain() -> None:
    """Callback: take the desk of a room with its recovery secret or its control secret."""
    secret = "".join(str(st.session_state.get(SECRET_INPUT) or "").split())
    note(said="")
    try:
        workshop = resources.workshop()
        for room_id in workshop.rooms_of([secret]):
            take(room_id, secret)
            return
        made = workshop.regain(secret)
    except NotAllowed:
        note(said=resources.catalogue().room.host["secret_wrong"])
        return
    except RoomError as error:
        note(said=sentence(error))
        return
    note(once_control=made.control, once_recovery="")
    take(made.room_id, made.control)


def arrive() -> None:
    """Take a ticket out of the address; it is exchanged only by a press, so that no preview uses it up."""
    found = carried(TICKET)
    if found:
        strip_address()
        note(ticket=found[TICKET] if is_token(found[TICKET]) else "x")


def ticket() -> bool:
    """Whether the address brought a ticket that was neither taken nor put aside."""
    return bool(noted("ticket"))


def take_ticket() -> None:
    """Callback: exchange the ticket for a desk on this browser."""
    given = noted_text("ticket")
    note(ticket="", said="")
    try:
        made = resources.workshop().regain(given)
    except NotAllowed:
        note(said=resources.catalogue().room.host["ticket_over"])
    except RoomError as error:
        note(ticket=given, said=sentence(error))
    else:
        take(made.room_id, made.control)


def put_aside() -> None:
    """Callback: open no second desk here."""
    note(ticket="", said="")


def resume() -> None:
    """Take the room whose cookie this browser carries; of several, leave the choice to whoever looks.

    Raises:
        NotSaved: the database is away.
    """
    found = _by_cookie()
    if len(found) == 1 and not left():
        ((room_id, token),) = found.items()
        take(room_id, token)


def known_rooms() -> tuple[Known, ...]:
    """Return the rooms to choose from, as long as none was chosen."""
    found = []
    for room_id, token in _by_cookie().items():
        with suppress(RoomError):
            room = resources.workshop().desk(room_id, token).room
            found.append(Known(room_id, room.title, room.phase))
    return tuple(found)


def choose(room_id: str) -> None:
    """Callback: take one of several rooms."""
    note(said="")
    with suppress(RoomError):
        if token := _by_cookie().get(room_id):
            take(room_id, token)


def kept_found() -> None:
    """Callback of the keepsake: take the desk this tab had."""
    found = parse_kept(trigger(f"keepsake_{KEPT}", "found"), browser_session())
    room_id, token = found.get("id", ""), found.get("token", "")
    if not noted_text("token") and is_token(token) and _runs(token, room_id):
        take(room_id, token)


def kept() -> tuple[str, bool, str]:
    """What this tab is to keep, whether it is to forget, and the route that makes a cookie of it instead."""
    room_id, token = noted_text("id"), noted_text("token")
    if not token:
        # A cookie that no script can read goes the way it came: through a route.
        gone = left()[-1:] if routed() else []
        return "", bool(noted("drop")), f"f/{gone[0]}/forget" if gone else ""
    if not routed():
        return json.dumps({"id": room_id, "token": token}), False, ""
    carries = st.context.cookies.get(facilitator_cookie(room_id)) == token
    if carries and room_id not in left():
        return "", False, ""
    return json.dumps({"secret": token}), False, f"f/{room_id}"


def _by_cookie() -> dict[str, str]:
    """Rooms and the secrets of their desks, as far as this browser carries them and did not leave them."""
    if not routed():
        return {}
    cookies = st.context.cookies.to_dict()
    tokens = [text for name, text in cookies.items() if name.startswith("tl_f_") and is_token(text)]
    workshop = resources.workshop()
    found = {room_id: token for token in tokens for room_id in workshop.rooms_of([token])}
    return {room_id: token for room_id, token in found.items() if room_id not in left()}


def _runs(token: str, room_id: str) -> bool:
    with suppress(RoomError):
        return room_id in resources.workshop().rooms_of([token])
    return False
