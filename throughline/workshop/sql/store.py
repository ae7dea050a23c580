"""The store in a database: which verb is which transaction."""

from collections.abc import Callable, Mapping, Sequence
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from throughline.workshop.room import (
    Change,
    Event,
    Grant,
    Person,
    PictureRow,
    Pulse,
    Room,
    Saved,
    Section,
    Standing,
    Submission,
    Version,
)
from throughline.workshop.sql import answers, commands, guesses, people, pictures, rooms
from throughline.workshop.sql.engine import Engine

P = ParamSpec("P")
T = TypeVar("T")


class SqlStore:
    """Rooms in a database. ``Store`` says what each verb does.

    Args:
        engine: the database, brought to this version's tables.
        let_go: called when the store is closed.
    """

    def __init__(self, engine: Engine, let_go: Callable[[], None]) -> None:
        self._engine = engine
        self._let_go = [let_go]

    def _read(
        self, verb: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        return self._engine.read(lambda connection: verb(connection, *args, **kwargs))

    def _write(
        self, verb: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        return self._engine.write(lambda connection: verb(connection, *args, **kwargs))

    def create_room(self, room: Room, sections: Sequence[Section], grants: Sequence[Grant]) -> None:
        def there(connection: Connection) -> bool | None:
            return rooms.by_id(connection, room.id) is not None or None

        def create(connection: Connection) -> bool:
            rooms.create(connection, room, sections, grants)
            return True

        self._engine.write(create, there)

    def room(self, room_id: str) -> Room | None:
        return self._read(rooms.by_id, room_id)

    def room_by_code(self, code: str) -> Room | None:
        return self._read(rooms.by_code, code)

    def grant(self, token_hash: bytes) -> Grant | None:
        return self._read(rooms.grant, token_hash)

    def grants(self, room_id: str) -> tuple[Grant, ...]:
        return self._read(rooms.grants, room_id)

    def extend_grant(self, token_hash: bytes, expires_at: int) -> None:
        self._write(rooms.extend_grant, token_hash, expires_at)

    def sections(self, room_id: str) -> tuple[Section, ...]:
        return self._read(rooms.sections, room_id)

    def pulse(self, room_id: str) -> Pulse | None:
        return self._read(people.pulse, room_id)

    def join(
        self, room_id: str, *, person_id: str, token_hash: bytes, resume_hash: bytes, at: int
    ) -> Person:
        return self._write(people.join, room_id, person_id, token_hash, resume_hash, at)

    def person(self, room_id: str, token_hash: bytes) -> Person | None:
        return self._read(people.by_token, room_id, token_hash)

    def person_by_resume(self, room_id: str, resume_hash: bytes) -> Person | None:
        return self._read(people.by_resume, room_id, resume_hash)

    def renew_token(self, room_id: str, person_id: str, token_hash: bytes) -> None:
        self._write(people.renew_token, room_id, person_id, token_hash)

    def people(self, room_id: str) -> tuple[Person, ...]:
        return self._read(people.everybody, room_id)

    def submit(self, room_id: str, token_hash: bytes, submission: Submission) -> Saved:
        return self._write(answers.submit, room_id, token_hash, submission)

    def own_answers(self, room_id: str, token_hash: bytes) -> tuple[Saved, ...]:
        return self._read(answers.own, room_id, token_hash)

    def standing(self, room_id: str, token_hash: bytes) -> Standing | None:
        return self._read(answers.standing, room_id, token_hash)

    def section_answers(self, room_id: str, section: str, round_no: int) -> tuple[Saved, ...]:
        return self._read(answers.of_section, room_id, section, round_no)

    def answered(self, room_id: str) -> Mapping[tuple[str, int], int]:
        return self._read(answers.counts, room_id)

    def command(
        self, room_id: str, *, seen_version: int, change: Change, event: Event, purge_at: int
    ) -> Room:
        room = self._engine.write(
            lambda c: commands.command(c, room_id, seen_version, change, event, purge_at),
            commands.already(room_id, seen_version, event),
        )
        if change.remove_slots:
            self._engine.sweep()
        return room

    def events(self, room_id: str) -> tuple[Event, ...]:
        return self._read(commands.events, room_id)

    def versions(self, room_id: str) -> tuple[Version, ...]:
        return self._read(pictures.versions, room_id)

    def publish(self, room_id: str, picture: PictureRow, versions: Sequence[Version]) -> bool:
        return self._write(pictures.publish, room_id, picture, versions)

    def pictures(self, room_id: str) -> tuple[PictureRow, ...]:
        return self._read(pictures.pictures, room_id)

    def withdraw(self, room_id: str, token_hash: bytes) -> None:
        def gone(connection: Connection) -> bool | None:
            return people.by_token(connection, room_id, token_hash) is None or None

        def withdraw(connection: Connection) -> bool:
            people.withdraw(connection, room_id, token_hash)
            return True

        self._engine.write(withdraw, gone)
        self._engine.sweep()

    def close_room(self, room_id: str, *, seen_version: int, event: Event, purge_at: int) -> Room:
        room = self._engine.write(
            lambda c: commands.close(c, room_id, seen_version, event, purge_at),
            commands.already(room_id, seen_version, event),
        )
        self._engine.sweep()
        return room

    def retire_codes(self, before: int) -> int:
        return self._write(rooms.retire_codes, before)

    def purge(self, room_id: str) -> Mapping[str, int]:
        gone = self._write(commands.purge, room_id)
        self._engine.sweep()
        return gone

    def due(self, now: int) -> tuple[Room, ...]:
        return self._read(rooms.due, now)

    def count_guess(self, client_hash: bytes, window_start: int) -> None:
        self._write(guesses.count, client_hash, window_start)

    def guesses(self, client_hash: bytes, window_start: int) -> tuple[int, int]:
        return self._read(guesses.made, client_hash, window_start)

    def forget_guesses(self, before: int) -> None:
        self._write(guesses.forget, before)

    def rooms_created_since(self, moment: int) -> int:
        return self._read(rooms.created_since, moment)

    def backup(self, path: str) -> None:
        self._engine.backup(path)

    def close(self) -> None:
        while self._let_go:
            self._let_go.pop()()
