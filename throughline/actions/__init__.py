"""From levers to moves: the six steps ranked, what the plan opens with, suggested actions and a person's own."""

from throughline.actions.action import ACTION_LIMIT, Action, action_from
from throughline.actions.causes import AreaCause, Cause, NeedCause, StepCause, find_causes
from throughline.actions.goal import goal_from_action, goal_from_step
from throughline.actions.moves import Moves, find_moves
from throughline.actions.outlook import outlook, waiting_for
from throughline.actions.ranking import (
    RankedStep,
    StepRanking,
    ease_of,
    leading_area,
    place_with,
    rank_steps,
    tied_with,
)
from throughline.actions.record import as_record, read_action, read_actions

__all__ = [
    "ACTION_LIMIT",
    "Action",
    "AreaCause",
    "Cause",
    "Moves",
    "NeedCause",
    "RankedStep",
    "StepCause",
    "StepRanking",
    "action_from",
    "as_record",
    "ease_of",
    "find_causes",
    "find_moves",
    "goal_from_action",
    "goal_from_step",
    "leading_area",
    "outlook",
    "place_with",
    "rank_steps",
    "read_action",
    "read_actions",
    "tied_with",
    "waiting_for",
]
