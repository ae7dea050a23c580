"""What a plan could be asked about: each kind of advice appears when it should and not a day earlier."""

from dataclasses import replace

import pytest

from tests.unit.goals.plans import TODAY, ahead, day, goal, milestone
from throughline.goals import (
    Advice,
    AdviceKind,
    Goal,
    GoalConstants,
    SmartCheck,
    active_hours_of,
    both_horizons,
    smart,
    status_of,
    timeline_of,
)

BASE = goal("a", "2027-01-01", "2027-03-31", measure_value=1, measure_unit="exam")
FAR = milestone("far", "2031-03-31")


def advice(*goals: Goal, free_hours: float | None = None) -> list[Advice]:
    """All advice on these goals."""
    return list(timeline_of(goals, TODAY, free_hours).advice)


def said(kind: AdviceKind, *goals: Goal, free_hours: float | None = None) -> list[Advice]:
    """The advice of one kind."""
    return [one for one in advice(*goals, free_hours=free_hours) if one.kind == kind]


def test_an_empty_plan_and_a_quiet_one_are_left_in_peace() -> None:
    assert advice() == []
    assert advice(BASE, FAR, free_hours=0) == []


def test_a_loop_is_named_with_its_goals() -> None:
    loop = [replace(BASE, after=("b",)), goal("b", after=("a",)), FAR]

    assert said("cycle", *loop) == [Advice("cycle", ("a", "b"), 2)]


def test_a_due_date_before_the_start_is_named_with_its_days() -> None:
    one = goal("g", "2027-03-10", "2027-03-01")

    assert said("due_before_start", one) == [
        Advice("due_before_start", ("g",), 9, day=day("2027-03-10"))
    ]
    assert said("due_before_start", goal("g", "2027-03-10", "2027-03-10")) == []


def test_a_start_before_the_end_of_another_goal_names_both() -> None:
    one = goal("b", "2027-03-22", "2027-12-31", after=("a",))

    assert said("starts_too_early", BASE, one) == [
        Advice("starts_too_early", ("b", "a"), 10, day=day("2027-04-01"))
    ]


@pytest.mark.parametrize(
    ("on", "kind", "days"),
    [
        ("2026-12-31", "milestone_before_goal", 90),
        ("2027-03-30", "milestone_before_goal", 1),
        ("2027-03-31", None, 0),
        ("2027-04-01", "milestone_after_goal", 1),
        ("2031-03-31", "milestone_after_goal", 1461),
    ],
)
def test_a_milestone_belongs_on_the_day_its_goals_end(
    on: str, kind: AdviceKind | None, days: int
) -> None:
    found = advice(BASE, milestone("m", on, after=("a",)), FAR)
    wanted = [Advice(kind, ("m", "a"), days, day=day("2027-03-31"))] if kind else []

    assert found == wanted


@pytest.mark.parametrize("fields", [{"dropped": True}, {"progress": 100}])
def test_what_is_done_or_dropped_is_left_in_peace(fields: dict[str, object]) -> None:
    early = milestone("m", "2026-12-31", after=("a",), **fields)
    late = goal("g", "2027-03-10", "2027-03-01", after=("a",), **fields)

    assert advice(BASE, early, late, FAR) == []


@pytest.mark.parametrize(
    ("other", "quiet"),
    [
        (goal("b", due="2028-11-23"), False),
        (goal("b", due="2028-11-24"), True),
        (milestone("b", "2028-11-24"), True),
        (goal("b", due="2030-01-01", dropped=True), False),
        (goal("b"), False),
        (goal("b", timeframe="soon"), False),
        (goal("b", timeframe="years"), True),
    ],
)
def test_a_plan_without_anything_after_year_two_is_told_so(other: Goal, quiet: bool) -> None:
    wanted = [] if quiet else [Advice("nothing_after_year_two", day=day("2028-11-23"))]

    assert said("nothing_after_year_two", BASE, other) == wanted


@pytest.mark.parametrize(
    ("short", "long", "short_box", "written_box", "lit"),
    [
        (True, True, False, False, True),
        (True, False, False, False, False),
        (False, True, False, False, False),
        (False, True, True, False, True),
        (True, False, False, True, True),
        (False, False, True, True, True),
        (False, False, True, False, False),
    ],
)
def test_both_horizons_are_covered_by_goals_or_boxes(
    short: bool, long: bool, short_box: bool, written_box: bool, lit: bool
) -> None:
    goals = [Goal("s", "S", due=ahead(365))] * short + [Goal("l", "L", due=ahead(366))] * long

    assert both_horizons(goals, TODAY, short_goal_box=short_box, written_box=written_box) is lit


