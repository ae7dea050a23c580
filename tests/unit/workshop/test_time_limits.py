"""None accepted after the lock or the deadline and its grace, none refused before."""

import pytest

from tests.unit.workshop.house import House
from throughline.errors import SectionClosed


@pytest.mark.parametrize("ending", ["lock", "deadline"])
def test_three_hundred_saves_around_the_end_are_judged_by_the_servers_clock(ending: str) -> None:
    house = House()
    room = house.room()
    tokens = house.people(room, 300)
    house.act(room, "open_section", section="work")
    if ending == "deadline":
        house.act(room, "set_timer", section="work", minutes=1)
    start = house.wall
    end, locked = start + 60, False
    for number, token in enumerate(tokens):
        house.wall = start + 57 + number / 30
        if ending == "lock" and not locked and house.wall >= end:
            house.act(room, "lock_section", section="work")
            locked = True
        accepted = True
        try:
            house.save(room, token)
        except SectionClosed:
            accepted = False
        assert accepted == (house.wall <= end + 2)


def test_a_save_that_was_acknowledged_is_the_same_save_when_it_is_repeated_late() -> None:
    house = House()
    room = house.room()
    token = house.people(room, 1)[0]
    house.act(room, "open_section", section="work")
    first = house.save(room, token)
    house.act(room, "lock_section", section="work")
    house.later(60)
    again = house.save(room, token)
    assert (again.repeat, again.rev) == (True, first.rev)
