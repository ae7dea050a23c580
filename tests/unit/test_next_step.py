"""What a desk offers next, from the state of the room alone."""

import pytest

from throughline.workshop.next_step import in_order, next_step, second_round, settling
from throughline.workshop.room import PROFILE, Section, SectionState


def section(name: str, state: SectionState, round_no: int = 1, revealed_at: int = 0) -> Section:
    return Section(name, round_no, state, "presenter", revealed_at=revealed_at or None)


@pytest.mark.parametrize(
    ("states", "kind", "name"),
    [
        (("waiting", "waiting", "waiting"), "open", "work"),
        (("open", "waiting", "waiting"), "lock", "work"),
        (("locked", "waiting", "waiting"), "reveal", "work"),
        (("revealed", "waiting", "waiting"), "open", "habits"),
        (("waiting", "locked", "waiting"), "reveal", "habits"),
        (("waiting", "open", "waiting"), "lock", "habits"),
        (("revealed", "revealed", "waiting"), "profile", PROFILE),
    ],
)
def test_what_is_open_is_closed_before_anything_else_is_opened(
    states: tuple[SectionState, ...], kind: str, name: str
) -> None:
    names = ("work", "habits", PROFILE)
    step = next_step("live", [section(n, s) for n, s in zip(names, states, strict=True)])

    assert step.section is not None
    assert (step.kind, step.section.section) == (kind, name)


def test_after_the_whole_room_was_shown_results_are_handed_out_and_the_room_is_closed() -> None:
    done = [section("work", "revealed"), section(PROFILE, "revealed")]

    assert next_step("live", done).kind == "hand_out"
    assert next_step("handout", done).kind == "close"
    assert next_step("closed", done).kind == "done"


def test_a_room_without_a_group_profile_ends_all_the_same() -> None:
    assert next_step("live", [section("work", "revealed")]).kind == "hand_out"


def test_a_second_round_comes_right_after_the_first_and_the_whole_room_last() -> None:
    added = [
        section("work", "revealed"),
        section("habits", "waiting"),
        section(PROFILE, "waiting"),
        section("work", "waiting", 2),
    ]

    assert [(one.section, one.round) for one in in_order(added)] == [
        ("work", 1),
        ("work", 2),
        ("habits", 1),
        (PROFILE, 1),
    ]
    step = next_step("live", added)
    assert step.section is not None
    assert (step.section.section, step.section.round) == ("work", 2)


def test_the_section_revealed_last_may_be_asked_once_more() -> None:
    shown = [
        section("work", "revealed", revealed_at=5),
        section("habits", "revealed", revealed_at=9),
    ]
    again = second_round(shown, 2)

    assert again is not None
    assert again.section == "habits"


def test_a_second_round_is_offered_neither_twice_nor_in_a_room_of_one_round() -> None:
    first = section("work", "revealed", revealed_at=5)

    assert second_round([first], 1) is None
    assert second_round([first, section("work", "waiting", 2)], 2) is None
    assert second_round([first, section("work", "revealed", 2, revealed_at=9)], 2) is None


def test_a_section_settles_for_two_seconds_after_its_lock() -> None:
    locked = Section("work", 1, "locked", "presenter", locked_at=100)

    assert settling(locked, 101)
    assert not settling(locked, 103)
    assert not settling(section("work", "open"), 101)
    assert not settling(None, 101)
