"""What every engine lets in: joins, answers and commands are judged here, so that no two can differ."""

from collections.abc import Container, Iterable, Mapping

from throughline.errors import (
    Conflict,
    JoinsLocked,
    RoomClosed,
    RoomError,
    RoomFull,
    SectionClosed,
    VersionMismatch,
)
from throughline.workshop.publish import too_few_left
from throughline.workshop.room import (
    GRACE_SECONDS,
    Person,
    Room,
    Saved,
    Section,
    Submission,
    Version,
)

COMMANDED = frozenset(
    {
        *("title", "k", "settings", "phase", "current_section", "current_round", "opened_at"),
        *("joins_locked", "qr_only", "max_people"),
    }
)
"""Columns of a room that a command may set; the rest belongs to the store."""

JOINING = ("lobby", "live")
PUBLISHING = ("live", "handout")


def takes_people(room: Room) -> bool:
    """Whether somebody new may join."""
    return room.phase in JOINING and not room.joins_locked and room.joined < room.max_people


def why_not_joined(room: Room | None) -> RoomError:
    """Say why nobody could be added to this room."""
    if room is None or room.phase not in JOINING:
        return RoomClosed("the room takes nobody any more")
    if room.joins_locked:
        return JoinsLocked("the door of the room is closed")
    return RoomFull("the room is full")


def why_not_commanded(room: Room | None) -> RoomError:
    """Say why a command was not carried out."""
    if room is None or room.phase == "closed":
        return RoomClosed("the room is closed")
    return VersionMismatch("somebody else commanded the room meanwhile")


def is_late(
    submission: Submission, person: Person, section: Section | None, saved: Saved | None
) -> bool:
    """Whether this save counts only for the person, having come after the reveal.

    Args:
        submission: a new one; a repeat of what is saved never gets here.
        person: whose it is.
        section: of that round, None if the room has none.
        saved: what the person has saved there, None if nothing.

    Raises:
        SectionClosed: not opened yet, out of time, or revealed with an answer that was counted.
        Conflict: another save of this person was faster.
    """
    if section is None or section.state == "waiting":
        raise SectionClosed("this section is not open")
    revealed = section.state == "revealed"
    if revealed and saved is not None and not saved.late:
        raise SectionClosed("the picture of this section has been made")
    ends = [end for end in (section.deadline_at, section.locked_at) if end is not None]
    if not revealed and ends:
        last = min(ends) + person.extra_seconds + GRACE_SECONDS
        if submission.received > last:
            raise SectionClosed("the time of this section is over")
    if (saved.rev if saved else 0) != submission.base_rev:
        raise Conflict(saved)
    return revealed


def check_commanded(columns: Mapping[str, object]) -> None:
    """Refuse a change of the room that is no command's business.

    Raises:
        ValueError: such a column, or the phase "closed", which only ``close_room`` brings about.
    """
    if strange := set(columns) - COMMANDED:
        raise ValueError(f"a command cannot set {', '.join(sorted(strange))}")
    if columns.get("phase") == "closed":
        raise ValueError("a room is closed by close_room")


def settings_at_close(room: Room, versions: Iterable[Version]) -> dict[str, object]:
    """Return the settings of a room that closes, with the figures that too few people are left of.

    An engine asks in the transaction that deletes the versions: nobody can withdraw in between.
    """
    hidden = too_few_left(versions, k=room.k)
    return {**room.settings, "hidden": [list(one) for one in sorted(hidden)]}


def still_counted(members: Mapping[int, object], slots: Container[int]) -> dict[int, object]:
    """Mark in a new version whoever left the room while the picture was being made."""
    return {slot: value if slot in slots else None for slot, value in members.items()}


def to_minute(moment: float) -> int:
    """Round a time of saving down to the minute: exact times would help to tell people apart."""
    return int(moment) // 60 * 60


def to_five_minutes(moment: float) -> int:
    """Round a time of joining down to five minutes."""
    return int(moment) // 300 * 300


def as_saved(submission: Submission, person: Person, seq: int, *, late: bool) -> Saved:
    """Return the row that an accepted submission becomes; ``seq`` is the room's new ``answer_seq``."""
    return Saved(
        slot=person.slot,
        section=submission.section,
        round=submission.round,
        rev=submission.base_rev + 1,
        submission_id=submission.submission_id,
        payload=submission.payload,
        model_version=submission.model_version,
        seq=seq,
        late=late,
        saved_at=to_minute(submission.received),
    )
