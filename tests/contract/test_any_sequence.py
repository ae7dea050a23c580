"""Any sequence of verbs, restarts included, leaves every store as the model says."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import event

from tests.contract import builders
from tests.contract.builders import NOW, OPEN, WAITING, token
from tests.contract.conftest import empty
from tests.contract.model import PLACES, Model
from throughline.errors import RoomError
from throughline.workshop.engines import open_store
from throughline.workshop.room import Version
from throughline.workshop.sql.store import SqlStore
from throughline.workshop.store import Store

NUMBERS = st.integers(0, 4)
SECTIONS = st.sampled_from(["work", "factors"])
NAMES = st.sampled_from("abc")
MOMENTS = st.integers(NOW, NOW + 60)


def ended(verb: Callable[[], Any]) -> Any:
    """What a verb returns, or the type of what it raises."""
    try:
        return verb()
    except RoomError as error:
        return type(error)


def opened(address: str) -> SqlStore:
    """Open a database; a file without waiting for the disk, which is not what is tested here."""
    store = open_store(address)
    assert isinstance(store, SqlStore)
    if address.startswith("sqlite"):
        core = store._engine.core
        event.listen(core, "connect", lambda driver, _: driver.execute("pragma synchronous = off"))
        core.dispose()
    return store


class Rooms(RuleBasedStateMachine):
    """Drives a store and the model side by side."""

    address: ClassVar[str] = "memory://"

    def __init__(self) -> None:
        super().__init__()
        self.store = self.opened()
        self.model = Model()
        builders.a_room(self.store, max_people=PLACES)

    def opened(self) -> Store:
        """Open an empty store."""
        return open_store(self.address)

    def teardown(self) -> None:
        """Close it."""
        self.store.close()

    @rule(number=NUMBERS)
    def join(self, number: int) -> None:
        """Somebody joins, perhaps again."""
        found = ended(lambda: builders.joined(self.store, number).slot)
        assert found == self.model.join(number)

    @rule(number=NUMBERS, section=SECTIONS, stale=st.integers(0, 1), name=NAMES, at=MOMENTS)
    def save(self, number: int, section: str, stale: int, name: str, at: int) -> None:
        """Somebody saves, perhaps again, on an old rev, too late or without having joined."""
        base = max(0, self.model.answers.get((number, section), (0,))[0] - stale)
        save = builders.a_save(name, section=section, base_rev=base, received=float(at))
        found = ended(lambda: self.store.submit("room-1", token(number), save))
        expected = self.model.save(number, section, base, name, at)
        assert (found if isinstance(found, type) else (found.rev, found.repeat)) == expected

    @rule(number=NUMBERS)
    def withdraw(self, number: int) -> None:
        """Somebody leaves, or tries to."""
        found = ended(lambda: self.store.withdraw("room-1", token(number)))
        assert found == self.model.leave(number)

    @rule(
        section=SECTIONS,
        state=st.sampled_from(["open", "locked", "revealed", "open"]),
        at=MOMENTS,
        stale=st.sampled_from([0, 0, 0, 1]),
    )
    def move(self, section: str, state: Any, at: int, stale: int) -> None:
        """A section is opened, locked or revealed, perhaps from an old version."""
        end = None if state == "open" else at
        row = replace(
            OPEN if section == "work" else WAITING, section=section, state=state, locked_at=end
        )
        seen = self.model.version - stale
        found = ended(lambda: builders.commanded(self.store, seen, sections=(row,)).version)
        expected = self.model.command(seen)
        assert found == expected
        if isinstance(expected, int):
            self.model.states[section], self.model.ended[section] = state, end

    @rule(door=st.booleans(), phase=st.sampled_from(["live", "live", "handout"]))
    def turn(self, door: bool, phase: str) -> None:
        """The door or the phase changes."""
        seen = self.model.version
        room = {"joins_locked": door, "phase": phase}
        found = ended(lambda: builders.commanded(self.store, seen, room=room).version)
        expected = self.model.command(seen)
        assert found == expected
        if isinstance(expected, int):
            self.model.door, self.model.phase = door, phase

    @precondition(lambda self: self.model.slots)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        """A device is removed."""
        number = data.draw(st.sampled_from(sorted(self.model.slots)))
        slot, seen = self.model.slots[number], self.model.version
        found = ended(lambda: builders.commanded(self.store, seen, remove_slots=(slot,)).version)
        assert found == self.model.command(seen)
        self.model.leave(number)

    @rule(ver=st.integers(1, 3))
    def publish(self, ver: int) -> None:
        """A picture is made of who is in the room, with somebody who has just left."""
        members = {slot: slot for slot in range(1, PLACES + 1)}
        version = Version("work", 1, "item.J1", ver, 5, members)
        found = ended(lambda: self.store.publish("room-1", builders.a_picture(ver), [version]))
        if self.model.phase not in ("live", "handout"):
            assert isinstance(found, type)
            return
        assert found == (ver not in self.model.counted)
        inside = set(self.model.slots.values())
        marked = {slot: value if slot in inside else None for slot, value in members.items()}
        self.model.counted.setdefault(ver, marked)

    @precondition(lambda self: self.model.version > 4)
    @rule(stale=st.integers(0, 1))
    def close(self, stale: int) -> None:
        """The room is closed."""
        seen = self.model.version - stale
        found = ended(lambda: builders.closed(self.store, seen).version)
        assert found == self.model.close(seen)

    @precondition(lambda self: self.model.phase == "closed")
    @rule()
    def purge(self) -> None:
        """The room is deleted, and another begins."""
        assert self.store.purge("room-1")["rooms"] == 1
        self.model = Model()
        builders.a_room(self.store, max_people=PLACES)

    @invariant()
    def looks_as_the_model_says(self) -> None:
        """Everything that can be read."""
        model = self.model
        pulse = self.store.pulse("room-1")
        assert pulse is not None
        answers = model.answers
        assert (pulse.phase, pulse.version, pulse.joined) == (
            model.phase,
            model.version,
            model.joined,
        )
        assert (pulse.people, pulse.answer_seq) == (len(model.slots), model.seq)
        assert pulse.answered == sum(section == "work" for _, section in answers)
        counts = self.store.answered("room-1")
        assert sum(counts.values()) == len(answers)
        assert len(self.store.events("room-1")) == model.version
        counted = sorted(
            (seq, model.slots[number], rev, name)
            for (number, section), (rev, name, late, seq) in answers.items()
            if section == "work" and not late
        )
        found = self.store.section_answers("room-1", "work", 1)
        assert [(one.seq, one.slot, one.rev, one.submission_id) for one in found] == counted
        shown = {version.ver: version.members for version in self.store.versions("room-1")}
        assert shown == model.counted


class RoomsInADatabase(Rooms):
    """The same in a database that stays open from one sequence to the next."""

    kept: ClassVar[SqlStore]

    def opened(self) -> Store:
        """Empty the database."""
        empty(self.kept)
        return self.kept

    def teardown(self) -> None:
        """Leave it open."""


class RoomsInAFile(RoomsInADatabase):
    """The same in a SQLite file that may be closed and opened at any moment."""

    @precondition(lambda self: self.model.version % 8 == 1)
    @rule()
    def restart(self) -> None:
        """The program ends and starts again."""
        self.store.close()
        type(self).kept = opened(self.address)
        self.store = self.kept


class RoomsOnAServer(RoomsInADatabase):
    """The same on PostgreSQL, whose connections may be lost at any moment."""

    @rule()
    def lose_connections(self) -> None:
        """Every connection ends on the server's side."""
        with self.kept._engine.core.connect() as connection:
            connection.exec_driver_sql(
                "select pg_terminate_backend(pid) from pg_stat_activity "
                "where datname = current_database() and pid <> pg_backend_pid()"
            )


@pytest.mark.parametrize(
    ("machine", "examples", "steps"),
    [(Rooms, 100, 40), (RoomsInAFile, 100, 40), (RoomsOnAServer, 10, 30)],
    ids=["memory", "sqlite", "postgresql"],
)
def test_any_sequence_of_verbs_leaves_the_room_as_the_model_says(
    machine: type[Rooms], examples: int, steps: int, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    if issubclass(machine, RoomsInADatabase):
        machine.address = f"sqlite:///{tmp_path / 'rooms.sqlite'}"
        if machine is RoomsOnAServer:
            machine.address = request.getfixturevalue("server").new_database()
        machine.kept = opened(machine.address)
    thorough = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=thorough)
    if issubclass(machine, RoomsInADatabase):
        machine.kept.close()
