"""Ranking of the six steps, the plan they open, and the needs met least."""

from dataclasses import replace

import pytest

from tests.builders import (
    BALANCE,
    DOMAINS,
    HABITS,
    MODEL,
    NEEDS,
    QUESTIONNAIRE,
    all_fives,
    keyed_sheet,
    result,
    way_of,
    without,
)
from throughline.actions import StepRanking, rank_steps
from throughline.answers import Answers
from throughline.goals import attainment


def wishing(wanted: float) -> Answers:
    """Everything at 5, and every domain wanted here."""
    return replace(all_fives(), wanted=dict.fromkeys(DOMAINS, wanted))


def ranking(sheet: Answers) -> StepRanking:
    """The ranked steps of a sheet."""
    return rank_steps(result(sheet), way_of(sheet), sheet, QUESTIONNAIRE, MODEL)


def test_equal_steps_keep_the_order_of_the_article() -> None:
    seen = ranking(wishing(8))
    assert [step.id for step in seen.ranked] == list(HABITS)
    assert [step.priority for step in seen.ranked] == pytest.approx([30 * 0.625] * 6)


def test_steps_equal_but_for_binary_dust_keep_the_order_of_the_article() -> None:
    keyed = {item.id: 3.9 if item.scale == "J" else 6.1 for item in BALANCE}
    habits = dict.fromkeys(HABITS, 3.0)
    seen = ranking(keyed_sheet(keyed | habits, wanted=dict.fromkeys(DOMAINS, 7.5)))
    assert len({step.priority for step in seen.ranked}) > 1
    assert [step.id for step in seen.ranked] == list(HABITS)


def test_a_harder_step_moves_back_by_its_ease() -> None:
    seen = ranking(replace(wishing(8), ease={"X1": "large", "X2": "medium"}))
    assert [step.id for step in seen.ranked] == ["X3", "X4", "X5", "X6", "X2", "X1"]
    assert [step.ease for step in seen.ranked[-2:]] == [0.85, 0.7]


def test_a_habit_with_more_room_comes_first() -> None:
    seen = ranking(replace(wishing(8), markers={**all_fives().markers, "X5": 0.0}))
    assert seen.ranked[0].id == "X5"
    assert seen.ranked[0].room == 1


def test_an_unanswered_habit_is_listed_below_and_not_ranked() -> None:
    seen = ranking(without(wishing(8), "X4", "X2"))
    assert seen.unranked == ("X2", "X4")
    assert len(seen.ranked) == 4


def test_a_step_linked_to_no_domain_with_a_target_is_not_ranked() -> None:
    seen = ranking(replace(all_fives(), wanted={"D4": 8.0}))
    assert [step.id for step in seen.ranked] == ["X1", "X3", "X6"]
    assert seen.unranked == ("X2", "X4", "X5")


def test_a_domain_of_no_importance_lends_no_need_to_a_step() -> None:
    sheet = replace(all_fives(), wanted={"D4": 8.0, "D7": 6.0}, importance={"D4": 0.0})
    needs = {step.id: step.need for step in ranking(sheet).ranked}
    assert needs == pytest.approx({"X1": 10, "X2": 10, "X4": 10, "X6": 10})


def test_a_wish_for_less_lowers_the_need_to_zero_and_not_below() -> None:
    assert [step.need for step in ranking(wishing(2)).ranked] == [0] * 6


def test_without_a_target_nothing_is_ranked_and_there_is_no_way() -> None:
    assert way_of(all_fives()) is None
    assert ranking(all_fives()) == StepRanking((), HABITS)


def test_the_quick_form_ranks_nothing() -> None:
    sheet = replace(all_fives("quick"), wanted=dict.fromkeys(DOMAINS, 8.0))
    assert way_of(sheet) is None
    assert not ranking(sheet).ranked


def test_a_gap_of_exactly_five_points_is_close_whatever_the_thirds() -> None:
    # JN 25/3 and CN 19/3: the domain stands at exactly 4.
    job = {f"J{n}": value for n, value in zip((1, 2, 3), (10, 8, 7), strict=True)}
    career = {f"C{n}": value for n, value in zip(range(1, 7), (8, 6, 4, 6, 9, 5), strict=True)}
    poles = {item.id: 5.0 for item in QUESTIONNAIRE.of_kind("two-pole")}
    sheet = keyed_sheet({**job, **career, **poles}, wanted={"D1": 4.5})
    way = way_of(sheet)
    assert way
    assert way.domains[0].gap == pytest.approx(5)
    assert way.plan == "close"
    there = way_of(replace(sheet, wanted={"D1": 4.0}))
    assert there
    assert all(lever.keep for lever in there.domains[0].levers)


def test_present_support_needs_three_needs() -> None:
    three = keyed_sheet({"P1": 9.0, "P2": 4.0, "P6": 4.0})
    support = result(three).support
    assert support
    assert support.value == pytest.approx(170 / 3)
    assert support.lowest == "P2"
    assert result(without(three, "P6")).support is None


def test_need_gaps_are_largest_first_and_ties_keep_their_order() -> None:
    sheet = keyed_sheet(dict.fromkeys(NEEDS, 6.0), need_targets={"P5": 9.0, "P2": 6.0, "P3": 1.0})
    support = result(sheet).support
    assert support
    assert [(gap.id, gap.gap) for gap in support.gaps] == [
        ("P5", 3),
        ("P1", 2),
        ("P4", 2),
        ("P6", 2),
    ]


def test_momentum_needs_three_habits_and_blends_reviewed_boxes() -> None:
    three = keyed_sheet({"X1": 5.0, "X2": 10.0, "X3": 0.0})
    assert result(three).habits.momentum == pytest.approx(50)
    assert result(without(three, "X1")).habits.momentum is None
    boxed = replace(three, reviewed=frozenset({"X1"}), ticks=frozenset({"x1a", "x1b", "x1c"}))
    assert result(boxed).habits.levels["X1"] == pytest.approx(0.6 * 0.5 + 0.4)


def test_attainment_is_fifty_as_expected_and_absent_without_goals() -> None:
    assert attainment([0], [2.0], MODEL.numbers) == 50
    assert attainment([2], [1.0], MODEL.numbers) == pytest.approx(70)
    assert attainment([], [], MODEL.numbers) is None
