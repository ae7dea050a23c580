"""US national wages by occupation, and where a rate of pay lies between their published percentiles."""

import csv
import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Literal

from throughline.content.reading import read_prose
from throughline.errors import ContentError

PERCENTILES = (10, 25, 50, 75, 90)
FULL_TIME_YEAR = 2080
FULL_TIME_WEEK = FULL_TIME_YEAR / 52
PART_TIME_BELOW = 35

Points = tuple[float, float, float, float, float]
Unit = Literal["hour", "year"]
Outside = Literal["below P10", "above P90"]
Note = Literal["scaled", "hour_as_year", "year_as_hour", "commission"]


@dataclass(frozen=True, slots=True)
class Occupation:
    """One row of the table: US dollars at P10, P25, P50, P75 and P90; None where a wage is not published.

    ``employees`` leaves out self-employed people; ``error`` is its relative standard error in percent.
    """

    soc: str
    title: str
    employees: int | None
    error: float | None
    annual: Points | None
    hourly: Points | None

    @property
    def is_group(self) -> bool:
        """Whether this is all occupations or one of the 22 major groups."""
        return self.soc.endswith("-0000")

    @property
    def needs_hours(self) -> bool:
        """Whether a salary can be compared only when the weekly hours are known."""
        return self.annual is None


@dataclass(frozen=True)
class Market:
    """Every occupation of one release, by SOC code. Source: S53."""

    occupations: tuple[Occupation, ...]

    @cached_property
    def by_soc(self) -> Mapping[str, Occupation]:
        """Every occupation by its SOC code."""
        return {one.soc: one for one in self.occupations}

    @cached_property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The words of every title as a search compares them, in the order of ``occupations``."""
        return tuple(words_of(one.title) for one in self.occupations)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a rate of pay lies among the employees of one occupation.

    ``pay`` and ``points`` (P10 to P90) are US dollars for one ``unit``. ``percentile`` is 10-90, or None
    where pay lies outside the points, and ``outside`` says on which side. ``notes`` name what was done to
    make the two comparable; their texts are in ``data/compensation.toml``.
    """

    occupation: Occupation
    unit: Unit
    pay: float
    points: Points
    percentile: float | None
    outside: Outside | None
    notes: tuple[Note, ...]


def read_market(path: Path) -> Market:
    """Read the table; an empty cell is a wage that is not published, never 0.

    Raises:
        ContentError: the file cannot be read or does not fit; the message names file and line.
    """
    rows = csv.DictReader(read_prose(path).splitlines())
    found = []
    for line, row in enumerate(rows, start=2):
        try:
            found.append(_occupation(row))
        except (KeyError, TypeError, ValueError) as error:
            raise ContentError(f"{path.name}: line {line}: not a row of wages") from error
    if not found:
        raise ContentError(f"{path.name}: no occupation in it")
    return Market(tuple(found))


def search(market: Market, text: str) -> tuple[Occupation, ...]:
    """Find all titles that hold every word of ``text`` or its beginning; nothing else is ever offered.

    Case, accents and plurals do not matter. The same words come first, then whole words, then single
    occupations before groups, then those with more employees. A SOC code finds its own row.
    """
    code, wanted = text.strip(), words_of(text)
    if code in market.by_soc:
        return (market.by_soc[code],)
    if not wanted:
        return ()
    hits = (
        one
        for title, one in zip(market.words, market.occupations, strict=True)
        if all(any(word.startswith(w) or _same(word, w) for word in title) for w in wanted)
    )
    return tuple(sorted(hits, key=lambda one: _rank(one, wanted)))


