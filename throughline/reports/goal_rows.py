"""The goals as rows of a table, one column after the other: what the CSV and the workbook both write."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from throughline.content.goals import Goals
from throughline.goals.goal import Goal
from throughline.goals.status import status_of
from throughline.reports.plain import plain, plain_lines
from throughline.reports.words import GoalWords

Cell = str | int | float | datetime.date | None


@dataclass(frozen=True, slots=True)
class GoalNames:
    """Words for what a goal keeps as an id; an id without words is printed as it is.

    Attributes:
        tracks: track id -> name.
        choices: id of an offered purpose or growth plan -> its words.
        statuses: status id -> its word.
    """

    tracks: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, content: Goals) -> "GoalNames":
        """Take the words of the goals page, so that a file says what the page says."""
        choices = (*content.purposes.items(), *content.growth_plans.items())
        return cls(
            tracks={track: words.name for track, words in content.tracks.items()},
            choices={choice: words.name for choice, words in choices},
            statuses={status: words.name for status, words in content.statuses.items()},
        )

    def track(self, goal: Goal) -> str:
        """Name the track of a goal."""
        return self.tracks.get(goal.track, goal.track)

    def status(self, goal: Goal, today: datetime.date) -> str:
        """Say where a goal stands today."""
        status = status_of(goal, today)
        return self.statuses.get(status, status)


def goal_head(words: GoalWords, *, notes: bool = True) -> tuple[str, ...]:
    """Return the headings, in order; without ``notes`` the last column is left out."""
    return tuple(name for column, name in words.columns.items() if notes or column != "note")


def goal_rows(
    goals: Sequence[Goal],
    names: GoalNames,
    words: GoalWords,
    *,
    today: datetime.date,
    notes: bool = True,
) -> Iterator[tuple[Cell, ...]]:
    """Yield one row a goal in the order of the headings; None is an empty cell, ``today`` gives the status."""
    kept = [column for column in words.columns if notes or column != "note"]
    for goal in goals:
        cells = _cells(goal, names, words, today)
        yield tuple(cells[column] for column in kept)


def _cells(goal: Goal, names: GoalNames, words: GoalWords, today: datetime.date) -> dict[str, Cell]:
    last = goal.check_ins[-1] if goal.check_ins else None
    return {
        "id": plain(goal.id),
        "title": plain(goal.title),
        "kind": words.kinds[goal.kind],
        "track": plain(names.track(goal)),
        "status": plain(names.status(goal, today)),
        "timeframe": words.timeframes[goal.timeframe] if goal.timeframe else "",
        "purpose": plain(names.choices.get(goal.purpose, goal.purpose)),
        "growth_plan": plain(names.choices.get(goal.growth_plan, goal.growth_plan)),
        "start": goal.start,
        "due": goal.due,
        "baseline_due": goal.baseline_due,
        "progress": goal.progress,
        "done_on": goal.done_on,
        "dropped": words.yes if goal.dropped else words.no,
        "hours_week": goal.hours_week,
        "measure_value": goal.measure_value,
        "measure_unit": plain(goal.measure_unit),
        "links": plain(", ".join(goal.links)),
        "after": plain(", ".join(goal.after)),
        "weight": goal.weight,
        "outcome": goal.outcome,
        "check_ins": len(goal.check_ins),
        "last_confidence": last.confidence if last else None,
        "note": plain_lines(goal.note),
    }
