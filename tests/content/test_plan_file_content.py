"""The words around plan files: complete, with gaps that are filled, calm, and without a word of anybody's file."""

import re
import tomllib
from string import Formatter
from typing import Any

import pytest
from pydantic import ValidationError

from tests.builders import DATA
from tests.content.test_actions_content import OCCUPATIONS, TONE, words_of
from throughline.actions import Action
from throughline.content.plan_file import PlanFileWords
from throughline.content.reading import read_toml
from throughline.goals import Goal
from throughline.journal import Entry
from throughline.plan_file import PlanFile, as_document

CONTENT = read_toml(DATA / "plan_file.toml", PlanFileWords)
RAW = tomllib.loads((DATA / "plan_file.toml").read_text(encoding="utf-8"))
GAPS = {
    "refusals": {"place"},
    "notes": set(),
    "note_words": {"place", "what", "count", "field"},
    "places": set(),
    "one": {"number"},
    "fields": set(),
    "summary": {
        *("name", "names", "day", "answered", "asked", "form", "count", "areas", "first", "last"),
        *("theirs", "ours"),
    },
    "forms": set(),
    "difference": {"place", "parts", "count", "added", "removed"},
    "sittings": {"number", "name", "day", "limit"},
    "change": {
        "points",
        "lead",
        "name",
        "day",
        "word",
        "threshold",
        "count",
        "area",
        "then",
        "now",
    },
}


@pytest.mark.parametrize("part", GAPS)
def test_a_template_has_gaps_that_somebody_fills(part: str) -> None:
    found = {
        name
        for text in RAW[part].values()
        for _, name, _, _ in Formatter().parse(text)
        if name is not None
    }
    assert found == GAPS[part]


def test_every_field_of_every_entry_has_a_name() -> None:
    empty = as_document(PlanFile())
    fields = {
        *Goal.__dataclass_fields__,
        *Action.__dataclass_fields__,
        *Entry.__dataclass_fields__,
        *empty["answers"],
        *empty["pay"],
        *("then", "now"),
    }
    assert fields <= set(CONTENT.fields)


def test_every_section_of_a_file_has_a_name() -> None:
    assert set(as_document(PlanFile())) - {"app", "format"} == set(CONTENT.places) - {"file"}


@pytest.mark.parametrize("text", [*RAW["refusals"].values(), *RAW["notes"].values()])
def test_a_reason_is_a_sentence(text: str) -> None:
    assert text.endswith(".")
    assert len(text) <= 160


@pytest.mark.parametrize("text", sorted(set(words_of(RAW))))
def test_no_text_ranks_a_person_names_an_occupation_or_carries_markup(text: str) -> None:
    assert not TONE.search(text), text
    assert not OCCUPATIONS.search(text), text
    assert not re.search(r"—|--|[<>$*`#\[\]]", text), text
    assert text == text.strip()


@pytest.mark.parametrize("part", ["refusals", "notes", "places", "one", "forms"])
def test_words_that_are_missing_are_missed(part: str) -> None:
    _, *rest = RAW[part]
    raw: dict[str, Any] = {**RAW, part: {name: RAW[part][name] for name in rest}}
    with pytest.raises(ValidationError, match="has no words"):
        PlanFileWords.model_validate(raw)
