"""What the timeline draws: the rows of each lane with their days inside the window, and the links between them."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from throughline.content.goals import Goals
from throughline.goals import Goal, Standing, Timeline, Window
from throughline.goals.months import add_days
from throughline.goals.sequence import conflict
from throughline.tables.goals import in_lanes

MARGIN = 21  # days beside the window, so that what lies at its edge is whole


@dataclass(frozen=True, slots=True)
class Scale:
    """A window with its margins drawn in ``width`` design pixels, counted from the left edge of the plot."""

    window: Window
    width: float

    @property
    def first(self) -> datetime.date:
        """The day at the left edge."""
        return add_days(self.window.first, -MARGIN)

    @property
    def end(self) -> datetime.date:
        """The day at the right edge."""
        return add_days(self.window.last, MARGIN + 1)

    @property
    def pixels_a_day(self) -> float:
        """How wide a day is."""
        return self.width / (self.end - self.first).days

    def px(self, day: datetime.date) -> float:
        """Return where a day begins."""
        return (day - self.first).days * self.pixels_a_day

    def day(self, px: float) -> datetime.date:
        """Return the day that begins nearest to a place."""
        return add_days(self.first, round(px / self.pixels_a_day))


@dataclass(frozen=True, slots=True)
class Span:
    """Days inside the window: ``first`` up to, and without, ``end``; at least one day.

    Attributes:
        first: first day drawn.
        end: the day after the last one drawn.
        before: whether it goes on to the left of the window.
        after: whether it goes on to the right of the window.
    """

    first: datetime.date
    end: datetime.date
    before: bool
    after: bool

    @property
    def days(self) -> int:
        """Length drawn."""
        return (self.end - self.first).days


@dataclass(frozen=True, slots=True)
class Row:
    """One goal that is drawn; ``baseline`` is the time it first had, where the due date has moved."""

    goal: Goal
    standing: Standing
    span: Span
    baseline: Span | None

    @property
    def milestone(self) -> bool:
        """Whether it is drawn as a diamond."""
        return self.goal.kind == "milestone"


@dataclass(frozen=True, slots=True)
class Link:
    """The row that ends, the row that waits for it, and whether that one begins too early."""

    ends: int
    begins: int
    broken: bool


def rows_of(timeline: Timeline, words: Goals) -> tuple[Row, ...]:
    """Return what is drawn, lane by lane: every goal with a due date that is relevant and in the window."""
    rows = []
    for goal in in_lanes(timeline, words):
        if goal.due is None or goal.dropped or goal.id in timeline.outside:
            continue
        first = goal.start or goal.due
        if span := _inside(min(first, goal.due), goal.due, timeline.window):
            baseline = _baseline(goal, timeline.window)
            rows.append(Row(goal, timeline.standings[goal.id], span, baseline))
    return tuple(rows)


def links_of(timeline: Timeline, rows: Sequence[Row]) -> tuple[Link, ...]:
    """Return the dependencies between drawn rows; those that would close a loop are left out."""
    place = {row.goal.id: index for index, row in enumerate(rows)}
    return tuple(
        Link(place[one], index, _broken(timeline, one, row.goal.id))
        for index, row in enumerate(rows)
        for one in timeline.sequence.before[row.goal.id]
        if one in place
    )


def _broken(timeline: Timeline, ends: str, begins: str) -> bool:
    if begins not in timeline.conflicts:
        return False
    alone = replace(timeline.sequence, before={begins: (ends,)})
    return conflict(alone, begins) > 0


def _baseline(goal: Goal, window: Window) -> Span | None:
    """The time up to the first due date; a goal that moved as a whole has kept its length."""
    first_due, due = goal.baseline_due, goal.due
    if first_due is None or due is None or first_due == due:
        return None
    start = min(goal.start or due, due)
    if goal.kind == "milestone":
        start = first_due
    elif start > first_due:
        start = add_days(first_due, (start - due).days)
    return _inside(start, first_due, window)


def _inside(first: datetime.date, last: datetime.date, window: Window) -> Span | None:
    if last < window.first or first > window.last:
        return None
    return Span(
        first=max(first, window.first),
        end=add_days(min(last, window.last), 1),
        before=first < window.first,
        after=last > window.last,
    )
