"""Where a goal stands on a day, at every edge of the rules."""

import pytest

from tests.unit.goals.plans import TODAY, ahead, day, goal, milestone
from throughline.goals import Goal, GoalConstants, Horizon, Status, Timeframe
from throughline.goals.status import horizon_of, standing_of, status_of, timeframe_of


@pytest.mark.parametrize(
    ("one", "status"),
    [
        pytest.param(goal(), "planned", id="no dates"),
        pytest.param(goal(start="2026-11-23"), "active", id="starts today, undated"),
        pytest.param(goal(start="2026-11-24"), "planned", id="starts tomorrow, undated"),
        pytest.param(goal(due="2026-11-23"), "planned", id="due today, no start"),
        pytest.param(goal(due="2026-11-22"), "overdue", id="due yesterday, no start"),
        pytest.param(goal("g", "2026-11-23", "2026-11-23"), "active", id="one day, today"),
        pytest.param(goal("g", "2026-11-01", "2026-11-23", progress=99), "active", id="due today"),
        pytest.param(goal("g", "2026-11-01", "2026-11-22", progress=99), "overdue", id="yesterday"),
        pytest.param(goal("g", "2026-11-01", "2026-11-22", progress=100), "done", id="100 points"),
        pytest.param(
            goal("g", "2026-11-01", "2026-11-22", done_on=day("2026-11-20")), "done", id="done on"
        ),
        pytest.param(
            goal("g", "2026-11-01", "2026-11-22", dropped=True), "dropped", id="dropped and late"
        ),
        pytest.param(goal("g", progress=100, dropped=True), "dropped", id="dropped and done"),
        pytest.param(goal("g", "2027-03-01", "2027-02-01"), "planned", id="due before start"),
        pytest.param(
            goal("g", "2026-12-01", "2026-11-01"), "overdue", id="due before start and past"
        ),
        pytest.param(goal("g", "1990-01-01", "2036-01-01"), "at_risk", id="start long past"),
        pytest.param(milestone("m", "2026-11-23"), "planned", id="milestone today"),
        pytest.param(milestone("m", "2026-11-22"), "overdue", id="milestone yesterday"),
        pytest.param(milestone("m", "2026-11-22", progress=100), "done", id="milestone done"),
    ],
)
def test_the_first_status_that_holds_is_the_one(one: Goal, status: Status) -> None:
    assert status_of(one, TODAY) == status


@pytest.mark.parametrize(
    ("length", "elapsed", "progress", "status"),
    [
        (100, 50, 30, "active"),
        (100, 50, 29, "at_risk"),
        (100, 20, 0, "active"),
        (100, 21, 0, "at_risk"),
        (1000, 201, 0, "at_risk"),
        # 100 * 7 / 35 is not quite 20 in binary on some routes.
        (35, 7, 0, "active"),
        (35, 14, 20, "active"),
        (3, 1, 13, "at_risk"),
        (3, 1, 14, "active"),
    ],
)
def test_exactly_twenty_points_is_not_at_risk(
    length: int, elapsed: int, progress: int, status: Status
) -> None:
    one = Goal("g", "G", start=ahead(-elapsed), due=ahead(length - elapsed), progress=progress)

    assert status_of(one, TODAY) == status


def test_the_points_of_a_risk_are_a_choice() -> None:
    one = Goal("g", "G", start=ahead(-30), due=ahead(70))

    assert status_of(one, TODAY) == "at_risk"
    assert status_of(one, TODAY, GoalConstants(at_risk_points=30)) == "active"


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (goal("g", "2026-11-23", "2026-11-23"), 0),
        (goal("g", "2027-03-01", "2027-02-01"), 0),
        (goal("g", "2026-11-24", "2026-12-24"), 0),
        (goal("g", "2026-11-13", "2026-12-03"), 50),
        (goal("g", "2026-10-01", "2026-10-31"), 100),
        (goal("g", start="2026-10-01"), 0),
        (goal("g", due="2026-10-01"), 0),
        (milestone("m", "2026-10-01"), 0),
    ],
)
def test_expected_progress_is_the_share_of_time_that_is_over(one: Goal, expected: float) -> None:
    assert standing_of(one, TODAY).expected == expected


def test_a_leap_day_counts_as_a_day() -> None:
    one = goal("g", "2028-02-01", "2028-03-01")

    assert standing_of(one, day("2028-02-29")).expected == pytest.approx(100 * 28 / 29)
    assert standing_of(one, day("2028-03-02")).days_late == 1


@pytest.mark.parametrize(
    ("days", "horizon", "timeframe"),
    [
        (-400, "short", "soon"),
        (0, "short", "soon"),
        (364, "short", "soon"),
        (365, "short", "soon"),
        (366, "long", "years"),
    ],
)
def test_short_term_ends_after_365_days(days: int, horizon: Horizon, timeframe: Timeframe) -> None:
    one = Goal("g", "G", due=ahead(days))

    assert horizon_of(one, TODAY) == horizon
    assert timeframe_of(one, TODAY) == timeframe


def test_the_horizon_of_a_leap_year_is_365_days_too() -> None:
    today = day("2028-02-01")

    assert horizon_of(goal(due="2029-01-31"), today) == "short"
    assert horizon_of(goal(due="2029-02-01"), today) == "long"


def test_an_undated_goal_has_no_timeframe_until_one_is_chosen() -> None:
    assert timeframe_of(goal(), TODAY) is None
    assert timeframe_of(goal(timeframe="years"), TODAY) == "years"
    assert horizon_of(goal(timeframe="years"), TODAY) == "undated"


def test_a_chosen_timeframe_wins_over_the_due_date() -> None:
    assert timeframe_of(goal(due="2026-12-01", timeframe="years"), TODAY) == "years"


@pytest.mark.parametrize(
    ("due", "baseline", "slip"),
    [
        ("2027-03-31", "2027-03-01", 30),
        ("2027-03-01", "2027-03-31", -30),
        ("2027-03-01", "2027-03-01", 0),
        ("2027-03-01", "", None),
        ("", "2027-03-01", None),
    ],
)
def test_slip_is_counted_from_the_first_saved_due_date(
    due: str, baseline: str, slip: int | None
) -> None:
    one = goal(due=due, baseline_due=day(baseline) if baseline else None)

    assert standing_of(one, TODAY).slip == slip


@pytest.mark.parametrize("status", [{"dropped": True}, {"progress": 100}, {}])
def test_only_an_overdue_goal_is_late(status: dict[str, object]) -> None:
    one = goal("g", "2026-10-01", "2026-11-15", **status)

    assert standing_of(one, TODAY).days_late == (0 if status else 8)


def test_a_goal_on_the_last_day_of_the_calendar_has_a_standing() -> None:
    one = goal("g", "0001-01-01", "9999-12-31")

    assert standing_of(one, TODAY).horizon == "long"
    assert standing_of(one, day("9999-12-31")).expected == 100
