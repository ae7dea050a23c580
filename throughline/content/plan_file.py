"""The shape of `data/plan_file.toml`: what is said about plan files, and about sittings."""

from typing import Literal, Self

from pydantic import model_validator

from throughline.content.goals import every_one
from throughline.content.questionnaire import Form
from throughline.content.reading import Record

RefusalCode = Literal[
    "not_a_file",
    "empty",
    "too_large",
    "utf16",
    "encoding",
    "cut_short",
    "not_json",
    "too_deep",
    "too_many_values",
    "repeated_key",
    "no_number",
    "huge_number",
    "not_a_plan",
    "no_format",
    "newer",
    "older",
    "section",
]
NoteCode = Literal[
    "illegal",
    "unknown_name",
    "unknown_key",
    "unreadable",
    "no_record",
    "reshaped",
    "not_a_goal",
    "no_id",
    "same_id",
    "no_title",
    "too_many",
    "not_text",
    "cleaned",
    "cut",
    "not_a_choice",
    "not_a_date",
    "not_a_number",
    "not_a_list",
    "clipped",
    "rounded",
    "one_day",
    "depends_on_itself",
    "unknown_goal",
    "repeated",
    "bad_check_in",
]
Section = Literal[
    "file",
    "versions",
    "owner",
    "plan_id",
    "saved",
    "answers",
    "steps",
    "pay",
    "goals",
    "free_hours",
    "first_month",
    "actions",
    "dismissed",
    "journal",
    "sittings",
    "counters",
]
Listed = Literal["goals", "actions", "journal", "sittings"]


class PlanFileWords(Record):
    """Every sentence about a plan file, checked to be complete when it is read.

    Attributes:
        refusals: why a file is not opened.
        notes: what was put right or left out in one place.
        note_words: how such a note is put together.
        places, one, fields: our names for sections, for one entry of a list, and for fields.
        summary, forms: what is in a file.
        difference: what opening it would change.
        sittings, change: keeping sittings, and comparing two.
    """

    version: str
    refusals: dict[RefusalCode, str]
    notes: dict[NoteCode, str]
    note_words: dict[str, str]
    places: dict[Section, str]
    one: dict[Listed, str]
    fields: dict[str, str]
    summary: dict[str, str]
    forms: dict[Form, str]
    difference: dict[str, str]
    sittings: dict[str, str]
    change: dict[str, str]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        every_one("refusal", RefusalCode, self.refusals)
        every_one("note", NoteCode, self.notes)
        every_one("place", Section, self.places)
        every_one("entry", Listed, self.one)
        every_one("form", Form, self.forms)
        return self
