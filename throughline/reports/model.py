"""The report before it has a form: sections of text, drawings, and tables as printed text."""

import datetime
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from throughline.reports.plain import beside
from throughline.reports.shapes import Drawing

SectionId = Literal["result", "areas", "way", "needs", "pay", "plan", "goals", "log", "method"]
Audience = Literal["mine", "shared"]

SECTIONS: tuple[SectionId, ...] = get_args(SectionId)
# What a person shows to somebody else by default: without money, and without what was written down in private.
PRIVATE: frozenset[SectionId] = frozenset({"pay", "log"})


@dataclass(frozen=True, slots=True)
class Choice:
    """What a report holds.

    Attributes:
        audience: whose copy it is; it is named under the title.
        sections: what is in it, in any order; it is printed in the order of ``SECTIONS``.
        notes: whether the person's own notes and the notes on their answers are in it.
    """

    audience: Audience
    sections: frozenset[SectionId]
    notes: bool

    @classmethod
    def mine(cls) -> "Choice":
        """Everything there is."""
        return cls("mine", frozenset(SECTIONS), notes=True)

    @classmethod
    def shared(cls) -> "Choice":
        """For somebody else: no pay, no log and no notes."""
        return cls("shared", frozenset(SECTIONS) - PRIVATE, notes=False)


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph; ``style`` is "lead" for the sentence of a section, "quiet" for a remark."""

    text: str
    style: Literal["lead", "body", "heading", "item", "quiet"] = "body"
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A table as printed; ``numbers`` says which columns are set to the right."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[bool, ...]
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address on the web; the address is printed as well."""

    text: str
    address: str


Block = Text | Table | Drawing


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its id for the form that prints it (in a person's report a ``SectionId``), title, and blocks."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report, the same for every form.

    Attributes:
        title, subtitle: what it is and whose copy it is.
        author: name given by the person; empty = none.
        date: its day, as printed; ``day`` is the same as a date.
        summary: the result in one sentence.
        sections: what is in it.
        about: versions and numbers it was made with, one line each.
        footer: short line at the foot of every page.
        disclaimer: what it is not.
        coach: somebody to talk to, if there is one.
    """

    title: str
    subtitle: str
    author: str
    date: str
    day: datetime.date
    summary: str
    sections: tuple[Section, ...]
    about: tuple[str, ...]
    footer: str
    disclaimer: str
    coach: Link | None = None

    @property
    def byline(self) -> str:
        """Whose copy it is, by whom and of which day, on one line."""
        return "  ·  ".join(one for one in (self.subtitle, beside(self.author), self.date) if one)

    def as_data(self) -> dict[str, Any]:
        """Return the report as plain lists, dictionaries, text and numbers."""
        return asdict(self) | {"day": self.day.isoformat(), "byline": self.byline}
