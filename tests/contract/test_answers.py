"""Saving in every store: in which order it is checked, what is repeated, late, over or in conflict."""

from dataclasses import replace

import pytest

from tests.contract import builders
from tests.contract.builders import NOW, OPEN, commanded, joined, saved, token
from throughline.errors import Conflict, RoomClosed, RoomError, SectionClosed, UnknownParticipant
from throughline.workshop.room import Saved, Section, Standing
from throughline.workshop.store import Store

LOCKED = replace(OPEN, state="locked", locked_at=NOW + 100)
REVEALED = replace(LOCKED, state="revealed", revealed_at=NOW + 200)


def test_a_save_is_kept_as_it_came_with_a_coarse_time(store: Store) -> None:
    builders.a_room(store)
    joined(store, 1)
    payload = '{"items":{"J1":7},"facts":{"größe":"→ ✓ \\u0000"}}'

    got = saved(store, 1, "a", payload=payload, received=NOW + 119.9)

    assert got == Saved(1, "work", 1, 1, "a", payload, "1", 1, False, NOW + 60)
    assert store.own_answers("room-1", token(1)) == (got,)
    assert store.section_answers("room-1", "work", 1) == (got,)
    assert store.answered("room-1") == {("work", 1): 1}


def test_an_edit_takes_the_place_of_what_was_saved(store: Store) -> None:
    builders.a_room(store)
    joined(store, 1)
    joined(store, 2)
    saved(store, 1, "a")
    saved(store, 2, "b")

    edit = saved(store, 1, "c", base_rev=1, payload="{}")

    assert (edit.rev, edit.seq, edit.payload) == (2, 3, "{}")
    assert [one.submission_id for one in store.section_answers("room-1", "work", 1)] == ["b", "c"]


def test_the_same_save_again_is_acknowledged_and_changes_nothing(store: Store) -> None:
    builders.a_room(store)
    joined(store, 1)
    first = saved(store, 1, "a")

    again = saved(store, 1, "a", payload="something else", received=NOW + 9999)

    assert again == replace(first, repeat=True)
    assert store.own_answers("room-1", token(1)) == (first,)
    pulse = store.pulse("room-1")
    assert pulse is not None
    assert pulse.answer_seq == 1


def test_a_repeat_counts_even_after_the_section_is_over(store: Store) -> None:
    builders.a_room(store)
    joined(store, 1)
    saved(store, 1, "a")
    commanded(store, 0, sections=(REVEALED,))

    assert saved(store, 1, "a", received=NOW + 9999).repeat


@pytest.mark.parametrize("base_rev", [0, 2, 5])
def test_a_save_on_another_rev_conflicts_and_shows_what_stands(store: Store, base_rev: int) -> None:
    builders.a_room(store)
    joined(store, 1)
    first = saved(store, 1, "a")

    with pytest.raises(Conflict) as conflict:
        saved(store, 1, "b", base_rev=base_rev)

    assert conflict.value.saved == first
    assert store.own_answers("room-1", token(1)) == (first,)


def test_an_edit_of_nothing_conflicts_with_nothing_saved(store: Store) -> None:
    builders.a_room(store)
    joined(store, 1)

    with pytest.raises(Conflict) as conflict:
        saved(store, 1, "b", base_rev=1)

    assert conflict.value.saved is None


@pytest.mark.parametrize("phase", ["lobby", "handout"])
def test_answers_are_taken_in_a_live_room_only(store: Store, phase: str) -> None:
    builders.a_room(store, phase=phase)

    with pytest.raises(RoomClosed):
        saved(store, 1, "a")


def test_a_closed_and_an_unknown_room_take_no_answers(store: Store) -> None:
    builders.a_room(store)
    joined(store, 1)
    builders.closed(store)

    with pytest.raises(RoomClosed):
        saved(store, 1, "a")
    with pytest.raises(RoomClosed):
        store.submit("nowhere", token(1), builders.a_save())


def test_a_stranger_is_unknown_before_the_section_is_looked_at(store: Store) -> None:
    builders.a_room(store)

    with pytest.raises(UnknownParticipant):
        saved(store, 9, "a", section="nowhere")


@pytest.mark.parametrize(("section", "round_no"), [("factors", 1), ("work", 2), ("nowhere", 1)])
def test_a_section_that_waits_or_is_none_of_the_rooms_takes_nothing(
    store: Store, section: str, round_no: int
) -> None:
    builders.a_room(store)
    joined(store, 1)

    with pytest.raises(SectionClosed):
        saved(store, 1, "a", section=section, round=round_no)


@pytest.mark.parametrize(
    ("section", "last"),
    [
        (replace(OPEN, deadline_at=NOW + 60), 62),
        (LOCKED, 102),
        (replace(LOCKED, deadline_at=NOW + 60), 62),
        (replace(LOCKED, deadline_at=NOW + 600), 102),
    ],
    ids=["deadline", "locked", "deadline before the lock", "lock before the deadline"],
)
@pytest.mark.parametrize("extra", [0, 30])
def test_the_last_moment_is_the_earlier_end_with_extra_time_and_two_seconds(
    store: Store, section: Section, last: int, extra: int
) -> None:
    builders.a_room(store, section)
    joined(store, 1)
    joined(store, 2)
    commanded(store, 0, extra_seconds={1: extra, 2: extra})

    assert saved(store, 1, "in time", received=NOW + last + extra).rev == 1
    with pytest.raises(SectionClosed):
        saved(store, 2, "too late", received=NOW + last + extra + 0.001)
    assert store.answered("room-1") == {("work", 1): 1}


