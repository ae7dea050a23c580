"""A PostgreSQL that restarts, crashes, drops connections, is away or is set up badly."""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url, text

from tests.contract import builders
from tests.contract.builders import NOW, joined, saved, token
from tests.contract.postgres_server import PostgresServer
from throughline.errors import NotSaved, StoreRefused
from throughline.workshop.engines import open_store
from throughline.workshop.room import Change
from throughline.workshop.sql.patience import Patience
from throughline.workshop.sql.postgresql import PostgresEngine
from throughline.workshop.sql.store import SqlStore

WRITERS = 8
TERMINATE = (
    "select pg_terminate_backend(pid) from pg_stat_activity "
    "where datname = current_database() and pid <> pg_backend_pid()"
)


@pytest.fixture
def stores(server: PostgresServer) -> Iterator[tuple[SqlStore, SqlStore]]:
    """Two replicas on one database."""
    address = server.new_database()
    first = open_store(address)
    assert isinstance(first, SqlStore)
    engine = PostgresEngine(make_url(address))
    yield first, SqlStore(engine, engine.close)
    engine.close()
    first.close()


def restart(server: PostgresServer, _store: SqlStore) -> None:
    """An ordinary restart."""
    server.stop()
    server.start()


def crash(server: PostgresServer, _store: SqlStore) -> None:
    """The server dies without a word and recovers."""
    server.stop(signal.SIGQUIT)
    server.start()


def drop_connections(_server: PostgresServer, store: SqlStore) -> None:
    """Every connection is cut, again and again."""
    for _ in range(20):
        with store._engine.core.connect() as connection:
            connection.execute(text(TERMINATE))


@pytest.mark.parametrize("trouble", [restart, crash, drop_connections])
def test_a_trouble_in_mid_session_loses_nothing_and_nobody_sees_it(
    server: PostgresServer,
    stores: tuple[SqlStore, SqlStore],
    trouble: Callable[[PostgresServer, SqlStore], None],
) -> None:
    builders.a_room(stores[0])
    for number in range(WRITERS):
        joined(stores[0], number)
    going, stop = Event(), Event()

    def save(number: int) -> int:
        rev = 0
        while not stop.is_set():
            assert saved(stores[number % 2], number, f"{number}-{rev}", base_rev=rev).rev == rev + 1
            rev += 1
            if rev > 5:
                going.set()
        return rev

    def command() -> int:
        version = 0
        while not stop.is_set():
            event = builders.an_event("extend_timer", NOW + version, turn=version)
            change = Change(room={"qr_only": version % 2 == 0})
            room = stores[0].command(
                "room-1", seen_version=version, change=change, event=event, purge_at=NOW + version
            )
            version = room.version
        return version

    with ThreadPoolExecutor(WRITERS + 1) as pool:
        writers: list[Future[int]] = [pool.submit(save, number) for number in range(WRITERS)]
        facilitator = pool.submit(command)
        assert going.wait(30)
        try:
            trouble(server, stores[0])
            going.clear()
            assert going.wait(30)
        finally:
            stop.set()
        revs = [writer.result() for writer in writers]
        commands = facilitator.result()

    found = {one.slot: one.rev for one in stores[1].section_answers("room-1", "work", 1)}
    assert found == {number + 1: rev for number, rev in enumerate(revs)}
    log = [event.detail["turn"] for event in stores[1].events("room-1")]
    assert log == list(range(commands))


@pytest.fixture
def losing(
    stores: tuple[SqlStore, SqlStore], monkeypatch: pytest.MonkeyPatch
) -> Callable[[], None]:
    """Arrange that the next commit succeeds and its confirmation is lost."""
    dialect = stores[0]._engine.core.dialect
    commit = dialect.do_commit

    def lose() -> None:
        def do_commit(connection: Any) -> None:
            commit(connection)
            monkeypatch.setattr(dialect, "do_commit", commit)
            connection.dbapi_connection.close()
            raise psycopg.OperationalError("server closed the connection unexpectedly")

        monkeypatch.setattr(dialect, "do_commit", do_commit)

    return lose


