"""Reminders to look at the plan: the same day of a month, ahead of today, up to the last open date."""

import datetime

import pytest

from tests.unit.goals.plans import TODAY, ahead, day, goal, milestone
from throughline.goals.reminders import check_in_days

YEAR = (goal("g1", "2026-11-23", "2027-11-23"),)


def test_every_quarter_of_a_year_is_four_days_and_every_month_twelve() -> None:
    assert check_in_days(YEAR, TODAY, 3) == tuple(
        map(day, ("2027-02-23", "2027-05-23", "2027-08-23", "2027-11-23"))
    )
    assert len(check_in_days(YEAR, TODAY, 1)) == 12


@pytest.mark.parametrize("every", [0, -1, -100])
def test_no_interval_is_no_reminder(every: int) -> None:
    assert check_in_days(YEAR, TODAY, every) == ()


@pytest.mark.parametrize("changed", [{"dropped": True}, {"done_on": TODAY}, {"progress": 100}])
def test_what_is_over_needs_no_reminder(changed: dict[str, object]) -> None:
    assert check_in_days([goal("g1", "", "2029-01-01", **changed)], TODAY, 1) == ()


def test_an_empty_undated_or_past_plan_has_none() -> None:
    assert check_in_days([], TODAY, 1) == ()
    assert check_in_days([goal("g1"), milestone("m1", ahead(-9).isoformat())], TODAY, 1) == ()


def test_no_reminder_lies_beyond_five_years_or_off_the_calendar() -> None:
    far = [goal("g1", "", "2200-12-31")]

    assert len(check_in_days(far, TODAY, 1)) == 60
    assert check_in_days(far, TODAY, 1)[-1] == day("2031-11-23")
    assert check_in_days(far, datetime.date.max, 1) == ()


def test_a_day_that_a_month_does_not_have_becomes_its_last() -> None:
    days = check_in_days([goal("g1", "", "2027-03-31")], day("2027-01-31"), 1)

    assert days == (day("2027-02-28"), day("2027-03-31"))
