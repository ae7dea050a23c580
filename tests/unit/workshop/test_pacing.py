"""Which command fits which state."""

from dataclasses import replace

import pytest

from tests.unit.workshop.house import PLAN, WORK, House
from throughline.errors import (
    NotNow,
    PlanRefused,
    RoomClosed,
    SectionClosed,
    StillAnswering,
    VersionMismatch,
)
from throughline.workshop.views import NewRoom

WAYS: dict[str, tuple[str, ...]] = {
    "waiting": (),
    "open": ("open_section",),
    "locked": ("open_section", "lock_section"),
    "revealed": ("open_section", "lock_section", "reveal"),
}
FITS = {
    ("waiting", "open_section"): "open",
    ("open", "lock_section"): "locked",
    ("locked", "reopen_section"): "open",
    ("locked", "reveal"): "revealed",
}


def brought_to(house: House, state: str) -> NewRoom:
    """A room whose first section is in this state."""
    room = house.room()
    for command in WAYS[state]:
        house.later(5)
        house.act(room, command, section="work")
    house.later(5)
    assert house.state(room) == state
    return room


@pytest.mark.parametrize("state", WAYS)
@pytest.mark.parametrize("command", ["open_section", "lock_section", "reopen_section", "reveal"])
def test_a_section_moves_only_along_its_way(state: str, command: str) -> None:
    house = House()
    room = brought_to(house, state)
    if (state, command) in FITS:
        house.act(room, command, section="work")
        assert house.state(room) == FITS[state, command]
    else:
        with pytest.raises(NotNow):
            house.act(room, command, section="work")
        assert house.state(room) == state


@pytest.mark.parametrize("state", ["waiting", "locked", "revealed"])
@pytest.mark.parametrize("command", ["set_timer", "extend_timer"])
def test_only_an_open_section_has_a_timer(state: str, command: str) -> None:
    house = House()
    with pytest.raises(NotNow):
        house.act(brought_to(house, state), command, section="work", minutes=2)


def test_at_the_presenters_pace_one_section_is_open_and_at_ones_own_several() -> None:
    house = House()
    room = house.room()
    house.act(room, "open_section", section="work")
    with pytest.raises(NotNow):
        house.act(room, "open_section", section="factors")
    own = house.room()
    for section in ("work", "factors"):
        house.act(own, "open_section", section=section, pace="self")
    house.act(own, "lock_section")
    assert {house.state(own, section) for section in ("work", "factors")} == {"locked"}


def test_a_reopened_section_has_no_timer_and_takes_answers() -> None:
    house = House()
    room = house.room()
    token = house.people(room, 1)[0]
    house.act(room, "open_section", section="work")
    house.act(room, "set_timer", section="work", minutes=1)
    house.later(61)
    house.workshop.desk(room.room_id, room.control)
    assert house.state(room) == "locked"
    house.act(room, "reopen_section", section="work")
    house.later(600)
    assert house.save(room, token).rev == 1


def test_a_timer_locks_for_everybody_and_can_be_extended() -> None:
    house = House()
    room = house.room()
    token = house.people(room, 1)[0]
    house.act(room, "open_section", section="work")
    house.act(room, "set_timer", section="work", minutes=1)
    house.act(room, "extend_timer", section="work", minutes=1)
    house.later(90)
    assert house.workshop.place(room.room_id, token).asked[0].state == "open"
    house.later(30)
    assert house.workshop.place(room.room_id, token).asked[0].state == "locked"


def test_extra_time_is_personal_and_a_reveal_waits_for_it_or_asks() -> None:
    house = House()
    room = house.room()
    slow, quick = house.people(room, 2)
    house.act(room, "extra_time", slot=1, seconds=60)
    house.act(room, "open_section", section="work")
    house.act(room, "lock_section", section="work")
    house.later(30)
    assert house.save(room, slow).rev == 1
    with pytest.raises(SectionClosed):
        house.save(room, quick)
    with pytest.raises(StillAnswering) as waiting:
        house.act(room, "reveal", section="work")
    assert waiting.value.seconds == 32
    house.act(room, "reveal", section="work", anyway=True)
    assert house.state(room) == "revealed"


def test_a_new_round_needs_the_round_before_to_be_shown() -> None:
    house = House()
    room = brought_to(house, "locked")
    with pytest.raises(NotNow):
        house.act(room, "new_round", section="work")
    house.act(room, "reveal", section="work")
    house.act(room, "new_round", section="work")
    assert house.state(room, "work", 2) == "waiting"
    with pytest.raises(NotNow):
        house.act(room, "new_round", section="work")


