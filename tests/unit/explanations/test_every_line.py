"""What holds for every explanation of every sheet: it calculates, it prints as text, it is defined."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.builders import all_fives, only_first, sheets, worked_sheet
from tests.unit.explanations.calculator import calculate, calculations, explain_all, number
from throughline.answers import Answers
from throughline.explanations import Explanation

METHOD = Path(__file__).resolve().parents[3] / "docs" / "method.md"
PEOPLE = ("amina", "amina_later", "ben")
MARKDOWN = re.compile(r"[*_~`#<>|$\[\]\\]|--|->|:\w+:|\b(nan|inf|None)\b")
TONE = re.compile(r"\b(just|only|still|low|behind|stuck|real career|weak|deficit)\b", re.IGNORECASE)


def texts(explanation: Explanation) -> list[str]:
    """Every text of an explanation, as printed."""
    lines = [text for line in explanation.lines for text in (line.label, line.arithmetic)]
    return [explanation.title, explanation.says, explanation.formula, *lines]


def assert_calculates(explanation: Explanation) -> None:
    """Each printed result is what a calculator gives, give or take one in its last digit."""
    for left, right in calculations(explanation):
        places = len(right.partition(".")[2])
        assert abs(calculate(left) - number(right)) <= 1.5 * 10**-places, f"{left} = {right}"


@pytest.mark.parametrize("person_id", PEOPLE)
def test_a_calculator_confirms_every_line_of_a_worked_person(person_id: str) -> None:
    explained = explain_all(worked_sheet(person_id))
    assert len(explained) > 60
    for explanation in explained:
        assert_calculates(explanation)


@settings(max_examples=60, deadline=None)
@given(sheets())
def test_a_calculator_confirms_every_line_of_any_sheet(sheet: Answers) -> None:
    for explanation in explain_all(sheet):
        assert_calculates(explanation)


@settings(max_examples=40, deadline=None)
@given(sheets())
def test_no_text_of_any_sheet_carries_markdown_or_a_missing_number(sheet: Answers) -> None:
    for explanation in explain_all(sheet):
        for text in texts(explanation):
            assert text
            assert not MARKDOWN.search(text), text
            assert not re.search(r"−0(\.0+)?(?![\d.])", text), text
            # At the start of a line these would open a list or a heading.
            assert not re.match(r"[+\-=] |\d+[.)] ", text), text


@pytest.mark.parametrize("sheet", [worked_sheet("ben"), all_fives(), all_fives("quick")])
def test_no_text_ranks_a_person(sheet: Answers) -> None:
    for explanation in explain_all(sheet):
        for text in texts(explanation):
            assert not TONE.search(text), text


@pytest.mark.parametrize("sheet", [worked_sheet("amina"), all_fives("quick")])
def test_every_explanation_is_one_sentence_and_points_at_a_heading(sheet: Answers) -> None:
    headings = re.findall(r"^## (.+)$", METHOD.read_text(encoding="utf-8"), re.MULTILINE)
    for explanation in explain_all(sheet):
        assert explanation.section in headings
        assert explanation.says.endswith(".")
        assert not any(line.label.endswith(".") for line in explanation.lines)
        assert ". " not in explanation.says


def test_a_sheet_without_figures_has_nothing_to_explain() -> None:
    assert explain_all(Answers(form="full")) == []
    assert explain_all(only_first(1)) == []
