"""Tables are made and changed once, whoever comes first and whoever is killed, or a newer file is refused."""

import multiprocessing
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import Connection, make_url, text, update

from tests.contract import builders
from tests.contract.conftest import ENGINES
from tests.contract.killed_migrator import LADDER, add_mood, migrate_many
from tests.contract.postgres_server import PostgresServer
from tests.contract.test_killed import processes
from throughline.errors import StoreRefused
from throughline.workshop.engines import open_store
from throughline.workshop.sql import schema
from throughline.workshop.sql.engine import Engine
from throughline.workshop.sql.migrations import STEPS, migrate
from throughline.workshop.sql.postgresql import PostgresEngine
from throughline.workshop.sql.sqlite import SqliteEngine
from throughline.workshop.sql.store import SqlStore

KILLS = 30


@pytest.fixture(params=ENGINES[1:])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """An empty database of each engine."""
    if request.param == "sqlite":
        return SqliteEngine(tmp_path / "rooms.sqlite")
    server: PostgresServer = request.getfixturevalue("server")
    return PostgresEngine(make_url(server.new_database()))


def version(engine: Engine) -> int:
    """The version that the database says it has."""
    return int(
        engine.read(lambda c: c.scalar(schema.meta.select().with_only_columns(schema.meta.c.value)))
        or 0
    )


def test_the_version_counts_the_steps() -> None:
    assert len(STEPS) == schema.VERSION - 1


def test_an_older_database_goes_up_every_step_once_and_keeps_its_rooms(engine: Engine) -> None:
    engine.write(migrate)
    store = SqlStore(engine, engine.close)
    builders.a_room(store)
    builders.joined(store, 1)

    engine.write(partial(migrate, steps=LADDER))
    engine.write(partial(migrate, steps=LADDER))

    assert version(engine) == 3
    assert len(store.people("room-1")) == 1
    store.close()


def test_a_step_that_fails_leaves_the_database_as_it_was(engine: Engine) -> None:
    engine.write(migrate)

    def fail(connection: Connection) -> None:
        connection.execute(text("create table half_done (id integer)"))
        raise OSError("the lights went out")

    with pytest.raises(OSError, match="lights"):
        engine.write(partial(migrate, steps=(add_mood, fail)))

    assert version(engine) == 1
    engine.write(partial(migrate, steps=LADDER))
    assert version(engine) == 3
    engine.close()


def test_a_database_of_a_newer_version_is_refused_in_a_sentence(engine: Engine) -> None:
    engine.write(migrate)
    engine.write(lambda c: c.execute(update(schema.meta).values(value="9")).rowcount)
    address = engine.core.url.set(drivername=engine.core.dialect.name)
    engine.close()

    with pytest.raises(StoreRefused, match=r"newer Throughline \(version 9"):
        open_store(address.render_as_string(hide_password=False))


def test_a_database_of_something_else_is_refused_and_left_alone(engine: Engine) -> None:
    engine.write(lambda c: c.execute(text("create table meta (mood text)")) and None)
    address = engine.core.url.set(drivername=engine.core.dialect.name)
    engine.close()

    with pytest.raises(StoreRefused, match="something else"):
        open_store(address.render_as_string(hide_password=False))


def test_two_that_start_at_once_make_the_tables_once(server: PostgresServer) -> None:
    for _ in range(3):
        address = make_url(server.new_database())
        engines = [PostgresEngine(address) for _ in range(4)]
        start = Barrier(len(engines))

        def up(engine: Engine, start: Barrier = start) -> int:
            start.wait()
            engine.write(partial(migrate, steps=LADDER))
            return version(engine)

        with ThreadPoolExecutor(len(engines)) as pool:
            assert list(pool.map(up, engines)) == [3] * len(engines)
        for engine in engines:
            engine.close()


def test_a_process_killed_while_it_migrates_leaves_no_half(tmp_path: Path) -> None:
    seen = set()
    for kill in range(KILLS):
        folder = tmp_path / str(kill)
        folder.mkdir()
        hear, tell = multiprocessing.Pipe(duplex=False)
        process = processes().Process(target=migrate_many, args=(str(folder), tell))
        process.start()
        tell.close()
        hear.recv()
        hear.poll(kill * 0.004)
        process.kill()
        process.join()
        process.close()
        hear.close()
        for path in folder.glob("*.sqlite"):
            connection = sqlite3.connect(path)
            tables = {name for (name,) in connection.execute("select name from sqlite_master")}
            stored = connection.execute("select value from meta").fetchone() if tables else ("0",)
            connection.close()
            seen.add(stored[0])
            assert ("moods" in tables) == (stored[0] == "3")
            engine = SqliteEngine(path)
            engine.write(partial(migrate, steps=LADDER))
            assert version(engine) == 3
            engine.close()

    assert len(seen) >= 2
