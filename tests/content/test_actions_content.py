"""The plan's words cover every habit, area, need and outcome, keep their tone, and lose nothing of the six steps."""

import re
import tomllib
from collections.abc import Iterator
from string import Formatter
from typing import get_args

import pytest
from pydantic import ValidationError

from tests.builders import DATA, DOMAINS, HABITS, NEEDS, QUESTIONNAIRE
from throughline.content.actions import (
    BLANK,
    ActionContent,
    Outlook,
    Status,
    Suggestion,
    Towards,
    Waiting,
)
from throughline.content.reading import read_toml

CONTENT = read_toml(DATA / "actions.toml", ActionContent)
RAW = tomllib.loads((DATA / "actions.toml").read_text(encoding="utf-8"))
EVERY_SUGGESTION = pytest.mark.parametrize(
    "suggestion", CONTENT.suggestions, ids=lambda one: one.id
)
# Ids are permanent: actions name the suggestion they came from. One that goes keeps its id in RETIRED.
RETIRED: set[str] = set()
PLACES: list[tuple[str, Towards]] = [
    *((habit, "path") for habit in HABITS),
    *((area, "path") for area in DOMAINS),
    *((area, "present") for area in DOMAINS),
    *((need, "present") for need in NEEDS),
]
# What the article says of each step, as words that its suggestions or its meaning have to hold.
FACTS = {
    "X1": ("beyond your current role", "goal", "year"),
    "X2": ("course", "mentor", "goes on"),
    "X3": ("achieve", "number", "progress"),
    "X4": ("feedback", "develop"),
    "X5": ("people in your field", "reason", "contact"),
    "X6": ("trend", "technology", "tool"),
}
# What the article says of benefits, hours and retirement, by the need that answers to it.
NEED_FACTS = {
    "P1": ("bills", "pay"),
    "P2": ("schedule", "guaranteed", "vary"),
    "P3": ("hours", "place"),
    "P4": ("healthcare", "leave", "insurance"),
    "P5": ("pension", "savings", "retirement"),
    "P6": ("energy", "life"),
}
TONE = re.compile(
    r"\b(just|only|still|low|behind|stuck|real career|weak|deficit|failure|fail|should)\b",
    re.IGNORECASE,
)
OCCUPATIONS = re.compile(
    r"\b(teacher|principal|developer|designer|strategist|agent|trainer|photographer|engineer|"
    r"nurse|consultant|CTO|driver|waiter|associate|analyst|accountant)\b",
    re.IGNORECASE,
)
GAPS = {
    "step": {"place", "noun", "verb", "gap", "level"},
    "step_there": {"place", "level"},
    "tie": {"others"},
    "ease_same": {"effort"},
    "ease_moved": {"effort", "place"},
    "area_path": {"noun", "verb", "gap", "points"},
    "area_present": {"noun", "gap", "points"},
    "need": {"need", "now", "target", "gap"},
    "keep": {"step", "level"},
    "own": set(),
}


def words_of(value: object) -> Iterator[str]:
    """Every text in the file, wherever it stands."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from words_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words_of(inner)


def gaps(template: str) -> set[str]:
    """The names a template takes."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize(("serves", "towards"), PLACES)
def test_two_or_three_actions_are_on_offer_everywhere(serves: str, towards: Towards) -> None:
    assert len(CONTENT.suggested(serves, towards)) in (2, 3)


def test_no_action_serves_what_is_not_asked() -> None:
    assert {(one.serves, one.towards) for one in CONTENT.suggestions} == set(PLACES)


def test_every_outcome_state_area_step_and_place_has_its_words() -> None:
    assert set(CONTENT.outlooks) == set(get_args(Outlook))
    assert set(CONTENT.waiting) == set(get_args(Waiting))
    assert set(CONTENT.statuses) == set(get_args(Status))
    assert tuple(CONTENT.areas) == DOMAINS
    assert tuple(CONTENT.steps) == HABITS
    assert len(CONTENT.places) == len(HABITS)
    assert {name: gaps(text) for name, text in CONTENT.reasons.items()} == GAPS


def test_the_four_openings_get_about_the_same_room() -> None:
    titles = [len(words.title) for words in CONTENT.outlooks.values()]
    shortest = len(CONTENT.outlooks["no_target"].lead) + min(map(len, CONTENT.waiting.values()))
    leads = [len(CONTENT.outlooks[one].lead) for one in ("steps", "present", "close")]
    assert max(titles) <= 2 * min(titles)
    assert max(leads) <= 2 * min(*leads, shortest)


