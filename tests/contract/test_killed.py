"""A process that is killed while it writes loses nothing that it has acknowledged."""

import multiprocessing
import sqlite3
import sys
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

import pytest

from tests.contract import builders
from tests.contract.killed_writer import PEOPLE, Told, write
from tests.contract.postgres_server import PostgresServer
from throughline.errors import StoreRefused
from throughline.workshop.engines import open_store

SQLITE_KILLS = 100
POSTGRES_KILLS = 10
KILLED = ("tests.contract.killed_writer", "tests.contract.killed_migrator")


def processes() -> ForkServerContext | SpawnContext:
    """How to start a process quickly that shares nothing with this one."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*KILLED, "throughline.workshop.sql.opening"])
    return context


def kill_after(address: str, life: int, saves: int) -> list[Told]:
    """Let a process write, kill it after so many acknowledged saves, and return what it acknowledged."""
    context = processes()
    hear, tell = context.Pipe(duplex=False)
    writer = context.Process(target=write, args=(address, life, tell))
    writer.start()
    tell.close()
    told = [Told(*hear.recv()) for _ in range(saves)]
    writer.kill()
    while True:
        try:
            told.append(Told(*hear.recv()))
        except EOFError:
            break
    writer.join()
    writer.close()
    hear.close()
    return told


def kill_many(address: str, kills: int) -> int:
    """Kill a writer many times and look after each; return how many saves were acknowledged in all."""
    store = open_store(address)
    builders.a_room(store)
    for person in range(PEOPLE):
        builders.joined(store, person)
    store.close()
    acknowledged = 0
    for life in range(kills):
        told = kill_after(address, life, 1 + life % 17)
        acknowledged += len(told)
        last = {one.person: one for one in told}
        store = open_store(address)
        for person, one in last.items():
            (saved,) = store.own_answers("room-1", builders.token(person))
            # Saved and not yet told is normal, one edit per person at most; told and not saved is a loss.
            assert saved.rev in {one.rev, one.rev + 1}
            if saved.rev == one.rev:
                assert saved.submission_id == one.submission_id
        store.close()
    return acknowledged


def test_no_acknowledged_answer_is_lost_to_a_hundred_kills(tmp_path: Path) -> None:
    path = tmp_path / "rooms.sqlite"

    acknowledged = kill_many(f"sqlite:///{path}", SQLITE_KILLS)

    assert acknowledged > 8 * SQLITE_KILLS
    with sqlite3.connect(path) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert connection.execute("select count(*) from answers").fetchone() == (PEOPLE,)
    connection.close()


def test_a_killed_replica_loses_nothing_on_postgresql(server: PostgresServer) -> None:
    assert kill_many(server.new_database(), POSTGRES_KILLS) >= POSTGRES_KILLS


def test_a_second_process_is_refused_in_a_sentence_until_the_first_is_gone(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'rooms.sqlite'}"
    context = processes()
    hear, tell = context.Pipe(duplex=False)
    holder = context.Process(target=write, args=(address, 0, tell))
    store = open_store(address)
    builders.a_room(store)
    for person in range(PEOPLE):
        builders.joined(store, person)
    store.close()
    holder.start()
    tell.close()  # a holder that died is an error here, not a wait for ever
    hear.recv()

    with pytest.raises(StoreRefused, match=r"Another Throughline is using rooms\.sqlite"):
        open_store(address)

    holder.kill()
    holder.join()
    open_store(address).close()
