"""The ids of the five-year plan that need words, and the shape of those words: a lane, a status, a hint, a field."""

from typing import Literal

from pydantic import Field

from throughline.content.reading import Record

GoalTrack = Literal["promotion", "skills", "advancement", "network", "income"]
GoalKind = Literal["goal", "milestone"]
GoalTimeframe = Literal["soon", "years"]
PurposeId = Literal["income", "mastery"]
GrowthPlanId = Literal["sideways", "planned"]
GoalStatus = Literal["planned", "active", "at_risk", "overdue", "done", "dropped"]
GoalHorizon = Literal["short", "long", "undated"]
GoalOutside = Literal["before", "after"]
GoalAdvice = Literal[
    "cycle",
    "due_before_start",
    "starts_too_early",
    "milestone_before_goal",
    "milestone_after_goal",
    "nothing_after_year_two",
    "too_many_hours",
    "too_many_goals",
    "no_measure",
]
GoalCheck = Literal["specific", "measurable", "achievable", "relevant", "time_bound"]
GoalMove = Literal[
    "both_dates",
    "due_only",
    "stopped_at_start",
    "finished",
    "dropped",
    "undated",
    "too_far",
]
GoalIssue = Literal[
    "not_a_goal",
    "no_id",
    "no_title",
    "same_id",
    "not_a_list",
    "too_many",
    "not_text",
    "cleaned",
    "cut",
    "not_a_choice",
    "not_a_date",
    "not_a_number",
    "clipped",
    "rounded",
    "one_day",
    "depends_on_itself",
    "unknown_goal",
    "repeated",
    "bad_check_in",
]
GoalField = Literal[
    "title",
    "kind",
    "track",
    "timeframe",
    "purpose",
    "growth_plan",
    "start",
    "due",
    "baseline_due",
    "progress",
    "done_on",
    "dropped",
    "hours_week",
    "measure_value",
    "measure_unit",
    "links",
    "after",
    "weight",
    "outcome",
    "check_ins",
    "note",
    "id",
    "origin",
    "goals",
]
GoalConstant = Literal[
    "short_term_days",
    "at_risk_points",
    "early_months",
    "months_shown",
    "months_before_today",
    "most_active",
    "smart_words",
    "reach_years",
    "goal_limit",
    "check_in_limit",
    "free_hours",
    "alarm_days",
]

ICON = r"^:material/[a-z0-9_]+:$"


class End(Record):
    """A due date to choose in one step, in months from today; None leaves the goal undated."""

    name: str = Field(min_length=1)
    months: int | None = Field(default=None, ge=1, le=60)


class TrackWords(Record):
    """A lane: its name, a short one for charts, and what belongs into it."""

    name: str = Field(min_length=1)
    short: str = Field(min_length=1)
    icon: str = Field(pattern=ICON)
    help: str = Field(min_length=1)


class NamedWords(Record):
    """A kind of goal or a horizon: its name, and a sentence that says what it is."""

    name: str = Field(min_length=1)
    icon: str = Field(pattern=ICON)
    help: str = ""
    text: str = ""


class FocusWords(Record):
    """A choice of the article's goal table: the focus it speaks of is of the same worth as the other."""

    name: str = Field(min_length=1)
    focus: Literal["Job focus", "Career focus"]
    help: str = Field(min_length=1)


class ComparisonRow(Record):
    """One row of the article's goal table, and the field of the form that asks it."""

    field: GoalField
    name: str = Field(min_length=1)
    job: str = Field(min_length=1)
    career: str = Field(min_length=1)


class Comparison(Record):
    """The article's goal table, shown beside the form."""

    title: str
    lead: str
    columns: tuple[str, str, str]
    rows: tuple[ComparisonRow, ...]


class FieldWords(Record):
    """One field of the form: ``label`` asks, ``short`` heads a column and names the field in a message."""

    label: str = Field(min_length=1)
    short: str = Field(min_length=1)
    help: str = Field(min_length=1)
    placeholder: str = ""
    unit: str = ""


class StatusWords(Record):
    """Where a goal stands.

    Attributes:
        name: As printed in the legend and in the list.
        icon: A second sign beside the colour.
        text: What the status means.
        detail: The goal's own dates and numbers.
        one: Said instead when it is one day.
        detail_plain: Said instead when the goal has no such date.
        milestone: Said instead of a milestone.
    """

    name: str = Field(min_length=1)
    icon: str = Field(pattern=ICON)
    text: str = Field(min_length=1)
    detail: str = Field(min_length=1)
    one: str = ""
    detail_plain: str = ""
    milestone: str = ""


class AdviceWords(Record):
    """One hint: ``text`` (``one`` when its number is 1) says what was found, ``do`` what one could do."""

    name: str = Field(min_length=1)
    icon: str = Field(pattern=ICON)
    text: str = Field(min_length=1)
    one: str = ""
    do: str = Field(min_length=1)


class CheckWords(Record):
    """One check of the wording: what is missing, how to add it, and what the person confirms."""

    name: str = Field(min_length=1)
    letter: str = Field(pattern=r"^[A-Z]$")
    missing: str = Field(min_length=1)
    add: str = Field(min_length=1)
    ask: str = ""


class MoveWords(Record):
    """What a press on a button did to the dates; ``one`` is said where there is one date to name."""

    text: str = Field(min_length=1)
    one: str = ""


class OutcomeWords(Record):
    """How a goal turned out, -2 to +2, against the person's own expectation."""

    value: int = Field(ge=-2, le=2)
    name: str = Field(min_length=1)


class Conversation(Record):
    """Questions to talk about with somebody, and a line for whoever leads a group."""

    title: str
    lead: str
    questions: tuple[str, ...] = Field(min_length=1)
    facilitator: str


class Finding(Record):
    """One finding about goals, printed with its source."""

    id: str = Field(pattern=r"^[a-z_]+$")
    text: str = Field(min_length=1)
    source: str
