"""The three stores, each empty at the start of a test."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import delete

from tests.contract.postgres_server import PostgresServer
from throughline.workshop.engines import open_store
from throughline.workshop.sql import schema
from throughline.workshop.sql.store import SqlStore
from throughline.workshop.store import Store

ENGINES = ("memory", "sqlite", "postgresql")


@pytest.fixture(autouse=True)
def _children_run_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process started here would first run what AppTest has left as the main program: a page."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """One server per test process; tests that stop it start it again."""
    server = PostgresServer()
    yield server
    server.remove()


@pytest.fixture(scope="session")
def postgres_store(server: PostgresServer) -> Iterator[SqlStore]:
    """One database for all tests that only need an empty one."""
    store = open_store(server.new_database())
    assert isinstance(store, SqlStore)
    yield store
    store.close()


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each engine."""
    if request.param == "postgresql":
        shared: SqlStore = request.getfixturevalue("postgres_store")
        empty(shared)
        yield shared
        return
    address = {"memory": "memory://", "sqlite": f"sqlite:///{tmp_path / 'rooms.sqlite'}"}
    store = open_store(address[request.param])
    yield store
    store.close()


def empty(store: SqlStore) -> None:
    """Delete every room and guess of a database."""

    def clear(connection: object) -> None:
        for table in (*schema.IN_A_ROOM, schema.rooms, schema.guesses):
            connection.execute(delete(table))  # type: ignore[attr-defined]

    store._engine.write(clear)
