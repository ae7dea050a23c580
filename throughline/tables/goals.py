"""Table twins of the figures of the plan and the log: goals, hours a week, check-ins, entries by month."""

import datetime
from typing import TYPE_CHECKING

from throughline.content.goals import Goals
from throughline.content.journal import JournalContent
from throughline.goals import Goal, Standing, Timeline
from throughline.goals.months import Quarter
from throughline.goals.words import day_words
from throughline.journal import LogMonths
from throughline.tables.formats import MINUS, out_of_ten, whole
from throughline.wording import literal

if TYPE_CHECKING:
    import pandas as pd

ROOM = ("slack", "conflict")


def goal_timeline_table(timeline: Timeline, words: Goals) -> "pd.DataFrame":
    """Every goal of the plan, drawn or not, in the order of the chart, with its dates and its place in words."""
    import pandas as pd

    heads = [words.fields[name].short for name in ("title", "kind", "track")]
    heads.append(words.columns["status"])
    heads += [words.fields[name].short for name in ("start", "due", "progress")]
    heads += [f"{words.columns[name]}, {words.columns['days_unit']}" for name in ROOM]
    heads.append(words.fields["after"].short)
    rows = [_row(goal, timeline, words) for goal in in_lanes(timeline, words)]
    return pd.DataFrame(rows, columns=heads)


def goal_load_table(timeline: Timeline, words: Goals) -> "pd.DataFrame":
    """Each quarter of the chart: hours a week, the free hours where they are known, and the goals that take them."""
    import pandas as pd

    free = timeline.free_hours
    limit = [] if free is None else [out_of_ten(free)]
    rows = [
        (
            quarter_words(one.quarter),
            out_of_ten(one.hours),
            *limit,
            ", ".join(literal(timeline.goals[id_].title) for id_ in one.goals),
        )
        for one in timeline.load
    ]
    named = [words.load["limit"]] if limit else []
    heads = [words.columns["quarter"], words.columns["hours"], *named, words.columns["goals"]]
    return pd.DataFrame(rows, columns=heads)


def momentum_table(log: LogMonths, content: JournalContent) -> "pd.DataFrame":
    """Entries of each month by kind, and all of them together."""
    import pandas as pd

    rows = []
    for place, month in enumerate(log.months):
        counts = [found[place] for found in log.counts.values()]
        rows.append((month_words(month), *map(str, counts), str(sum(counts))))
    heads = ["Month", *(content.kinds[kind].name for kind in log.counts), "All"]
    return pd.DataFrame(rows, columns=heads)


def in_lanes(timeline: Timeline, words: Goals) -> tuple[Goal, ...]:
    """Return the goals lane by lane, in each in the order of the plan, the undated ones last."""
    lanes = list(words.tracks)
    goals = timeline.goals.values()
    return tuple(sorted(goals, key=lambda one: (lanes.index(one.track), one.due is None)))


def status_words(goal: Goal, standing: Standing, words: Goals) -> str:
    """Say where a goal stands, with its own dates and numbers: "Past its date: 8 days past 15 Nov 2026"."""
    status = words.statuses[standing.status]
    told = {"planned": goal.start, "active": goal.due, "done": goal.done_on}
    detail = status.detail
    if told.get(standing.status, goal.due) is None:
        detail = status.detail_plain or detail
    elif goal.kind == "milestone" and status.milestone:
        detail = status.milestone
    elif standing.days_late == 1 and status.one:
        detail = status.one
    said = detail.format(
        start=day_words(goal.start),
        due=day_words(goal.due),
        day=day_words(goal.done_on),
        days=standing.days_late,
        progress=goal.progress,
        expected=whole(standing.expected),
        points=words.constants["at_risk_points"].value,
    )
    return f"{status.name}: {said}"


def quarter_words(quarter: Quarter) -> str:
    """Print a quarter: "Q4 2026"."""
    return f"Q{quarter.number} {quarter.year}"


def month_words(month: datetime.date) -> str:
    """Print the month of a day: "Nov 2026"."""
    return day_words(month).partition(" ")[2]


def _row(goal: Goal, timeline: Timeline, words: Goals) -> tuple[str, ...]:
    rooms = (timeline.slack.get(goal.id), timeline.conflicts.get(goal.id))
    return (
        literal(goal.title),
        words.kinds[goal.kind].name,
        words.tracks[goal.track].name,
        status_words(goal, timeline.standings[goal.id], words),
        day_words(goal.start),
        day_words(goal.due),
        str(goal.progress),
        *("" if days is None else f"{days:,}".replace("-", MINUS) for days in rooms),
        ", ".join(literal(timeline.goals[one].title) for one in timeline.sequence.before[goal.id]),
    )
