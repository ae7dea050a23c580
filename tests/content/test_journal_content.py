"""The log's rules point at boxes that exist, in the windows the boxes are asked in, and its words keep their tone."""

import re
import tomllib
from string import Formatter
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from tests.builders import DATA, HABITS, QUESTIONNAIRE
from tests.content.test_actions_content import OCCUPATIONS, TONE, words_of
from throughline.content.journal import BoxRule, EntryKind, JournalContent
from throughline.content.reading import read_toml
from throughline.journal import IssueKind

CONTENT = read_toml(DATA / "journal.toml", JournalContent)
RAW = tomllib.loads((DATA / "journal.toml").read_text(encoding="utf-8"))
LIST_OF = {box.id: one for one in QUESTIONNAIRE.evidence for box in one.boxes}
TEXT_OF = {box.id: box.text for one in QUESTIONNAIRE.evidence for box in one.boxes}
# Boxes that no entry can speak for: facts about a person, the pay, the plan itself, or a use of the log.
UNSUPPORTED = {
    *("degree", "trade", "cert", "coding", "design", "data", "accounting", "othertech", "varied"),
    *("written", "dated", "nextstep", "prom_auth", "adv_moved"),
    *("health", "leave", "insurance", "pension", "bonus", "equity"),
    *("x1a", "x1b", "x1c", "x3c"),
}
EVERY_RULE = pytest.mark.parametrize("rule", CONTENT.rules, ids=lambda rule: rule.box)


def asked_window(box: str) -> str:
    """The window a box is asked in: its own in brackets, else that of its list."""
    own = re.search(r"\((\d+ (?:months|years))\)$", TEXT_OF[box])
    return own.group(1) if own else LIST_OF[box].window


@EVERY_RULE
def test_a_rule_looks_back_as_far_as_its_box_asks(rule: BoxRule) -> None:
    named = re.search(r"last (\d+ months)", TEXT_OF[rule.box])
    expected = named.group(1) if named else asked_window(rule.box)
    # One box has no window of its own; a year of own choice is what it is read as.
    assert rule.window == (expected if rule.box != "interest" else "12 months")


def test_every_box_has_a_rule_or_a_reason_to_have_none() -> None:
    assert {rule.box for rule in CONTENT.rules} | UNSUPPORTED == set(TEXT_OF)
    assert {rule.box for rule in CONTENT.rules} & UNSUPPORTED == set()


def test_a_window_is_the_longest_such_stretch_of_a_calendar() -> None:
    assert CONTENT.windows == {"3 months": 92, "6 months": 184, "12 months": 366, "5 years": 1827}


def test_counts_in_a_box_are_the_counts_of_its_rule() -> None:
    counts = {rule.box: rule.entries for rule in CONTENT.rules if rule.entries > 1}
    assert counts == {"interest": 3, "x2b": 2, "x3a": 3, "x3b": 3}
    assert {rule.box for rule in CONTENT.rules if rule.needs_number} == {
        *("comm", "team", "lead", "x3b"),
    }


@EVERY_RULE
def test_a_rule_leaves_the_last_word_to_the_person(rule: BoxRule) -> None:
    assert rule.check.startswith("Tick it if ")
    assert rule.check.endswith(".")


def test_the_five_kinds_and_the_plan_feed_the_six_steps() -> None:
    assert set(CONTENT.kinds) == set(get_args(EntryKind))
    assert {kind: words.habit for kind, words in CONTENT.kinds.items()} == {
        "achievement": "X3",
        "learning": "X2",
        "feedback": "X4",
        "contact": "X5",
        "adaptation": "X6",
    }
    assert {CONTENT.plan_habit, *(words.habit for words in CONTENT.kinds.values())} == set(HABITS)


def test_every_issue_can_be_said() -> None:
    assert set(CONTENT.issues) == set(get_args(IssueKind))
    assert all("{field}" in text for text in CONTENT.issues.values())


def test_the_chart_says_what_it_is_and_what_it_is_not() -> None:
    assert "counts what was written down" in CONTENT.words["months_about"]
    assert "no score" in CONTENT.words["months_not"]


def test_every_word_template_takes_names_that_somebody_gives() -> None:
    names = {
        name for text in CONTENT.words.values() for _, name, _, _ in Formatter().parse(text) if name
    }
    assert names == {
        *("limit", "step", "first", "last", "total", "kinds", "days", "fed", "steps", "names"),
        *("noun", "since", "count", "month", "number", "unit"),
    }


@pytest.mark.parametrize("text", sorted(set(words_of(RAW))))
def test_no_text_ranks_a_person_names_an_occupation_or_carries_markup(text: str) -> None:
    assert not TONE.search(text), text
    assert not OCCUPATIONS.search(text), text
    assert not re.search(r"—|--|[<>$*`#\[\]]", text), text
    assert text == text.strip()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"window": "9 months"}, "no window"),
        ({"kind": "party"}, "kind"),
        ({"entries": 0}, "entries"),
        ({"box": "comm"}, "twice"),
        ({"check": ""}, "check"),
    ],
)
def test_a_slip_in_a_rule_is_refused(change: dict[str, Any], message: str) -> None:
    first, *rest = RAW["rules"]
    with pytest.raises(ValidationError, match=message):
        JournalContent.model_validate({**RAW, "rules": [{**first, **change}, *rest]})
