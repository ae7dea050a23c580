"""Months keep the day or fall to the month's last one, and never leave the calendar."""

import datetime

import pytest

from tests.unit.goals.plans import day
from throughline.goals.months import Quarter, add_days, add_months, quarter_of, quarters_between


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2027-03-31", 1, "2027-04-30"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2027-12-31", 2, "2028-02-29"),
        ("2027-12-31", 1, "2028-01-31"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2028-02-29", -12, "2027-02-28"),
        ("2027-01-31", -2, "2026-11-30"),
        ("2027-01-15", -1, "2026-12-15"),
        ("2027-01-15", 0, "2027-01-15"),
        ("9999-11-30", 1, "9999-12-30"),
        ("9999-12-30", 1, "9999-12-31"),
        ("9999-01-01", 10**9, "9999-12-31"),
        ("0001-01-31", -1, "0001-01-01"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_of_its_month(
    start: str, months: int, end: str
) -> None:
    assert add_months(day(start), months) == day(end)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2028-02-28", 1, "2028-02-29"),
        ("2027-02-28", 1, "2027-03-01"),
        ("9999-12-31", 1, "9999-12-31"),
        ("0001-01-01", -1, "0001-01-01"),
        ("2027-01-01", 10**12, "9999-12-31"),
    ],
)
def test_a_day_later_stays_in_the_calendar(start: str, days: int, end: str) -> None:
    assert add_days(day(start), days) == day(end)


@pytest.mark.parametrize(
    ("on", "quarter"),
    [
        ("2026-01-01", Quarter(2026, 1)),
        ("2026-03-31", Quarter(2026, 1)),
        ("2026-04-01", Quarter(2026, 2)),
        ("2026-12-31", Quarter(2026, 4)),
    ],
)
def test_a_day_lies_in_its_quarter(on: str, quarter: Quarter) -> None:
    assert quarter_of(day(on)) == quarter


@pytest.mark.parametrize(("year", "days"), [(2027, [90, 91, 92, 92]), (2028, [91, 91, 92, 92])])
def test_the_quarters_of_a_year_have_its_days(year: int, days: list[int]) -> None:
    assert [Quarter(year, number).days for number in range(1, 5)] == days


def test_quarters_between_are_those_that_are_touched() -> None:
    found = quarters_between(day("2026-12-31"), day("2027-07-01"))

    assert found == (Quarter(2026, 4), Quarter(2027, 1), Quarter(2027, 2), Quarter(2027, 3))


def test_there_is_no_quarter_between_a_day_and_an_earlier_one() -> None:
    assert quarters_between(day("2027-02-02"), day("2027-02-01")) == ()


def test_the_last_quarter_of_the_calendar_ends_with_it() -> None:
    assert Quarter(9999, 4).last == datetime.date.max
