"""The shape of `data/sources.toml`: where every printed fact comes from."""

from typing import Literal, Self

from pydantic import Field, model_validator

from throughline.content.reading import Record


class Source(Record):
    """One page, paper or report that a figure or claim rests on.

    Attributes:
        id: Permanent name such as `S8` or `S43b`, cited by data files and docstrings.
        citation: The whole reference as printed.
        year: Calendar year of publication, or None where it could not be checked.
        url: Address on the web, or None where we hold no exact one.
        kind: `read` if we read the source itself, `reported` if we read someone else's account
            of it; a fact from a reported source is printed with "reported by".
        note: What a reader should know before relying on it.
    """

    id: str = Field(pattern=r"^S[0-9]+b?$")
    citation: str = Field(min_length=1)
    year: int | None = Field(default=None, ge=1900, le=2100)
    url: str | None = Field(default=None, pattern=r"^https://")
    kind: Literal["read", "reported"]
    note: str | None = None


class Sources(Record):
    """Every source the app may cite, in the order of their ids.

    Attributes:
        sources: The records; no id occurs twice.
    """

    sources: tuple[Source, ...]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = [source.id for source in self.sources]
        if len(ids) != len(set(ids)):
            raise ValueError("two sources share one id")
        return self