def test_the_group_profile_waits_for_a_picture_and_is_made_once() -> None:
    house = House()
    with pytest.raises(NotNow):
        house.act(house.room(), "reveal", section="profile")
    room, _ = house.shown()
    house.act(room, "reveal", section="profile")
    with pytest.raises(NotNow):
        house.act(room, "reveal", section="profile")


@pytest.mark.parametrize("command", ["open_section", "reopen_section"])
def test_nobody_answers_the_group_profile(command: str) -> None:
    house = House()
    with pytest.raises(NotNow):
        house.act(house.room(), command, section="profile")


def test_the_screen_shows_only_what_was_revealed() -> None:
    house = House()
    room = brought_to(house, "locked")
    for what in ("picture:work:1", "change:work", "profile", "picture:x", "desk", ""):
        with pytest.raises(NotNow):
            house.act(room, "set_screen", what=what)
    house.act(room, "reveal", section="work")
    house.act(room, "set_screen", what="join")
    house.act(room, "set_screen", what="picture:work:1")


def test_a_hand_out_takes_no_answers_and_ends_by_itself() -> None:
    house = House()
    room, tokens = house.shown()
    house.act(room, "hand_out")
    assert house.workshop.own(room.room_id, tokens[0]).markers == WORK.markers
    with pytest.raises(RoomClosed):
        house.save(room, tokens[0], submission_id="later", base_rev=1)
    house.later(15 * 60)
    house.workshop.keep_house()
    with pytest.raises(RoomClosed):
        house.workshop.place(room.room_id, tokens[0])


def test_a_command_on_an_older_look_is_refused() -> None:
    house = House()
    room = house.room()
    house.act(room, "start")
    with pytest.raises(VersionMismatch):
        house.workshop.act(room.room_id, room.control, "lock_joins", seen_version=0)


def test_a_late_joiner_lands_on_the_current_section_and_may_catch_up_for_themselves() -> None:
    house = House()
    room, _ = house.shown()
    house.act(room, "open_section", section="factors")
    late = house.people(room, 1)[0]
    place = house.workshop.place(room.room_id, late)
    assert [one.section.id for one in place.asked] == ["factors"]
    assert [one.section.id for one in place.catch_up] == ["work"]
    before = house.workshop.pictures(room.room_id, late)
    assert house.save(room, late).late
    assert house.workshop.pictures(room.room_id, late) == before


@pytest.mark.parametrize(
    "changed",
    [
        {"title": " \n"},
        {"title": "x" * 81},
        {"sections": ()},
        {"sections": ("profile",)},
        {"sections": ("work", "nothing")},
        {"sections": ("work", "work")},
        {"sections": ("work", "job")},
        {"k": 4},
        {"max_people": 4},
        {"rounds": 3},
        {"handout_minutes": 0},
    ],
)
def test_a_plan_that_cannot_be_carried_out_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(PlanRefused):
        House().room(replace(PLAN, **changed))  # type: ignore[arg-type]


def test_ten_rooms_an_hour_are_enough() -> None:
    house = House()
    for _ in range(10):
        house.room()
    with pytest.raises(PlanRefused):
        house.room()
    house.later(3601)
    house.room()


@pytest.mark.parametrize(
    "title", ["<img src=x onerror=alert(1)>", "=cmd|'/c'!A1", "![x](http://a.b)", "a\u202eb c\x00d"]
)
def test_a_hostile_title_is_kept_as_plain_text_without_control_characters(title: str) -> None:
    house = House()
    room = house.room(replace(PLAN, title=title))
    kept = house.workshop.desk(room.room_id, room.control).room.title
    assert kept == "".join(c for c in title if c.isprintable())


def test_at_everybodys_own_pace_the_agenda_says_what_comes_first_else_the_facilitator() -> None:
    house = House()
    own, led = house.room(), house.room()
    token = house.people(own, 1)[0]
    for section in ("habits", "work", "factors"):
        house.act(own, "open_section", section=section, pace="self")
    place = house.workshop.place(own.room_id, token)
    assert [one.section.id for one in place.asked] == ["work", "factors", "habits"]

    token = house.people(led, 1)[0]
    for section in ("factors", "work"):
        house.act(led, "open_section", section=section)
        house.act(led, "lock_section", section=section)
    house.act(led, "reopen_section", section="factors")
    place = house.workshop.place(led.room_id, token)
    assert [one.section.id for one in place.asked] == ["factors", "work"]
