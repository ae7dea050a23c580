"""Hours a week in each quarter."""

import pytest

from tests.unit.goals.plans import TODAY, day, goal, milestone
from throughline.goals import Goal, load
from throughline.goals.load import fullest
from throughline.goals.months import Quarter

YEAR = goal("a", "2027-01-01", "2027-12-31", hours_week=4)


def hours(*goals: Goal, first: str = "2027-01-01", last: str = "2027-12-31") -> list[float]:
    """Hours a week of each quarter."""
    return [one.hours for one in load(goals, day(first), day(last), TODAY)]


def test_a_goal_takes_its_hours_in_every_quarter_it_fills() -> None:
    assert hours(YEAR) == [4, 4, 4, 4]


def test_a_goal_takes_the_share_of_the_days_it_lasts() -> None:
    one = goal("a", "2027-03-31", "2027-04-01", hours_week=9)

    assert hours(one) == pytest.approx([9 / 90, 9 / 91, 0, 0])


def test_hours_add_up_and_the_goals_are_named() -> None:
    other = goal("b", "2027-01-01", "2027-03-31", hours_week=2.5)
    found = load([YEAR, other], day("2027-01-01"), day("2027-06-30"), TODAY)

    assert [(one.quarter, one.hours, one.goals) for one in found] == [
        (Quarter(2027, 1), 6.5, ("a", "b")),
        (Quarter(2027, 2), 4, ("a",)),
    ]


@pytest.mark.parametrize(
    "one",
    [
        milestone("m", "2027-02-01", hours_week=5),
        goal("g", "2027-01-01", "2027-12-31", hours_week=5, dropped=True),
        goal("g", start="2027-01-01", hours_week=5),
        goal("g", due="2027-12-31", hours_week=5),
        goal("g", "2027-12-31", "2027-01-01", hours_week=5),
        goal("g", "2027-01-01", "2027-12-31", hours_week=5, progress=100),
        goal("g", "2027-01-01", "2027-12-31", hours_week=5, done_on=day("2026-12-31")),
        goal("g", "2027-01-01", "2027-12-31"),
        goal("g", "2020-01-01", "2026-12-31", hours_week=5),
        goal("g", "2028-01-01", "2028-12-31", hours_week=5),
    ],
)
def test_some_goals_take_no_hours(one: Goal) -> None:
    assert hours(one) == [0, 0, 0, 0]


def test_a_goal_finished_early_stops_taking_hours() -> None:
    one = goal("g", "2027-01-01", "2027-12-31", hours_week=5, done_on=day("2027-06-30"))

    assert hours(one) == [5, 5, 0, 0]


def test_a_quarter_that_the_window_cuts_is_as_full_as_ever() -> None:
    assert hours(YEAR, first="2027-02-15", last="2027-11-15") == [4, 4, 4, 4]


def test_a_goal_that_ends_before_the_window_in_its_first_quarter_counts_there() -> None:
    one = goal("g", "2027-01-01", "2027-01-30", hours_week=3)

    assert hours(one, first="2027-02-15") == [1, 0, 0, 0]


def test_days_in_the_wrong_order_have_no_quarters() -> None:
    assert hours(YEAR, first="2027-02-15", last="2027-01-15") == []


def test_the_fullest_quarter_is_the_first_of_equals() -> None:
    found = load([YEAR], day("2026-10-01"), day("2027-12-31"), TODAY)
    peak = fullest(found)

    assert peak is not None
    assert peak.quarter == Quarter(2027, 1)
    assert fullest(()) is None
