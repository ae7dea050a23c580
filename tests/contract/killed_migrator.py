"""A program that makes and changes database files until it is killed, and the changes it makes."""

from functools import partial
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

from sqlalchemy import Connection, text

from throughline.workshop.sql.migrations import migrate
from throughline.workshop.sql.sqlite import SqliteEngine


def add_mood(connection: Connection) -> None:
    """A step that takes a moment: a column and a table."""
    connection.execute(text("alter table rooms add column mood text"))
    connection.execute(text("create table moods (id integer primary key, mood text not null)"))
    for number in range(20):
        connection.execute(text("insert into moods values (:n, 'calm')"), {"n": number})


def count_moods(connection: Connection) -> None:
    """A step that would fail if the one before had not run, or had run twice."""
    connection.execute(text("alter table moods add column counted integer"))


LADDER = (add_mood, count_moods)


def migrate_many(folder: str, tell: Pipe) -> None:
    """Make and change file after file, and tell when the first is begun."""
    for number in range(1000):
        engine = SqliteEngine(Path(folder) / f"{number}.sqlite")
        tell.send(number)
        engine.write(migrate)
        engine.write(partial(migrate, steps=LADDER))
        engine.close()
