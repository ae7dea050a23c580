"""What is kept of a room in memory is never older than the database."""

from collections.abc import Callable

import pytest

from tests.unit.workshop.house import House
from throughline.errors import NotAllowed, UnknownParticipant
from throughline.workshop.picture import Picture
from throughline.workshop.store import Store
from throughline.workshop.views import Place


def two_houses() -> tuple[House, House]:
    """Two processes on one database."""
    first = House()
    return first, House(store=first.store)


def states(place: Place) -> list[str]:
    return [one.state for one in place.asked]


def shown(pictures: tuple[Picture, ...]) -> set[str]:
    return {figure.state for one in pictures for figure in one.figures}


def test_what_one_process_opens_and_locks_a_phone_on_another_sees_at_the_next_look() -> None:
    here, there = two_houses()
    room = here.room()
    token = here.people(room, 1)[0]
    assert not there.workshop.place(room.room_id, token).asked

    here.act(room, "open_section", section="work")
    assert states(there.workshop.place(room.room_id, token)) == ["open"]
    there.save(room, token)
    (asked,) = here.workshop.place(room.room_id, token).asked
    assert asked.saved is not None
    here.act(room, "lock_section", section="work")
    assert states(there.workshop.place(room.room_id, token)) == ["locked"]


def test_a_picture_and_what_a_withdrawal_hides_of_it_are_seen_at_the_next_look() -> None:
    here, there = two_houses()
    room, tokens = here.shown(5)
    assert shown(there.workshop.place(room.room_id, tokens[0]).pictures) == {"shown"}

    here.workshop.withdraw(room.room_id, tokens[4])
    assert shown(there.workshop.place(room.room_id, tokens[0]).pictures) == {"hidden"}


@pytest.mark.parametrize("leave", ["withdraw", "remove"])
def test_whoever_left_is_out_at_once_although_the_room_is_kept_in_memory(leave: str) -> None:
    here, there = two_houses()
    room = here.room()
    gone, stays = here.people(room, 2)
    there.workshop.place(room.room_id, gone)

    if leave == "withdraw":
        here.workshop.withdraw(room.room_id, gone)
    else:
        here.act(room, "remove_device", slot=1)

    with pytest.raises(UnknownParticipant):
        there.workshop.place(room.room_id, gone)
    assert there.workshop.place(room.room_id, stays).slot == 2


def test_a_phone_on_which_nothing_moved_reads_its_own_row_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = House()
    room, tokens = house.shown(6)
    house.workshop.place(room.room_id, tokens[0])
    asked: list[str] = []

    def counted(verb: str) -> Callable[..., object]:
        whole = getattr(house.store, verb)

        def ask(*args: object) -> object:
            asked.append(verb)
            return whole(*args)

        return ask

    for verb in [name for name in vars(Store) if not name.startswith("_")]:
        monkeypatch.setattr(house.store, verb, counted(verb), raising=False)
    for token in tokens:
        house.workshop.place(room.room_id, token)

    assert asked == ["standing"] * len(tokens)


def test_a_screen_shows_what_moved_and_what_locked_by_itself_at_the_next_look() -> None:
    here, there = two_houses()
    room = here.room()
    link = here.workshop.project_link(room.room_id, room.control, seen_version=here.version(room))
    (token,) = here.people(room, 1)
    here.act(room, "open_section", section="work")
    here.act(room, "set_timer", section="work", minutes=1)

    assert [there.workshop.screen("", link).answered, here.save(room, token).rev] == [0, 1]
    assert there.workshop.screen("", link).answered == 1
    for house in (here, there):
        house.later(61)
    assert there.workshop.screen("", link).state == "locked"
    here.act(room, "revoke_link")
    with pytest.raises(NotAllowed):
        there.workshop.screen("", link)


def test_many_screens_of_a_room_read_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    house = House()
    room, _ = house.shown(6)
    link = house.workshop.project_link(room.room_id, room.control, seen_version=house.version(room))
    read: list[str] = []
    whole = house.store.answered

    def answered(room_id: str) -> object:
        read.append(room_id)
        return whole(room_id)

    monkeypatch.setattr(house.store, "answered", answered)
    seen = [house.workshop.screen("", link) for _ in range(5)]

    assert len({id(one) for one in seen}) == 1
    once = len(read)
    house.people(room, 1)
    assert house.workshop.screen("", link).people == 7
    assert len(read) == 2 * once
