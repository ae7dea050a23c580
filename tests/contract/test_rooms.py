"""Rooms in every store: made, found, commanded, closed, deleted."""

from dataclasses import replace
from typing import Any

import pytest

from tests.contract import builders
from tests.contract.builders import CONTROL, HOUR, NOW, OPEN, ROOM, WAITING, commanded
from throughline.errors import CodeTaken, RoomClosed, VersionMismatch
from throughline.workshop.room import Change, Grant, Section
from throughline.workshop.store import Store

PROJECT = Grant(b"project", "room-1", "project", False, NOW, NOW + HOUR)
RECOVERY = Grant(b"recovery", "room-1", "control", True, NOW, NOW + HOUR)
MODERATE = Grant(b"moderate", "room-1", "moderate", False, NOW, NOW + HOUR)


def test_a_room_is_found_by_its_id_and_its_code_as_it_was_made(store: Store) -> None:
    builders.a_room(store)

    assert store.room("room-1") == ROOM
    assert store.room_by_code("12345678") == ROOM
    assert store.sections("room-1") == (OPEN, WAITING)


def test_an_unknown_room_is_nothing_and_empty(store: Store) -> None:
    assert store.room("nowhere") is None
    assert store.room_by_code("00000000") is None
    assert store.pulse("nowhere") is None
    assert store.grant(b"nothing") is None
    assert store.person("nowhere", b"nobody") is None
    assert store.person_by_resume("nowhere", b"nobody") is None
    assert (store.sections("nowhere"), store.people("nowhere"), store.grants("nowhere")) == (
        (),
        (),
        (),
    )
    assert (store.events("nowhere"), store.versions("nowhere")) == ((), ())
    assert (store.pictures("nowhere"), store.section_answers("nowhere", "work", 1)) == ((), ())
    assert store.answered("nowhere") == {}


@pytest.mark.parametrize("changed", [{"id": "room-2"}, {"code": "87654321"}])
def test_a_code_and_an_id_are_given_once(store: Store, changed: dict[str, Any]) -> None:
    builders.a_room(store)

    with pytest.raises(CodeTaken):
        builders.a_room(store, **changed)

    assert store.room("room-2") is None
    assert store.room_by_code("87654321") is None


def test_rooms_without_a_code_do_not_take_it_from_each_other(store: Store) -> None:
    builders.a_room(store, code=None)
    builders.a_room(store, id="room-2", code=None)

    assert store.room("room-2") is not None


def test_what_is_stored_does_not_follow_what_the_caller_changes_later(store: Store) -> None:
    settings: dict[str, object] = {"sections": ["work"]}
    builders.a_room(store, settings=settings)

    settings["sections"] = []

    room = store.room("room-1")
    assert room is not None
    assert room.settings == {"sections": ["work"]}


def test_grants_are_kept_extended_and_listed(store: Store) -> None:
    builders.a_room(store, grants=(CONTROL, PROJECT))

    store.extend_grant(b"control", NOW + 99)
    store.extend_grant(b"nobody's", NOW + 99)

    assert store.grant(b"control") == replace(CONTROL, expires_at=NOW + 99)
    assert {grant.token_hash for grant in store.grants("room-1")} == {b"control", b"project"}


def test_the_pulse_tells_the_room_and_counts_people_and_answers(store: Store) -> None:
    builders.a_room(store)
    for number in (1, 2, 3):
        builders.joined(store, number)
    builders.saved(store, 1, "a")
    store.withdraw("room-1", builders.token(3))

    pulse = store.pulse("room-1")

    assert pulse is not None
    assert (pulse.phase, pulse.current_section, pulse.current_round) == ("live", "work", 1)
    assert (pulse.joined, pulse.people, pulse.answered) == (3, 2, 1)
    assert (pulse.version, pulse.answer_seq, pulse.picture_seq) == (0, 2, 0)
    assert (pulse.joins_locked, pulse.purge_at) == (False, ROOM.purge_at)


