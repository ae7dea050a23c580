"""A phone's side of the session: which room it is in, as whom, and what its buttons do."""

import json
from contextlib import suppress
from dataclasses import dataclass

import streamlit as st

from components import resources
from components.keepsake import parse_kept
from components.state.keys import trigger
from components.state.room import (
    browser_session,
    carried,
    client,
    land,
    note,
    noted,
    noted_text,
    routed,
    sentence,
    stirred,
    strip_address,
)
from throughline.errors import NotSaved, RoomError, UnknownParticipant
from throughline.workshop.cookies import is_token, person_cookie
from throughline.workshop.invitation import CODE_PARAMETER, KEY_PARAMETER, is_key, read_code
from throughline.workshop.views import Invitation, Place

CODE_INPUT, BACK_INPUT = "room.code_input", "room.back_input"
KEPT = "place"
RETRY_AFTER = 1.0
"""Seconds after which a phone that could not be told where it is may ask again."""


@dataclass(frozen=True)
class Attendance:
    """What a phone may be shown at this moment.

    Attributes:
        invitation: the room somebody is about to join.
        place: what a person in a room sees; None while nobody has joined from here.
        said: a sentence about the last press; "" for nothing.
        way_back: the resume code, as far as this browser knows it.
        stale: the store is away, and ``place`` is how it was before.
        gone: the person was removed, or has withdrawn; ``closed``: the room is over.
    """

    invitation: Invitation | None
    place: Place | None
    said: str
    way_back: str
    stale: bool = False
    gone: bool = False
    closed: bool = False


def attendance() -> Attendance:
    """Return what this phone may be shown, resuming whoever it was before."""
    said, back = str(noted("said") or ""), str(noted("back") or "")
    if noted("token"):
        workshop = resources.workshop()
        try:
            place = workshop.place(noted_text("id"), noted_text("token"))
        except UnknownParticipant:
            forget()
            note(gone=True)
            return Attendance(None, None, said, "", gone=True)
        except NotSaved as error:
            last = noted("last")
            before = last if isinstance(last, Place) else None
            note(stale=resources.now())
            return Attendance(None, before, said or sentence(error), back, stale=True)
        except RoomError:
            forget()
            note(closed=True)
            return Attendance(None, None, "", "", closed=True)
        note(last=place, stale=None)
        resources.presence().hear(noted_text("id"), place.slot, resources.now())
        return Attendance(None, place, said, back)
    try:
        invitation = _invited()
    except NotSaved as error:
        return Attendance(None, None, sentence(error), back)
    gone, closed = bool(noted("gone")), bool(noted("closed"))
    return Attendance(invitation, None, noted_text("said"), back, gone=gone, closed=closed)


def inside() -> bool:
    """Take in the address, and tell whether this phone is somebody in a room, as far as it knows."""
    _arrive()
    return bool(noted("token"))


def enter_code() -> None:
    """Callback: look for the room of the code that was typed."""
    note(said="", key=None, code=None, gone=None, closed=None)
    typed = str(st.session_state.get(CODE_INPUT) or "")
    code = read_code(typed)
    if code is None:
        note(said=resources.catalogue().room.join["code_wrong"])
        return
    note(code=code)


def join() -> None:
    """Callback: become a person in the room; only now somebody exists."""
    try:
        invitation = _invited()
        if invitation is None:
            return
        workshop = resources.workshop()
        token = _cookie(noted_text("code")) or workshop.token()
        joined = workshop.join(invitation.room_id, token)
    except RoomError as error:
        note(said=sentence(error))
        return
    _enter(invitation.room_id, token, back=joined.resume_code)


def come_back() -> None:
    """Callback: become the person of a resume code again."""
    code = read_code(str(st.session_state.get(CODE_INPUT) or "")) or noted_text("code")
    typed = str(st.session_state.get(BACK_INPUT) or "")
    try:
        room_id, token = resources.workshop().resume(typed, code, client=client())
    except RoomError as error:
        note(said=sentence(error))
        return
    note(code=code)
    _enter(room_id, token, back=typed.strip())


