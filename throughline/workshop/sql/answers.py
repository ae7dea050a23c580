"""Saving answers, one row per person, section and round, and reading them back."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, func, select

from throughline.errors import RoomClosed
from throughline.workshop import admission
from throughline.workshop.room import Person, Saved, Section, Standing, Submission
from throughline.workshop.sql import people, rooms, rows, schema
from throughline.workshop.sql.engine import Unchanged

_ROOMS = schema.rooms.c
_ANSWERS = schema.answers.c
_KEY = ("room_id", "participant_id", "section", "round")


def submit(
    connection: Connection, room_id: str, token_hash: bytes, submission: Submission
) -> Saved:
    """Save one section of one person. The order of the checks is a promise of the port."""
    live = _ROOMS.phase == "live"
    room = rooms.change(connection, room_id, live, answer_seq=_ROOMS.answer_seq + 1)
    if room is None:
        raise RoomClosed("the room takes no answers now")
    person = people.known(connection, room_id, token_hash)
    old = _find(connection, room_id, person, submission)
    if old and old.submission_id == submission.submission_id:
        raise Unchanged(replace(old, repeat=True))
    section = _section(connection, room_id, submission)
    late = admission.is_late(submission, person, section, old)
    saved = admission.as_saved(submission, person, room.answer_seq, late=late)
    values = rows.columns(saved)
    del values["slot"], values["repeat"]
    statement = rows.insert_into(connection, schema.answers).values(
        room_id=room_id, participant_id=person.id, **values
    )
    changed = {name: statement.excluded[name] for name in values if name not in _KEY}
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=_KEY, set_=changed, where=statement.excluded.rev > _ANSWERS.rev
        )
    )
    return saved


def own(connection: Connection, room_id: str, token_hash: bytes) -> tuple[Saved, ...]:
    """Return everything one person has saved, oldest first."""
    person = people.known(connection, room_id, token_hash)
    return _read(connection, _saved(room_id).where(_ANSWERS.participant_id == person.id))


def standing(connection: Connection, room_id: str, token_hash: bytes) -> Standing | None:
    """Return a person with all they have saved and the numbers of their room, in one query."""
    found = connection.execute(_STANDING, {"room": room_id, "token": token_hash}).all()
    if not found:
        return None
    first = found[0]
    person = Person(first.person_id, first.slot, first.joined_at, first.extra_seconds)
    saved = tuple(rows.saved(row) for row in found if row.rev is not None)
    left = first.joined - first.people
    return Standing(person, saved, first.version, first.picture_seq, left)


def of_section(
    connection: Connection, room_id: str, section: str, round_no: int
) -> tuple[Saved, ...]:
    """Return the counted answers to one section and round, oldest first."""
    here = (_ANSWERS.section == section, _ANSWERS.round == round_no, _ANSWERS.late.is_(False))
    return _read(connection, _saved(room_id).where(*here))


def counts(connection: Connection, room_id: str) -> dict[tuple[str, int], int]:
    """Count the answers by section and round."""
    place = (_ANSWERS.section, _ANSWERS.round)
    found = select(*place, func.count()).where(_ANSWERS.room_id == room_id).group_by(*place)
    return {(section, round_no): n for section, round_no, n in connection.execute(found)}


def _standing() -> Select[Any]:
    person, others = schema.participants, schema.participants.alias()
    here = select(func.count()).select_from(others).where(others.c.room_id == _ROOMS.id)
    saved = schema.answers.c
    own = (saved.participant_id == person.c.id, saved.room_id == person.c.room_id)
    kept = (saved.section, saved.round, saved.rev, saved.submission_id, saved.payload)
    marks = (saved.model_version, saved.seq, saved.late, saved.saved_at)
    return (
        select(
            *(person.c.id.label("person_id"), person.c.slot, person.c.joined_at),
            *(person.c.extra_seconds, _ROOMS.version, _ROOMS.picture_seq, _ROOMS.joined),
            here.correlate(schema.rooms).scalar_subquery().label("people"),
            *kept,
            *marks,
        )
        .select_from(
            person.join(schema.rooms, _ROOMS.id == person.c.room_id).outerjoin(
                schema.answers, and_(*own)
            )
        )
        .where(person.c.room_id == bindparam("room"), person.c.token_hash == bindparam("token"))
        .order_by(saved.seq)
    )


_STANDING = _standing()


def _saved(room_id: str) -> Select[Any]:
    theirs = _ANSWERS.participant_id == schema.participants.c.id
    joined = schema.answers.join(schema.participants, theirs)
    found = select(schema.answers, schema.participants.c.slot).select_from(joined)
    return found.where(_ANSWERS.room_id == room_id).order_by(_ANSWERS.seq)


def _read(connection: Connection, found: Select[Any]) -> tuple[Saved, ...]:
    return tuple(rows.saved(row) for row in connection.execute(found))


def _find(
    connection: Connection, room_id: str, person: Person, submission: Submission
) -> Saved | None:
    here = (
        _ANSWERS.participant_id == person.id,
        _ANSWERS.section == submission.section,
        _ANSWERS.round == submission.round,
    )
    return next(iter(_read(connection, _saved(room_id).where(*here))), None)


def _section(connection: Connection, room_id: str, submission: Submission) -> Section | None:
    table = schema.sections
    here = (
        table.c.room_id == room_id,
        table.c.section == submission.section,
        table.c.round == submission.round,
    )
    row = connection.execute(select(table).where(*here)).one_or_none()
    return rows.section(row) if row else None
