"""A store that keeps rooms in memory under one lock: for trying out, for tests, and as a yardstick."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from throughline.errors import CodeTaken, NotSaved, RoomClosed, UnknownParticipant
from throughline.workshop import admission
from throughline.workshop.memory_reading import Held, MemoryReading, Occupant
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


class MemoryStore(MemoryReading):
    """Rooms in memory, gone with the process. ``Store`` says what each verb does."""

    def create_room(self, room: Room, sections: Sequence[Section], grants: Sequence[Grant]) -> None:
        with self._lock:
            codes = {held.room.code for held in self._rooms.values()} - {None}
            if room.id in self._rooms or room.code in codes:
                raise CodeTaken("the code is in use")
            self._rooms[room.id] = Held(
                replace(room, settings=_copied(room.settings)),
                {(one.section, one.round): one for one in sections},
                {grant.token_hash: grant for grant in grants},
            )

    def extend_grant(self, token_hash: bytes, expires_at: int) -> None:
        with self._lock:
            for held in self._rooms.values():
                if grant := held.grants.get(token_hash):
                    held.grants[token_hash] = replace(grant, expires_at=expires_at)

    def join(
        self, room_id: str, *, person_id: str, token_hash: bytes, resume_hash: bytes, at: int
    ) -> Person:
        with self._lock:
            held = self._rooms.get(room_id)
            inside = list(held.occupants.values()) if held else []
            for one in inside:
                if one.token == token_hash:
                    return one.person
            if held is None or not admission.takes_people(held.room):
                raise admission.why_not_joined(held.room if held else None)
            if token_hash in self._tokens() or resume_hash in {one.resume for one in inside}:
                raise CodeTaken("the token is in use")
            slot = held.room.joined + 1
            person = Person(person_id, slot, admission.to_five_minutes(at))
            held.room = replace(held.room, joined=slot)
            held.occupants[slot] = Occupant(person, token_hash, resume_hash)
            return person

    def renew_token(self, room_id: str, person_id: str, token_hash: bytes) -> None:
        with self._lock:
            held = self._rooms.get(room_id)
            for one in held.occupants.values() if held else ():
                if one.person.id == person_id:
                    if token_hash in self._tokens() - {one.token}:
                        raise CodeTaken("the token is in use")
                    one.token = token_hash
                    return
            raise UnknownParticipant("no such person in this room")

    def submit(self, room_id: str, token_hash: bytes, submission: Submission) -> Saved:
        with self._lock:
            held = self._rooms.get(room_id)
            if held is None or held.room.phase != "live":
                raise RoomClosed("the room takes no answers now")
            occupant = held.occupant(token_hash)
            here = (submission.section, submission.round)
            old = occupant.answers.get(here)
            if old and old.submission_id == submission.submission_id:
                return replace(old, repeat=True)
            late = admission.is_late(submission, occupant.person, held.sections.get(here), old)
            held.room = replace(held.room, answer_seq=held.room.answer_seq + 1)
            saved = admission.as_saved(submission, occupant.person, held.room.answer_seq, late=late)
            occupant.answers[here] = saved
            return saved

    def command(
        self, room_id: str, *, seen_version: int, change: Change, event: Event, purge_at: int
    ) -> Room:
        admission.check_commanded(change.room)
        with self._lock:
            held = self._commanded(room_id, seen_version)
            self._turn(held, event, purge_at=purge_at, **_copied(change.room))
            for slot in change.remove_slots:
                held.remove(slot)
            held.sections |= {(one.section, one.round): one for one in change.sections}
            for slot, seconds in change.extra_seconds.items():
                if occupant := held.occupants.get(slot):
                    occupant.person = replace(occupant.person, extra_seconds=seconds)
            for token_hash in change.revoke:
                held.grants.pop(token_hash, None)
            held.grants |= {grant.token_hash: grant for grant in change.add_grants}
            return held.room

    def publish(self, room_id: str, picture: PictureRow, versions: Sequence[Version]) -> bool:
        with self._lock:
            held = self._rooms.get(room_id)
            if held is None or held.room.phase not in admission.PUBLISHING:
                raise RoomClosed("the room shows no new pictures")
            place = (picture.section, picture.round, picture.no)
            rows = {(one.section, one.round, one.figure, one.ver): one for one in versions}
            if place in held.pictures or rows.keys() & held.versions.keys():
                return False
            held.room = replace(held.room, picture_seq=held.room.picture_seq + 1)
            held.pictures[place] = picture
            for key, version in sorted(rows.items()):
                members = admission.still_counted(version.members, held.occupants)
                held.versions[key] = replace(version, members=_members(members))
            return True

    def withdraw(self, room_id: str, token_hash: bytes) -> None:
        with self._lock:
            if (held := self._rooms.get(room_id)) is None:
                raise UnknownParticipant("no such person in this room")
            held.remove(held.occupant(token_hash).person.slot)

    def close_room(self, room_id: str, *, seen_version: int, event: Event, purge_at: int) -> Room:
        with self._lock:
            held = self._commanded(room_id, seen_version)
            settings = _copied(admission.settings_at_close(held.room, held.versions.values()))
            closing: dict[str, Any] = {"phase": "closed", "closed_at": event.at}
            self._turn(held, event, purge_at=purge_at, settings=settings, **closing)
            held.occupants.clear()
            held.versions.clear()
            held.grants = {
                key: grant for key, grant in held.grants.items() if grant.scope == "control"
            }
            return held.room

    def retire_codes(self, before: int) -> int:
        with self._lock:
            over = [
                held
                for held in self._rooms.values()
                if held.room.code is not None
                and held.room.closed_at is not None
                and held.room.closed_at < before
            ]
            for held in over:
                held.room = replace(held.room, code=None)
            return len(over)

    def purge(self, room_id: str) -> Mapping[str, int]:
        with self._lock:
            held = self._rooms.pop(room_id, None)
            return {
                "rooms": int(held is not None),
                "grants": len(held.grants) if held else 0,
                "sections": len(held.sections) if held else 0,
                "participants": len(held.occupants) if held else 0,
                "answers": len(held.answers()) if held else 0,
                "pictures": len(held.pictures) if held else 0,
                "figure_versions": len(held.versions) if held else 0,
                "room_events": len(held.events) if held else 0,
            }

    def count_guess(self, client_hash: bytes, window_start: int) -> None:
        with self._lock:
            self._guesses[client_hash, window_start] += 1

    def forget_guesses(self, before: int) -> None:
        with self._lock:
            for key in [key for key in self._guesses if key[1] < before]:
                del self._guesses[key]

    def backup(self, path: str) -> None:
        raise NotSaved(f"a store in memory cannot be copied to {path}")

    def close(self) -> None:
        """Nothing to release."""

    def _tokens(self) -> set[bytes]:
        return {one.token for held in self._rooms.values() for one in held.occupants.values()}

    def _commanded(self, room_id: str, seen_version: int) -> Held:
        held = self._rooms.get(room_id)
        if held is None or held.room.phase == "closed" or held.room.version != seen_version:
            raise admission.why_not_commanded(held.room if held else None)
        return held

    @staticmethod
    def _turn(held: Held, event: Event, **columns: Any) -> None:
        version = held.room.version + 1
        held.room = replace(held.room, version=version, **columns)
        held.events.append(replace(event, version=version, detail=_copied(event.detail)))


def _copied(mapping: Mapping[str, object]) -> dict[str, Any]:
    # By way of JSON, as a database would: nobody holds on to what is stored, and lists are lists.
    copied: dict[str, Any] = json.loads(json.dumps(dict(mapping)))
    return copied


def _members(members: Mapping[int, object]) -> dict[int, object]:
    return {
        int(slot): value for slot, value in _copied({str(k): v for k, v in members.items()}).items()
    }
