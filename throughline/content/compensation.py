"""The shape of `data/compensation.toml`: what the pay page asks and says, its presets, constants and comparisons."""

import datetime
from functools import cached_property
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from throughline.content.constants import Constant, PayConstant
from throughline.content.pay_fields import PayField, PayGroup, PayList
from throughline.content.reading import Record

Part = Literal["salary", "hourly", "bonus", "equity", "benefits", "retirement"]
Cell = Literal["certain_now", "open_now", "certain_later", "open_later"]
Issue = Literal[
    "missing",
    "clipped",
    "rounded",
    "unpaid_weeks_worked",
    "long_week",
    "tiers_overlap",
    "schedule_refused",
]

PARTS: tuple[Part, ...] = get_args(Part)
CELLS: tuple[Cell, ...] = get_args(Cell)


class PayName(Record):
    """A package a person can describe."""

    id: str = Field(pattern=r"^[a-z_]+$")
    name: str = Field(min_length=1)
    help: str = Field(min_length=1)


class PayPart(Record):
    """One part of pay, in the order of the article.

    Attributes:
        id: Permanent name, used by every result.
        name: As printed in charts and tables.
        text: What it is.
        impact: What it does for the balance, in our words.
        certainty: How sure it is, in words.
        when: When it comes, in words.
        own: The reader's own figure; `{n}` is the share in whole points of 100, for hourly pay and
            bonuses the share that is not guaranteed.
        sure: Said instead when every bit of such a part is guaranteed.
        none: Said instead when the part is 0.
    """

    id: Part
    name: str = Field(min_length=1)
    text: str = Field(min_length=1)
    impact: str = Field(min_length=1)
    certainty: str = Field(min_length=1)
    when: Literal["now", "within the year", "later"]
    own: str = Field(pattern=r"\{n\}")
    sure: str = ""
    none: str = Field(min_length=1)


class CertaintyCell(Record):
    """One cell of the two-by-two; ``shares`` says which part of which pay belongs to it."""

    id: Cell
    sureness: Literal["certain", "at risk"]
    when: Literal["now", "later"]
    name: str = Field(min_length=1)
    text: str = Field(min_length=1)
    shares: dict[Part, Literal["all", "guaranteed", "rest"]]


class CertaintyMap(Record):
    """The two-by-two of certainty and time: the words of its sides and its four cells."""

    certain: str
    at_risk: str
    now: str
    later: str
    note: str
    cells: tuple[CertaintyCell, ...]

    @model_validator(mode="after")
    def _every_part_has_its_place(self) -> Self:
        if tuple(cell.id for cell in self.cells) != CELLS:
            raise ValueError(f"the cells are {', '.join(CELLS)}, in this order")
        for part in PARTS:
            placed = sorted(cell.shares[part] for cell in self.cells if part in cell.shares)
            if placed not in (["all"], ["guaranteed", "rest"]):
                raise ValueError(f"{part} is placed as {placed or 'nothing'}")
        return self


class HoursPreset(Record):
    """How much weekly hours go up and down; the constant ``hours_<id>`` holds the number."""

    id: str
    name: str
    text: str
    default: bool = False


class VestPreset(Record):
    """A usual vesting plan in months, with yearly shares (sum 1) where it is not even."""

    id: str
    name: str
    months: int = Field(ge=12, le=120)
    cliff: int = Field(ge=0)
    step: Literal[1, 3, 6, 12]
    schedule: tuple[float, ...] = ()


class EquityPreset(Record):
    """A kind of company: chance of cash 0-1, and whether a headline total includes its shares."""

    id: str
    name: str
    text: str
    cash_chance: float = Field(ge=0, le=1)
    headline: bool
    source: str


class MarketPair(Record):
    """Two occupations (SOC codes) that stand for a step in the article."""

    id: str
    job: str = Field(pattern=r"^\d{2}-\d{4}$")
    step: str = Field(pattern=r"^\d{2}-\d{4}$")
    note: str = ""


class MarketWords(Record):
    """What is printed with every market comparison: what the wage counts, leaves out, and whose it is."""

    title: str
    period: str
    released: datetime.date
    source: str
    citation: str
    notice: str
    area: str
    currency: str
    counts: tuple[str, ...] = Field(min_length=1)
    leaves_out: tuple[str, ...] = Field(min_length=1)
    people: str
    full_time: str
    bonus: str
    pairs_note: str
    notes: dict[str, str]
    places: dict[Literal["inside", "below", "above"], str]
    pairs: tuple[MarketPair, ...]


class Benchmark(Record):
    """A labelled fill-in, never applied silently: US dollars an hour, and shares 0-1. Source: S54."""

    name: str
    period: str
    released: datetime.date
    source: str
    total_hour: float = Field(gt=0)
    wages_hour: float = Field(gt=0)
    wages_share: float = Field(gt=0, lt=1)
    insurance_of_wages: float = Field(gt=0, lt=1)
    retirement_of_wages: float = Field(gt=0, lt=1)
    text: str
    action: str
    label: str


class Compensation(Record):
    """The whole pay page, checked against itself when it is read."""

    version: str
    disclaimer: str
    beside: tuple[str, ...]
    packages: tuple[PayName, ...]
    parts: tuple[PayPart, ...]
    certainty: CertaintyMap
    groups: tuple[PayGroup, ...]
    fields: tuple[PayField, ...]
    lists: tuple[PayList, ...]
    hours_presets: tuple[HoursPreset, ...]
    vest_presets: tuple[VestPreset, ...]
    equity_presets: tuple[EquityPreset, ...]
    move: tuple[PayField, ...]
    constants: dict[PayConstant, Constant]
    market: MarketWords
    benchmark: Benchmark
    issues: dict[Issue, str]
    empty: dict[str, str]
    texts: dict[str, str]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if tuple(part.id for part in self.parts) != PARTS:
            raise ValueError(f"the parts are {', '.join(PARTS)}, in this order")
        if missing := set(get_args(Issue)) - set(self.issues):
            raise ValueError(f"the issue {sorted(missing)[0]} has no words")
        if missing := set(get_args(PayConstant)) - set(self.constants):
            raise ValueError(f"constant {sorted(missing)[0]} is missing")
        for preset in self.hours_presets:
            if f"hours_{preset.id}" not in get_args(PayConstant):
                raise ValueError(f"the preset {preset.id} has no constant hours_{preset.id}")
        return self

    @model_validator(mode="after")
    def _form_holds_together(self) -> Self:
        groups = {group.id for group in self.groups}
        seen: set[str] = set()
        for one in self.asked:
            if one.id in seen:
                raise ValueError(f"{one.id}: the id is used twice")
            if one.group not in groups:
                raise ValueError(f"{one.id}: no group {one.group!r}")
            seen.add(one.id)
        for field in self.fields:
            if field.at_most and field.at_most not in seen:
                raise ValueError(f"{field.id}: no field {field.at_most!r}")
        return self

    @property
    def asked(self) -> tuple[PayField | PayList, ...]:
        """Every number and list of the form."""
        return (*self.fields, *self.lists)

    @cached_property
    def by_id(self) -> dict[str, PayField]:
        """Every single number of the form by its id."""
        return {field.id: field for field in self.fields}

    @cached_property
    def short_form(self) -> tuple[PayField | PayList, ...]:
        """The six numbers of the short form, in the order of the form."""
        asked = [one for one in self.asked if one.short]
        order = [group.id for group in self.groups]
        return tuple(sorted(asked, key=lambda one: order.index(one.group)))
