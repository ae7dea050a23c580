"""Slack and the tightest chain: how much room the dates leave."""

from dataclasses import replace

from tests.unit.goals.plans import goal, milestone
from throughline.goals import Chain, Goal, sequence_of
from throughline.goals.slack import slacks, tightest_chain

PLAN = (
    goal("a", "2027-01-01", "2027-03-31"),
    goal("b", "2027-04-01", "2027-06-30", after=("a",)),
    goal("c", "2027-04-01", "2027-05-31", after=("a",)),
    milestone("m", "2027-06-30", after=("b", "c")),
)


def slack(*goals: Goal) -> dict[str, int]:
    """Slack of every goal that has one."""
    return slacks(sequence_of(goals))


def chain(*goals: Goal) -> Chain | None:
    """The tightest chain of these goals."""
    plan = sequence_of(goals)
    return tightest_chain(plan, slacks(plan))


def test_a_follower_that_is_a_milestone_takes_no_day_away() -> None:
    assert slack(*PLAN) == {"a": 0, "b": 0, "c": 30, "m": 0}


def test_a_chain_without_a_free_day_is_critical() -> None:
    found = chain(*PLAN)

    assert found == Chain(("a", "b", "m"), 0)
    assert found.critical


def test_a_chain_with_a_free_day_is_not_critical() -> None:
    found = chain(*PLAN[:3], milestone("m", "2027-07-01", after=("b", "c")))

    assert found == Chain(("a", "b", "m"), 1)
    assert not found.critical


def test_a_chain_that_is_already_too_late_is_short_of_days() -> None:
    found = chain(
        goal("a", "2027-01-01", "2027-03-31"), goal("b", "2027-03-20", "2027-06-30", after=("a",))
    )

    assert found == Chain(("a", "b"), -12)
    assert not found.critical


def test_a_plan_without_a_milestone_ends_with_what_is_due_last() -> None:
    assert slack(*PLAN[:3]) == {"a": 0, "b": 0, "c": 30}
    assert chain(*PLAN[:3]) == Chain(("a", "b"), 0)


def test_what_is_due_after_the_last_milestone_is_the_end_of_the_plan() -> None:
    assert slack(milestone("m", "2027-06-30"), goal("a", "2027-01-01", "2027-07-10")) == {
        "m": 10,
        "a": 0,
    }


def test_done_dropped_and_undated_goals_have_no_slack_and_hold_nothing_back() -> None:
    a, b, c, m = PLAN
    assert slack(a, replace(b, progress=100), c, m) == {"a": 30, "c": 30, "m": 0}
    assert slack(a, replace(b, dropped=True), c, m) == {"a": 30, "c": 30, "m": 0}
    assert slack(a, replace(b, due=None), c, m) == {"a": 30, "c": 30, "m": 0}


def test_the_last_milestone_that_is_open_ends_the_plan() -> None:
    done = milestone("d", "2026-01-01", progress=100)

    assert slack(done, goal("a", "2027-01-01", "2027-03-31")) == {"a": 0}


def test_a_milestone_alone_is_no_chain_and_neither_is_an_empty_plan() -> None:
    assert chain(milestone("m", "2027-01-01")) is None
    assert chain() is None
    assert slack() == {}


def test_dates_out_of_order_and_a_missing_start_count_as_one_day() -> None:
    a = goal("a", "2027-05-01", "2027-03-31")
    b = goal("b", due="2027-04-30", after=("a",))

    assert slack(a, b) == {"a": 29, "b": 0}


def test_equals_keep_the_order_in_which_they_are_named() -> None:
    c = goal("c", "2027-04-01", "2027-06-30", after=("a",))
    a, b, _, m = PLAN

    assert chain(a, b, c, m) == Chain(("a", "b", "m"), 0)
    assert chain(a, b, c, replace(m, after=("c", "b"))) == Chain(("a", "c", "m"), 0)


def test_a_loop_still_has_numbers() -> None:
    loop = [
        goal("a", "2027-01-01", "2027-03-31", after=("b",)),
        goal("b", "2027-04-01", "2027-06-30", after=("a",)),
    ]

    assert set(slack(*loop)) == {"a", "b"}
    assert chain(*loop) is not None
