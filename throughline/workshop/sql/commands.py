"""Facilitator commands, the log they leave, and the end of a room."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from throughline.workshop import admission
from throughline.workshop.room import Change, Event, Room
from throughline.workshop.sql import people, pictures, rooms, rows, schema

_ROOMS = schema.rooms.c


def command(
    connection: Connection,
    room_id: str,
    seen_version: int,
    what: Change,
    event: Event,
    purge_at: int,
) -> Room:
    """Carry out a command."""
    admission.check_commanded(what.room)
    columns: dict[str, Any] = {
        name: rows.text_of(value) if isinstance(value, Mapping) else value
        for name, value in what.room.items()
    }
    room = _turn(connection, room_id, seen_version, event, purge_at=purge_at, **columns)
    rooms.put_sections(connection, room_id, what.sections)
    revoked = schema.grants.c.token_hash.in_(what.revoke)
    connection.execute(delete(schema.grants).where(schema.grants.c.room_id == room_id, revoked))
    rooms.put_grants(connection, what.add_grants)
    for slot, seconds in what.extra_seconds.items():
        people.give_time(connection, room_id, slot, seconds)
    removed = sum(people.remove(connection, room_id, slot) for slot in what.remove_slots)
    if removed:
        moved = _ROOMS.answer_seq + removed
        room = rooms.change(connection, room_id, answer_seq=moved) or room
    return room


def close(
    connection: Connection, room_id: str, seen_version: int, event: Event, purge_at: int
) -> Room:
    """Close a room and delete what belongs to its people."""
    closing = {"phase": "closed", "closed_at": event.at, "purge_at": purge_at}
    room = _turn(connection, room_id, seen_version, event, **closing)
    settings = admission.settings_at_close(room, pictures.versions(connection, room_id))
    room = rooms.change(connection, room_id, settings=rows.text_of(settings)) or room
    for table in (schema.answers, schema.figure_versions, schema.participants):
        connection.execute(delete(table).where(table.c.room_id == room_id))
    passing = schema.grants.c.scope != "control"
    connection.execute(delete(schema.grants).where(schema.grants.c.room_id == room_id, passing))
    return room


def _turn(
    connection: Connection, room_id: str, seen_version: int, event: Event, **columns: Any
) -> Room:
    here = (_ROOMS.version == seen_version, _ROOMS.phase != "closed")
    room = rooms.change(connection, room_id, *here, version=_ROOMS.version + 1, **columns)
    if room is None:
        raise admission.why_not_commanded(rooms.by_id(connection, room_id))
    logged = rows.columns(event) | {"room_id": room_id, "version": room.version}
    connection.execute(insert(schema.room_events).values(**logged))
    return room


def already(room_id: str, seen_version: int, event: Event) -> Callable[[Connection], Room | None]:
    """Return a look at whether this very command is the last that was carried out."""

    def look(connection: Connection) -> Room | None:
        room = rooms.by_id(connection, room_id)
        if room is None or room.version != seen_version + 1:
            return None
        last = events(connection, room_id)[-1]
        return room if _told(last) == _told(event) else None

    return look


def _told(event: Event) -> tuple[object, ...]:
    return event.scope, event.command, event.at, rows.text_of(event.detail)


def events(connection: Connection, room_id: str) -> tuple[Event, ...]:
    """Return the log, oldest first."""
    table = schema.room_events
    found = select(table).where(table.c.room_id == room_id).order_by(table.c.version)
    return tuple(rows.event(row) for row in connection.execute(found))


def purge(connection: Connection, room_id: str) -> dict[str, int]:
    """Delete everything of a room and say how many rows that were."""
    rooms.change(connection, room_id, version=_ROOMS.version)
    gone = {
        table.name: connection.execute(delete(table).where(table.c.room_id == room_id)).rowcount
        for table in schema.IN_A_ROOM
    }
    room = connection.execute(delete(schema.rooms).where(_ROOMS.id == room_id)).rowcount
    return {**gone, schema.rooms.name: room}
