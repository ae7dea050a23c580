"""Bringing a database to the schema of this version, once, whoever comes first."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, insert, inspect, select, text, update

from throughline.errors import StoreRefused
from throughline.workshop.sql import schema

Step = Callable[[Connection], None]

STEPS: tuple[Step, ...] = ()
"""From version 1 to 2, from 2 to 3, …; a step that was released is never changed."""

_TURN = 7_401_829_553
"""Number of the lock under which PostgreSQL lets one process at a time migrate."""


def migrate(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Make the tables in an empty database, or take an older one up the steps; all of it or nothing.

    Args:
        connection: in a writing transaction.
        steps: how to get from each version to the next.

    Raises:
        StoreRefused: a newer Throughline wrote it, or something else did.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
    newest = 1 + len(steps)
    tables = set(inspect(connection).get_table_names())
    if tables and not {schema.meta.name, schema.rooms.name} <= tables:
        raise StoreRefused(
            "The database holds tables of something else. Give rooms one of their own."
        )
    if not tables:
        schema.metadata.create_all(connection, checkfirst=False)
        connection.execute(insert(schema.meta).values(key="schema", value=str(schema.VERSION)))
        found = schema.VERSION
    else:
        stored = select(schema.meta.c.value).where(schema.meta.c.key == "schema")
        found = int(connection.execute(stored).scalar_one())
    if found > newest:
        raise StoreRefused(
            f"The rooms were written by a newer Throughline (version {found} of the tables; this one "
            f"knows {newest}). Update Throughline, or give it another database."
        )
    for number, step in enumerate(steps[found - 1 :], found + 1):
        step(connection)
        reached = update(schema.meta).where(schema.meta.c.key == "schema")
        connection.execute(reached.values(value=str(number)))
