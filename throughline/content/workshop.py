"""The shape of `data/workshop.toml`: what a room can ask, its agendas, and what it promises."""

from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from throughline.content.reading import Record
from throughline.errors import UnknownQuestion

MOST_CONTROLS = 8
GROUP_PROFILE = "profile"
"""Section id of the group profile, the picture that combines sections; nobody answers it."""


class Section(Record):
    """One screenful of questions; a list of boxes counts as one control.

    Attributes:
        items: ids of sliders; ``wanted``: domains whose wanted place is asked; ``boxes``: lists;
            ``facts``: ids of facts.
        pay: whether the shares of pay are asked.
        sensitive: its figures are shown in broad bands only.
    """

    id: str = Field(pattern=r"^[a-z_]+$")
    title: str = Field(min_length=1)
    short: str = Field(min_length=1)
    intro: str
    items: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    pay: bool = False
    facts: tuple[str, ...] = ()
    sensitive: bool = False

    @property
    def controls(self) -> int:
        """Controls on the screen."""
        return sum(map(len, (self.items, self.wanted, self.boxes, self.facts))) + self.pay

    def shares_questions(self, other: "Section") -> bool:
        """Whether both ask one thing."""
        parts = ((one.items, one.wanted, one.boxes, one.facts) for one in (self, other))
        return any(set(mine) & set(theirs) for mine, theirs in zip(*parts, strict=True)) or (
            self.pay and other.pay
        )


class Template(Record):
    """An agenda to begin with; ``sections`` is empty where the facilitator chooses."""

    id: str
    title: str = Field(min_length=1)
    description: str = Field(min_length=1)
    minutes: int = Field(gt=0)
    sections: tuple[str, ...]
    rounds: int = Field(ge=1, le=2)


class WorkshopContent(Record):
    """Everything a room can ask.

    Attributes:
        privacy: the promises shown before the first question; ``{k}`` is the fewest people.
        pay_parts: part of pay -> its name.
    """

    version: str
    privacy: tuple[str, ...] = Field(min_length=4, max_length=4)
    sections: tuple[Section, ...]
    templates: tuple[Template, ...]
    pay_parts: dict[str, str]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if len(self.by_id) < len(self.sections) or GROUP_PROFILE in self.by_id:
            raise ValueError("sections: an id is used twice, or is that of the group profile")
        for section in self.sections:
            if not 1 <= section.controls <= MOST_CONTROLS:
                raise ValueError(
                    f"section {section.id}: 1 to {MOST_CONTROLS} controls fit a screen"
                )
        for template in self.templates:
            asked = template.sections[:-1]
            if template.sections and template.sections[-1] != GROUP_PROFILE:
                raise ValueError(f"template {template.id}: it ends with the group profile")
            if unknown := set(asked) - set(self.by_id):
                raise ValueError(f"template {template.id}: no section {min(unknown)!r}")
            if self.twice(asked):
                raise ValueError(f"template {template.id}: two sections ask the same question")
        return self

    @cached_property
    def by_id(self) -> dict[str, Section]:
        """Every section by its id."""
        return {one.id: one for one in self.sections}

    def section(self, section_id: str) -> Section:
        """Return one section. Raises UnknownQuestion for an id we do not have."""
        try:
            return self.by_id[section_id]
        except KeyError:
            raise UnknownQuestion(section_id) from None

    def twice(self, section_ids: tuple[str, ...]) -> tuple[Section, Section] | None:
        """Return two of these sections that share a question, None if no two do."""
        chosen = [self.section(one) for one in section_ids]
        for number, one in enumerate(chosen):
            for other in chosen[number + 1 :]:
                if one.shares_questions(other):
                    return one, other
        return None
