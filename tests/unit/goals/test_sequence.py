"""What has to be finished first: order, loops, conflicts and pushing."""

from dataclasses import replace
from typing import Any

import pytest

from tests.unit.goals.plans import day, goal, milestone
from throughline.goals import Goal, Sequence, push, sequence_of
from throughline.goals.sequence import conflicts, earliest_start

FIRST = goal("a", "2027-01-01", "2027-03-31")


def waiting(**after: str) -> tuple[Goal, ...]:
    """Goals named like the arguments, each after the goals whose letters it is given."""
    return tuple(goal(one, after=tuple(letters)) for one, letters in after.items())


def after_first(start: str, due: str, first: Goal = FIRST, **fields: Any) -> Sequence:
    """A goal that depends on another."""
    return sequence_of([first, goal("b", start, due, after=("a",), **fields)])


def test_the_order_puts_predecessors_first_and_else_keeps_the_plan() -> None:
    found = sequence_of(waiting(d="c", a="", c="ab", b="", e=""))

    assert found.order == ("a", "b", "e", "c", "d")
    assert found.loops == ()


@pytest.mark.parametrize(
    ("goals", "loops"),
    [
        pytest.param(waiting(a="a"), [("a",)], id="one"),
        pytest.param(waiting(a="b", b="a"), [("a", "b")], id="two"),
        pytest.param(waiting(a="c", b="a", c="b"), [("a", "b", "c")], id="three"),
        pytest.param(waiting(x="", a="b", b="a", y="bx"), [("a", "b")], id="with a follower"),
        pytest.param(waiting(y="a", a="b", b="a"), [("a", "b")], id="with a follower named first"),
        pytest.param(waiting(a="b", b="a", c="d", d="c"), [("a", "b"), ("c", "d")], id="apart"),
        pytest.param(waiting(a="b", b="a", c="bd", d="c"), [("a", "b"), ("c", "d")], id="in a row"),
        pytest.param(waiting(a="?", b="a"), [], id="unknown"),
        pytest.param(waiting(a="", b="aa"), [], id="twice the same"),
        pytest.param((), [], id="empty"),
    ],
)
def test_a_loop_is_named_with_its_goals_in_the_order_of_work(
    goals: tuple[Goal, ...], loops: list[tuple[str, ...]]
) -> None:
    found = sequence_of(goals)

    assert list(found.loops) == loops
    for loop in found.loops:
        for one, following in zip(loop, (*loop[1:], loop[0]), strict=True):
            assert one in found.goals[following].after
    assert sorted(found.order) == sorted(found.goals)


def test_a_goal_starts_the_day_after_and_a_milestone_may_fall_on_the_day() -> None:
    plan = sequence_of([FIRST, goal("b", after=("a",)), milestone("m", "2027-03-31", after=("a",))])

    assert earliest_start(plan, "a") is None
    assert earliest_start(plan, "b") == day("2027-04-01")
    assert earliest_start(plan, "m") == day("2027-03-31")
    assert conflicts(plan) == {}


def test_the_latest_of_several_predecessors_counts() -> None:
    other = goal("o", "2027-01-01", "2027-06-30")
    plan = sequence_of([FIRST, other, goal("b", "2027-06-01", "2027-07-01", after=("a", "o"))])

    assert conflicts(plan) == {"b": 30}


@pytest.mark.parametrize(
    ("start", "days"), [("2027-04-01", 0), ("2027-03-31", 1), ("2027-03-01", 31)]
)
def test_a_conflict_is_counted_in_days(start: str, days: int) -> None:
    assert conflicts(after_first(start, "2027-12-31")).get("b", 0) == days


@pytest.mark.parametrize(
    "first",
    [
        replace(FIRST, dropped=True),
        replace(FIRST, due=None),
        replace(FIRST, done_on=day("2027-01-31")),
    ],
)
def test_dropped_undated_and_early_finished_goals_hold_nothing_up(first: Goal) -> None:
    assert conflicts(after_first("2027-02-01", "2027-12-31", first)) == {}


def test_a_goal_finished_late_holds_up_until_its_due_date() -> None:
    first = replace(FIRST, done_on=day("2027-08-01"))

    assert conflicts(after_first("2027-02-01", "2027-12-31", first)) == {"b": 59}


@pytest.mark.parametrize("fields", [{"dropped": True}, {"progress": 100}])
def test_a_goal_that_is_done_or_dropped_has_no_conflict_and_is_not_pushed(
    fields: dict[str, Any],
) -> None:
    plan = after_first("2027-02-01", "2027-12-31", **fields)

    assert conflicts(plan) == {}
    assert push(plan) == tuple(plan.goals.values())


@pytest.mark.parametrize(
    ("start", "due", "pushed"),
    [
        ("2027-03-01", "", ("2027-04-01", "")),
        ("", "2027-03-01", ("", "2027-04-01")),
        ("", "", ("", "")),
        ("2027-03-01", "2027-02-01", ("2027-04-01", "2027-03-04")),
    ],
)
def test_a_goal_without_both_dates_in_order_is_pushed_by_what_it_has(
    start: str, due: str, pushed: tuple[str, str]
) -> None:
    moved = push(after_first(start, due))[1]

    assert (str(moved.start or ""), str(moved.due or "")) == pushed


def test_a_push_carries_on_to_all_that_follows_and_leaves_the_rest() -> None:
    plan = [
        FIRST,
        goal("b", "2027-03-01", "2027-04-30", after=("a",)),
        goal("c", "2027-05-01", "2027-05-31", after=("b",)),
        milestone("m", "2027-05-31", after=("c",)),
        goal("elsewhere", "2027-01-15", "2027-02-01", after=("a",)),
    ]
    moved = {one.id: (str(one.start), str(one.due)) for one in push(sequence_of(plan), "b")}

    assert moved == {
        "a": ("2027-01-01", "2027-03-31"),
        "b": ("2027-04-01", "2027-05-31"),
        "c": ("2027-06-01", "2027-07-01"),
        "m": ("2027-07-01", "2027-07-01"),
        "elsewhere": ("2027-01-15", "2027-02-01"),
    }


def test_a_push_never_pulls_earlier() -> None:
    plan = after_first("2027-12-01", "2027-12-31")

    assert push(plan) == tuple(plan.goals.values())


def test_a_push_keeps_the_first_due_date_so_that_the_slip_shows() -> None:
    assert push(after_first("2027-03-01", "2027-04-30"))[1].baseline_due == day("2027-04-30")


def test_a_push_on_a_goal_nobody_has_moves_nothing() -> None:
    plan = after_first("2027-02-01", "2027-12-31")

    assert push(plan, "nobody") == tuple(plan.goals.values())


def test_a_push_at_the_end_of_the_calendar_stops_there() -> None:
    plan = sequence_of(
        [goal("a", "9999-01-01", "9999-12-31"), goal("b", "9998-01-01", "9999-06-01", after=("a",))]
    )

    assert push(plan)[1].due == day("9999-12-31")
