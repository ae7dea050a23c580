"""What a store in memory holds, and every verb that only reads it."""

import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from throughline.errors import UnknownParticipant
from throughline.workshop.room import (
    Event,
    Grant,
    Person,
    PictureRow,
    Pulse,
    Room,
    Saved,
    Section,
    Standing,
    Version,
)

Place = tuple[str, int]


@dataclass(slots=True)
class Occupant:
    """One person with their hashes and answers."""

    person: Person
    token: bytes
    resume: bytes
    answers: dict[Place, Saved] = field(default_factory=dict)


@dataclass(slots=True)
class Held:
    """One room with everything in it."""

    room: Room
    sections: dict[Place, Section]
    grants: dict[bytes, Grant]
    occupants: dict[int, Occupant] = field(default_factory=dict)
    pictures: dict[tuple[str, int, int], PictureRow] = field(default_factory=dict)
    versions: dict[tuple[str, int, str, int], Version] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

    def occupant(self, token: bytes) -> Occupant:
        """Return whom this token belongs to.

        Raises:
            UnknownParticipant: nobody in this room.
        """
        for one in self.occupants.values():
            if one.token == token:
                return one
        raise UnknownParticipant("no such person in this room")

    def answers(self) -> list[Saved]:
        """Return every answer, oldest first."""
        found = [saved for one in self.occupants.values() for saved in one.answers.values()]
        return sorted(found, key=lambda saved: saved.seq)

    def remove(self, slot: int) -> None:
        """Take a person out: the answers go, and versions only keep that somebody was counted."""
        if self.occupants.pop(slot, None) is None:
            return
        self.room = replace(self.room, answer_seq=self.room.answer_seq + 1)
        for key, version in self.versions.items():
            if slot in version.members:
                marked = {**version.members, slot: None}
                self.versions[key] = replace(version, members=marked)


class MemoryReading:
    """Rooms in memory as they are looked at."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rooms: dict[str, Held] = {}
        self._guesses: Counter[tuple[bytes, int]] = Counter()

    def room(self, room_id: str) -> Room | None:
        with self._lock:
            held = self._rooms.get(room_id)
            return held.room if held else None

    def room_by_code(self, code: str) -> Room | None:
        with self._lock:
            rooms = (held.room for held in self._rooms.values())
            return next((room for room in rooms if room.code == code), None)

    def due(self, now: int) -> tuple[Room, ...]:
        with self._lock:
            rooms = [held.room for held in self._rooms.values() if held.room.purge_at <= now]
            return tuple(sorted(rooms, key=lambda room: (room.purge_at, room.id)))

    def rooms_created_since(self, moment: int) -> int:
        with self._lock:
            return sum(held.room.created_at >= moment for held in self._rooms.values())

    def grant(self, token_hash: bytes) -> Grant | None:
        with self._lock:
            rooms = self._rooms.values()
            found = (held.grants[token_hash] for held in rooms if token_hash in held.grants)
            return next(found, None)

    def grants(self, room_id: str) -> tuple[Grant, ...]:
        with self._lock:
            held = self._rooms.get(room_id)
            return tuple(held.grants.values()) if held else ()

    def sections(self, room_id: str) -> tuple[Section, ...]:
        with self._lock:
            held = self._rooms.get(room_id)
            return tuple(held.sections.values()) if held else ()

    def pulse(self, room_id: str) -> Pulse | None:
        with self._lock:
            if (held := self._rooms.get(room_id)) is None:
                return None
            room = held.room
            here = (room.current_section, room.current_round)
            return Pulse(
                phase=room.phase,
                current_section=room.current_section,
                current_round=room.current_round,
                joins_locked=room.joins_locked,
                version=room.version,
                answer_seq=room.answer_seq,
                picture_seq=room.picture_seq,
                joined=room.joined,
                people=len(held.occupants),
                answered=sum((one.section, one.round) == here for one in held.answers()),
                purge_at=room.purge_at,
            )

    def person(self, room_id: str, token_hash: bytes) -> Person | None:
        with self._lock:
            held = self._rooms.get(room_id)
            inside = held.occupants.values() if held else ()
            return next((one.person for one in inside if one.token == token_hash), None)

    def person_by_resume(self, room_id: str, resume_hash: bytes) -> Person | None:
        with self._lock:
            held = self._rooms.get(room_id)
            inside = held.occupants.values() if held else ()
            return next((one.person for one in inside if one.resume == resume_hash), None)

    def people(self, room_id: str) -> tuple[Person, ...]:
        with self._lock:
            held = self._rooms.get(room_id)
            return tuple(one.person for one in held.occupants.values()) if held else ()

    def own_answers(self, room_id: str, token_hash: bytes) -> tuple[Saved, ...]:
        with self._lock:
            if (held := self._rooms.get(room_id)) is None:
                raise UnknownParticipant("no such person in this room")
            own = held.occupant(token_hash).answers.values()
            return tuple(sorted(own, key=lambda saved: saved.seq))

    def standing(self, room_id: str, token_hash: bytes) -> Standing | None:
        with self._lock:
            held = self._rooms.get(room_id)
            inside = held.occupants.values() if held else ()
            own = next((one for one in inside if one.token == token_hash), None)
            if held is None or own is None:
                return None
            return Standing(
                person=own.person,
                saved=tuple(sorted(own.answers.values(), key=lambda saved: saved.seq)),
                version=held.room.version,
                picture_seq=held.room.picture_seq,
                left=held.room.joined - len(held.occupants),
            )

    def section_answers(self, room_id: str, section: str, round_no: int) -> tuple[Saved, ...]:
        with self._lock:
            held = self._rooms.get(room_id)
            here = (section, round_no)
            found = held.answers() if held else []
            return tuple(s for s in found if (s.section, s.round) == here and not s.late)

    def answered(self, room_id: str) -> Mapping[tuple[str, int], int]:
        with self._lock:
            held = self._rooms.get(room_id)
            found = held.answers() if held else []
            return dict(Counter((one.section, one.round) for one in found))

    def events(self, room_id: str) -> tuple[Event, ...]:
        with self._lock:
            held = self._rooms.get(room_id)
            return tuple(held.events) if held else ()

    def versions(self, room_id: str) -> tuple[Version, ...]:
        with self._lock:
            held = self._rooms.get(room_id)
            return tuple(held.versions.values()) if held else ()

    def pictures(self, room_id: str) -> tuple[PictureRow, ...]:
        with self._lock:
            held = self._rooms.get(room_id)
            return tuple(held.pictures.values()) if held else ()

    def guesses(self, client_hash: bytes, window_start: int) -> tuple[int, int]:
        with self._lock:
            now = {who: n for (who, start), n in self._guesses.items() if start == window_start}
            return now.get(client_hash, 0), sum(now.values())
