"""Pictures as they were shown, and the versions that say whose values were in them."""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, select

from throughline.errors import RoomClosed
from throughline.workshop import admission
from throughline.workshop.room import PictureRow, Version
from throughline.workshop.sql import people, rooms, rows, schema
from throughline.workshop.sql.engine import Unchanged

_ROOMS = schema.rooms.c


def publish(
    connection: Connection, room_id: str, picture: PictureRow, versions: Sequence[Version]
) -> bool:
    """Add a picture with its versions, all or none."""
    showing = _ROOMS.phase.in_(admission.PUBLISHING)
    room = rooms.change(connection, room_id, showing, picture_seq=_ROOMS.picture_seq + 1)
    if room is None:
        raise RoomClosed("the room shows no new pictures")
    slots = {person.slot for person in people.everybody(connection, room_id)}
    _add(connection, schema.pictures, room_id, room.picture_seq, picture)
    for one in versions:
        members = rows.text_of(admission.still_counted(one.members, slots))
        _add(connection, schema.figure_versions, room_id, room.picture_seq, one, members=members)
    return True


def _add(
    connection: Connection,
    table: Table,
    room_id: str,
    position: int,
    record: PictureRow | Version,
    **changed: object,
) -> None:
    values = rows.columns(record) | changed | {"room_id": room_id, "position": position}
    if not rows.is_added(connection, table, values):
        raise Unchanged(result=False)


def pictures(connection: Connection, room_id: str) -> tuple[PictureRow, ...]:
    """Return a room's pictures, oldest first."""
    table = schema.pictures
    found = select(table).where(table.c.room_id == room_id).order_by(table.c.position)
    return tuple(rows.picture(row) for row in connection.execute(found))


def versions(connection: Connection, room_id: str) -> tuple[Version, ...]:
    """Return every version shown in a room, oldest first."""
    table = schema.figure_versions
    order = (table.c.position, table.c.section, table.c.round, table.c.figure, table.c.ver)
    found = select(table).where(table.c.room_id == room_id).order_by(*order)
    return tuple(rows.version(row) for row in connection.execute(found))
