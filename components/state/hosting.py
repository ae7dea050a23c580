"""The desk's side of the session: the room it runs, and what its buttons do."""

from dataclasses import dataclass

from components import resources
from components.state import taking_desk
from components.state.desk_notes import leave_desk, note, noted, noted_text
from components.state.room import sentence
from components.state.taking_desk import Known
from throughline.errors import NotAllowed, NotSaved, RoomError, StillAnswering
from throughline.workshop.next_step import settling
from throughline.workshop.views import Desk

ANYWAY = "anyway"
"""The question whether to reveal while somebody may still save."""


@dataclass(frozen=True)
class Hosting:
    """What a desk may be shown at this moment.

    Attributes:
        desk: the room, or None while there is none.
        said: a sentence about the last press; "" for nothing.
        once: the two secrets of a room just made, (control, recovery); ("", "") afterwards.
        deleted: rows deleted by table, after a room was deleted.
        ticket: the address brought a ticket for a second desk.
        rooms: whose desk this browser may take, while it has taken none.
    """

    desk: Desk | None
    said: str
    once: tuple[str, str]
    deleted: str
    ticket: bool = False
    rooms: tuple[Known, ...] = ()


def hosting() -> Hosting:
    """Return what this desk may be shown, resuming the room of a cookie."""
    workshop = (
        resources.workshop()
    )  # a database that is refused is said by the shell, and forgets nothing
    desk, away = None, ""
    rooms: tuple[Known, ...] = ()
    taking_desk.arrive()
    try:
        if not noted_text("token"):
            taking_desk.resume()
        if noted_text("token"):
            desk = workshop.desk(noted_text("id"), noted_text("token"))
            note(last=desk)
        else:
            rooms = taking_desk.known_rooms()
    except NotSaved as error:
        # The desk is still ours while the database is away: show it as it was.
        last, away = noted("last"), sentence(error)
        desk = last if isinstance(last, Desk) else None
    except NotAllowed:
        note(said=resources.catalogue().room.host["desk_lost"])
        leave_desk()
    except RoomError as error:
        note(said=sentence(error))
        leave_desk()
    once = (noted_text("once_control"), noted_text("once_recovery")) if desk else ("", "")
    said, ticket = away or noted_text("said"), taking_desk.ticket()
    return Hosting(desk, said, once, noted_text("deleted"), ticket, rooms)


def act(command: str, seen_version: int, **detail: object) -> None:
    """Callback: give one command; what it may do is judged by the service, not by the page."""
    carried_out(command, seen_version, **detail)


def carried_out(command: str, seen_version: int, **detail: object) -> bool:
    """Give one command, and tell whether it was carried out."""
    note(said="", asked="")
    try:
        resources.workshop().act(
            noted_text("id"), noted_text("token"), command, seen_version=seen_version, **detail
        )
    except StillAnswering as error:
        note(said=sentence(error), asked=ANYWAY)
    except RoomError as error:
        note(said=sentence(error))
    else:
        return True
    return False


def delete_room(seen_version: int) -> None:
    """Callback: delete everything of a closed room, and say how much it was."""
    try:
        rows = resources.workshop().delete(
            noted_text("id"), noted_text("token"), seen_version=seen_version
        )
    except RoomError as error:
        note(said=sentence(error))
        return
    leave_desk()
    names = resources.catalogue().room.deleted
    counted = (
        f"{names[table]}: {count}" for table, count in rows.items() if count and table in names
    )
    note(deleted=", ".join(counted))


def ask_first(question: str) -> None:
    """Callback: draw a question in the place of the button; "" takes it back."""
    note(asked=question)


def asked_first() -> str:
    """The question that waits for an answer, "" for none."""
    return noted_text("asked")


def desk_drawn(shown: Desk) -> None:
    """Note what the page around the counters shows."""
    note(mark=_mark(shown))


def desk_moved(shown: Desk) -> bool:
    """Whether the page around the counters no longer shows the room as it is."""
    return noted("mark") != _mark(shown)


def _mark(shown: Desk) -> tuple[object, ...]:
    room, now = shown.room, resources.now()
    counts = (shown.people, shown.throttled, shown.undo, sum(shown.answered.values()))
    waits = any(settling(one, now) for one in shown.sections)
    landed = resources.presence().landed(room.id)
    return (room.version, room.picture_seq, *counts, waits, landed)
