"""What is kept until when, what a close takes along, and what can be taken back."""

from dataclasses import replace
from typing import Any

import pytest

from tests.unit.workshop.house import HOST_KEY, PLAN, House
from throughline.errors import (
    NotAllowed,
    NotNow,
    NotSaved,
    RoomClosed,
    UnknownRoom,
    VersionMismatch,
)
from throughline.workshop.room import Room, Version

DAY = 24 * 3600


def test_a_room_nobody_commands_is_closed_after_a_day_and_deleted_after_thirty_more() -> None:
    house = House()
    room, _ = house.shown()
    house.later(DAY - 1)
    house.workshop.keep_house()
    assert house.store.people(room.room_id)
    house.later(61)
    house.workshop.keep_house()
    kept = house.store.room(room.room_id)
    assert kept is not None
    assert kept.phase == "closed"
    assert not house.store.people(room.room_id)
    assert not house.store.versions(room.room_id)
    assert len(house.store.pictures(room.room_id)) == 1
    house.later(DAY + 61)
    house.workshop.keep_house()
    kept = house.store.room(room.room_id)
    assert kept is not None
    assert kept.code is None
    house.later(29 * DAY)
    house.workshop.keep_house()
    assert house.store.room(room.room_id) is None


def test_any_command_moves_the_end_and_a_look_does_not() -> None:
    house = House()
    room = house.room()
    house.later(11 * 3600)
    house.act(room, "start")
    purge_at = house.workshop.panel(room.room_id).purge_at
    assert purge_at == int(house.wall) + DAY
    house.later(3600)
    house.workshop.regain(room.recovery)
    assert house.workshop.panel(room.room_id).purge_at == purge_at


def test_closing_deletes_every_answer_and_keeps_the_pictures() -> None:
    house = House()
    room, tokens = house.shown()
    house.act(room, "close")
    desk = house.workshop.desk(room.room_id, room.control)
    assert (desk.people, dict(desk.answered), len(desk.pictures)) == (0, {}, 1)
    assert desk.allowed == {"delete"}
    with pytest.raises(NotAllowed):
        house.workshop.pictures(room.room_id, tokens[0])
    with pytest.raises(RoomClosed):
        house.act(room, "open_section", section="factors")


def test_whoever_ran_a_room_has_the_report_and_the_deletion_for_as_long_as_pictures_are_kept() -> (
    None
):
    house = House()
    room, _ = house.shown()
    house.act(room, "close")
    house.later(29 * DAY)
    assert len(house.workshop.desk(room.room_id, room.control).pictures) == 1
    house.workshop.delete(room.room_id, room.control, seen_version=house.version(room))
    assert house.store.room(room.room_id) is None


def test_a_room_that_closed_by_itself_is_looked_at_and_deleted_with_its_recovery_secret_alone() -> (
    None
):
    house = House()
    room, _ = house.shown()
    house.later(DAY + 1)
    house.workshop.keep_house()
    house.later(29 * DAY)
    with pytest.raises(NotAllowed):
        house.workshop.desk(room.room_id, room.control)
    assert house.workshop.rooms_of([room.control, room.recovery]) == (room.room_id,)
    desk = house.workshop.desk(room.room_id, room.recovery)
    assert (desk.room.phase, len(desk.pictures)) == ("closed", 1)
    assert desk.allowed == {"delete"}
    house.workshop.delete(room.room_id, room.recovery, seen_version=desk.room.version)
    assert house.store.room(room.room_id) is None
    with pytest.raises(NotAllowed):
        house.workshop.desk(room.room_id, room.recovery)


def test_somebody_who_withdraws_while_a_room_closes_leaves_no_figure_of_four_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = House()
    room, tokens = house.shown(5)
    close = house.store.close_room

    def late(room_id: str, **how: Any) -> Room:
        house.workshop.withdraw(room_id, tokens[0])
        return close(room_id, **how)

    monkeypatch.setattr(house.store, "close_room", late)
    house.act(room, "close")
    (picture,) = house.workshop.desk(room.room_id, room.control).pictures
    assert "shown" not in {figure.state for figure in picture.figures}


