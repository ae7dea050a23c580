"""A phone's side of the session: which room it is in, as whom, and what its buttons do."""

import json
from contextlib import suppress
from dataclasses import dataclass, replace

import streamlit as st

from components import resources
from components.keepsake import parse_kept
from components.state.keeping import whole_plan
from components.state.keys import trigger
from components.state.room import (
    browser_session,
    carried,
    client,
    moved,
    routed,
    sentence,
    strip_address,
)
from components.state.store import replace_plan
from throughline.answers import Answers
from throughline.errors import Conflict, NotSaved, RoomError, UnknownParticipant
from throughline.plan_file import PlanFile, write_plan
from throughline.workshop.cookies import is_token, person_cookie
from throughline.workshop.entries import Entries, read_entries, write_entries
from throughline.workshop.invitation import CODE_PARAMETER, KEY_PARAMETER, is_key, read_code
from throughline.workshop.views import Invitation, Place

CODE_INPUT, BACK_INPUT = "room.code_input", "room.back_input"
KEPT = "place"


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
    _arrive()
    said, back = str(_get("said") or ""), str(_get("back") or "")
    if _get("token"):
        try:
            place = resources.workshop().place(_text("id"), _text("token"))
        except UnknownParticipant:
            forget()
            _set(gone=True)
            return Attendance(None, None, said, "", gone=True)
        except NotSaved as error:
            last = _get("last")
            before = last if isinstance(last, Place) else None
            return Attendance(None, before, said or sentence(error), back, stale=True)
        except RoomError:
            forget()
            _set(closed=True)
            return Attendance(None, None, "", "", closed=True)
        _set(last=place)
        resources.presence().hear(_text("id"), place.slot, resources.now())
        return Attendance(None, place, said, back)
    invitation = _invited()
    gone, closed = bool(_get("gone")), bool(_get("closed"))
    return Attendance(invitation, None, _text("said"), back, gone=gone, closed=closed)


def enter_code() -> None:
    """Callback: look for the room of the code that was typed."""
    _set(said="", key=None, code=None, gone=None, closed=None)
    typed = str(st.session_state.get(CODE_INPUT) or "")
    code = read_code(typed)
    if code is None:
        _set(said=resources.catalogue().room.join["code_wrong"])
        return
    _set(code=code)


def other_code() -> None:
    """Callback: go back to typing a code."""
    forget()


def join() -> None:
    """Callback: become a person in the room; only now somebody exists."""
    invitation = _invited()
    if invitation is None:
        return
    workshop = resources.workshop()
    token = _cookie(_text("code")) or workshop.token()
    try:
        joined = workshop.join(invitation.room_id, token)
    except RoomError as error:
        _set(said=sentence(error))
        return
    _enter(invitation.room_id, token, back=joined.resume_code)


def come_back() -> None:
    """Callback: become the person of a resume code again."""
    code = read_code(str(st.session_state.get(CODE_INPUT) or "")) or _text("code")
    typed = str(st.session_state.get(BACK_INPUT) or "")
    try:
        room_id, token = resources.workshop().resume(typed, code, client=client())
    except RoomError as error:
        _set(said=sentence(error))
        return
    _set(code=code)
    _enter(room_id, token, back=typed.strip())


def save(section: str, round_no: int, base_rev: int, entries: Entries | str) -> None:
    """Save one section; entries that are a sentence are what is wrong with the form, and nothing is sent."""
    words = resources.catalogue().room.join
    _set(said="", conflict=None)
    if isinstance(entries, str):
        _set(said=entries)
        return
    submission = _submission(section, round_no)
    try:
        saved = resources.workshop().submit(
            _text("id"),
            _text("token"),
            section,
            round_no,
            base_rev=base_rev,
            submission_id=submission,
            entries=entries,
        )
    except Conflict:
        _set(conflict=[section, round_no], mine=write_entries(entries))
        _renew_submission(section, round_no)
    except NotSaved:
        _set(said=words["not_saved"])
    except RoomError as error:
        _set(said=sentence(error))
    else:
        _renew_submission(section, round_no)
        leave_form(section, round_no)
        _set(said=words["late_saved"] if saved.late else "")


def use_mine(section: str, round_no: int, base_rev: int) -> None:
    """Callback: save what this tab had entered in the place of what another tab saved first."""
    save(section, round_no, base_rev, read_entries(_text("mine")))


def conflicting(section: str, round_no: int) -> bool:
    """Whether another tab or phone of this person saved the section first."""
    return _get("conflict") == [section, round_no]


def open_form(section: str, round_no: int) -> None:
    """Callback: draw the form of a section again."""
    _set(open=[section, round_no])


def form_open(section: str, round_no: int) -> bool:
    """Whether the form of a saved section is open for a change, or of a missed one to be caught up."""
    return _get("open") == [section, round_no]


def leave_form(section: str, round_no: int) -> None:
    """Callback: close a form; the next one is filled from what is saved."""
    count = form_number(section, round_no) + 1
    st.session_state[f"room.form.{section}.{round_no}"] = count
    _set(open=None, conflict=None, said="")


