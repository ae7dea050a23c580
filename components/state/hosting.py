"""The desk's side of the session: which room it runs, with which secret, and what its buttons do."""

import json
from contextlib import suppress
from dataclasses import dataclass

import streamlit as st

from components import resources
from components.keepsake import parse_kept
from components.state.keys import trigger
from components.state.room import browser_session, routed, sentence
from throughline.errors import NotSaved, RoomError, StillAnswering
from throughline.workshop.cookies import facilitator_cookie, is_token
from throughline.workshop.next_step import settling
from throughline.workshop.service import Workshop
from throughline.workshop.views import Desk, RoomPlan

KEPT = "desk"
ANYWAY = "anyway"
"""The question whether to reveal while somebody may still save."""
SECRET_INPUT = "host.secret"  # noqa: S105 - the name of a field


@dataclass(frozen=True)
class Hosting:
    """What a desk may be shown at this moment.

    Attributes:
        desk: the room, or None while there is none.
        said: a sentence about the last press; "" for nothing.
        once: the two secrets of a room just made, (control, recovery); ("", "") afterwards.
        deleted: rows deleted by table, after a room was deleted.
    """

    desk: Desk | None
    said: str
    once: tuple[str, str]
    deleted: str


def hosting() -> Hosting:
    """Return what this desk may be shown, resuming the room of a cookie."""
    workshop, desk, away = resources.workshop(), None, ""
    try:
        if not _text("token"):
            _resume(workshop)
        if _text("token"):
            desk = workshop.desk(_text("id"), _text("token"))
            _set(last=desk)
    except NotSaved as error:
        # The desk is still ours while the database is away: show it as it was.
        last, away = _get("last"), sentence(error)
        desk = last if isinstance(last, Desk) else None
    except RoomError as error:
        _set(said=sentence(error))
        leave_desk()
    once = (_text("once_control"), _text("once_recovery"))
    return Hosting(desk, away or _text("said"), once if desk else ("", ""), _text("deleted"))


def open_room(plan: RoomPlan, host_key: str) -> None:
    """Make a room and take its desk."""
    _set(said="", deleted="")
    try:
        made = resources.workshop().create(host_key, plan)
    except RoomError as error:
        _set(said=sentence(error))
        return
    _set(once_control=made.control, once_recovery=made.recovery, created_rehearsal=plan.rehearsal)
    _take(made.room_id, made.control)


def have_secrets() -> None:
    """Callback: the secrets are kept; they are shown no more."""
    _set(once_control="", once_recovery="")


def regain() -> None:
    """Callback: take the desk of a room with its recovery secret or its control secret."""
    secret = _typed(SECRET_INPUT)
    _set(said="")
    try:
        workshop = resources.workshop()
        for room_id in workshop.rooms_of([secret]):
            _take(room_id, secret)
            return
        made = workshop.regain(secret)
    except RoomError as error:
        _set(said=sentence(error))
        return
    _set(once_control=made.control, once_recovery="")
    _take(made.room_id, made.control)


def act(command: str, seen_version: int, **detail: object) -> None:
    """Callback: give one command; what it may do is judged by the service, not by the page."""
    _set(said="", asked="")
    try:
        resources.workshop().act(
            _text("id"), _text("token"), command, seen_version=seen_version, **detail
        )
    except StillAnswering as error:
        _set(said=sentence(error), asked=ANYWAY)
    except RoomError as error:
        _set(said=sentence(error))


def delete_room(seen_version: int) -> None:
    """Callback: delete everything of a closed room, and say how much it was."""
    try:
        rows = resources.workshop().delete(_text("id"), _text("token"), seen_version=seen_version)
    except RoomError as error:
        _set(said=sentence(error))
        return
    leave_desk()
    _set(deleted=", ".join(f"{count} {table}" for table, count in rows.items() if count))


def ask_first(question: str) -> None:
    """Callback: draw a question in the place of the button; "" takes it back."""
    _set(asked=question)


def asked_first() -> str:
    """The question that waits for an answer, "" for none."""
    return _text("asked")


def leave_desk() -> None:
    """Callback: let go of the room on this computer."""
    said, left = _text("said"), [*_left(), _text("id")]
    for name in [str(one) for one in st.session_state if str(one).startswith("host.")]:
        del st.session_state[name]
    _set(drop=True, said=said, left=left)


def desk_drawn(shown: Desk) -> None:
    """Note what the page around the counters shows."""
    _set(mark=_mark(shown))


def desk_moved(shown: Desk) -> bool:
    """Whether the page around the counters no longer shows the room as it is."""
    return _get("mark") != _mark(shown)


def _mark(shown: Desk) -> tuple[object, ...]:
    room, now = shown.room, resources.now()
    counts = (shown.people, shown.throttled, shown.undo, sum(shown.answered.values()))
    waits = any(settling(one, now) for one in shown.sections)
    return (room.version, room.picture_seq, *counts, waits)


def project_link() -> str:
    """The read-only token for a screen that this desk has made; "" for none."""
    return _text("screen")


def make_screen(seen_version: int) -> None:
    """Callback: make a link that a projector may carry."""
    _set(said="")
    try:
        token = resources.workshop().project_link(
            _text("id"), _text("token"), seen_version=seen_version
        )
    except RoomError as error:
        _set(said=sentence(error))
    else:
        _set(screen=token)


def revoke_screens(seen_version: int) -> None:
    """Callback: every link to a screen stops working."""
    act("revoke_link", seen_version)
    _set(screen="")


def kept_found() -> None:
    """Callback of the keepsake: take the desk this tab had."""
    found = parse_kept(trigger(f"keepsake_{KEPT}", "found"), browser_session())
    room_id, token = found.get("id", ""), found.get("token", "")
    if not _text("token") and is_token(token) and _runs(token, room_id):
        _take(room_id, token)


def kept() -> tuple[str, bool, str]:
    """What this tab is to keep, whether it is to forget, and the route that makes a cookie of it instead."""
    room_id, token = _text("id"), _text("token")
    if not token:
        # A cookie that no script can read goes the way it came: through a route.
        left = _left()[-1:] if routed() else []
        return "", bool(_get("drop")), f"f/{left[0]}/forget" if left else ""
    if not routed():
        return json.dumps({"id": room_id, "token": token}), False, ""
    carried = st.context.cookies.get(facilitator_cookie(room_id)) == token
    if carried and room_id not in _left():
        return "", False, ""
    return json.dumps({"secret": token}), False, f"f/{room_id}"


def _resume(workshop: Workshop) -> None:
    if not routed():
        return
    cookies = st.context.cookies.to_dict()
    tokens = [text for name, text in cookies.items() if name.startswith("tl_f_") and is_token(text)]
    for token in tokens:
        for room_id in workshop.rooms_of([token]):
            if room_id not in _left():
                _take(room_id, token)
                return


def _runs(token: str, room_id: str) -> bool:
    with suppress(RoomError):
        return room_id in resources.workshop().rooms_of([token])
    return False


def _take(room_id: str, token: str) -> None:
    _set(id=room_id, token=token, drop=False)


def _left() -> list[str]:
    """Rooms whose desk was left here; this session sees their cookies until the next reload."""
    held = _get("left")
    return [str(one) for one in held if one] if isinstance(held, list) else []


def _typed(name: str) -> str:
    return str(st.session_state.get(name) or "").strip()


def _text(name: str) -> str:
    return str(_get(name) or "")


def _get(name: str) -> object:
    return st.session_state.get(f"host.{name}")


def _set(**values: object) -> None:
    for name, value in values.items():
        st.session_state[f"host.{name}"] = value
