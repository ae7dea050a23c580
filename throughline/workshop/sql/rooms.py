"""Rooms, their agenda and their rights: making, finding and changing them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from throughline.errors import CodeTaken
from throughline.workshop.room import Grant, Room, Section
from throughline.workshop.sql import rows, schema

_ROOMS = schema.rooms.c


def change(
    connection: Connection, room_id: str, *where: ColumnElement[bool], **values: Any
) -> Room | None:
    """Update the room's row, which takes the room's lock; None if it is not as ``where`` says."""
    statement = update(schema.rooms).where(_ROOMS.id == room_id, *where).values(**values)
    row = connection.execute(statement.returning(*_ROOMS)).one_or_none()
    return rows.room(row) if row else None


def find(connection: Connection, *where: ColumnElement[bool]) -> Room | None:
    """Return the room that this is true of."""
    row = connection.execute(select(schema.rooms).where(*where)).one_or_none()
    return rows.room(row) if row else None


def by_id(connection: Connection, room_id: str) -> Room | None:
    """Return a room by its id."""
    return find(connection, _ROOMS.id == room_id)


def by_code(connection: Connection, code: str) -> Room | None:
    """Return a room by its code."""
    return find(connection, _ROOMS.code == code)


def create(
    connection: Connection, room: Room, sections: Sequence[Section], grants: Sequence[Grant]
) -> None:
    """Add a room. A conflict is a code or an id in use."""
    if not rows.is_added(connection, schema.rooms, rows.columns(room)):
        raise CodeTaken("the code is in use")
    put_sections(connection, room.id, sections)
    put_grants(connection, grants)


def put_sections(connection: Connection, room_id: str, sections: Sequence[Section]) -> None:
    """Put sections in the place of those with the same section and round, or after all others."""
    table = schema.sections
    for section in sections:
        last = select(func.coalesce(func.max(table.c.position), 0)).where(
            table.c.room_id == room_id
        )
        values = rows.columns(section)
        changed = {name: values[name] for name in values if name not in {"section", "round"}}
        statement = rows.insert_into(connection, table).values(
            room_id=room_id, position=last.scalar_subquery() + 1, **values
        )
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["room_id", "section", "round"], set_=changed
            )
        )


def sections(connection: Connection, room_id: str) -> tuple[Section, ...]:
    """Return the agenda in the order it was made."""
    table = schema.sections
    found = select(table).where(table.c.room_id == room_id).order_by(table.c.position)
    return tuple(rows.section(row) for row in connection.execute(found))


def put_grants(connection: Connection, grants: Sequence[Grant]) -> None:
    """Add rights."""
    for grant in grants:
        connection.execute(insert(schema.grants).values(**rows.columns(grant)))


def grant(connection: Connection, token_hash: bytes) -> Grant | None:
    """Return the right of this token."""
    found = select(schema.grants).where(schema.grants.c.token_hash == token_hash)
    row = connection.execute(found).one_or_none()
    return rows.grant(row) if row else None


def grants(connection: Connection, room_id: str) -> tuple[Grant, ...]:
    """Return the rights in a room, oldest first."""
    table = schema.grants
    found = select(table).where(table.c.room_id == room_id)
    ordered = found.order_by(table.c.created_at, table.c.token_hash)
    return tuple(rows.grant(row) for row in connection.execute(ordered))


def extend_grant(connection: Connection, token_hash: bytes, expires_at: int) -> None:
    """Move the expiry; one row on its own, so the room need not be locked."""
    table = schema.grants
    connection.execute(
        update(table).where(table.c.token_hash == token_hash).values(expires_at=expires_at)
    )


def retire_codes(connection: Connection, before: int) -> int:
    """Take the codes from rooms that were closed before this moment."""
    over = (_ROOMS.code.is_not(None), _ROOMS.closed_at < before)
    return connection.execute(update(schema.rooms).where(*over).values(code=None)).rowcount


def due(connection: Connection, now: int) -> tuple[Room, ...]:
    """Return the rooms whose time is over, the longest first."""
    over = select(schema.rooms).where(_ROOMS.purge_at <= now).order_by(_ROOMS.purge_at, _ROOMS.id)
    return tuple(rows.room(row) for row in connection.execute(over))


def created_since(connection: Connection, moment: int) -> int:
    """Count the rooms made since this moment."""
    made = select(func.count()).select_from(schema.rooms).where(_ROOMS.created_at >= moment)
    return connection.execute(made).scalar_one()