def words_of(text: str) -> tuple[str, ...]:
    """Split a text into words without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    return tuple("".join(one if one.isalnum() else " " for one in bare).split())


def place(
    occupation: Occupation,
    amount: float,
    per: Unit,
    *,
    hours: float | None = None,
    commission: float = 0.0,
) -> Placement | None:
    """Place a rate of pay between the published percentiles of an occupation. Source: S53.

    Args:
        occupation: The row to compare with, chosen by the person.
        amount: Contracted pay before tax for an hour or a year, US dollars.
        per: What the amount is for.
        hours: Hours a week of a salary; below 35 it is scaled to 40, as the table is for full time.
        commission: The part of a bonus that the table counts (commission, piece rate, tips), in the
            unit of ``amount``.

    Returns:
        None when there is no pay to compare, or when the table has only hourly wages and a salary
        comes without hours.
    """
    paid = amount + commission
    if not 0 < paid < math.inf or amount < 0 or commission < 0:
        return None
    notes: list[Note] = ["commission"] if commission else []
    hours = hours if hours and 0 < hours < math.inf else None
    if per == "hour" and occupation.hourly:
        return _placed(occupation, "hour", paid, occupation.hourly, notes)
    if per == "hour" and occupation.annual:
        notes.append("hour_as_year")
        return _placed(occupation, "year", FULL_TIME_YEAR * paid, occupation.annual, notes)
    if occupation.annual:
        if hours and hours < PART_TIME_BELOW:
            notes.append("scaled")
            paid *= FULL_TIME_WEEK / hours
        return _placed(occupation, "year", paid, occupation.annual, notes)
    if occupation.hourly and hours:
        notes.append("year_as_hour")
        return _placed(occupation, "hour", paid / (52 * hours), occupation.hourly, notes)
    return None


def medians_ratio(job: Occupation, step: Occupation) -> float | None:
    """Divide the annual median of ``step`` by that of ``job``; None where one has no annual wages.

    Two groups of people at one date: not what one person gains by moving.
    """
    if job.annual is None or step.annual is None:
        return None
    return step.annual[2] / job.annual[2]


def _placed(
    occupation: Occupation, unit: Unit, pay: float, points: Points, notes: Sequence[Note]
) -> Placement:
    # Cents, as wages are published: 30 000 / 25 * 40 must meet a point of 48 000.
    pay = round(pay, 2)
    at = _percentile(pay, points)
    outside: Outside | None = None
    if at is None:
        outside = "below P10" if pay < points[0] else "above P90"
    return Placement(occupation, unit, pay, points, at, outside, tuple(notes))


def _percentile(pay: float, points: Points) -> float | None:
    """Interpolate in the logarithm of pay; None outside; the lowest of several equal points."""
    for share, point in zip(PERCENTILES, points, strict=True):
        if pay == point:
            return float(share)
    for (low, start), (high, end) in pairwise(zip(PERCENTILES, points, strict=True)):
        if start < pay < end:
            part = math.log(pay / start) / math.log(end / start)
            return low + (high - low) * min(1.0, max(0.0, part))
    return None


def _occupation(row: Mapping[str, str]) -> Occupation:
    if not (row["soc"] and row["title"]):
        raise ValueError("a row needs a code and a title")
    return Occupation(
        soc=row["soc"],
        title=row["title"],
        employees=int(row["emp"]) if row["emp"] else None,
        error=float(row["emp_rse"]) if row["emp_rse"] else None,
        annual=_points(row, "a"),
        hourly=_points(row, "h"),
    )


def _points(row: Mapping[str, str], unit: str) -> Points | None:
    cells = [row[f"{unit}_p{share}"] for share in PERCENTILES]
    if not any(cells):
        return None
    p10, p25, p50, p75, p90 = (float(cell) for cell in cells)
    if not 0 < p10 <= p25 <= p50 <= p75 <= p90 < math.inf:
        raise ValueError("percentiles are positive and never fall")
    return p10, p25, p50, p75, p90


def _rank(one: Occupation, wanted: Sequence[str]) -> tuple[bool, bool, bool, int, str]:
    title = words_of(one.title)
    exact = len(title) == len(wanted) and all(map(_same, title, wanted))
    whole = all(any(_same(word, other) for word in title) for other in wanted)
    return not exact, not whole, one.is_group, -(one.employees or 0), one.title


def _same(word: str, other: str) -> bool:
    return _singular(word) == _singular(other)


def _singular(word: str) -> str:
    """Cut a plural ending, so that "secretary" finds "Secretaries"."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
