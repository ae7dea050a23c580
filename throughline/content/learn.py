"""The shape of `data/learn.toml`: sections of the Learn page, ready to be shown or projected."""

from typing import Self

from pydantic import Field, model_validator

from throughline.content.reading import Record


class LearnTable(Record):
    """A small table with a heading row; the first cell of each row names the row.

    Attributes:
        caption: What the table compares, in one line.
        columns: Column headings, at least two.
        rows: Cells row by row, each row as long as `columns`.
    """

    caption: str = Field(min_length=1)
    columns: tuple[str, ...] = Field(min_length=2)
    rows: tuple[tuple[str, ...], ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _is_rectangular(self) -> Self:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"row {row[:1]} has {len(row)} cells, not {len(self.columns)}")
        return self


class LearnFact(Record):
    """One finding from elsewhere, always shown with its place and year.

    Attributes:
        text: The finding in our own words.
        place: Country or group of studies it describes.
        year: Calendar year of the figure, or of publication.
        source: An id in `data/sources.toml`.
    """

    text: str = Field(min_length=1)
    place: str = Field(min_length=1)
    year: int = Field(ge=1900, le=2100)
    source: str


class LearnSection(Record):
    """One section of the Learn page.

    Attributes:
        id: Permanent name, used as the anchor on the page.
        title: Heading, without a number.
        lead: One or two sentences, short enough to be projected.
        body: Markdown paragraphs without headings.
        table: Comparison shown under the body, if any.
        traits: What marks the thing described, one line each.
        examples: People or paths that show it, one line each.
        facts: Findings with place, year and source.
        pathways: Ids of the example pathways that the section introduces.
        questions: Ids of the questions that the section explains.
        presenter: The line for a projector slide, at most 90 characters.
        sources: Ids in `data/sources.toml` that the body rests on.
    """

    id: str = Field(pattern=r"^[a-z]+$")
    title: str = Field(min_length=1)
    lead: str = Field(min_length=1, max_length=200)
    body: str = Field(min_length=1)
    table: LearnTable | None = None
    traits: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    facts: tuple[LearnFact, ...] = ()
    pathways: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    presenter: str = Field(min_length=1, max_length=90)
    sources: tuple[str, ...] = ()


class Learn(Record):
    """The Learn page.

    Attributes:
        sections: The sections in reading order; no id occurs twice.
    """

    sections: tuple[LearnSection, ...]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = [section.id for section in self.sections]
        if len(ids) != len(set(ids)):
            raise ValueError("two sections share one id")
        return self
