"""Many at once, on two stores over one database where the engine allows it: one outcome each, none lost."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import make_url

from tests.contract import builders
from tests.contract.builders import NOW, joined, token
from tests.contract.postgres_server import PostgresServer
from throughline.errors import Conflict, RoomError
from throughline.workshop.room import Change
from throughline.workshop.sql.postgresql import PostgresEngine
from throughline.workshop.sql.store import SqlStore
from throughline.workshop.store import Store

Pair = tuple[Store, Store]


@pytest.fixture
def pair(store: Store, server: PostgresServer) -> Iterator[Pair]:
    """Two replicas on one PostgreSQL; the same store twice elsewhere."""
    if not isinstance(store, SqlStore) or not isinstance(store._engine, PostgresEngine):
        yield store, store
        return
    second = PostgresEngine(make_url(store._engine.core.url))
    yield store, SqlStore(second, second.close)
    second.close()


def at_once(pair: Pair, times: int, verb: Callable[[Store, int], str]) -> Counter[str]:
    """Do something many times at the same moment, in turns on both stores; count how it ended."""
    start = Barrier(times)

    def one(number: int) -> str:
        start.wait()
        try:
            return verb(pair[number % 2], number)
        except RoomError as error:
            return type(error).__name__

    with ThreadPoolExecutor(times) as pool:
        return Counter(pool.map(one, range(times)))


def test_fifty_identical_saves_are_one_save_and_forty_nine_repeats(pair: Pair) -> None:
    builders.a_room(pair[0])
    joined(pair[0], 1)

    def save(store: Store, _number: int) -> str:
        answer = store.submit("room-1", token(1), builders.a_save("the same"))
        return "repeat" if answer.repeat else "saved"

    assert at_once(pair, 50, save) == {"saved": 1, "repeat": 49}
    assert len(pair[0].section_answers("room-1", "work", 1)) == 1


def test_of_fifty_different_edits_of_one_rev_one_is_saved(pair: Pair) -> None:
    builders.a_room(pair[0])
    joined(pair[0], 1)
    builders.saved(pair[0], 1, "first")

    def edit(store: Store, number: int) -> str:
        edit = builders.a_save(f"edit-{number}", base_rev=1)
        try:
            return f"rev {store.submit('room-1', token(1), edit).rev}"
        except Conflict as conflict:
            return f"conflict with {getattr(conflict.saved, 'rev', None)}"

    assert at_once(pair, 50, edit) == {"rev 2": 1, "conflict with 2": 49}


def test_of_fifty_who_join_at_once_thirty_find_a_place_and_nobody_shares_a_slot(pair: Pair) -> None:
    builders.a_room(pair[0], max_people=30)

    def join(store: Store, number: int) -> str:
        return f"slot {joined(store, number).slot}"

    found = at_once(pair, 50, join)

    assert found.pop("RoomFull") == 20
    assert found == {f"slot {slot}": 1 for slot in range(1, 31)}
    assert len(pair[1].people("room-1")) == 30


def test_one_phone_that_joins_fifty_times_is_one_person(pair: Pair) -> None:
    builders.a_room(pair[0])

    assert at_once(pair, 50, lambda store, _: f"slot {joined(store, 1).slot}") == {"slot 1": 50}
    room = pair[1].room("room-1")
    assert room is not None
    assert room.joined == 1


def test_of_twenty_commands_on_one_version_one_is_carried_out(pair: Pair) -> None:
    builders.a_room(pair[0])

    def command(store: Store, _number: int) -> str:
        return f"version {builders.commanded(store, 0).version}"

    assert at_once(pair, 20, command) == {"version 1": 1, "VersionMismatch": 19}
    assert len(pair[1].events("room-1")) == 1


def test_of_twenty_publishers_one_publishes(pair: Pair) -> None:
    builders.a_room(pair[0])

    def publish(store: Store, _number: int) -> str:
        return str(store.publish("room-1", builders.a_picture(), [builders.a_version()]))

    assert at_once(pair, 20, publish) == {"True": 1, "False": 19}


def test_no_save_slips_past_a_close(pair: Pair) -> None:
    builders.a_room(pair[0])
    for number in range(20):
        joined(pair[0], number)

    def close_or_save(store: Store, number: int) -> str:
        if number == 10:
            return builders.closed(store).phase
        builders.saved(store, number, f"save-{number}")
        return "saved"

    found = at_once(pair, 20, close_or_save)

    assert found["closed"] == 1
    assert found["saved"] + found["RoomClosed"] == 19
    assert pair[1].answered("room-1") == {}


@pytest.mark.parametrize("leaver", range(1, 6))
def test_whoever_withdraws_while_a_room_closes_is_out_in_time_or_was_counted(
    pair: Pair, leaver: int
) -> None:
    builders.a_room(pair[0])
    for number in range(1, 6):
        joined(pair[0], number)
    pair[0].publish("room-1", builders.a_picture(), [builders.a_version()])

    def close_or_withdraw(store: Store, number: int) -> str:
        if number:
            return builders.closed(store).phase
        store.withdraw("room-1", token(leaver))
        return "withdrawn"

    found = at_once(pair, 2, close_or_withdraw)

    room = pair[1].room("room-1")
    assert room is not None
    hidden = [["work", 1, "item.J1"]] if found["withdrawn"] else []
    assert (found["closed"], room.settings["hidden"]) == (1, hidden)


def test_two_hundred_saves_at_once_are_all_there(pair: Pair) -> None:
    builders.a_room(pair[0])
    for number in range(200):
        joined(pair[0], number)

    def save(store: Store, number: int) -> str:
        return f"rev {builders.saved(store, number, f'save-{number}').rev}"

    assert at_once(pair, 200, save) == {"rev 1": 200}
    assert pair[1].answered("room-1") == {("work", 1): 200}
    seqs = [answer.seq for answer in pair[1].section_answers("room-1", "work", 1)]
    assert seqs == list(range(1, 201))


def test_commands_saves_and_guesses_do_not_wait_for_each_other_for_ever(pair: Pair) -> None:
    builders.a_room(pair[0], grants=(builders.CONTROL,))
    for number in range(10):
        joined(pair[0], number)

    def mixed(store: Store, number: int) -> str:
        if number < 10:
            builders.saved(store, number, f"save-{number}")
        elif number < 20:
            store.count_guess(b"client", 300)
        elif number < 25:
            store.extend_grant(b"control", NOW + number)
        else:
            event = builders.an_event("other")
            store.command(
                "room-1", seen_version=0, change=Change(), event=event, purge_at=NOW + number
            )
        return "done"

    found = at_once(pair, 30, mixed)

    assert found == {"done": 26, "VersionMismatch": 4}
    assert pair[1].guesses(b"client", 300) == (10, 10)
