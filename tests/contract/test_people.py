"""People in every store: joining, coming back, leaving."""

import pytest

from tests.contract import builders
from tests.contract.builders import NOW, commanded, joined, saved, token
from throughline.errors import (
    CodeTaken,
    JoinsLocked,
    RoomClosed,
    RoomFull,
    UnknownParticipant,
)
from throughline.workshop.store import Store


def test_people_get_the_next_slot_and_a_coarse_time(store: Store) -> None:
    builders.a_room(store)

    first, second = joined(store, 1, at=NOW + 299), joined(store, 2, at=NOW + 301)

    assert (first.slot, first.joined_at) == (1, NOW)
    assert (second.slot, second.joined_at) == (2, NOW + 300)
    assert store.people("room-1") == (first, second)
    assert store.person("room-1", token(2)) == second
    assert store.person_by_resume("room-1", b"resume-1") == first


def test_a_token_joins_once_even_when_the_door_is_locked_since(store: Store) -> None:
    builders.a_room(store)
    first = joined(store, 1)
    commanded(store, 0, room={"joins_locked": True})

    assert joined(store, 1, at=NOW + 9999) == first
    room = store.room("room-1")
    assert room is not None
    assert room.joined == 1


def test_a_slot_is_never_given_again(store: Store) -> None:
    builders.a_room(store)
    joined(store, 1)
    store.withdraw("room-1", token(1))

    assert joined(store, 1).slot == 2


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"joins_locked": True}, JoinsLocked),
        ({"max_people": 1}, RoomFull),
        ({"phase": "handout"}, RoomClosed),
        ({"phase": "handout", "joins_locked": True}, RoomClosed),
    ],
)
def test_a_room_says_why_it_lets_nobody_in(
    store: Store, changed: dict[str, object], refusal: type[Exception]
) -> None:
    builders.a_room(store)
    joined(store, 1)
    commanded(store, 0, room=changed)

    with pytest.raises(refusal):
        joined(store, 2)

    assert len(store.people("room-1")) == 1


def test_a_lobby_lets_people_in_and_a_closed_or_unknown_room_does_not(store: Store) -> None:
    builders.a_room(store, phase="lobby")
    joined(store, 1)
    builders.closed(store)

    with pytest.raises(RoomClosed):
        joined(store, 1)
    with pytest.raises(RoomClosed):
        joined(store, 2, "nowhere")


def test_a_token_or_resume_code_in_use_adds_nobody(store: Store) -> None:
    builders.a_room(store)
    builders.a_room(store, id="room-2", code="2")
    joined(store, 1)

    with pytest.raises(CodeTaken):
        joined(store, 1, "room-2")
    with pytest.raises(CodeTaken):
        store.join("room-1", person_id="x", token_hash=b"x", resume_hash=b"resume-1", at=NOW)

    assert store.people("room-2") == ()
    room = store.room("room-1")
    assert room is not None
    assert room.joined == 1


def test_the_same_resume_code_in_two_rooms_names_two_people(store: Store) -> None:
    builders.a_room(store)
    builders.a_room(store, id="room-2", code="2")
    joined(store, 1)

    store.join("room-2", person_id="x", token_hash=b"x", resume_hash=b"resume-1", at=NOW)

    found = store.person_by_resume("room-2", b"resume-1")
    assert found is not None
    assert found.id == "x"


def test_a_token_is_known_in_its_own_room_only(store: Store) -> None:
    builders.a_room(store)
    builders.a_room(store, id="room-2", code="2")
    joined(store, 1)

    assert store.person("room-2", token(1)) is None
    with pytest.raises(UnknownParticipant):
        store.own_answers("room-2", token(1))
    with pytest.raises(UnknownParticipant):
        store.withdraw("room-2", token(1))
    with pytest.raises(UnknownParticipant):
        store.submit("room-2", token(1), builders.a_save())


def test_a_new_token_takes_the_place_of_the_old_one(store: Store) -> None:
    builders.a_room(store)
    person = joined(store, 1)
    saved(store, 1, "a")

    store.renew_token("room-1", person.id, token(7))

    assert store.person("room-1", token(1)) is None
    assert store.person("room-1", token(7)) == person
    assert [answer.submission_id for answer in store.own_answers("room-1", token(7))] == ["a"]


def test_nobody_gets_a_token_that_is_in_use_or_that_nobody_asked_for(store: Store) -> None:
    builders.a_room(store)
    first, _ = joined(store, 1), joined(store, 2)

    store.renew_token("room-1", first.id, token(1))
    with pytest.raises(CodeTaken):
        store.renew_token("room-1", first.id, token(2))
    with pytest.raises(UnknownParticipant):
        store.renew_token("room-1", "nobody", token(9))

    assert store.person("room-1", token(1)) == first


def test_withdrawing_deletes_the_person_and_marks_what_was_counted(store: Store) -> None:
    builders.a_room(store)
    for number in range(1, 7):
        joined(store, number)
        saved(store, number, f"save-{number}")
    store.publish("room-1", builders.a_picture(), [builders.a_version()])

    store.withdraw("room-1", token(3))

    assert store.person("room-1", token(3)) is None
    assert [answer.slot for answer in store.section_answers("room-1", "work", 1)] == [1, 2, 4, 5, 6]
    (version,) = store.versions("room-1")
    assert version.members == {1: 1.5, 2: 2.5, 3: None, 4: 4.5, 5: 5.5}
    assert version.n == 5
    with pytest.raises(UnknownParticipant):
        store.withdraw("room-1", token(3))


def test_leaving_moves_the_sequence_of_answers(store: Store) -> None:
    builders.a_room(store)
    joined(store, 1)

    store.withdraw("room-1", token(1))

    pulse = store.pulse("room-1")
    assert pulse is not None
    assert (pulse.answer_seq, pulse.people, pulse.joined) == (1, 0, 1)