def test_an_open_section_without_an_end_takes_answers_at_any_time(store: Store) -> None:
    builders.a_room(store)
    joined(store, 1)

    assert saved(store, 1, "a", received=NOW + 10**7).rev == 1


def test_a_clock_set_back_a_day_neither_loses_nor_reorders_answers(store: Store) -> None:
    builders.a_room(store, replace(OPEN, deadline_at=NOW + 60))
    joined(store, 1)
    joined(store, 2, at=NOW - 86_400)

    saved(store, 1, "before")
    saved(store, 2, "after", received=NOW - 86_400)

    found = store.section_answers("room-1", "work", 1)
    assert [one.submission_id for one in found] == ["before", "after"]


def test_three_hundred_saves_around_a_deadline_are_split_exactly_there(store: Store) -> None:
    builders.a_room(store, replace(OPEN, deadline_at=NOW + 60), max_people=300)
    taken = 0
    for number in range(300):
        if number < 20:
            joined(store, number)
        moment = NOW + 60 + 2 + (number - 150) / 100
        try:
            old = store.own_answers("room-1", token(number % 20))
            base = old[0].rev if old else 0
            saved(store, number % 20, f"save-{number}", base_rev=base, received=moment)
        except SectionClosed:
            assert moment > NOW + 62
        else:
            assert moment <= NOW + 62
            taken += 1

    assert taken == 151


def test_after_the_reveal_a_first_answer_is_late_and_can_be_edited(store: Store) -> None:
    builders.a_room(store, REVEALED)
    joined(store, 1)

    first = saved(store, 1, "a", received=NOW + 9999)
    edit = saved(store, 1, "b", base_rev=1, received=NOW + 99_999)

    assert (first.late, edit.late, edit.rev) == (True, True, 2)
    assert store.section_answers("room-1", "work", 1) == ()
    assert store.own_answers("room-1", token(1)) == (edit,)


def test_after_the_reveal_a_counted_answer_stands(store: Store) -> None:
    builders.a_room(store)
    joined(store, 1)
    first = saved(store, 1, "a")
    commanded(store, 0, sections=(REVEALED,))

    with pytest.raises(SectionClosed):
        saved(store, 1, "b", base_rev=1)

    assert store.section_answers("room-1", "work", 1) == (first,)


def test_time_is_judged_before_the_rev(store: Store) -> None:
    builders.a_room(store, LOCKED)
    joined(store, 1)

    with pytest.raises(SectionClosed):
        saved(store, 1, "b", base_rev=9, received=NOW + 9999)


def test_rounds_and_sections_are_kept_apart(store: Store) -> None:
    builders.a_room(store, OPEN, replace(OPEN, round=2), replace(OPEN, section="factors"))
    joined(store, 1)

    for place in ({"round": 1}, {"round": 2}, {"section": "factors"}):
        assert saved(store, 1, str(place), **place).rev == 1

    assert store.answered("room-1") == {("work", 1): 1, ("work", 2): 1, ("factors", 1): 1}
    assert [one.seq for one in store.own_answers("room-1", token(1))] == [1, 2, 3]


def test_a_refused_save_moves_no_sequence(store: Store) -> None:
    builders.a_room(store)
    joined(store, 1)
    saved(store, 1, "a")

    for changed in ({"base_rev": 4}, {"section": "factors"}):
        with pytest.raises(RoomError):
            saved(store, 1, "b", **changed)

    pulse = store.pulse("room-1")
    assert pulse is not None
    assert pulse.answer_seq == 1


def test_own_answers_of_a_stranger_are_refused(store: Store) -> None:
    builders.a_room(store)

    for room_id in ("room-1", "nowhere"):
        with pytest.raises(UnknownParticipant):
            store.own_answers(room_id, token(1))


def test_a_person_stands_where_their_room_is_with_all_they_saved(store: Store) -> None:
    builders.a_room(store)
    builders.a_room(store, id="room-2", code="87654321")
    person = joined(store, 1)
    joined(store, 2)
    joined(store, 1 + 10, "room-2")

    empty = store.standing("room-1", token(1))
    first = saved(store, 1, "a")
    saved(store, 2, "b")
    store.withdraw("room-1", token(2))
    commanded(store, 0)

    assert empty == Standing(person, (), version=0, picture_seq=0, left=0)
    assert store.standing("room-1", token(1)) == Standing(person, (first,), 1, 0, left=1)
    for room_id, number in (("room-1", 2), ("room-1", 11), ("room-2", 1), ("nowhere", 1)):
        assert store.standing(room_id, token(number)) is None
