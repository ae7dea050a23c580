"""The SQLite file: private, held once, durable, full or read-only without loss, and clean after a close."""

import shutil
import sqlite3
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event, Lock, Timer

import pytest
from sqlalchemy import Connection, event

from tests.contract import builders
from tests.contract.builders import a_picture, a_version, joined, saved, token
from throughline.errors import NotSaved, StoreRefused
from throughline.workshop.engines import open_store
from throughline.workshop.sql.patience import Patience
from throughline.workshop.sql.store import SqlStore

MARK = "a sentence nobody else would write"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "rooms.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[SqlStore]:
    store = open_store(f"sqlite:///{path}")
    assert isinstance(store, SqlStore)
    yield store
    store.close()


def hamper(store: SqlStore, pragma: str) -> None:
    """Give every connection from now on a pragma more."""
    event.listen(
        store._engine.core, "connect", lambda driver, _: driver.execute(f"pragma {pragma}")
    )
    store._engine.core.dispose()


def files(path: Path) -> dict[str, bytes]:
    """Everything that lies beside the database, with its bytes."""
    return {one.name: one.read_bytes() for one in path.parent.iterdir()}


def test_every_connection_is_set_up_for_safety(store: SqlStore) -> None:
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 5000,
        "cache_size": -256,
    }

    with store._engine.core.connect() as one, store._engine.core.connect() as two:
        for connection in (one, two):
            found = {
                name: connection.exec_driver_sql(f"pragma {name}").scalar() for name in expected
            }
            assert found == expected


def test_nobody_else_can_read_the_file_its_log_or_its_copy(store: SqlStore, path: Path) -> None:
    builders.a_room(store)
    store.backup(str(path.parent / "copy.sqlite"))

    rights = {one.name: stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()}

    assert set(rights.values()) == {0o600}
    assert {"rooms.sqlite", "rooms.sqlite-wal", "copy.sqlite"} <= rights.keys()


def test_one_thread_at_a_time_writes_and_readers_do_not_wait_for_it(store: SqlStore) -> None:
    begun = []

    @event.listens_for(store._engine.core, "begin")
    def look(connection: Connection) -> None:
        turn = store._engine.turn
        assert isinstance(turn, type(Lock()))
        begun.append((connection.get_execution_options().get("writing", False), turn.locked()))

    builders.a_room(store)
    store.room("room-1")

    assert begun == [(True, True), (False, False)]


def test_a_file_that_is_opened_again_in_one_process_shares_its_lock_and_pool(
    store: SqlStore, path: Path
) -> None:
    again = open_store(f"sqlite:///{path}")
    assert isinstance(again, SqlStore)

    assert again._engine is store._engine

    again.close()
    again.close()
    builders.a_room(store)
    assert store.room("room-1") is not None


def test_what_is_no_database_is_refused_in_a_sentence(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"a letter to a friend, and no database " * 100)

    with pytest.raises(StoreRefused, match="none of Throughline's"):
        open_store(f"sqlite:///{path}")

    assert path.read_bytes().startswith(b"a letter")


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "mysql://x", "", "rooms.sqlite"]
)
def test_an_address_of_another_kind_is_refused_in_a_sentence(url: str) -> None:
    with pytest.raises(StoreRefused, match="sqlite:///"):
        open_store(url)


def test_a_folder_that_cannot_be_made_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StoreRefused, match="cannot be written"):
        open_store(f"sqlite:///{tmp_path / 'file' / 'rooms.sqlite'}")


def test_a_full_disk_is_said_plainly_and_loses_nothing(store: SqlStore) -> None:
    builders.a_room(store)
    joined(store, 1)
    with store._engine.core.connect() as connection:
        pages = connection.exec_driver_sql("pragma page_count").scalar_one()
    hamper(store, f"max_page_count = {pages + 6}")
    acknowledged = 0

    def save_ever_more() -> None:
        nonlocal acknowledged
        for rev in range(100):
            saved(store, 1, f"save-{rev}", base_rev=rev, payload="x" * 2000 * (rev + 1))
            acknowledged += 1

    with pytest.raises(NotSaved, match="the disk is full"):
        save_ever_more()

    assert acknowledged > 0
    (kept,) = store.own_answers("room-1", token(1))
    assert kept.rev == acknowledged
    hamper(store, "max_page_count = 1000000")
    assert saved(store, 1, "again", base_rev=acknowledged).rev == acknowledged + 1


def test_a_read_only_disk_is_said_plainly_and_can_be_read(store: SqlStore) -> None:
    builders.a_room(store)
    joined(store, 1)
    saved(store, 1, "a")
    hamper(store, "query_only = on")

    with pytest.raises(NotSaved, match="the database is read-only"):
        saved(store, 1, "b", base_rev=1)
    with pytest.raises(NotSaved):
        builders.closed(store)

    assert store.own_answers("room-1", token(1))[0].rev == 1
    hamper(store, "query_only = off")
    assert saved(store, 1, "b", base_rev=1).rev == 2


