"""Five years of goals: what a person wrote, where each one stands, and what the dates do to each other."""

from throughline.goals.advice import Advice, AdviceKind, both_horizons
from throughline.goals.attainment import attainment
from throughline.goals.constants import GoalConstants
from throughline.goals.fields import Issue, IssueKind
from throughline.goals.goal import CheckIn, Goal, Kind, Timeframe, Track
from throughline.goals.limits import CHECK_IN_LIMIT, GOAL_LIMIT, entry_limits
from throughline.goals.load import QuarterLoad, load
from throughline.goals.moving import STEPS, Move, MoveReason, keep_baseline, move
from throughline.goals.reading import as_record, read_goal, read_goals
from throughline.goals.sequence import Sequence, push, sequence_of
from throughline.goals.slack import Chain
from throughline.goals.smart import Smart, SmartCheck, active_hours_of, smart
from throughline.goals.status import (
    Horizon,
    Standing,
    Status,
    horizon_of,
    standing_of,
    status_of,
    timeframe_of,
)
from throughline.goals.timeline import Outside, Timeline, Window, timeline_of, window_of

__all__ = [
    "CHECK_IN_LIMIT",
    "GOAL_LIMIT",
    "STEPS",
    "Advice",
    "AdviceKind",
    "Chain",
    "CheckIn",
    "Goal",
    "GoalConstants",
    "Horizon",
    "Issue",
    "IssueKind",
    "Kind",
    "Move",
    "MoveReason",
    "Outside",
    "QuarterLoad",
    "Sequence",
    "Smart",
    "SmartCheck",
    "Standing",
    "Status",
    "Timeframe",
    "Timeline",
    "Track",
    "Window",
    "active_hours_of",
    "as_record",
    "attainment",
    "both_horizons",
    "entry_limits",
    "horizon_of",
    "keep_baseline",
    "load",
    "move",
    "push",
    "read_goal",
    "read_goals",
    "sequence_of",
    "smart",
    "standing_of",
    "status_of",
    "timeframe_of",
    "timeline_of",
    "window_of",
]
