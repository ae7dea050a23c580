"""Records as rows and rows as records; mappings travel as JSON text."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import Row, Table, literal_column
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from throughline.workshop.room import Event, Grant, PictureRow, Room, Saved, Section, Version


def text_of(mapping: Mapping[Any, object]) -> str:
    """Write a mapping of primitives as the JSON text that is stored."""
    return json.dumps(dict(mapping), separators=(",", ":"), ensure_ascii=False)


def columns(record: object) -> dict[str, Any]:
    """Return a record's fields as the columns of a row."""
    found = {field.name: getattr(record, field.name) for field in fields(record)}  # type: ignore[arg-type]
    return {
        name: text_of(value) if isinstance(value, Mapping) else value
        for name, value in found.items()
    }


def room(row: Row[Any]) -> Room:
    """Read a row of ``rooms``."""
    return Room(**{**row._mapping, "settings": json.loads(row.settings)})


def section(row: Row[Any]) -> Section:
    """Read a row of ``sections``."""
    kept = {name: value for name, value in row._mapping.items() if name in _SECTION}
    return Section(**kept)


def grant(row: Row[Any]) -> Grant:
    """Read a row of ``grants``."""
    return Grant(**row._mapping)


def saved(row: Row[Any]) -> Saved:
    """Read a row of ``answers`` joined with the person's slot."""
    return Saved(**{name: row._mapping[name] for name in _SAVED})


def event(row: Row[Any]) -> Event:
    """Read a row of ``room_events``."""
    return Event(row.version, row.scope, row.command, json.loads(row.detail), row.at)


def picture(row: Row[Any]) -> PictureRow:
    """Read a row of ``pictures``."""
    return PictureRow(**{name: row._mapping[name] for name in _PICTURE})


def version(row: Row[Any]) -> Version:
    """Read a row of ``figure_versions``."""
    return Version(
        section=row.section,
        round=row.round,
        figure=row.figure,
        ver=row.ver,
        n=row.n,
        members=members(row.members),
    )


def members(text: str) -> dict[int, object]:
    """Read whose values a version was made of."""
    return {int(slot): value for slot, value in json.loads(text).items()}


def insert_into(connection: Connection, table: Table) -> "sqlite.Insert | postgresql.Insert":
    """Return the insert of this engine, which knows ``on conflict``."""
    return insert_of(connection.dialect.name, table)


def insert_of(dialect: str, table: Table) -> "sqlite.Insert | postgresql.Insert":
    """Return the insert of an engine by its name."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


def is_added(connection: Connection, table: Table, values: Mapping[str, Any]) -> bool:
    """Add a row unless one of its keys is there already, and say whether it was added."""
    row = insert_into(connection, table).values(**values).on_conflict_do_nothing()
    return connection.execute(row.returning(literal_column("1"))).first() is not None


_SECTION = {field.name for field in fields(Section)}
_SAVED = [field.name for field in fields(Saved) if field.name != "repeat"]
_PICTURE = [field.name for field in fields(PictureRow)]
