"""The shape of `data/pathways.toml`: example pathways whose steps can be put on a person's own dates."""

from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from throughline.content.goal_words import GoalKind, GoalTrack, GrowthPlanId, PurposeId
from throughline.content.goals import every_one
from throughline.content.reading import Record

MONTHS = 60

PathwayKind = Literal["job", "career", "education", "passion", "advancement", "lifestyle", "whole"]


class PathwayStep(Record):
    """One goal or milestone of an example.

    Attributes:
        id: Permanent name inside the pathway; a goal made from it has the origin ``<pathway>.<id>``.
        title: What to do, 1-80 characters.
        kind: A goal lasts some months; a milestone is the last day of its month.
        track: The lane it is drawn in.
        start: Months from the person's first day, 0-60.
        length: Months a goal lasts; 0 for a milestone.
        hours: Hours a week it takes, 0-112.
        after: Ids of earlier steps that have to be finished first.
        measure_value, measure_unit: How one would know; None and empty for a milestone.
        purpose: Id of an offered purpose, or empty.
        growth_plan: Id of an offered growth plan, or empty.
        links: Ids of the areas (D1-D7) and habits (X1-X6) it serves.
        optional: Whether the example is whole without it.
    """

    id: str = Field(pattern=r"^[a-z_]+$")
    title: str = Field(min_length=1, max_length=80)
    kind: GoalKind = "goal"
    track: GoalTrack
    start: int = Field(ge=0, le=MONTHS)
    length: int = Field(default=0, ge=0, le=MONTHS)
    hours: float = Field(default=0, ge=0, le=112)
    after: tuple[str, ...] = ()
    measure_value: float | None = None
    measure_unit: str = Field(default="", max_length=20)
    purpose: PurposeId | Literal[""] = ""
    growth_plan: GrowthPlanId | Literal[""] = ""
    links: tuple[str, ...] = Field(min_length=1)
    optional: bool = False

    @property
    def end(self) -> int:
        """Months from the first day to the end of the step, 0-60."""
        return self.start + self.length

    @model_validator(mode="after")
    def _dates_can_be_made(self) -> Self:
        if self.end > MONTHS:
            raise ValueError(f"the step ends after {MONTHS} months")
        if (self.kind == "goal") != (self.length > 0):
            raise ValueError("a goal lasts a month or longer, a milestone has no length")
        if self.kind == "milestone" and not self.start:
            raise ValueError("a milestone is the end of a month, so its start is 1 or more")
        if (self.measure_value is None) != (not self.measure_unit):
            raise ValueError("a measure has a value and a unit")
        return self


class ExamplePathway(Record):
    """An example of how work can go, to edit and never to prescribe.

    Attributes:
        id: The id it has in ``data/questionnaire.toml``.
        kind: Which part of the article it belongs to.
        name: As printed.
        lead: One sentence about it.
        gives: What it can give.
        asks: What it may ask of a person.
        steps: Its steps, each one after those it depends on.
    """

    id: str = Field(pattern=r"^[a-z]+$")
    kind: PathwayKind
    name: str = Field(min_length=1)
    lead: str = Field(min_length=1)
    gives: tuple[str, ...] = Field(min_length=2)
    asks: tuple[str, ...] = Field(min_length=2)
    steps: tuple[PathwayStep, ...] = Field(min_length=4, max_length=8)

    @model_validator(mode="after")
    def _steps_follow_each_other(self) -> Self:
        ends: dict[str, int] = {}
        for step in self.steps:
            if step.id in ends:
                raise ValueError(f"step {step.id}: the id is used twice")
            for before in step.after:
                if before not in ends:
                    raise ValueError(f"step {step.id}: no earlier step {before!r}")
                if step.start < ends[before]:
                    raise ValueError(
                        f"step {step.id}: {before} is not finished in month {step.start}"
                    )
            ends[step.id] = step.end
        return self

    @cached_property
    def by_id(self) -> dict[str, PathwayStep]:
        """Every step by its id."""
        return {step.id: step for step in self.steps}


class PathwayTimes(Record):
    """Where the times come from, and the sentence the page prints about them."""

    source: str
    text: str = Field(min_length=1)


class Pathways(Record):
    """Every example pathway and what the page says about them, checked when it is read."""

    version: str
    times: PathwayTimes
    kinds: dict[PathwayKind, str]
    texts: dict[str, str]
    pathways: tuple[ExamplePathway, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        ids = [pathway.id for pathway in self.pathways]
        if len(ids) != len(set(ids)):
            raise ValueError("two pathways share one id")
        every_one("kind", PathwayKind, self.kinds)
        return self

    @cached_property
    def by_id(self) -> dict[str, ExamplePathway]:
        """Every pathway by its id."""
        return {pathway.id: pathway for pathway in self.pathways}
