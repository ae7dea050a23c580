"""The log month by month, and which of the six steps it fed lately: a count of what was written down."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from throughline.content.journal import EntryKind, JournalContent
from throughline.journal.entry import Entry

_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class LogMonths:
    """What was written down, which may be less than what was done.

    Attributes:
        months: first day of each month, oldest first; the last one is the month of today.
        counts: kind -> entries in each of these months.
        since: first day of the stretch in which an entry feeds its step.
        fed: habits fed since then, in the order of the six steps.
    """

    months: tuple[datetime.date, ...]
    counts: Mapping[EntryKind, tuple[int, ...]]
    since: datetime.date
    fed: tuple[str, ...]

    @property
    def total(self) -> int:
        """Entries in all these months."""
        return sum(sum(counts) for counts in self.counts.values())


def momentum_by_month(
    entries: Sequence[Entry],
    today: datetime.date,
    content: JournalContent,
    *,
    months: int | None = None,
    goal_days: Iterable[datetime.date] = (),
) -> LogMonths:
    """Count entries by kind and month, and the steps fed in the last 90 days, today included.

    Args:
        entries: the log in any order; what lies after today is not counted.
        today: the day it is looked at.
        content: kinds, habits and the length of both stretches.
        months: how many months to count, this one included; None = as the content says.
        goal_days: days on which a goal was checked in; they feed the first step.
    """
    shown = _months_up_to(today, content.months if months is None else months)
    counts: dict[EntryKind, tuple[int, ...]] = {}
    for kind in content.kinds:
        days = [entry.day for entry in entries if entry.kind == kind and entry.day <= today]
        counts[kind] = tuple(sum(day.replace(day=1) == first for day in days) for first in shown)
    since = today - datetime.timedelta(days=content.fed_days - 1)
    fed = {content.kinds[one.kind].habit for one in entries if since <= one.day <= today}
    if any(since <= day <= today for day in goal_days):
        fed.add(content.plan_habit)
    return LogMonths(shown, counts, since, tuple(sorted(fed)))


def months_alt(log: LogMonths, content: JournalContent) -> str:
    """The chart of the log in one sentence, for those who cannot see it."""
    first, last = (f"{month:%b %Y}" for month in (log.months[0], log.months[-1]))
    if not log.total:
        return content.words["months_alt_none"].format(first=first, last=last)
    sums = {kind: sum(counts) for kind, counts in log.counts.items()}
    named = [
        f"{n} {content.kinds[kind].one if n == 1 else content.kinds[kind].many}"
        for kind, n in sums.items()
        if n
    ]
    return content.words["months_alt"].format(
        first=first, last=last, total=log.total, kinds=", ".join(named)
    )


def _months_up_to(today: datetime.date, count: int) -> tuple[datetime.date, ...]:
    last = today.year * _MONTHS_A_YEAR + today.month - 1
    numbers = range(last - count + 1, last + 1)
    return tuple(datetime.date(n // _MONTHS_A_YEAR, n % _MONTHS_A_YEAR + 1, 1) for n in numbers)