@EVERY_SUGGESTION
def test_a_suggestion_reads_as_one_sentence_in_the_if_then_line(suggestion: Suggestion) -> None:
    line = CONTENT.words["if_then"].format(if_when=suggestion.if_when, then_do=suggestion.then_do)
    assert line.startswith("If ")
    assert suggestion.then_do.startswith("I will ")
    assert suggestion.if_when.count(BLANK) >= 2
    assert re.search(r"\b(day|time|evening|season|evenings|month)\b", suggestion.if_when)
    assert re.search(r"\b(place|team|meeting|group)\b", suggestion.if_when)
    assert not re.search(r"[.!?]$", suggestion.then_do + suggestion.if_when + suggestion.what)
    assert suggestion.first_step.endswith((".", "?"))
    assert suggestion.what[0].isupper()


@EVERY_SUGGESTION
def test_a_suggestion_carries_its_place_in_its_id(suggestion: Suggestion) -> None:
    assert suggestion.id.startswith(f"{suggestion.serves.lower()}-")
    assert suggestion.id not in RETIRED


@pytest.mark.parametrize("habit", HABITS)
def test_the_actions_of_a_step_hold_all_that_is_known_of_it(habit: str) -> None:
    texts = [
        text for one in CONTENT.suggested(habit, "path") for text in words_of(one.model_dump())
    ]
    text = " ".join([*texts, *words_of(CONTENT.steps[habit].model_dump())]).lower()
    assert [fact for fact in FACTS[habit] if fact not in text] == []


@pytest.mark.parametrize("need", NEEDS)
def test_the_moves_of_a_need_name_what_it_is_about(need: str) -> None:
    moves = CONTENT.suggested(need, "present")
    text = " ".join(text for one in moves for text in words_of(one.model_dump())).lower()
    assert [fact for fact in NEED_FACTS[need] if fact not in text] == []


def test_some_move_is_a_talk_about_hours_benefits_and_retirement() -> None:
    for need in ("P3", "P4", "P5"):
        assert any("ask" in one.then_do for one in CONTENT.suggested(need, "present"))


def test_the_opening_of_the_steps_says_what_a_job_gives() -> None:
    lead = CONTENT.outlooks["steps"].lead
    assert "security" in lead
    assert "build on" in lead


@pytest.mark.parametrize("text", sorted(set(words_of(RAW))))
def test_no_text_ranks_a_person_names_an_occupation_or_carries_markup(text: str) -> None:
    assert not TONE.search(text), text
    assert not OCCUPATIONS.search(text), text
    assert not re.search(r"—|--|[<>$*`#\[\]]", text), text
    assert text == text.strip()


@pytest.mark.parametrize("number", ["0.65", "0.40", "0.34"])
def test_a_finding_is_printed_with_its_own_number_and_a_caution_stands_beside_it(
    number: str,
) -> None:
    assert sum(number in fact.text for fact in CONTENT.facts) == 1
    assert "promise nothing" in CONTENT.words["facts_about"]
    assert "has not been tested" in CONTENT.words["facts_about"]


def test_no_suggestion_claims_an_effect_or_a_number_of_its_own() -> None:
    fields = ("what", "first_step", "if_when", "then_do")
    texts = [getattr(one, field) for one in CONTENT.suggestions for field in fields]
    claims = re.compile(r"\b(proven|studies|guarantees|will get|increase|because|%)", re.IGNORECASE)
    assert [text for text in texts if claims.search(text) and "because of" not in text] == []


def test_every_word_template_takes_names_that_the_page_can_give() -> None:
    known = {"least", "limit", "if_when", "then_do", "first_step", "due", "seen_by"}
    known |= {"title", "count", "step", "place"}
    assert set().union(*(gaps(text) for text in CONTENT.words.values())) == known


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"what": "w" * 81}, "at most 80"),
        ({"if_when": "it is Monday at … (time)"}, "blank"),
        ({"serves": "Z1"}, "serves"),
        ({"days": 0}, "days"),
        ({"why": "since it helps"}, "why"),
    ],
)
def test_a_slip_in_a_suggestion_is_refused(change: dict[str, object], message: str) -> None:
    whole = CONTENT.suggestions[0].model_dump() | change
    with pytest.raises(ValidationError, match=message):
        Suggestion.model_validate(whole)


def test_an_id_used_twice_is_refused() -> None:
    twice = {**RAW, "suggestions": [*RAW["suggestions"], RAW["suggestions"][0]]}
    with pytest.raises(ValidationError, match="twice"):
        ActionContent.model_validate(twice)


def test_every_step_has_a_name_to_stand_beside_its_meaning() -> None:
    assert all(QUESTIONNAIRE.by_id[habit].step for habit in CONTENT.steps)
