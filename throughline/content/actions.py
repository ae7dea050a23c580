"""The shape of `data/actions.toml`: suggested actions, and every word of the plan that is not a person's own."""

from typing import Literal, Self

from pydantic import Field, model_validator

from throughline.content.goal_words import GoalTrack
from throughline.content.learn import LearnFact
from throughline.content.reading import Record

Outlook = Literal["steps", "present", "close", "no_target"]
Waiting = Literal["form", "answers", "importance", "target"]
Status = Literal["not_started", "in_progress", "done", "dropped"]
Towards = Literal["path", "present"]

BLANK = "…"
WHAT_LENGTH = 80
STEP_LENGTH = 120


class OutlookWords(Record):
    """Heading and lead of the plan for one outcome."""

    title: str
    lead: str


class StatusWords(Record):
    """How the state of an action is called, and the icon beside the word."""

    name: str
    icon: str = Field(pattern=r"^:material/[a-z_]+:$")


class AreaWords(Record):
    """One area as the subject of a sentence: "goals" and "are"."""

    noun: str
    verb: Literal["is", "are"]


class StepWords(Record):
    """One of the six steps: what it means, and what it adds to a career that lasts."""

    means: str
    adds: str


class Suggestion(Record):
    """One action to pick up or to dismiss; why it is suggested is computed, never written here.

    Attributes:
        id: permanent name, kept as the origin of the action made from it.
        serves: the habit (X), area (D) or need (P) it works on.
        towards: more path or more room for the present; needs always serve the present.
        what: the action in a few words.
        first_step: a small beginning.
        if_when: the moment of the if-then line, with blanks for when and where.
        then_do: what happens at that moment, said in the first person.
        days: how long such an action usually takes.
    """

    id: str = Field(pattern=r"^[a-z0-9-]{3,40}$")
    serves: str = Field(pattern=r"^[DXP][1-9]$")
    towards: Towards = "path"
    what: str = Field(min_length=1, max_length=WHAT_LENGTH)
    first_step: str = Field(min_length=1, max_length=STEP_LENGTH)
    if_when: str = Field(min_length=1, max_length=STEP_LENGTH)
    then_do: str = Field(min_length=1, max_length=STEP_LENGTH)
    days: int = Field(ge=1, le=366)

    @model_validator(mode="after")
    def _has_two_blanks(self) -> Self:
        if self.if_when.count(BLANK) < 2:
            raise ValueError(
                f"suggestion {self.id}: the moment needs a blank for when and for where"
            )
        return self


class ActionContent(Record):
    """Everything the plan says about actions.

    Attributes:
        outlooks: heading and lead of each outcome.
        waiting: what to do while there is no way to show, by what is missing.
        statuses: the states of an action.
        areas: the areas as subjects of a sentence.
        steps: the six steps, by habit.
        tracks: the lane of the timeline for a goal, by the habit, area or need it serves.
        places: words for the first to the last place of a ranking.
        reasons: templates of the sentences that say why.
        words: labels, helps, empty states and undo sentences.
        facts: findings on planning, with place, year and source.
        suggestions: the actions on offer; no id occurs twice.
    """

    version: str
    outlooks: dict[Outlook, OutlookWords]
    waiting: dict[Waiting, str]
    statuses: dict[Status, StatusWords]
    areas: dict[str, AreaWords]
    steps: dict[str, StepWords]
    tracks: dict[str, GoalTrack]
    places: tuple[str, ...]
    reasons: dict[str, str]
    words: dict[str, str]
    facts: tuple[LearnFact, ...]
    suggestions: tuple[Suggestion, ...]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = [one.id for one in self.suggestions]
        if repeated := sorted({one for one in ids if ids.count(one) > 1}):
            raise ValueError(f"suggestion {repeated[0]}: the id is used twice")
        return self

    def suggested(self, serves: str, towards: Towards) -> tuple[Suggestion, ...]:
        """Actions on offer for one habit, area or need in one direction, in their order."""
        return tuple(
            one for one in self.suggestions if (one.serves, one.towards) == (serves, towards)
        )
