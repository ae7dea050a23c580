"""Coming in, guessing codes, and coming back."""

from dataclasses import replace

import pytest

from tests.unit.workshop.house import PLAN, WORK, House
from throughline.errors import (
    JoinsLocked,
    RoomError,
    RoomFull,
    TooManyGuesses,
    UnknownParticipant,
    UnknownRoom,
)
from throughline.workshop.ground import read_resume_code


def guess(house: House, number: int, client: str) -> type[RoomError]:
    """Type a wrong code; returns how it was refused."""
    with pytest.raises(RoomError) as refused:
        house.workshop.invitation(f"{number:08d}", client=client)
    return type(refused.value)


def test_ten_thousand_guesses_of_many_clients_are_stopped_at_fifteen_hundred() -> None:
    house = House()
    room = house.room()
    answers = [guess(house, number, f"client {number}") for number in range(10_000)]
    assert answers.count(UnknownRoom) == 1_500
    assert answers.index(TooManyGuesses) == 1_500
    with pytest.raises(TooManyGuesses):
        house.workshop.invitation(room.code, client="an honest one")
    assert house.workshop.desk(room.room_id, room.control).throttled


def test_one_client_has_twenty_guesses_and_then_a_valid_code_is_not_looked_up() -> None:
    house = House()
    room = house.room()
    assert [guess(house, n, "one") for n in range(20)] == [UnknownRoom] * 20
    with pytest.raises(TooManyGuesses):
        house.workshop.invitation(room.code, client="one")
    assert house.workshop.invitation(room.code, client="another").room_id == room.room_id
    house.later(300)
    assert house.workshop.invitation(room.code, client="one").room_id == room.room_id


def test_setting_the_clock_on_the_wall_opens_no_throttle() -> None:
    house = House()
    for number in range(20):
        guess(house, number, "one")
    house.wall += 24 * 3600
    assert guess(house, 99, "one") is TooManyGuesses


def test_valid_codes_cost_nothing() -> None:
    house = House()
    room = house.room()
    for _ in range(100):
        house.workshop.invitation(room.code, client="one")


def test_the_qr_key_and_people_already_in_are_never_throttled() -> None:
    house = House()
    room = house.room()
    token = house.people(room, 1)[0]
    for number in range(1_500):
        guess(house, number, f"client {number}")
    found = house.workshop.invitation(room.code, client="client 1", key=room.qr_key)
    assert found.room_id == room.room_id
    house.act(room, "open_section", section="work")
    assert house.workshop.place(room.room_id, token).asked
    assert house.save(room, token).rev == 1


def test_a_wrong_key_counts_as_a_typed_code_and_a_room_for_the_qr_code_refuses_those() -> None:
    house = House()
    room = house.room(replace(PLAN, qr_only=True))
    for key in (None, "x" * 16):
        with pytest.raises(UnknownRoom):
            house.workshop.invitation(room.code, client="one", key=key)
    assert house.workshop.invitation(room.code, client="one", key=room.qr_key)


def test_wrong_and_closed_look_the_same() -> None:
    house = House()
    room = house.room()
    house.act(room, "close")
    said = []
    for code in (room.code, "00000000"):
        with pytest.raises(UnknownRoom) as refused:
            house.workshop.invitation(code, client="one", key=room.qr_key)
        said.append(str(refused.value))
    assert said[0] == said[1]


def test_a_token_joins_once_and_is_told_the_way_back_once() -> None:
    house = House()
    room = house.room()
    token = house.workshop.token()
    first, again = (house.workshop.join(room.room_id, token) for _ in range(2))
    assert first.slot == again.slot == 1
    assert len(first.resume_code) == 10
    assert again.resume_code == ""


def test_a_locked_door_and_a_full_room_let_nobody_else_in() -> None:
    house = House()
    room = house.room(replace(PLAN, max_people=5))
    house.act(room, "lock_joins")
    with pytest.raises(JoinsLocked):
        house.people(room, 1)
    house.act(room, "unlock_joins")
    house.people(room, 5)
    with pytest.raises(RoomFull):
        house.people(room, 1)


def test_the_way_back_makes_the_same_person_and_ends_the_old_token() -> None:
    house = House()
    room = house.room()
    old = house.workshop.token()
    joined = house.workshop.join(room.room_id, old)
    house.act(room, "open_section", section="work")
    house.save(room, old)
    typed = f" {joined.resume_code[:5].lower()}-{joined.resume_code[5:]} "
    room_id, new = house.workshop.resume(typed, room.code, client="one")
    assert house.workshop.own(room_id, new).markers == WORK.markers
    with pytest.raises(UnknownParticipant):
        house.workshop.place(room_id, old)


def test_a_wrong_way_back_counts_as_a_guess_and_says_nothing_of_the_room() -> None:
    house = House()
    room = house.room()
    for number in range(20):
        code = room.code if number % 2 else "00000000"
        with pytest.raises(UnknownParticipant):
            house.workshop.resume("0000000000", code, client="one")
    with pytest.raises(TooManyGuesses):
        house.workshop.resume("0000000000", room.code, client="one")


def test_letters_that_look_alike_are_read_as_one() -> None:
    assert read_resume_code("oO-iL 1") == "00111"


def test_a_removed_device_is_out_and_counted_in_public() -> None:
    house = House()
    room, tokens = house.shown()
    house.act(room, "remove_device", slot=1)
    panel = house.workshop.panel(room.room_id)
    assert (panel.joined, panel.people, panel.removed, panel.answers) == (6, 5, 1, 5)
    with pytest.raises(UnknownParticipant):
        house.workshop.place(room.room_id, tokens[0])


def test_a_withdrawal_that_leaves_too_few_hides_the_figures_for_good() -> None:
    house = House()
    room, tokens = house.shown(5)
    assert {one.state for one in house.workshop.pictures(room.room_id, tokens[1])[0].figures} == {
        "shown"
    }
    house.workshop.withdraw(room.room_id, tokens[0])
    hidden = house.workshop.pictures(room.room_id, tokens[1])[0].figures
    assert {one.state for one in hidden} == {"hidden"}
    house.act(room, "close")
    desk = house.workshop.desk(room.room_id, room.control)
    assert {one.state for one in desk.pictures[0].figures} == {"hidden"}