def test_a_file_that_somebody_else_writes_to_is_waited_for(store: SqlStore, path: Path) -> None:
    builders.a_room(store)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("begin immediate")
    let_go = Timer(0.2, other.execute, ["rollback"])
    let_go.start()

    joined(store, 1)

    let_go.join()
    other.close()
    assert len(store.people("room-1")) == 1


def test_a_file_that_stays_busy_is_given_up_without_a_change(store: SqlStore, path: Path) -> None:
    builders.a_room(store)
    hamper(store, "busy_timeout = 1")
    store._engine.patience = Patience(seconds=0.2, tries=4, first=0.001)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")

    with pytest.raises(NotSaved, match="in use"):
        joined(store, 1)

    other.execute("rollback")
    other.close()
    assert joined(store, 1).slot == 1


def test_after_the_close_no_answer_is_left_in_any_file(store: SqlStore, path: Path) -> None:
    builders.a_room(store, title="the title")
    for number in range(1, 41):
        joined(store, number)
        saved(store, number, f"{MARK} {number}", payload=f'{{"facts":"{MARK} {number * 7}"}}' * 40)
    for number in range(1, 21):
        saved(store, number, f"{MARK} edit", base_rev=1, payload=f"{MARK} edited " * 90)
    store.withdraw("room-1", token(40))
    members = dict.fromkeys(range(1, 40), MARK)
    store.publish("room-1", a_picture(), [replace(a_version(), members=members)])
    assert any(MARK.encode() in content for content in files(path).values())

    builders.closed(store)

    left = files(path)
    assert [name for name, content in left.items() if MARK.encode() in content] == []
    assert left["rooms.sqlite-wal"] == b""
    assert any(b"the title" in content for content in left.values())


def test_after_a_withdrawal_nothing_of_the_person_is_left(store: SqlStore, path: Path) -> None:
    builders.a_room(store)
    joined(store, 1)
    saved(store, 1, "a", payload=MARK)

    store.withdraw("room-1", token(1))

    assert not any(MARK.encode() in content for content in files(path).values())


def test_after_a_purge_nothing_of_the_room_is_left(store: SqlStore, path: Path) -> None:
    builders.a_room(store, title=MARK, settings={"note": MARK}, code="98127634")
    store.publish("room-1", replace(a_picture(), payload=MARK), [])
    builders.closed(store)

    store.purge("room-1")

    for content in files(path).values():
        assert MARK.encode() not in content
        assert b"98127634" not in content


def test_a_copy_made_while_people_save_is_whole(store: SqlStore, path: Path) -> None:
    builders.a_room(store)
    for number in range(4):
        joined(store, number)
    going, stop = Event(), Event()

    def save(number: int) -> int:
        rev = 0
        while not stop.is_set():
            saved(store, number, f"{number}-{rev}", base_rev=rev)
            rev += 1
            if rev > 5:
                going.set()
        return rev

    with ThreadPoolExecutor(4) as pool:
        revs = [pool.submit(save, number) for number in range(4)]
        going.wait()
        before = {one.slot: one.rev for one in store.section_answers("room-1", "work", 1)}
        store.backup(str(path.parent / "copy.sqlite"))
        stop.set()
        after = [rev.result() for rev in revs]

    copy = open_store(f"sqlite:///{path.parent / 'copy.sqlite'}")
    found = {one.slot: one.rev for one in copy.section_answers("room-1", "work", 1)}
    copy.close()
    assert all(before[slot] <= found[slot] for slot in before)
    assert all(found[slot] <= after[slot - 1] for slot in found)
    with sqlite3.connect(path.parent / "copy.sqlite") as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_a_copy_that_cannot_be_written_is_said_plainly(store: SqlStore, tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        store.backup(str(tmp_path / "no" / "such" / "folder" / "copy.sqlite"))


def test_a_store_in_memory_has_no_copy() -> None:
    with pytest.raises(NotSaved):
        open_store("memory://").backup("copy.sqlite")


def test_a_copy_of_the_bare_file_would_have_lost_rows(store: SqlStore, path: Path) -> None:
    builders.a_room(store)
    joined(store, 1)

    shutil.copy(path, path.parent / "bare.sqlite")

    with sqlite3.connect(path.parent / "bare.sqlite") as connection:
        tables = connection.execute("select count(*) from sqlite_master").fetchone()
        assert tables == (0,) or not connection.execute("select * from participants").fetchall()
    connection.close()
