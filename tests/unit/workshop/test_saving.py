"""One save a second for each person, and nobody loses an answer by it."""

import pytest

from tests.unit.workshop.house import WORK, House
from throughline.errors import TooSoon
from throughline.workshop.views import NewRoom


def opened(house: House) -> tuple[NewRoom, list[str]]:
    """A room with two people and an open section."""
    room = house.room()
    tokens = house.people(room, 2)
    house.act(room, "open_section", section="work")
    return room, tokens


def edit(house: House, room: NewRoom, token: str, number: int) -> int:
    """Save for the time with this number; returns the rev."""
    return house.save(room, token, submission_id=f"save-{number}", base_rev=number - 1).rev


def test_three_saves_pass_at_once_and_then_one_a_second_whoever_else_saves() -> None:
    house = House()
    room, (quick, other) = opened(house)
    assert [edit(house, room, quick, number) for number in (1, 2, 3)] == [1, 2, 3]
    with pytest.raises(TooSoon):
        edit(house, room, quick, 4)
    assert edit(house, room, other, 1) == 1
    house.later(1)
    assert edit(house, room, quick, 4) == 4
    with pytest.raises(TooSoon):
        edit(house, room, quick, 5)


def test_a_save_sent_again_is_never_too_soon_and_what_was_saved_stands() -> None:
    house = House()
    room, (token, _) = opened(house)
    for number in (1, 2, 3):
        edit(house, room, token, number)
    assert house.save(room, token, submission_id="save-3", base_rev=2).repeat
    with pytest.raises(TooSoon):
        edit(house, room, token, 4)
    (asked,) = house.workshop.place(room.room_id, token).asked
    assert asked.saved is not None
    assert asked.saved.rev == 3
    assert house.workshop.own(room.room_id, token).markers == WORK.markers
