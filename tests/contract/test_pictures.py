"""Pictures in every store: added whole or not at all, once, in order, and never changed."""

from dataclasses import replace
from typing import Any

import pytest

from tests.contract import builders
from tests.contract.builders import a_picture, a_version, commanded, joined
from throughline.errors import RoomClosed
from throughline.workshop.store import Store


def five_people(store: Store, **changed: Any) -> None:
    """A room with five people in it."""
    builders.a_room(store, **changed)
    for number in range(1, 6):
        joined(store, number)


def test_pictures_and_versions_come_back_in_the_order_they_were_shown(store: Store) -> None:
    five_people(store)
    first = [a_version(figure="item.J3"), a_version(figure="item.J1")]
    second = [a_version(ver=2)]

    assert store.publish("room-1", a_picture(2), first)
    assert store.publish("room-1", a_picture(1), second)

    assert store.pictures("room-1") == (a_picture(2), a_picture(1))
    shown = [(version.figure, version.ver) for version in store.versions("room-1")]
    assert shown == [("item.J1", 1), ("item.J3", 1), ("item.J1", 2)]
    assert store.versions("room-1")[0] == a_version()
    pulse = store.pulse("room-1")
    assert pulse is not None
    assert pulse.picture_seq == 2


def test_a_picture_that_is_there_already_stays_and_nothing_counts(store: Store) -> None:
    five_people(store)
    store.publish("room-1", a_picture(), [a_version()])

    again = store.publish(
        "room-1", replace(a_picture(), payload="{}"), [a_version(figure="item.C1")]
    )

    assert not again
    assert store.pictures("room-1") == (a_picture(),)
    assert store.versions("room-1") == (a_version(),)
    pulse = store.pulse("room-1")
    assert pulse is not None
    assert pulse.picture_seq == 1


def test_a_picture_with_a_version_that_is_there_already_is_not_added(store: Store) -> None:
    five_people(store)
    store.publish("room-1", a_picture(), [a_version()])

    assert not store.publish("room-1", a_picture(2), [a_version(figure="item.C1"), a_version()])

    assert store.pictures("room-1") == (a_picture(),)
    assert store.versions("room-1") == (a_version(),)


@pytest.mark.parametrize("phase", ["lobby", "handout"])
def test_pictures_are_made_from_the_first_question_to_the_hand_out(
    store: Store, phase: str
) -> None:
    five_people(store)
    commanded(store, 0, room={"phase": phase})

    if phase == "handout":
        assert store.publish("room-1", a_picture(), [])
    else:
        with pytest.raises(RoomClosed):
            store.publish("room-1", a_picture(), [])


def test_a_closed_and_an_unknown_room_get_no_picture(store: Store) -> None:
    five_people(store)
    builders.closed(store)

    for room_id in ("room-1", "nowhere"):
        with pytest.raises(RoomClosed):
            store.publish(room_id, a_picture(), [a_version()])


def test_who_left_while_the_picture_was_made_is_marked_in_it(store: Store) -> None:
    five_people(store)
    store.withdraw("room-1", builders.token(2))

    store.publish("room-1", a_picture(), [a_version()])

    (version,) = store.versions("room-1")
    assert version.members[2] is None
    assert version.members[3] == 3.5


def test_values_of_every_kind_come_back_as_they_were(store: Store) -> None:
    five_people(store)
    members = {1: 7, 2: 6.5, 3: "two", 4: True, 5: ["a", 1]}

    store.publish("room-1", a_picture(), [replace(a_version(), members=members)])

    assert store.versions("room-1")[0].members == members
