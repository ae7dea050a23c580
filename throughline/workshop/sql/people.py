"""The people in a room: joining, coming back, leaving, and what screens poll about them."""

from sqlalchemy import Connection, Row, and_, bindparam, delete, func, select, update

from throughline.errors import CodeTaken, UnknownParticipant
from throughline.workshop import admission
from throughline.workshop.room import Person, Pulse
from throughline.workshop.sql import rooms, rows, schema
from throughline.workshop.sql.engine import Unchanged

_ROOMS = schema.rooms.c
_PEOPLE = schema.participants.c
_BY_TOKEN = select(schema.participants).where(
    _PEOPLE.token_hash == bindparam("token"), _PEOPLE.room_id == bindparam("room")
)


def _person(row: Row[tuple[object, ...]] | None) -> Person | None:
    return Person(row.id, row.slot, row.joined_at, row.extra_seconds) if row else None


def by_token(connection: Connection, room_id: str, token_hash: bytes) -> Person | None:
    """Return the person of this token in this room."""
    found = connection.execute(_BY_TOKEN, {"room": room_id, "token": token_hash})
    return _person(found.one_or_none())


def known(connection: Connection, room_id: str, token_hash: bytes) -> Person:
    """Return the person of this token in this room.

    Raises:
        UnknownParticipant: nobody.
    """
    if person := by_token(connection, room_id, token_hash):
        return person
    raise UnknownParticipant("no such person in this room")


def by_resume(connection: Connection, room_id: str, resume_hash: bytes) -> Person | None:
    """Return the person of this resume code in this room."""
    found = select(schema.participants).where(
        _PEOPLE.resume_hash == resume_hash, _PEOPLE.room_id == room_id
    )
    return _person(connection.execute(found).one_or_none())


def everybody(connection: Connection, room_id: str) -> tuple[Person, ...]:
    """Return the people in a room by slot."""
    found = select(schema.participants).where(_PEOPLE.room_id == room_id).order_by(_PEOPLE.slot)
    return tuple(person for row in connection.execute(found) if (person := _person(row)))


def join(
    connection: Connection,
    room_id: str,
    person_id: str,
    token_hash: bytes,
    resume_hash: bytes,
    at: int,
) -> Person:
    """Add a person in the next slot, or find whom this token has added before."""
    open_to_all = (
        _ROOMS.phase.in_(admission.JOINING),
        _ROOMS.joins_locked.is_(False),
        _ROOMS.joined < _ROOMS.max_people,
    )
    room = rooms.change(connection, room_id, *open_to_all, joined=_ROOMS.joined + 1)
    if inside := by_token(connection, room_id, token_hash):
        raise Unchanged(inside)
    if room is None:
        raise admission.why_not_joined(rooms.by_id(connection, room_id))
    person = Person(person_id, room.joined, admission.to_five_minutes(at))
    hashes = {"token_hash": token_hash, "resume_hash": resume_hash}
    row = rows.columns(person) | hashes | {"room_id": room_id}
    if not rows.is_added(connection, schema.participants, row):
        raise CodeTaken("the token is in use")
    return person


def renew_token(connection: Connection, room_id: str, person_id: str, token_hash: bytes) -> None:
    """Give a person a new token."""
    rooms.change(connection, room_id, version=_ROOMS.version)
    taken = select(_PEOPLE.id).where(_PEOPLE.token_hash == token_hash, _PEOPLE.id != person_id)
    if connection.execute(taken).first():
        raise CodeTaken("the token is in use")
    renewed = update(schema.participants).where(_PEOPLE.id == person_id, _PEOPLE.room_id == room_id)
    if connection.execute(renewed.values(token_hash=token_hash)).rowcount == 0:
        raise UnknownParticipant("no such person in this room")


def give_time(connection: Connection, room_id: str, slot: int, seconds: int) -> None:
    """Set a person's extra time."""
    theirs = update(schema.participants).where(_PEOPLE.room_id == room_id, _PEOPLE.slot == slot)
    connection.execute(theirs.values(extra_seconds=seconds))


def withdraw(connection: Connection, room_id: str, token_hash: bytes) -> None:
    """Take a person out of the room."""
    rooms.change(connection, room_id, answer_seq=_ROOMS.answer_seq + 1)
    remove(connection, room_id, known(connection, room_id, token_hash).slot)


def remove(connection: Connection, room_id: str, slot: int) -> bool:
    """Delete a person with their answers; versions only keep that somebody was counted."""
    here = (_PEOPLE.room_id == room_id, _PEOPLE.slot == slot)
    person_id = connection.execute(select(_PEOPLE.id).where(*here)).scalar_one_or_none()
    if person_id is None:
        return False
    answers, versions = schema.answers, schema.figure_versions
    theirs = and_(answers.c.room_id == room_id, answers.c.participant_id == person_id)
    connection.execute(delete(answers).where(theirs))
    connection.execute(delete(schema.participants).where(_PEOPLE.id == person_id))
    for row in connection.execute(select(versions).where(versions.c.room_id == room_id)).all():
        members = rows.members(row.members)
        if slot in members:
            same = [column == row._mapping[column.name] for column in versions.primary_key]
            marked = rows.text_of({**members, slot: None})
            connection.execute(update(versions).where(*same).values(members=marked))
    return True


def pulse(connection: Connection, room_id: str) -> Pulse | None:
    """Return what the screens poll: the room's row and two counts, in one query."""
    answers = schema.answers.c
    inside = select(func.count()).select_from(schema.participants)
    here = select(func.count()).select_from(schema.answers)
    counts = (
        inside.where(_PEOPLE.room_id == _ROOMS.id).correlate(schema.rooms).label("people"),
        here.where(
            answers.room_id == _ROOMS.id,
            answers.section == _ROOMS.current_section,
            answers.round == _ROOMS.current_round,
        )
        .correlate(schema.rooms)
        .label("answered"),
    )
    names = ("phase", "current_section", "current_round", "joins_locked", "version")
    seqs = ("answer_seq", "picture_seq", "joined", "purge_at")
    kept = [_ROOMS[name] for name in names + seqs]
    row = connection.execute(select(*kept, *counts).where(_ROOMS.id == room_id)).one_or_none()
    return Pulse(**row._mapping) if row else None
