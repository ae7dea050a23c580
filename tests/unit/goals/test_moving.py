"""Moving a goal by a month or a quarter: which dates move, where they stop, and why."""

import pytest

from tests.unit.goals.plans import TODAY, day, goal, milestone
from throughline.goals import STEPS, Goal, MoveReason, keep_baseline, move

OVERDUE = goal("o", "2026-10-15", "2026-11-15")
ACTIVE = goal("a", "2026-10-31", "2027-03-31", progress=50)
AT_RISK = goal("r", "2026-01-31", "2027-01-31")
PLANNED = goal("p", "2027-01-31", "2027-03-31")


def test_the_buttons_are_a_month_and_a_quarter_both_ways() -> None:
    assert STEPS == (-3, -1, 1, 3)


@pytest.mark.parametrize(
    ("one", "months", "start", "due", "reason"),
    [
        (OVERDUE, 1, "2026-10-15", "2026-12-15", "due_only"),
        (OVERDUE, 3, "2026-10-15", "2027-02-15", "due_only"),
        (OVERDUE, -1, "2026-10-15", "2026-10-15", "due_only"),
        (OVERDUE, -3, "2026-10-15", "2026-10-15", "stopped_at_start"),
        (ACTIVE, 1, "2026-10-31", "2027-04-30", "due_only"),
        (ACTIVE, 3, "2026-10-31", "2027-06-30", "due_only"),
        (ACTIVE, -3, "2026-10-31", "2026-12-31", "due_only"),
        (AT_RISK, 1, "2026-01-31", "2027-02-28", "due_only"),
        (PLANNED, 1, "2027-02-28", "2027-04-30", "both_dates"),
        (PLANNED, 3, "2027-04-30", "2027-06-30", "both_dates"),
        (PLANNED, -3, "2026-10-31", "2026-12-31", "both_dates"),
        (goal("d", due="2026-11-30"), 3, "", "2027-02-28", "both_dates"),
        (goal("d", due="2026-10-31"), 1, "", "2026-11-30", "due_only"),
        (milestone("m", "2027-11-30"), 3, "2028-02-29", "2028-02-29", "both_dates"),
        (milestone("m", "2026-11-15"), 1, "2026-12-15", "2026-12-15", "both_dates"),
        (goal("w", "2026-11-10", "2026-11-01"), -1, "2026-11-10", "2026-11-01", "stopped_at_start"),
        (goal("w", "2027-06-01", "2026-11-01"), 1, "2027-06-01", "2026-12-01", "due_only"),
        (goal("w", "2026-11-20", "2026-11-01"), 1, "2026-11-20", "2026-12-01", "due_only"),
    ],
)
def test_a_goal_moves_by_the_rules_of_its_status(
    one: Goal, months: int, start: str, due: str, reason: MoveReason
) -> None:
    moved = move(one, months, TODAY)

    assert (str(moved.goal.start or ""), str(moved.goal.due)) == (start, due)
    assert moved.reason == reason


@pytest.mark.parametrize(
    ("one", "months", "reason"),
    [
        (goal("d", "2027-01-01", "2027-02-01", dropped=True), 1, "dropped"),
        (goal("d", "2027-01-01", "2027-02-01", progress=100), 1, "finished"),
        (goal("d", "2027-01-01"), 1, "undated"),
        (goal("d"), -3, "undated"),
        (goal("d", "2027-01-01", "2036-11-01"), 1, "too_far"),
        (goal("d", "2026-01-01", "2036-11-01"), 3, "too_far"),
        (goal("d", "9999-01-01", "9999-12-31"), 1, "too_far"),
    ],
)
def test_a_goal_that_does_not_move_is_given_back_as_it_was(
    one: Goal, months: int, reason: MoveReason
) -> None:
    moved = move(one, months, TODAY)

    assert moved.goal is one
    assert moved.reason == reason


def test_a_goal_from_an_old_plan_can_move_towards_today() -> None:
    old = goal("o", "2010-01-01", "2012-01-01")
    far = goal("f", "2040-01-01", "2042-01-01")

    assert str(move(old, 3, TODAY).goal.due) == "2012-04-01"
    assert str(move(far, -3, TODAY).goal.due) == "2041-10-01"
    assert move(old, -3, TODAY).reason == "too_far"


def test_a_goal_may_move_to_exactly_ten_years_from_today() -> None:
    assert move(goal("d", "2027-01-01", "2036-10-23"), 1, TODAY).reason == "both_dates"
    assert move(goal("d", "2027-01-01", "2036-10-24"), 1, TODAY).reason == "too_far"


def test_the_first_due_date_is_kept_through_two_moves() -> None:
    once = move(ACTIVE, 1, TODAY).goal
    twice = move(once, 1, TODAY).goal

    assert once.baseline_due == twice.baseline_due == ACTIVE.due


def test_saving_keeps_the_first_due_date() -> None:
    assert keep_baseline(ACTIVE).baseline_due == ACTIVE.due
    assert keep_baseline(goal("u")).baseline_due is None
    kept = goal("k", due="2027-02-01", baseline_due=day("2027-01-01"))
    assert keep_baseline(kept).baseline_due == day("2027-01-01")
