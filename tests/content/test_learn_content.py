"""The Learn page covers every topic, keeps its tone, and points at things that exist."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from throughline.content.learn import Learn, LearnSection, LearnTable
from throughline.content.reading import read_toml
from throughline.content.sources import Sources

DATA = Path(__file__).resolve().parents[2] / "data"

# What each section has to mention, whatever its wording: nothing of the subject may get lost.
TOPICS = {
    "why": ("today", "years", "neither is the better", "study", "skills", "life"),
    "job": ("full-time", "part-time", "temporary", "rent", "bills", "security", "contract"),
    "career": ("continuity", "reputation", "mastery", "identity", "fulfilment", "values"),
    "takeaways": ("1.", "2.", "3.", "4.", "5.", "present", "future", "benefits"),
    "education": ("formal", "vocational", "continuous", "certifications", "degree", "bootcamp"),
    "triad": (
        *("communication", "teamwork", "leadership", "coding", "design", "data analysis"),
        *("accounting", "varied experience", "passion", "fitness trainer", "agency"),
    ),
    "goals": ("timeframe", "purpose", "growth plan", "example goal", "senior ux designer"),
    "advancement": ("authority", "recognition", "one company", "certificates", "operations"),
    "pay": ("salary", "hourly", "bonuses", "stock options", "benefits", "basic", "comprehensive"),
    "life": ("lifestyle", "retirement", "pension", "fulfilment", "freelance", "photojournalist"),
    "steps": ("momentum", "skill", "purpose", "growth"),
    "example": ("support agent", "strategist", "mindset", "investment", "direction", "title"),
    "closing": ("perspective", "prestige", "present needs", "future identity"),
    "research": ("review", "two dimensions", "four profiles"),
}
TABLE_ROWS = {"education": 4, "goals": 4, "advancement": 3, "pay": 5, "steps": 6}
PATHWAYS = {
    *("retail", "waiting", "rideshare", "teacher", "developer", "marketing", "csdegree"),
    *("bootcamp", "trainer", "designer", "service", "photo", "support"),
}
SOURCES_BEHIND_THE_MODEL = {
    *("S2", "S3", "S13", "S14", "S28", "S30", "S31", "S32", "S33", "S36", "S37", "S39"),
    *("S41", "S47", "S48", "S49", "S50", "S51", "S52"),
}
TONE = re.compile(r"\b(just|only|still|low|behind|stuck|real career|weak|deficit)\b", re.IGNORECASE)


def read(name: str) -> dict[str, Any]:
    """Return one TOML file of `data/` as plain values."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


LEARN = read_toml(DATA / "learn.toml", Learn)
SOURCES = read_toml(DATA / "sources.toml", Sources)
QUESTIONS = [item["id"] for item in read("questionnaire.toml")["items"]]
EVERY_SECTION = pytest.mark.parametrize("section", LEARN.sections, ids=lambda section: section.id)


def words_of(section: LearnSection) -> Iterator[str]:
    """Yield every piece of text that a visitor reads in a section."""
    yield from (section.title, section.lead, section.body, section.presenter)
    yield from (*section.traits, *section.examples)
    yield from (fact.text for fact in section.facts)
    if section.table is not None:
        yield from (section.table.caption, *section.table.columns)
        yield from (cell for row in section.table.rows for cell in row)


def section_called(section_id: str) -> LearnSection:
    """Return the section with this id."""
    return next(section for section in LEARN.sections if section.id == section_id)


def test_the_sections_are_the_fourteen_topics_in_reading_order() -> None:
    assert [section.id for section in LEARN.sections] == list(TOPICS)


@pytest.mark.parametrize("section_id", TOPICS)
def test_a_section_mentions_everything_its_topic_needs(section_id: str) -> None:
    text = " ".join(words_of(section_called(section_id))).lower()

    assert [phrase for phrase in TOPICS[section_id] if phrase not in text] == []


def test_two_sections_with_one_id_are_refused() -> None:
    first = LEARN.sections[0].model_dump()

    with pytest.raises(ValidationError, match="share one id"):
        Learn.model_validate({"sections": [first, first]})


def test_two_sources_with_one_id_are_refused() -> None:
    first = SOURCES.sources[0].model_dump()

    with pytest.raises(ValidationError, match="share one id"):
        Sources.model_validate({"sources": [first, first]})


def test_a_ragged_table_is_refused() -> None:
    with pytest.raises(ValidationError, match="1 cells, not 2"):
        LearnTable.model_validate({"caption": "c", "columns": ["a", "b"], "rows": [["one"]]})


