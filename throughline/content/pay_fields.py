"""The form of the pay page: its groups, its numbers with their limits, and its lists of numbers."""

from collections.abc import Iterable, Mapping
from typing import Self

from pydantic import Field, model_validator

from throughline.content.reading import Record


class PayGroup(Record):
    """A part of the form under one heading."""

    id: str = Field(pattern=r"^[a-z_]+$")
    title: str = Field(min_length=1)
    intro: str = Field(min_length=1)


class PayField(Record):
    """One number of the form.

    Attributes:
        id: Permanent name, the one the formulas use.
        label: As printed above the field.
        help: What it means, in plain words.
        unit: Unit of the number as the field shows it.
        low: Smallest legal number; below it the number is clipped and the page says so.
        high: Largest legal number.
        default: The number before anything is typed; None if the field starts empty.
        blank: What an empty field stands for, where it has no default.
        group: Id of its group; empty in a list and in a move.
        percent: Whether the field shows 100 times the number.
        short: Whether the short form asks it.
        at_most: Id of the field whose number it may not exceed.
        choices: The only legal numbers, if it is a choice.
    """

    id: str = Field(pattern=r"^[a-z_]+$")
    label: str = Field(min_length=1)
    help: str = Field(min_length=1)
    unit: str = Field(min_length=1)
    low: float
    high: float
    default: float | None = None
    blank: str = ""
    group: str = ""
    percent: bool = False
    short: bool = False
    at_most: str = ""
    choices: tuple[float, ...] = ()

    @model_validator(mode="after")
    def _default_is_legal(self) -> Self:
        if (self.default is None) != bool(self.blank):
            raise ValueError("a field has a default or says what empty stands for")
        legal = (self.default, *self.choices)
        if any(one is not None and not self.low <= one <= self.high for one in legal):
            raise ValueError("the default and the choices lie between low and high")
        if self.choices and self.default not in self.choices:
            raise ValueError("the default is one of the choices")
        return self


class PayList(Record):
    """A list of up to ``rows`` lines of numbers: benefits, match tiers, brackets, a vesting schedule."""

    id: str = Field(pattern=r"^[a-z_]+$")
    group: str
    label: str = Field(min_length=1)
    help: str = Field(min_length=1)
    rows: int = Field(gt=0)
    short: bool = False
    columns: tuple[PayField, ...] = Field(min_length=1)


def cells_of(
    pay: Mapping[str, float | Iterable[Mapping[str, float]]],
    fields: Iterable[PayField],
    lists: Iterable[PayList],
) -> dict[str, float]:
    """Turn pay in the units of the formulas into what its form shows: ``benefits.0.cost``, 5 for 5 %."""
    asked = {field.id: field for field in fields}
    columns = {one.id: {column.id: column for column in one.columns} for one in lists}
    cells = {}
    for name, value in pay.items():
        if isinstance(value, int | float):
            cells[name] = _shown(asked[name], value)
            continue
        for row, line in enumerate(value):
            for column, number in line.items():
                cells[f"{name}.{row}.{column}"] = _shown(columns[name][column], number)
    return cells


def _shown(field: PayField, value: float) -> float:
    # Twelve digits: 0.07 is shown as 7, not as 7 and binary dust.
    return float(f"{100 * value:.12g}") if field.percent else value