def test_whoever_looks_while_a_room_closes_is_shown_no_figure_of_four(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = House()
    room, tokens = house.shown(5)
    house.workshop.withdraw(room.room_id, tokens[0])
    versions = house.store.versions

    def late(room_id: str) -> tuple[Version, ...]:
        monkeypatch.undo()
        house.act(room, "close")
        return versions(room_id)

    monkeypatch.setattr(house.store, "versions", late)
    (picture,) = house.workshop.desk(room.room_id, room.control).pictures
    assert "shown" not in {figure.state for figure in picture.figures}


def test_a_close_gives_an_expired_secret_no_new_life() -> None:
    house = House()
    room, _ = house.shown()
    house.later(DAY + 1)
    house.workshop.keep_house()
    with pytest.raises(NotAllowed):
        house.workshop.desk(room.room_id, room.control)


def test_a_hand_out_ends_in_time_when_only_the_desk_still_asks() -> None:
    house = House()
    room, _ = house.shown()
    house.act(room, "hand_out")
    house.later(15 * 60 + 1)
    assert house.workshop.desk(room.room_id, room.control).room.phase == "closed"
    assert not house.store.people(room.room_id)


def test_a_section_never_revealed_gets_its_picture_at_the_close_only_when_asked() -> None:
    for include, pictures in (((), 0), (("work",), 1)):
        house = House()
        room = house.room()
        tokens = house.people(room, 6)
        house.act(room, "open_section", section="work")
        for token in tokens:
            house.save(room, token)
        house.act(room, "close", include=include)
        assert len(house.store.pictures(room.room_id)) == pictures


def test_deleting_everything_says_how_much_it_was_and_leaves_nothing() -> None:
    house = House()
    room, _ = house.shown()
    seen = house.version(room)
    with pytest.raises(VersionMismatch):
        house.workshop.delete(room.room_id, room.control, seen_version=seen - 1)
    rows = house.workshop.delete(room.room_id, room.control, seen_version=seen)
    assert (rows["rooms"], rows["participants"], rows["answers"], rows["pictures"]) == (1, 6, 6, 1)
    with pytest.raises(UnknownRoom):
        house.workshop.panel(room.room_id)
    with pytest.raises(NotAllowed):
        house.workshop.desk(room.room_id, room.control)


def test_a_picture_that_a_crash_left_out_is_made_by_whoever_looks_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def crash(*_: object) -> bool:
        raise NotSaved("the database is away")

    house = House()
    with monkeypatch.context() as broken:
        broken.setattr(house.store, "publish", crash)
        with pytest.raises(NotSaved):
            house.shown()
    room_id = next(iter(house.workshop.rooms_of([house.made[-1].control])))
    assert house.store.pictures(room_id) == ()
    assert len(house.workshop.desk(room_id, house.made[-1].control).pictures) == 1


@pytest.mark.parametrize(
    ("command", "detail"),
    [
        ("open_section", {"section": "factors"}),
        ("lock_joins", {}),
        ("set_qr_only", {}),
        ("extra_time", {"slot": 2, "seconds": 90}),
        ("set_screen", {"what": "join"}),
        ("hand_out", {}),
    ],
)
def test_a_slip_is_taken_back_within_ten_seconds_and_not_later(
    command: str, detail: dict[str, object]
) -> None:
    house = House()
    room, _ = house.shown()

    def state() -> object:
        found = house.store.room(room.room_id)
        assert found is not None
        settings = {**found.settings, "undo": None}
        plain = replace(found, version=0, purge_at=0, settings=settings)
        return plain, house.store.sections(room.room_id), house.store.people(room.room_id)

    before = state()
    house.act(room, command, **detail)
    assert state() != before
    house.later(10)
    assert house.workshop.desk(room.room_id, room.control).undo == command
    house.act(room, "undo")
    assert state() == before
    assert house.workshop.panel(room.room_id).purge_at == int(house.wall) + DAY
    house.act(room, command, **detail)
    house.later(11)
    with pytest.raises(NotNow):
        house.act(room, "undo")


@pytest.mark.parametrize("command", ["reveal", "remove_device", "undo"])
def test_what_was_shown_or_removed_is_not_taken_back(command: str) -> None:
    house = House()
    room, _ = house.shown()
    if command == "remove_device":
        house.act(room, command, slot=1)
    if command == "undo":
        house.act(room, "lock_joins")
        house.act(room, "undo")
    assert house.workshop.desk(room.room_id, room.control).undo is None
    with pytest.raises(NotNow):
        house.act(room, "undo")


def test_a_rehearsal_has_invented_people_who_answer_and_says_so() -> None:
    house = House()
    room = house.room(replace(PLAN, rehearsal=True))
    house.act(room, "rehearse", count=8)
    house.act(room, "open_section", section="work")
    house.act(room, "lock_section", section="work")
    house.later(3)
    house.act(room, "reveal", section="work")
    picture = house.workshop.desk(room.room_id, room.control).pictures[0]
    assert (picture.rehearsal, picture.n) == (True, 8)
    assert house.workshop.panel(room.room_id).rehearsal


def test_only_a_rehearsal_has_invented_people() -> None:
    house = House()
    with pytest.raises(NotNow):
        house.act(house.room(), "rehearse", count=8)


def test_a_pulse_is_asked_of_the_store_at_most_once_a_second_and_anew_after_a_command() -> None:
    house = House()
    room = house.room()
    first = house.workshop.pulse(room.room_id)
    house.people(room, 1)
    assert house.workshop.pulse(room.room_id) is first
    house.later(1)
    moved = house.workshop.pulse(room.room_id)
    assert moved is not None
    assert moved.people == 1
    house.act(room, "start")
    after = house.workshop.pulse(room.room_id)
    assert after is not None
    assert after.phase == "live"


def test_nothing_a_person_or_a_screen_is_shown_names_a_person() -> None:
    house = House()
    room, tokens = house.shown()
    found = [one.id for one in house.store.people(room.room_id)]
    link = house.workshop.project_link(room.room_id, room.control, seen_version=house.version(room))
    shown = repr(house.workshop.screen("", link)) + repr(house.workshop.panel(room.room_id))
    shown += repr(house.workshop.place(room.room_id, tokens[0]))
    shown += repr(house.workshop.desk(room.room_id, room.control))
    assert not any(one in shown for one in found)
    assert HOST_KEY not in shown
