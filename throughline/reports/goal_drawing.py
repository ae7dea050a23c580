"""The goals on a line of whole years: a bar for a goal, a mark for a milestone, lane by lane."""

import datetime
from collections.abc import Mapping, Sequence

from throughline.goals.goal import Goal
from throughline.reports.goal_rows import GoalNames
from throughline.reports.plain import beside, plain
from throughline.reports.printed import long_date
from throughline.reports.shapes import GoalLine, GoalsDrawing
from throughline.reports.words import PrintedWords

YEARS = 5
ONE_DAY = datetime.timedelta(days=1)


def goal_drawing(
    goals: Sequence[Goal], names: GoalNames, today: datetime.date, words: PrintedWords
) -> GoalsDrawing | None:
    """Draw every dated goal from this year on, tracks together and the earliest first; None without one.

    The line begins with this year and is at least five years long; what began earlier is cut at its left end.
    """
    dated = [(goal, goal.due) for goal in goals if goal.due is not None]
    if not dated:
        return None
    first, last = _years(today, [due for _, due in dated])
    order = {track: place for place, track in enumerate(names.tracks)}
    dated.sort(key=lambda pair: (order.get(pair[0].track, len(order)), pair[1]))
    titles = {goal.id: plain(goal.title) for goal in goals}
    lines = tuple(
        _line(
            goal,
            due,
            plain(names.track(goal)),
            _said(goal, due, names, today, titles, words),
            (first, last),
        )
        for goal, due in dated
    )
    listed = "; ".join(words.goals_alt_item.format(title=one.title, said=one.said) for one in lines)
    return GoalsDrawing(
        alt=words.goals_alt.format(goals=len(lines), first=first, last=last, listed=listed + "."),
        years=tuple(str(year) for year in range(first, last + 1)),
        lines=lines,
        today=_place(today, (first, last)),
        today_text=words.today,
    )


def _said(
    goal: Goal,
    due: datetime.date,
    names: GoalNames,
    today: datetime.date,
    titles: Mapping[str, str],
    words: PrintedWords,
) -> str:
    said = words.due.format(date=long_date(due), status=names.status(goal, today))
    if before := [titles[one] for one in goal.after if one in titles]:
        return words.after.format(said=said, titles=", ".join(map(beside, before)))
    return said


def _line(goal: Goal, due: datetime.date, lane: str, said: str, years: tuple[int, int]) -> GoalLine:
    milestone = goal.kind == "milestone"
    start = due if milestone else (goal.start or due)
    left, right = _span(start, due, years)
    moved = None if goal.baseline_due in (None, due) else goal.baseline_due
    return GoalLine(
        title=plain(goal.title),
        said=said,
        lane=lane,
        start=left,
        end=right,
        progress=goal.progress / 100,
        milestone=milestone,
        quiet=goal.dropped or goal.done,
        first=_span(min(moved, moved if milestone else start), moved, years) if moved else None,
    )


def _span(start: datetime.date, due: datetime.date, years: tuple[int, int]) -> tuple[float, float]:
    left = _place(start, years)
    # The last day of the calendar has none after it.
    after = due + ONE_DAY if due < datetime.date.max else due
    return left, max(left, _place(after, years))


def _years(today: datetime.date, dues: Sequence[datetime.date]) -> tuple[int, int]:
    """First and last year of the line: five at least, never more than eleven, past dates included."""
    first = max(min(today, *dues).year, today.year - YEARS)
    return first, min(max(today.year + YEARS, max(dues).year), today.year + 2 * YEARS)


def _place(day: datetime.date, years: tuple[int, int]) -> float:
    first, last = years
    begin = datetime.date(first, 1, 1).toordinal()
    length = datetime.date(last, 12, 31).toordinal() + 1 - begin
    return round(min(1.0, max(0.0, (day.toordinal() - begin) / length)), 4)