@pytest.mark.parametrize(
    "one",
    [
        Goal("l", "L", due=ahead(999), dropped=True),
        Goal("l", "L", due=ahead(999), progress=100),
        Goal("l", "L"),
        Goal("l", "L", due=ahead(1), timeframe="years"),
    ],
)
def test_only_open_goals_cover_a_horizon_and_by_their_date_if_they_have_one(one: Goal) -> None:
    assert not both_horizons([one], TODAY, short_goal_box=True, written_box=False)


def test_an_undated_goal_covers_the_horizon_the_person_chose() -> None:
    one = Goal("l", "L", timeframe="years")

    assert both_horizons([one], TODAY, short_goal_box=True, written_box=False)


def test_more_hours_than_there_are_free_is_said_once_of_the_fullest_quarter() -> None:
    year = replace(BASE, due=day("2027-12-31"), hours_week=4)
    summer = goal("b", "2027-07-01", "2027-09-30", hours_week=3)

    assert said("too_many_hours", year, summer, free_hours=5) == [
        Advice("too_many_hours", ("a", "b"), 7, 5, day("2027-07-01"))
    ]
    assert said("too_many_hours", year, summer, free_hours=7) == []
    assert said("too_many_hours", year, summer) == []
    assert said("too_many_hours", year, summer, free_hours=0)[0].limit == 0


def test_a_sum_of_hours_that_is_exactly_the_limit_is_not_above_it() -> None:
    goals = [goal(f"g{i}", "2027-01-01", "2027-12-31", hours_week=0.1) for i in range(3)]

    assert said("too_many_hours", *goals, free_hours=0.3) == []


def test_quarters_that_are_over_are_not_complained_about() -> None:
    past = goal("p", "2026-01-01", "2026-09-30", hours_week=40)

    assert said("too_many_hours", past, free_hours=5) == []


def test_more_than_five_goals_under_way_are_a_lot() -> None:
    under_way = [goal(f"g{i}", "2026-11-01", "2027-12-31") for i in range(6)]
    others = [goal("p", "2027-01-01"), milestone("m", "2026-11-01")]

    assert said("too_many_goals", *under_way[:5], *others) == []
    assert said("too_many_goals", *under_way, *others) == [
        Advice("too_many_goals", tuple(one.id for one in under_way), 6, 5)
    ]


def test_how_many_goals_are_a_lot_is_a_choice() -> None:
    plan = timeline_of(
        [goal("g", "2026-11-01", "2027-12-31")], TODAY, constants=GoalConstants(most_active=0)
    )

    assert "too_many_goals" in {one.kind for one in plan.advice}


def test_goals_without_a_measure_are_named_together() -> None:
    goals = [
        replace(BASE, id="both"),
        replace(BASE, id="unit", measure_value=None),
        replace(BASE, id="value", measure_unit=""),
        replace(BASE, id="zero", measure_value=0.0),
        milestone("m", "2027-01-01"),
    ]

    assert said("no_measure", *goals) == [Advice("no_measure", ("unit", "value"), 2)]


GOOD = replace(BASE, title="Pass the exam", links=("D2",))


@pytest.mark.parametrize(
    ("one", "missing"),
    [
        (GOOD, ()),
        (replace(GOOD, title="Pass exam"), ("specific",)),
        (replace(GOOD, measure_unit=""), ("measurable",)),
        (replace(GOOD, links=()), ("relevant",)),
        (replace(GOOD, due=None), ("time_bound",)),
        (Goal("g", "Be better"), ("specific", "measurable", "relevant", "time_bound")),
    ],
)
def test_the_wording_test_names_what_is_missing(one: Goal, missing: tuple[SmartCheck, ...]) -> None:
    found = smart(one, names_action=True, active_hours=5, free_hours=5)

    assert found.missing == missing
    assert found.points == 100 - 20 * len(missing)
    assert set(found.met).isdisjoint(missing)


@pytest.mark.parametrize(("active", "free"), [(5.1, 5), (0, None)])
def test_hours_that_do_not_fit_or_are_not_known_are_not_achievable(
    active: float, free: float | None
) -> None:
    found = smart(GOOD, names_action=True, active_hours=active, free_hours=free)

    assert found.missing == ("achievable",)


def test_a_title_is_specific_when_the_person_says_that_it_names_an_action() -> None:
    found = smart(GOOD, names_action=False, active_hours=0, free_hours=0)

    assert found.missing == ("specific",)


def test_the_hours_of_goals_under_way_are_those_that_have_started() -> None:
    goals = [
        goal("active", "2026-11-01", "2027-12-31", hours_week=1),
        goal("late", "2026-10-01", "2026-10-31", hours_week=2),
        goal("risk", "2026-01-01", "2026-12-31", hours_week=4),
        goal("planned", "2027-10-01", "2027-12-31", hours_week=8),
        goal("done", "2026-01-01", "2026-12-31", hours_week=16, progress=100),
        milestone("m", "2026-11-01", hours_week=32),
    ]

    assert active_hours_of((one, status_of(one, TODAY)) for one in goals) == 7