def test_a_misspelled_field_is_refused() -> None:
    section = LEARN.sections[0].model_dump() | {"presentor": "typo"}

    with pytest.raises(ValidationError, match="presentor"):
        Learn.model_validate({"sections": [section]})


@pytest.mark.parametrize(("section_id", "rows"), TABLE_ROWS.items())
def test_a_table_has_all_its_rows_and_three_columns(section_id: str, rows: int) -> None:
    table = section_called(section_id).table

    assert table is not None
    assert (len(table.rows), len(table.columns)) == (rows, 3)
    assert all(cell.strip() for row in table.rows for cell in row)


@pytest.mark.parametrize("section_id", ["job", "career"])
def test_job_and_career_get_the_same_room(section_id: str) -> None:
    section = section_called(section_id)

    assert (len(section.traits), len(section.examples), len(section.pathways)) == (4, 3, 3)


def test_the_six_steps_carry_the_names_of_the_six_habits_and_a_first_move() -> None:
    habits = [item["step"] for item in read("questionnaire.toml")["items"] if "step" in item]
    table = section_called("steps").table

    assert table is not None
    assert len(habits) == 6
    assert [row[0] for row in table.rows] == habits
    assert table.columns[2] == "A first move"


@EVERY_SECTION
def test_every_question_a_section_names_exists(section: LearnSection) -> None:
    assert set(section.questions) <= set(QUESTIONS)


def test_every_question_is_explained_by_a_section() -> None:
    explained = {question for section in LEARN.sections for question in section.questions}

    assert [question for question in QUESTIONS if question not in explained] == []


def test_every_pathway_is_introduced_by_exactly_one_section() -> None:
    introduced = [pathway for section in LEARN.sections for pathway in section.pathways]

    assert sorted(introduced) == sorted(PATHWAYS)


def test_every_introduced_pathway_exists() -> None:
    known = {pathway["id"] for pathway in read("questionnaire.toml")["pathways"]}

    assert known == PATHWAYS


@EVERY_SECTION
def test_every_source_a_section_names_resolves(section: LearnSection) -> None:
    named = {*section.sources, *(fact.source for fact in section.facts)}

    assert named <= {source.id for source in SOURCES.sources}


def test_the_sources_behind_the_model_are_all_listed() -> None:
    assert {source.id for source in SOURCES.sources} >= SOURCES_BEHIND_THE_MODEL


@EVERY_SECTION
def test_a_fact_from_a_reported_source_says_reported_by(section: LearnSection) -> None:
    reported = {source.id for source in SOURCES.sources if source.kind == "reported"}
    silent = [fact.text for fact in section.facts if fact.source in reported]

    assert [text for text in silent if "reported by" not in text] == []


def test_the_research_section_holds_five_to_seven_facts() -> None:
    assert 5 <= len(section_called("research").facts) <= 7


@EVERY_SECTION
def test_a_section_uses_no_belittling_word(section: LearnSection) -> None:
    assert TONE.findall(" ".join(words_of(section))) == []


@pytest.mark.parametrize("belittling", ["You are only here", "A real career", "Stuck?"])
def test_the_tone_pattern_catches_a_belittling_word(belittling: str) -> None:
    assert TONE.search(belittling)


@EVERY_SECTION
def test_a_section_fits_the_projector_and_is_safe_markdown(section: LearnSection) -> None:
    text = " ".join(words_of(section))

    assert len(section.presenter) <= 90
    assert "\n" not in section.presenter
    assert len(re.findall(r"[.!?](?:\s|$)", section.lead)) <= 2
    assert not re.search(r"[$<>~]|^#", text, re.MULTILINE)


@pytest.mark.parametrize("name", ["privacy", "limits"])
def test_a_help_text_starts_below_the_page_title_and_keeps_its_tone(name: str) -> None:
    text = (DATA / "help" / f"{name}.md").read_text(encoding="utf-8")

    assert text.startswith("## ")
    assert not re.search(r"^# ", text, re.MULTILINE)
    assert TONE.findall(text) == []


def test_the_privacy_text_says_what_is_kept_where_and_never_overclaims() -> None:
    text = (DATA / "help" / "privacy.md").read_text(encoding="utf-8").lower()

    for truth in (
        "in **your own browser**",
        "can read the copy",
        "forget everything",
        "united states",
        "usage statistics",
        "memory",
    ):
        assert truth in text
    assert not re.search(r"(nothing|never|not) leaves? your browser", text)
