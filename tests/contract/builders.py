"""Rooms, people and saves to try a store with; every default is a legal one."""

from dataclasses import replace
from typing import Any

from throughline.workshop.room import (
    Change,
    Event,
    Grant,
    Person,
    PictureRow,
    Room,
    Saved,
    Section,
    Submission,
    Version,
)
from throughline.workshop.store import Store

NOW = 1_800_000_000
HOUR = 3600

ROOM = Room(
    id="room-1",
    code="12345678",
    qr_key_hash=b"q" * 32,
    title="Monday",
    lang="en",
    model_version="1",
    k=5,
    settings={"sections": ["work", "factors"], "handout_minutes": 15},
    phase="live",
    current_section="work",
    current_round=1,
    joins_locked=False,
    qr_only=False,
    max_people=300,
    joined=0,
    version=0,
    answer_seq=0,
    picture_seq=0,
    rehearsal=False,
    created_at=NOW,
    opened_at=NOW,
    closed_at=None,
    purge_at=NOW + 24 * HOUR,
)
OPEN = Section("work", 1, "open", "presenter", opened_at=NOW)
WAITING = Section("factors", 1, "waiting", "presenter")
CONTROL = Grant(b"control", "room-1", "control", False, NOW, NOW + 12 * HOUR)


def a_room(
    store: Store, *sections: Section, grants: tuple[Grant, ...] = (), **changed: Any
) -> Room:
    """Add a live room with one open section, or as told."""
    room = replace(ROOM, **changed)
    store.create_room(room, sections or (OPEN, WAITING), grants)
    return room


def token(number: int) -> bytes:
    """The hash of the token of the person with this number."""
    return f"token-{number}".encode()


def joined(store: Store, number: int, room_id: str = "room-1", at: int = NOW) -> Person:
    """Let the person with this number join."""
    return store.join(
        room_id,
        person_id=f"{room_id}-person-{number}",
        token_hash=token(number),
        resume_hash=f"resume-{number}".encode(),
        at=at,
    )


def a_save(submission_id: str = "save-1", **changed: Any) -> Submission:
    """One press of "Save" on the open section."""
    plain = Submission("work", 1, 0, submission_id, '{"items":{"J1":7}}', "1", NOW + 10)
    return replace(plain, **changed)


def saved(store: Store, number: int, submission_id: str, **changed: Any) -> Saved:
    """Let the person with this number save."""
    return store.submit("room-1", token(number), a_save(submission_id, **changed))


def an_event(command: str = "lock_section", at: int = NOW + 60, **detail: object) -> Event:
    """A line of the log; the store numbers it."""
    return Event(0, "control", command, detail, at)


def commanded(store: Store, seen_version: int, **parts: Any) -> Room:
    """Carry out a command on the room."""
    return store.command(
        "room-1",
        seen_version=seen_version,
        change=Change(**parts),
        event=an_event(),
        purge_at=NOW + 25 * HOUR,
    )


def closed(store: Store, seen_version: int = 0, at: int = NOW + HOUR) -> Room:
    """Close the room."""
    return store.close_room(
        "room-1",
        seen_version=seen_version,
        event=an_event("close", at),
        purge_at=at + 30 * 24 * HOUR,
    )


def a_picture(no: int = 1, section: str = "work", round_no: int = 1) -> PictureRow:
    """A picture as it is kept."""
    return PictureRow(section, round_no, no, "final", "1", f'{{"no":{no}}}', NOW + 100)


def a_version(slots: range = range(1, 6), figure: str = "item.J1", ver: int = 1) -> Version:
    """A version made of the answers of these slots."""
    return Version("work", 1, figure, ver, len(slots), {slot: slot + 0.5 for slot in slots})