def form_number(section: str, round_no: int) -> int:
    """How often the form of a section was closed: a new number lays it out anew."""
    count = st.session_state.get(f"room.form.{section}.{round_no}")
    return count if isinstance(count, int) else 0


def withdraw() -> None:
    """Callback: delete this person's answers and leave the room."""
    try:
        resources.workshop().withdraw(_text("id"), _text("token"))
    except UnknownParticipant:
        pass
    except RoomError as error:
        _set(said=sentence(error))
        return
    forget()
    _set(gone=True)


def forget() -> None:
    """Know nothing of a room any more, here and in the browser."""
    for name in [str(one) for one in st.session_state if str(one).startswith("room.")]:
        if name != "room.session":
            del st.session_state[name]
    _set(drop=True)


def own_answers() -> Answers | None:
    """Everything this person has answered, or None while nothing is saved or can be read."""
    with suppress(RoomError):
        answers = resources.workshop().own(_text("id"), _text("token"))
        return answers if answers.markers else None
    return None


def own_plan() -> PlanFile:
    """The visitor's own plan with the answers of the room in it."""
    answers = own_answers()
    plan = whole_plan()
    if answers is None:
        return plan
    here = plan.answers
    joined = replace(
        answers,
        ticks=here.ticks | answers.ticks,
        reviewed=here.reviewed | answers.reviewed,
        importance=here.importance,
        need_targets=here.need_targets,
        wanted={**here.wanted, **answers.wanted},
        markers={**here.markers, **answers.markers},
        facts={**here.facts, **answers.facts},
    )
    return replace(plan, answers=joined)


def plan_bytes() -> bytes:
    """The same as a file."""
    return write_plan(own_plan()).encode()


def take_result() -> None:
    """Callback: put the answers of the room into the visitor's own sheet; it can be undone there."""
    replace_plan(own_plan())


def changed() -> bool:
    """Whether the room has moved since this phone last asked."""
    with suppress(RoomError):
        pulse = resources.workshop().pulse(_text("id"))
        place = _get("last")
        if isinstance(place, Place):
            resources.presence().hear(_text("id"), place.slot, resources.now())
        return pulse is None or moved((pulse.version, pulse.picture_seq, pulse.phase))
    return False


def kept_found() -> None:
    """Callback of the keepsake: go on as whoever this browser was, if that person is still in the room."""
    kept = parse_kept(trigger(f"keepsake_{KEPT}", "found"), browser_session())
    code, room_id, token = (kept.get(name, "") for name in ("code", "id", "token"))
    token = token or (_cookie(code) or "")
    here = _get("code")
    if _get("token") or not is_token(token) or (here and here != code):
        return
    with suppress(RoomError):
        if resources.workshop().person(room_id, token):
            _set(code=code)
            _enter(room_id, token, back=kept.get("back", ""))
            return
    _set(drop=True)


def kept() -> tuple[str, bool]:
    """What the browser is to keep, and whether it is to forget."""
    if not _get("token"):
        return "", bool(_get("drop"))
    by_cookie = routed() and _cookie(_text("code")) == _text("token")
    held = {"code": _text("code"), "id": _text("id"), "back": _text("back")}
    held["token"] = "" if by_cookie else _text("token")
    return json.dumps(held), False


def _arrive() -> None:
    """Take code and key out of the address; an address with a code counts more than an earlier room."""
    found = carried(CODE_PARAMETER, KEY_PARAMETER)
    code = read_code(found.get(CODE_PARAMETER, ""))
    if not found:
        return
    strip_address()
    if code is None:
        return
    if code != _get("code"):
        forget()
        _set(drop=None)
    key = found.get(KEY_PARAMETER, "")
    _set(code=code, key=key if is_key(key) else None)


def _invited() -> Invitation | None:
    """The room of the code at hand; resumes a person whose cookie this browser carries."""
    code = _get("code")
    if not isinstance(code, str):
        return None
    workshop = resources.workshop()
    try:
        found = workshop.invitation(code, client=client(), key=_text("key") or None)
        token = _cookie(code)
        if token and workshop.person(found.room_id, token):
            _enter(found.room_id, token, back="")
            st.rerun()
    except RoomError as error:
        _set(code=None, key=None, said=sentence(error))
        return None
    return found


def _enter(room_id: str, token: str, *, back: str) -> None:
    _set(id=room_id, token=token, back=back, said="", drop=None)


def _cookie(code: str) -> str | None:
    token = st.context.cookies.get(person_cookie(code)) if routed() and code else None
    return token if is_token(token) else None


def _submission(section: str, round_no: int) -> str:
    name = f"room.submission.{section}.{round_no}"
    if not isinstance(st.session_state.get(name), str):
        st.session_state[name] = resources.new_id()
    return str(st.session_state[name])


def _renew_submission(section: str, round_no: int) -> None:
    st.session_state.pop(f"room.submission.{section}.{round_no}", None)


def _text(name: str) -> str:
    return str(_get(name) or "")


def _get(name: str) -> object:
    return st.session_state.get(f"room.{name}")


def _set(**values: object) -> None:
    for name, value in values.items():
        st.session_state[f"room.{name}"] = value
