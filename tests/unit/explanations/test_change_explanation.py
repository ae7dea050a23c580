"""The change between two sittings, explained: a calculator agrees, and the word is the one on the page."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.builders import MODEL, QUESTIONNAIRE, all_fives, sheets, worked_sheet
from tests.unit.explanations.calculator import (
    arithmetic,
    calculate,
    calculations,
    number,
    printed,
)
from throughline import explanations
from throughline.answers import Answers
from throughline.change import Change, compare


def explained(change: Change) -> explanations.Explanation:
    """The explanation of a change."""
    return explanations.explain_change(change, QUESTIONNAIRE, MODEL.numbers)


@settings(max_examples=60)
@given(sheets(), sheets())
def test_a_calculator_agrees_with_every_line(before: Answers, after: Answers) -> None:
    change = compare(before, after, QUESTIONNAIRE, MODEL)
    if change is None:
        return
    found = explained(change)
    for left, right in calculations(found):
        assert calculate(left) == pytest.approx(number(right), abs=0.02)
    assert printed(found, "Question wording alone") == pytest.approx(change.threshold, abs=0.006)
    assert change.word in arithmetic(found, "This change")


def test_both_balances_stand_on_common_ground() -> None:
    sheet = worked_sheet("amina")
    change = compare(replace(sheet, form="quick"), sheet, QUESTIONNAIRE, MODEL)
    assert change is not None
    assert change.values[0] == change.values[1]
    assert change.points == change.values[1] - change.values[0]
    assert arithmetic(explained(change), "Form in which both are worked out") == "Quick"


def test_an_area_that_is_missing_in_one_is_not_among_those_compared() -> None:
    before = replace(all_fives(), not_applicable=frozenset({"G2", "G3", "G4"}))
    change = compare(before, all_fives(), QUESTIONNAIRE, MODEL)
    assert change is not None
    assert QUESTIONNAIRE.domain("D4").short not in arithmetic(
        explained(change), "Areas available in both"
    )