def test_a_command_changes_the_room_counts_and_is_logged(store: Store) -> None:
    builders.a_room(store)

    room = store.command(
        "room-1",
        seen_version=0,
        change=Change(
            room={"phase": "handout", "joins_locked": True, "settings": {"screen": "end"}}
        ),
        event=builders.an_event("hand_out", minutes=15),
        purge_at=NOW + 30 * HOUR,
    )

    assert room == store.room("room-1")
    assert (room.phase, room.joins_locked, room.settings) == ("handout", True, {"screen": "end"})
    assert (room.version, room.purge_at) == (1, NOW + 30 * HOUR)
    (event,) = store.events("room-1")
    assert (event.version, event.command, event.detail) == (1, "hand_out", {"minutes": 15})


def test_a_command_on_an_old_version_changes_nothing(store: Store) -> None:
    builders.a_room(store)
    commanded(store, 0)

    with pytest.raises(VersionMismatch):
        commanded(store, 0, room={"joins_locked": True}, sections=(replace(OPEN, state="locked"),))

    room = store.room("room-1")
    assert room is not None
    assert (room.version, room.joins_locked) == (1, False)
    assert store.sections("room-1")[0].state == "open"
    assert len(store.events("room-1")) == 1


def test_sections_are_replaced_where_they_stand_and_new_ones_come_last(store: Store) -> None:
    builders.a_room(store)
    locked = replace(OPEN, state="locked", locked_at=NOW + 50)
    again = Section("work", 2, "open", "self", opened_at=NOW + 60, deadline_at=NOW + 90)

    commanded(store, 0, sections=(again, locked))

    assert store.sections("room-1") == (locked, WAITING, again)


def test_a_command_gives_and_takes_rights(store: Store) -> None:
    builders.a_room(store, grants=(CONTROL, PROJECT))

    commanded(store, 0, add_grants=(MODERATE,), revoke=(b"project", b"unknown"))

    assert {grant.token_hash for grant in store.grants("room-1")} == {b"control", b"moderate"}
    assert store.grant(b"project") is None


def test_a_command_takes_no_right_from_another_room(store: Store) -> None:
    builders.a_room(store)
    builders.a_room(store, id="room-2", code="2", grants=(replace(PROJECT, room_id="room-2"),))

    commanded(store, 0, revoke=(b"project",))

    assert store.grant(b"project") is not None


@pytest.mark.parametrize(
    "column", ["id", "version", "joined", "answer_seq", "closed_at", "purge_at"]
)
def test_a_command_cannot_set_what_the_store_keeps_for_itself(store: Store, column: str) -> None:
    builders.a_room(store)

    with pytest.raises(ValueError, match=column):
        commanded(store, 0, room={column: 7})

    assert store.room("room-1") == ROOM


def test_a_command_cannot_close_a_room(store: Store) -> None:
    builders.a_room(store)

    with pytest.raises(ValueError, match="close"):
        commanded(store, 0, room={"phase": "closed"})


def test_extra_time_is_given_to_one_person(store: Store) -> None:
    builders.a_room(store)
    builders.joined(store, 1)
    builders.joined(store, 2)

    commanded(store, 0, extra_seconds={2: 120, 99: 1})

    assert [person.extra_seconds for person in store.people("room-1")] == [0, 120]


def test_a_removed_device_takes_its_answers_along_and_stays_counted(store: Store) -> None:
    builders.a_room(store)
    for number in (1, 2):
        builders.joined(store, number)
        builders.saved(store, number, f"save-{number}")

    room = commanded(store, 0, remove_slots=(1, 77))

    assert [person.slot for person in store.people("room-1")] == [2]
    assert [answer.slot for answer in store.section_answers("room-1", "work", 1)] == [2]
    assert (room.joined, room.answer_seq) == (2, 3)
    assert room == store.room("room-1")


def test_closing_deletes_what_belongs_to_people_and_keeps_what_was_shown(store: Store) -> None:
    builders.a_room(store, grants=(CONTROL, RECOVERY, PROJECT, MODERATE))
    for number in range(1, 6):
        builders.joined(store, number)
        builders.saved(store, number, f"save-{number}")
    store.publish("room-1", builders.a_picture(), [builders.a_version()])

    room = builders.closed(store, at=NOW + HOUR)

    assert (room.phase, room.closed_at, room.version) == ("closed", NOW + HOUR, 1)
    assert room.purge_at == NOW + HOUR + 30 * 24 * HOUR
    assert (store.people("room-1"), store.versions("room-1")) == ((), ())
    assert store.answered("room-1") == {}
    assert store.person("room-1", builders.token(1)) is None
    assert {grant.token_hash for grant in store.grants("room-1")} == {b"control", b"recovery"}
    assert store.pictures("room-1") == (builders.a_picture(),)
    assert [event.command for event in store.events("room-1")] == ["close"]
    assert store.sections("room-1") == (OPEN, WAITING)


