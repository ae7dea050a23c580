"""The way, its levers, one more tick and the steps are explained down to the printed number."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.builders import MODEL, QUESTIONNAIRE, result, sheets, way_of, worked_sheet
from tests.unit.explanations.calculator import arithmetic, printed
from throughline.actions import rank_steps
from throughline.answers import Answers
from throughline.explanations import (
    Explanation,
    explain_lever,
    explain_step,
    explain_tick,
    explain_way,
)


def lever_of(sheet: Answers, lever_id: str) -> Explanation:
    """The explanation of one lever of a sheet with targets."""
    way = way_of(sheet)
    assert way
    levers = {lever.id: lever for gap in way.domains for lever in gap.levers}
    return explain_lever(way, levers[lever_id], result(sheet), QUESTIONNAIRE)


def step_of(sheet: Answers, habit: str) -> Explanation:
    """The explanation of one ranked step of a sheet with targets."""
    way, profile = way_of(sheet), result(sheet)
    assert way
    ranked = rank_steps(profile, way, sheet, QUESTIONNAIRE, MODEL).ranked
    step = next(one for one in ranked if one.id == habit)
    return explain_step(step, way, profile, sheet, QUESTIONNAIRE, MODEL)


@pytest.mark.parametrize(
    ("person_id", "label", "sum_by_hand"),
    [
        ("amina", "Goals: gap", "10 × (8 − 1.875) = +61.25"),
        ("amina", "Goals: part of the way", "61.25 × 1 / 7 = +8.75"),
        ("amina", "Gap", "6.00 + 5.18 + 4.44 + 8.75 + 4.55 + 3.74 + 7.95 = +40.6"),
        ("amina", "Balance you want", "27.96 + 40.61 = 68.6"),
        ("ben", "Gap", "1.22 + 0.89 + 1.11 + 1.90 + 2.32 + 0.65 + 0.98 = +9.1"),
        ("ben", "Balance you want", "74.48 + 9.09 = 83.6"),
    ],
)
def test_the_way_is_the_sum_done_by_hand(person_id: str, label: str, sum_by_hand: str) -> None:
    sheet = worked_sheet(person_id)
    way = way_of(sheet)
    assert way
    assert arithmetic(explain_way(way, result(sheet), QUESTIONNAIRE), label) == sum_by_hand


@pytest.mark.parametrize(
    ("person_id", "lever_id", "sum_by_hand"),
    [
        ("amina", "G1", "10 × 1 / 7 × 0.75 / 4 × (8 − 2) = +1.61"),
        ("amina", "J1", "10 × 1 / 7 × 0.5 / 6 × (9 − (10 − 7)) = +0.71"),
        ("amina", "C7r", "10 × 1 / 7 × 0.5 / 7 × (7 − 4) = +0.31"),
        ("amina", "D4", "10 × 1 / 7 × 0.25 × (8 − 0.00) = +2.86"),
        ("ben", "A3", "10 × 1 / 7 × 0.75 / 4 × (8 − 4) = +1.07"),
        ("ben", "E1", "10 × 1 / 7 × 0.75 / 4 × (8.5 − 9) = −0.13"),
    ],
)
def test_a_lever_is_the_sum_done_by_hand(person_id: str, lever_id: str, sum_by_hand: str) -> None:
    assert arithmetic(lever_of(worked_sheet(person_id), lever_id), "Lever") == sum_by_hand


def test_a_lever_says_whether_it_is_a_move_or_kept() -> None:
    ben = worked_sheet("ben")
    assert arithmetic(lever_of(ben, "A3"), "Reading").startswith("a possible move")
    assert "past it" in arithmetic(lever_of(ben, "E1"), "Reading")
    less = replace(ben, wanted={"D7": 2.0})
    assert "untick" in arithmetic(lever_of(less, "D7"), "Reading")
    weightless = replace(ben, importance={"D7": 0.0})
    assert "adds nothing" in arithmetic(lever_of(weightless, "R1"), "Reading")


def test_importance_shows_in_shares_and_needs() -> None:
    sheet = replace(worked_sheet("amina"), importance={"D4": 3.0})
    assert arithmetic(lever_of(sheet, "G1"), "Lever").startswith("10 × 3 / 9 × ")
    assert "1 × 3 × 61.25" in arithmetic(step_of(sheet, "X1"), "Need")


def test_an_area_without_a_target_is_said_to_stay() -> None:
    sheet = replace(worked_sheet("ben"), wanted={"D4": 4.0})
    way = way_of(sheet)
    assert way
    explanation = explain_way(way, result(sheet), QUESTIONNAIRE)
    assert arithmetic(explanation, "Rewards and life") == "no target, so it stays where it is"
    assert arithmetic(explanation, "Balance you want").startswith("74.48 − 5.24 = ")


def test_one_more_tick_shows_the_boxes_before_and_after() -> None:
    ben = worked_sheet("ben")
    way = way_of(ben)
    assert way
    explained = [explain_tick(tick, result(ben), ben, QUESTIONNAIRE) for tick in way.ticks]
    assert arithmetic(explained[0], "Boxes now") == "10 × (1 + 1) / 3 = 6.67"
    assert arithmetic(explained[0], "Boxes with this one") == "10 × (1 + 1 + 1) / 3 = 10.00"
    assert printed(explained[0], "Adds to the balance") == 1.19
    shared = next(one for one in explained if one.lines[0].label == "Any one of these")
    assert "coding" in shared.lines[0].arithmetic
    assert printed(shared, "Adds to the balance") == 0.89


def test_the_first_step_is_the_sum_done_by_hand() -> None:
    step = step_of(worked_sheet("amina"), "X1")
    need = "(0.5 × 42.02 + 1 × 61.25 + 0.5 × 31.88 + 1 × 55.63) / 3 = 51.27"
    assert arithmetic(step, "Need") == need
    assert arithmetic(step, "Room") == "1 − 0.12 = 0.88"
    assert arithmetic(step, "Priority") == "51.27 × (0.25 + 0.75 × 0.88) × 1 = 46.7"


def test_a_larger_effort_shows_in_the_priority() -> None:
    sheet = replace(worked_sheet("amina"), ease={"X1": "large"})
    step = step_of(sheet, "X1")
    assert arithmetic(step, "Ease") == "0.7 for a large effort"
    assert arithmetic(step, "Priority").endswith(" × 0.7 = 32.7")


@settings(max_examples=60, deadline=None)
@given(sheets("full"))
def test_the_last_lines_print_the_way_its_ticks_and_its_steps(sheet: Answers) -> None:
    way, profile = way_of(sheet), result(sheet)
    if way is None:
        return
    explained = explain_way(way, profile, QUESTIONNAIRE)
    assert abs(printed(explained, "Balance you want") - way.wanted) <= 0.05 + 1e-9
    assert abs(printed(explained, "Gap") - way.gap) <= 0.05 + 1e-9
    for gap in way.domains:
        for lever in gap.levers:
            explained = explain_lever(way, lever, profile, QUESTIONNAIRE)
            assert abs(printed(explained, "Lever") - lever.points) <= 0.005 + 1e-9
    for tick in way.ticks:
        explained = explain_tick(tick, profile, sheet, QUESTIONNAIRE)
        assert abs(printed(explained, "Adds to the balance") - tick.gain) <= 0.005 + 1e-9
    for step in rank_steps(profile, way, sheet, QUESTIONNAIRE, MODEL).ranked:
        explained = explain_step(step, way, profile, sheet, QUESTIONNAIRE, MODEL)
        assert abs(printed(explained, "Priority") - step.priority) <= 0.05 + 1e-9
