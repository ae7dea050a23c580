"""Calendar arithmetic in months, days and quarters that never leaves the calendar."""

import calendar
import datetime
from dataclasses import dataclass

MONTHS_IN_YEAR = 12
MONTHS_IN_QUARTER = 3

_FIRST, _LAST = datetime.date.min, datetime.date.max


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a calendar year: ``number`` 1-4."""

    year: int
    number: int

    @property
    def first(self) -> datetime.date:
        """Its first day."""
        return datetime.date(self.year, MONTHS_IN_QUARTER * (self.number - 1) + 1, 1)

    @property
    def last(self) -> datetime.date:
        """Its last day."""
        month = MONTHS_IN_QUARTER * self.number
        return datetime.date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def days(self) -> int:
        """Its length in days, 90-92."""
        return (self.last - self.first).days + 1


def quarter_of(day: datetime.date) -> Quarter:
    """Return the quarter a day lies in."""
    return Quarter(day.year, (day.month - 1) // MONTHS_IN_QUARTER + 1)


def quarters_between(first: datetime.date, last: datetime.date) -> tuple[Quarter, ...]:
    """Return every quarter touched by the days ``first``-``last``; none when ``last`` lies before."""
    if last < first:
        return ()
    low, high = (4 * one.year + one.number - 1 for one in (quarter_of(first), quarter_of(last)))
    return tuple(Quarter(place // 4, place % 4 + 1) for place in range(low, high + 1))


def add_months(day: datetime.date, months: int) -> datetime.date:
    """Return the same day some months later (or earlier), or the month's last day when it has no such day.

    A month beyond the calendar (years 1-9999) gives the first or the last day there is.
    """
    year, month = divmod(MONTHS_IN_YEAR * day.year + day.month - 1 + months, MONTHS_IN_YEAR)
    if not _FIRST.year <= year <= _LAST.year:
        return _LAST if months > 0 else _FIRST
    length = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, length))


def add_days(day: datetime.date, days: int) -> datetime.date:
    """Return the day some days later (or earlier), or the first or last day there is."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return _LAST if days > 0 else _FIRST
