"""The shape of `data/goals.toml`: what the five-year plan asks and says, and its constants."""

from collections.abc import Iterable
from typing import Self, get_args

from pydantic import model_validator

from throughline.content.constants import Constant
from throughline.content.goal_words import (
    AdviceWords,
    CheckWords,
    Comparison,
    Conversation,
    End,
    FieldWords,
    Finding,
    FocusWords,
    GoalAdvice,
    GoalCheck,
    GoalConstant,
    GoalField,
    GoalHorizon,
    GoalIssue,
    GoalKind,
    GoalMove,
    GoalOutside,
    GoalStatus,
    GoalTimeframe,
    GoalTrack,
    GrowthPlanId,
    MoveWords,
    NamedWords,
    OutcomeWords,
    PurposeId,
    StatusWords,
    TrackWords,
)
from throughline.content.reading import Record

OUTCOMES = (2, 1, 0, -1, -2)


class Goals(Record):
    """The whole plan page, checked against itself when it is read.

    The sections that are plain ``dict[str, str]`` are texts by the place of the page they belong to.
    """

    version: str
    tracks: dict[GoalTrack, TrackWords]
    kinds: dict[GoalKind, NamedWords]
    timeframes: dict[GoalTimeframe, FocusWords]
    purposes: dict[PurposeId, FocusWords]
    growth_plans: dict[GrowthPlanId, FocusWords]
    comparison: Comparison
    fields: dict[GoalField, FieldWords]
    ends: tuple[End, ...]
    statuses: dict[GoalStatus, StatusWords]
    horizons: dict[GoalHorizon, NamedWords]
    badge: dict[str, str]
    advice: dict[GoalAdvice, AdviceWords]
    smart: dict[GoalCheck, CheckWords]
    wording_test: dict[str, str]
    moves: dict[GoalMove, MoveWords]
    pushing: dict[str, str]
    issues: dict[GoalIssue, str]
    issue_words: dict[str, str]
    outcomes: tuple[OutcomeWords, ...]
    attainment: dict[str, str]
    check_in: dict[str, str]
    page: dict[str, str]
    summary: dict[str, str]
    cards: dict[str, str]
    chart: dict[str, str]
    outside: dict[str, str]
    load: dict[str, str]
    columns: dict[str, str]
    buttons: dict[str, str]
    undo: dict[str, str]
    empty: dict[str, str]
    calendar: dict[str, str]
    conversation: Conversation
    research: tuple[Finding, ...]
    constants: dict[GoalConstant, Constant]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        every_one("track", GoalTrack, self.tracks)
        every_one("kind", GoalKind, self.kinds)
        every_one("timeframe", GoalTimeframe, self.timeframes)
        every_one("purpose", PurposeId, self.purposes)
        every_one("growth plan", GrowthPlanId, self.growth_plans)
        every_one("field", GoalField, self.fields)
        every_one("status", GoalStatus, self.statuses)
        every_one("horizon", GoalHorizon, self.horizons)
        every_one("hint", GoalAdvice, self.advice)
        every_one("check", GoalCheck, self.smart)
        every_one("move", GoalMove, self.moves)
        every_one("issue", GoalIssue, self.issues)
        every_one("outside", GoalOutside, self.outside)
        every_one("constant", GoalConstant, self.constants)
        if tuple(one.value for one in self.outcomes) != OUTCOMES:
            raise ValueError("the outcomes are 2, 1, 0, -1 and -2, in this order")
        return self


def every_one(what: str, ids: object, given: Iterable[str]) -> None:
    """Refuse content that has no words for one of the ids of a Literal.

    Raises:
        ValueError: an id has no words.
    """
    if missing := [one for one in get_args(ids) if one not in set(given)]:
        raise ValueError(f"the {what} {missing[0]} has no words")
