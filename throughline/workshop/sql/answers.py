"""Saving answers, one row per person, section and round, and reading them back."""

from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from throughline.errors import RoomClosed
from throughline.workshop import admission
from throughline.workshop.room import Person, Saved, Standing, Submission
from throughline.workshop.sql import people, rows, schema
from throughline.workshop.sql.engine import Unchanged

_ROOMS = schema.rooms.c
_ANSWERS = schema.answers.c
_KEY = ("room_id", "participant_id", "section", "round")


def submit(
    connection: Connection, room_id: str, token_hash: bytes, submission: Submission
) -> Saved:
    """Save one section of one person. The order of the checks is a promise of the port."""
    seq = connection.execute(_TAKE_THE_TURN, {"room": room_id}).scalar_one_or_none()
    if seq is None:
        raise RoomClosed("the room takes no answers now")
    person = people.known(connection, room_id, token_hash)
    here = {"room": room_id, "section": submission.section, "round": submission.round}
    old = next(iter(connection.execute(_FIND, {**here, "person": person.id})), None)
    saved_before = rows.saved(old) if old else None
    if saved_before and saved_before.submission_id == submission.submission_id:
        raise Unchanged(replace(saved_before, repeat=True))
    row = connection.execute(_SECTION, here).one_or_none()
    section = rows.section(row) if row else None
    late = admission.is_late(submission, person, section, saved_before)
    saved = admission.as_saved(submission, person, seq, late=late)
    values = rows.columns(saved) | {"room_id": room_id, "participant_id": person.id}
    del values["slot"], values["repeat"]
    connection.execute(_put(connection.dialect.name), values)
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


@cache
def _put(dialect: str) -> "sqlite.Insert | postgresql.Insert":
    statement = rows.insert_of(dialect, schema.answers)
    changed = [one.name for one in schema.answers.columns if one.name not in _KEY]
    return statement.on_conflict_do_update(
        index_elements=_KEY,
        set_={name: statement.excluded[name] for name in changed},
        where=statement.excluded.rev > _ANSWERS.rev,
    )


def _found() -> Select[Any]:
    theirs = _ANSWERS.participant_id == schema.participants.c.id
    joined = schema.answers.join(schema.participants, theirs)
    return select(schema.answers, schema.participants.c.slot).select_from(joined)


# Built once: a crowd saves within seconds, and building them took as long as carrying them out.
_STANDING = _standing()
_TAKE_THE_TURN = (
    update(schema.rooms)
    .where(_ROOMS.id == bindparam("room"), _ROOMS.phase == "live")
    .values(answer_seq=_ROOMS.answer_seq + 1)
    .returning(_ROOMS.answer_seq)
)
_FIND = _found().where(
    _ANSWERS.room_id == bindparam("room"),
    _ANSWERS.participant_id == bindparam("person"),
    _ANSWERS.section == bindparam("section"),
    _ANSWERS.round == bindparam("round"),
)
_SECTION = select(schema.sections).where(
    schema.sections.c.room_id == bindparam("room"),
    schema.sections.c.section == bindparam("section"),
    schema.sections.c.round == bindparam("round"),
)


def _saved(room_id: str) -> Select[Any]:
    return _found().where(_ANSWERS.room_id == room_id).order_by(_ANSWERS.seq)


def _read(connection: Connection, found: Select[Any]) -> tuple[Saved, ...]:
    return tuple(rows.saved(row) for row in connection.execute(found))