def test_a_verb_whose_confirmation_was_lost_is_done_once_and_says_so(
    stores: tuple[SqlStore, SqlStore], losing: Callable[[], None]
) -> None:
    store, other = stores
    losing()
    builders.a_room(store)
    losing()
    assert joined(store, 1).slot == 1
    losing()
    assert saved(store, 1, "a").rev == 1
    losing()
    assert builders.commanded(store, 0).version == 1
    losing()
    store.withdraw("room-1", token(1))
    losing()
    assert builders.closed(store, 1).version == 2

    assert [event.command for event in other.events("room-1")] == ["lock_section", "close"]
    pulse = other.pulse("room-1")
    assert pulse is not None
    assert (pulse.joined, pulse.people, pulse.answer_seq, pulse.phase) == (1, 0, 2, "closed")


def test_a_server_that_is_away_is_said_plainly_and_comes_back(server: PostgresServer) -> None:
    engine = PostgresEngine(make_url(server.new_database()), Patience(seconds=0.3, tries=50))
    store = SqlStore(engine, engine.close)
    other = open_store(str(engine.core.url.set(drivername="postgresql").render_as_string()))
    builders.a_room(store)
    joined(store, 1)
    server.stop()
    try:
        with pytest.raises(NotSaved, match="away"):
            saved(store, 1, "a")
        with pytest.raises(NotSaved):
            store.pulse("room-1")
    finally:
        server.start()

    assert saved(store, 1, "a").rev == 1
    assert store.own_answers("room-1", token(1)) == other.own_answers("room-1", token(1))
    other.close()
    store.close()


def test_a_server_that_is_not_there_is_refused_in_a_sentence_without_the_password(
    monkeypatch: pytest.MonkeyPatch, server: PostgresServer
) -> None:
    monkeypatch.setattr(PostgresEngine.__init__, "__defaults__", (Patience(seconds=0.1, tries=3),))

    with pytest.raises(StoreRefused, match="does not answer") as refusal:
        open_store("postgresql://postgres:secret@127.0.0.1:1/nothing")

    assert "secret" not in str(refusal.value)


def test_a_server_that_acknowledges_what_it_has_not_written_is_refused(
    server: PostgresServer,
) -> None:
    with pytest.raises(StoreRefused, match="synchronous_commit = off"):
        open_store(server.new_database("synchronous_commit = off"))


def test_a_statement_that_takes_too_long_is_given_up(server: PostgresServer) -> None:
    engine = PostgresEngine(make_url(server.new_database("lock_timeout = '50ms'")))
    store = SqlStore(engine, engine.close)
    open_store(engine.core.url.set(drivername="postgresql").render_as_string()).close()
    builders.a_room(store)

    with engine.core.begin() as connection:
        connection.execute(text("lock table rooms in access exclusive mode"))
        with pytest.raises(NotSaved):
            joined(store, 1)

    assert joined(store, 1).slot == 1
    store.close()


def test_a_server_that_is_read_only_is_said_plainly(server: PostgresServer) -> None:
    address = server.new_database()
    open_store(address).close()
    engine = PostgresEngine(make_url(address))
    store = SqlStore(engine, engine.close)
    builders.a_room(store)
    with engine.core.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("alter role postgres set default_transaction_read_only = on"))
    engine.core.dispose()
    try:
        with pytest.raises(NotSaved, match="read-only"):
            joined(store, 1)
        assert store.room("room-1") is not None
    finally:
        with engine.core.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("set default_transaction_read_only = off"))
            connection.execute(text("alter role postgres reset default_transaction_read_only"))
        store.close()


def test_connections_have_their_limits(stores: tuple[SqlStore, SqlStore]) -> None:
    with stores[0]._engine.core.connect() as connection:
        assert connection.scalar(text("show statement_timeout")) == "5s"
        assert connection.scalar(text("show transaction_isolation")) == "read committed"


def test_a_server_is_copied_by_its_own_tools(stores: tuple[SqlStore, SqlStore]) -> None:
    with pytest.raises(NotSaved, match="pg_dump"):
        stores[0].backup("copy")


def test_both_spellings_of_the_address_open_one_store(server: PostgresServer) -> None:
    address = server.new_database()
    one, two = open_store(address), open_store(address.replace("postgresql:", "postgres:"))
    assert isinstance(one, SqlStore)
    assert isinstance(two, SqlStore)

    assert one._engine is two._engine

    one.close()
    two.close()