def withdraw() -> None:
    """Callback: delete this person's answers and leave the room."""
    try:
        resources.workshop().withdraw(noted_text("id"), noted_text("token"))
    except UnknownParticipant:
        pass
    except RoomError as error:
        note(said=sentence(error))
        return
    forget()
    note(gone=True)


def forget() -> None:
    """Callback: know nothing of a room any more, here and in the browser, and go back to typing a code."""
    for name in [str(one) for one in st.session_state if str(one).startswith("room.")]:
        if name != "room.session":
            del st.session_state[name]
    note(drop=True)


def changed() -> bool:
    """Whether the room is no longer as it is drawn on this phone."""
    place = noted("last")
    tried = noted("stale")
    again = isinstance(tried, float) and resources.now() - tried >= RETRY_AFTER
    if not isinstance(place, Place):
        return again  # the database was away from the first moment on
    with suppress(RoomError):
        pulse = resources.workshop().pulse(place.room_id)
        resources.presence().hear(place.room_id, place.slot, resources.now())
        drawn = (place.version, place.picture_seq, place.phase)
        if pulse is None or (pulse.version, pulse.picture_seq, pulse.phase) != drawn:
            stirred()
            return True
        return again  # the database is back
    return False


def kept_found() -> None:
    """Callback of the keepsake: go on as whoever this browser was, if that person is still in the room."""
    kept = parse_kept(trigger(f"keepsake_{KEPT}", "found"), browser_session())
    code, room_id, token = (kept.get(name, "") for name in ("code", "id", "token"))
    token = token or (_cookie(code) or "")
    here = noted("code")
    if noted("token") or not is_token(token) or (here and here != code):
        return
    try:
        here_still = resources.workshop().person(room_id, token) is not None
    except RoomError as error:
        # The database is away: what the browser keeps is the only way back, and it stays.
        note(said=sentence(error))
        return
    if not here_still:
        note(drop=True)
        return
    note(code=code)
    _enter(room_id, token, back=kept.get("back", ""))


def kept() -> tuple[str, bool]:
    """What the browser is to keep, and whether it is to forget."""
    if not noted("token"):
        return "", bool(noted("drop"))
    by_cookie = routed() and _cookie(noted_text("code")) == noted_text("token")
    held = {name: noted_text(name) for name in ("code", "id", "back")}
    return json.dumps(held | {"token": "" if by_cookie else noted_text("token")}), False


def _arrive() -> None:
    """Take code and key out of the address; an address with a code counts more than an earlier room."""
    found = carried(CODE_PARAMETER, KEY_PARAMETER)
    code = read_code(found.get(CODE_PARAMETER, ""))
    if not found:
        return
    strip_address()
    if code is None:
        return
    if code != noted("code"):
        forget()
        note(drop=None)
    key = found.get(KEY_PARAMETER, "")
    note(code=code, key=key if is_key(key) else None)


def _invited() -> Invitation | None:
    """The room of the code at hand; resumes a person whose cookie this browser carries.

    Raises:
        NotSaved: the database is away; the code is kept for another try.
    """
    code = noted("code")
    if not isinstance(code, str):
        return None
    workshop = resources.workshop()
    try:
        found = workshop.invitation(code, client=client(), key=noted_text("key") or None)
        land(found.room_id)
        token = _cookie(code)
        if token and workshop.person(found.room_id, token):
            _enter(found.room_id, token, back="")
            st.rerun()
    except NotSaved:
        raise
    except RoomError as error:
        note(code=None, key=None, said=sentence(error))
        return None
    return found


def _enter(room_id: str, token: str, *, back: str) -> None:
    note(id=room_id, token=token, back=back, said="", drop=None)


def _cookie(code: str) -> str | None:
    token = st.context.cookies.get(person_cookie(code)) if routed() and code else None
    return token if is_token(token) else None
