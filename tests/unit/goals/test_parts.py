"""A long plan is shown in parts: every drawn goal once, in its lane's order, in the same five years."""

import pytest

from tests.unit.goals.plans import TODAY, goal
from throughline.goals import Goal, timeline_of
from throughline.goals.parts import parts_of

LANES = ("promotion", "skills", "advancement", "network", "income")


def plan(count: int) -> tuple[Goal, ...]:
    return tuple(
        goal(f"g{n}", "2027-01-01", f"{2027 + n % 4}-06-30", track=LANES[n % 5])
        for n in range(count)
    )


@pytest.mark.parametrize("count", [1, 7, 8])
def test_a_plan_that_fits_stays_whole(count: int) -> None:
    whole = timeline_of(plan(count), TODAY)

    assert parts_of(whole, 8) == (whole,)


@pytest.mark.parametrize("count", [9, 25, 40, 300])
@pytest.mark.parametrize("most", [1, 8])
def test_every_goal_is_in_exactly_one_part_of_the_same_years(count: int, most: int) -> None:
    whole = timeline_of(plan(count), TODAY)
    parts = parts_of(whole, most)

    assert sorted(one for part in parts for one in part.goals) == sorted(whole.goals)
    assert all(1 <= len(part.goals) <= most for part in parts)
    assert {part.window for part in parts} == {whole.window}
    lanes = [LANES.index(one.track) for part in parts for one in part.goals.values()]
    assert lanes == sorted(lanes)


def test_what_is_not_drawn_is_in_no_part() -> None:
    hidden = (goal("u"), goal("d", "", "2027-01-01", dropped=True), goal("far", "", "2050-01-01"))
    parts = parts_of(timeline_of((*plan(9), *hidden), TODAY), 8)

    assert {one for part in parts for one in part.goals} == {f"g{n}" for n in range(9)}
    assert parts_of(timeline_of(hidden, TODAY), 8) == ()
