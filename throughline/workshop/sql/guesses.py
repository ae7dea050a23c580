"""Counting failed codes in windows of five minutes, by client and for everybody."""

from sqlalchemy import Connection, delete, func, select

from throughline.workshop.sql import rows, schema

_GUESSES = schema.guesses.c


def count(connection: Connection, client_hash: bytes, window_start: int) -> None:
    """Count one failed code."""
    first = rows.insert_into(connection, schema.guesses).values(
        client_hash=client_hash, window_start=window_start, n=1
    )
    connection.execute(
        first.on_conflict_do_update(
            index_elements=["client_hash", "window_start"], set_={"n": _GUESSES.n + 1}
        )
    )


def made(connection: Connection, client_hash: bytes, window_start: int) -> tuple[int, int]:
    """Return the failed codes in this window: of this client, and of everybody."""
    total = func.coalesce(func.sum(_GUESSES.n), 0)
    everybody = select(total).where(_GUESSES.window_start == window_start)
    theirs = everybody.where(_GUESSES.client_hash == client_hash)
    return (
        int(connection.execute(theirs).scalar_one()),
        int(connection.execute(everybody).scalar_one()),
    )


def forget(connection: Connection, before: int) -> None:
    """Delete the counts of windows that began before this moment."""
    connection.execute(delete(schema.guesses).where(_GUESSES.window_start < before))