def test_a_figure_that_too_few_are_left_of_when_a_room_closes_is_named_in_its_settings(
    store: Store,
) -> None:
    builders.a_room(store)
    for number in range(1, 7):
        builders.joined(store, number)
    both = [builders.a_version(), builders.a_version(range(1, 7), figure="item.J3")]
    store.publish("room-1", builders.a_picture(), both)
    store.withdraw("room-1", builders.token(2))

    room = builders.closed(store)

    assert room == store.room("room-1")
    assert room.settings == {**ROOM.settings, "hidden": [["work", 1, "item.J1"]]}


def test_a_closed_room_takes_no_command_and_no_second_close(store: Store) -> None:
    builders.a_room(store)
    builders.closed(store)

    with pytest.raises(RoomClosed):
        commanded(store, 1)
    with pytest.raises(RoomClosed):
        builders.closed(store, 1)
    with pytest.raises(RoomClosed):
        store.command(
            "nowhere", seen_version=0, change=Change(), event=builders.an_event(), purge_at=NOW
        )


def test_closing_on_an_old_version_closes_nothing(store: Store) -> None:
    builders.a_room(store)
    builders.joined(store, 1)
    commanded(store, 0)

    with pytest.raises(VersionMismatch):
        builders.closed(store, 0)

    assert len(store.people("room-1")) == 1


def test_codes_are_retired_once_and_only_of_rooms_closed_long_ago(store: Store) -> None:
    builders.a_room(store)
    builders.a_room(store, id="room-2", code="2")
    builders.closed(store, at=NOW + HOUR)

    assert store.retire_codes(NOW + HOUR) == 0
    assert store.retire_codes(NOW + HOUR + 1) == 1
    assert store.retire_codes(NOW + HOUR + 1) == 0
    assert store.room_by_code("12345678") is None
    assert store.room_by_code("2") is not None


def test_purging_says_what_it_deleted_and_leaves_other_rooms_alone(store: Store) -> None:
    builders.a_room(store, grants=(CONTROL,))
    builders.a_room(store, id="room-2", code="2")
    for number in range(1, 6):
        builders.joined(store, number)
    builders.joined(store, 9, "room-2")
    builders.saved(store, 1, "a")
    store.publish("room-1", builders.a_picture(), [builders.a_version()])
    commanded(store, 0)

    gone = store.purge("room-1")

    assert gone == {
        "rooms": 1,
        "grants": 1,
        "sections": 2,
        "participants": 5,
        "answers": 1,
        "pictures": 1,
        "figure_versions": 1,
        "room_events": 1,
    }
    assert set(store.purge("room-1").values()) == {0}
    assert store.room("room-1") is None
    assert store.grant(b"control") is None
    assert [person.slot for person in store.people("room-2")] == [1]


def test_rooms_are_due_from_their_moment_on_the_longest_first(store: Store) -> None:
    builders.a_room(store, purge_at=NOW + 20)
    builders.a_room(store, id="room-2", code="2", purge_at=NOW + 10)
    builders.a_room(store, id="room-3", code="3", purge_at=NOW + 30)

    assert store.due(NOW + 9) == ()
    assert [room.id for room in store.due(NOW + 20)] == ["room-2", "room-1"]


def test_rooms_made_since_a_moment_are_counted(store: Store) -> None:
    builders.a_room(store, created_at=NOW)
    builders.a_room(store, id="room-2", code="2", created_at=NOW + 10)

    assert [store.rooms_created_since(NOW + late) for late in (0, 1, 10, 11)] == [2, 1, 1, 0]


def test_guesses_are_counted_by_client_and_window_and_forgotten(store: Store) -> None:
    for client, window in ((b"a", 300), (b"a", 300), (b"b", 300), (b"a", 600)):
        store.count_guess(client, window)

    assert store.guesses(b"a", 300) == (2, 3)
    assert store.guesses(b"b", 600) == (0, 1)

    store.forget_guesses(600)

    assert store.guesses(b"a", 300) == (0, 0)
    assert store.guesses(b"a", 600) == (1, 1)
