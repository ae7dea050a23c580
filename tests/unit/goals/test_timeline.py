"""The whole plan on one day: window, what lies outside it, undated goals, and three hundred goals."""

from dataclasses import replace

import pytest

from tests.unit.goals.plans import TODAY, day, goal, milestone
from throughline.goals import GOAL_LIMIT, Goal, Window, as_record, read_goals, timeline_of
from throughline.goals.timeline import window_of


def test_an_empty_plan_has_a_window_from_this_month() -> None:
    plan = timeline_of([], TODAY)

    assert plan.window == Window(day("2026-11-01"), day("2031-10-31"))
    assert len(plan.load) == 21
    assert (plan.chain, plan.advice, plan.standings, plan.undated) == (None, (), {}, ())


@pytest.mark.parametrize(
    ("goals", "start", "first", "last"),
    [
        ([goal("a", "2026-10-15", "2027-01-01")], None, "2026-10-01", "2031-09-30"),
        ([goal("a", "2027-10-15", "2028-01-01")], None, "2026-11-01", "2031-10-31"),
        ([goal("a", "2020-10-15", "2028-01-01")], None, "2025-11-01", "2030-10-31"),
        ([goal("a", "2026-10-15", dropped=True)], None, "2026-11-01", "2031-10-31"),
        ([goal("a", "2026-10-15")], "2028-02-29", "2028-02-01", "2033-01-31"),
        ([], "9999-12-31", "9999-12-01", "9999-12-30"),
        ([], "0001-01-01", "0001-01-01", "0005-12-31"),
    ],
)
def test_the_window_is_sixty_months_from_the_first_of_a_month(
    goals: list[Goal], start: str | None, first: str, last: str
) -> None:
    assert window_of(goals, TODAY, day(start) if start else None) == Window(day(first), day(last))


@pytest.mark.parametrize(
    ("one", "outside"),
    [
        (goal("g", "2026-01-01", "2026-10-31"), "before"),
        (goal("g", "2026-01-01", "2026-11-01"), None),
        (goal("g", "2031-10-31", "2032-10-31"), None),
        (goal("g", "2031-11-01", "2032-10-31"), "after"),
        (goal("g", "2020-01-01", "2040-01-01"), None),
        (milestone("g", "2026-10-31"), "before"),
        (milestone("g", "2031-11-01"), "after"),
        (goal("g", due="2031-11-01"), "after"),
        (goal("g"), None),
    ],
)
def test_a_goal_without_a_day_in_the_window_is_flagged(one: Goal, outside: str | None) -> None:
    plan = timeline_of([one], TODAY, start=day("2026-11-01"))

    assert plan.outside.get("g") == outside


def test_undated_goals_are_listed() -> None:
    plan = timeline_of([goal("a"), goal("b", "2027-01-01"), goal("c", due="2027-01-01")], TODAY)

    assert plan.undated == ("a", "b")


def test_all_mappings_keep_the_order_of_the_plan() -> None:
    goals = [
        goal("z", "2027-01-01", "2027-12-31", after=("m",)),
        goal("m", "2027-02-01", "2027-12-31", after=("a",)),
        goal("a", "2027-01-01", "2027-12-31"),
    ]
    plan = timeline_of(goals, TODAY)

    assert plan.sequence.order == ("a", "m", "z")
    assert list(plan.standings) == list(plan.slack) == list(plan.goals) == ["z", "m", "a"]
    assert list(plan.conflicts) == list(plan.earliest) == ["z", "m"]


@pytest.mark.parametrize(
    "title",
    [
        "Lead",
        "Become a senior designer in five years " * 5,
        "קידום לתפקיד ראש צוות",
        "الحصول على شهادة مهنية",
        "學會設計名字",
        "👩🏽‍💻 Ship it 🚀",
    ],
)
def test_three_hundred_goals_in_any_writing_are_read_and_placed(title: str) -> None:
    goals = [
        replace(
            goal(f"g{i}", "2026-10-01", "2029-03-31", hours_week=1, title=title),
            after=(f"g{i - 1}",) if i else (),
        )
        for i in range(GOAL_LIMIT)
    ]
    read, issues = read_goals([as_record(one) for one in goals], TODAY)
    plan = timeline_of(read, TODAY, free_hours=10)

    assert GOAL_LIMIT == 300
    assert len(plan.standings) == 300
    assert {one.kind for one in issues} == ({"cut"} if len(title) > 80 else set())
    assert all(title.startswith(one.title) for one in read)
    assert max(one.hours for one in plan.load) == pytest.approx(300)
    assert len(plan.conflicts) == 299


def test_goals_that_all_wait_for_each_other_still_have_a_timeline() -> None:
    everyone = tuple(f"g{i}" for i in range(60))
    goals = [goal(one, "2027-01-01", "2027-12-31", after=everyone) for one in everyone]
    plan = timeline_of(goals, TODAY)

    assert plan.sequence.loops
    assert len(plan.sequence.order) == 60
