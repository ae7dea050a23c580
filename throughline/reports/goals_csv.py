"""The goals as a CSV file, one row a goal."""

import datetime
from collections.abc import Sequence

from throughline.goals.goal import Goal
from throughline.reports.csv_file import csv_file
from throughline.reports.goal_rows import GoalNames, goal_head, goal_rows
from throughline.reports.words import GoalWords


def goals_csv(
    goals: Sequence[Goal],
    names: GoalNames,
    words: GoalWords,
    *,
    today: datetime.date,
    notes: bool = True,
) -> bytes:
    """Write the goals in their order; the same goals on the same day give the same bytes.

    Args:
        goals: The plan.
        names: Words for tracks, offered choices and statuses.
        words: Headings and choices.
        today: The day of the statuses.
        notes: Whether the notes are in the file; leave them out of a file for other people.
    """
    rows = goal_rows(goals, names, words, today=today, notes=notes)
    return csv_file(goal_head(words, notes=notes), rows)
