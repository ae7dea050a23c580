"""Claims, needs and habits: two marks a row, targets by choice or default, and what is not answered."""

from dataclasses import replace
from typing import Any

import pytest

from tests import builders
from throughline.answers import Answers
from throughline.figures import (
    Look,
    claim_vs_evidence,
    claim_vs_evidence_alt,
    habit_bars,
    habit_bars_alt,
    needs_now_target,
    needs_now_target_alt,
)

QUESTIONS = builders.QUESTIONNAIRE


def trace(figure: Any, name: str) -> Any:
    return next(one for one in figure.data if one.name == name)


def texts(figure: Any) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def needs(sheet: Answers) -> Any:
    return needs_now_target(sheet, QUESTIONS, builders.MODEL.numbers, look=Look())


def needs_words(sheet: Answers) -> str:
    support = builders.result(sheet).support
    assert support is not None
    return needs_now_target_alt(support, QUESTIONS)


def test_sliders_are_circles_and_boxes_squares_on_the_same_row() -> None:
    profile = builders.result(builders.worked_sheet("amina"))
    figure = claim_vs_evidence(profile, QUESTIONS, look=Look())
    sliders, boxes = trace(figure, "sliders"), trace(figure, "boxes")
    assert sliders.x == pytest.approx((2.333, 3.8, 2.5, 3.333, 3.4, 3.25), abs=0.001)
    assert boxes.x == pytest.approx((2.5, 4.167, 0, 1.25, 3.333, 0), abs=0.001)
    assert (sliders.marker.symbol, boxes.marker.symbol) == ("circle", "square")
    assert sliders.y == boxes.y == (0, 1, 2, 3, 4, 5)


def test_a_list_that_was_not_reviewed_has_no_row() -> None:
    sheet = replace(builders.worked_sheet("amina"), reviewed=frozenset({"D4", "D7"}))
    figure = claim_vs_evidence(builders.result(sheet), QUESTIONS, look=Look())
    assert figure.layout.yaxis.ticktext == ("Goals", "Direction")


def test_the_claim_sentence_names_the_widest_difference() -> None:
    profile = builders.result(builders.worked_sheet("amina"))
    assert claim_vs_evidence_alt(profile, QUESTIONS) == (
        "Sliders and boxes differ most in Mindset, investment, direction: "
        "sliders 3.3 of 10, boxes 0."
    )
    unreviewed = builders.result(builders.all_fives())
    assert claim_vs_evidence_alt(unreviewed, QUESTIONS) == "No list of boxes is reviewed yet."


def test_a_chosen_target_and_a_default_one_have_different_hollow_marks() -> None:
    figure = needs(replace(builders.worked_sheet("amina"), need_targets={"P1": 7.0, "P5": 9.0}))
    target, default = trace(figure, "target"), trace(figure, "default")
    assert (target.x, target.y) == ((7, 9), (0, 4))
    assert (default.x, default.y) == ((8, 8, 8, 8), (1, 2, 3, 5))
    assert target.marker.symbol != default.marker.symbol
    assert target.marker.color == default.marker.color == Look().colours.paper


@pytest.mark.parametrize("stage", [False, True])
def test_the_ends_of_the_scale_stand_below_the_rows_and_cover_no_label(stage: bool) -> None:
    sheet, look = builders.worked_sheet("amina"), Look(stage=stage)
    figure = needs_now_target(sheet, QUESTIONS, builders.MODEL.numbers, look=look)
    ends = {note.text: note for note in figure.layout.annotations if note.yref == "y domain"}
    assert set(ends) == {"0, not met", "10, fully met"}
    for note in ends.values():
        assert (note.y, note.yanchor) == (0, "top")
        assert -note.yshift + 1.3 * note.font.size <= figure.layout.margin.b


def test_on_a_stage_the_needs_stand_beside_their_rows() -> None:
    sheet, look = builders.worked_sheet("amina"), Look(stage=True)
    figure = needs_now_target(sheet, QUESTIONS, builders.MODEL.numbers, look=look)
    assert figure.layout.yaxis.ticktext[0] == "Income covers bills, rent and daily living"
    assert set(texts(figure)) == {"0, not met", "10, fully met"}


def test_an_unanswered_need_is_said_in_words_and_has_no_mark() -> None:
    figure = needs(builders.without(builders.worked_sheet("amina"), "P2"))
    assert 1 not in trace(figure, "now").y
    assert 1 not in trace(figure, "target").y
    assert texts(figure)[-1] == "not answered"


def test_the_needs_sentence_names_the_widest_gap() -> None:
    assert needs_words(builders.worked_sheet("amina")) == (
        "“Retirement or pension savings” is furthest from its target: 3 of 10 now, 8 wanted."
    )


def test_needs_at_their_targets_name_the_one_met_least() -> None:
    sheet = replace(builders.worked_sheet("amina"), need_targets=dict.fromkeys(builders.NEEDS, 0.0))
    assert needs_words(sheet) == (
        "Every need is at its target; the one met least is “Retirement or pension savings”."
    )


def test_habits_are_six_bars_in_percent() -> None:
    figure = habit_bars(
        builders.result(builders.worked_sheet("amina")).habits, QUESTIONS, look=Look()
    )
    assert figure.data[1].x == pytest.approx((12, 31.33, 6, 37.33, 12, 43.33), abs=0.01)
    assert texts(figure)[-6:] == ["12%", "31%", "6%", "37%", "12%", "43%"]


def test_an_unanswered_habit_is_never_drawn_as_nothing_done() -> None:
    sheet = builders.without(builders.worked_sheet("amina"), "X3")
    figure = habit_bars(builders.result(sheet).habits, QUESTIONS, look=Look())
    assert 2 not in figure.data[0].y
    assert 2 not in figure.data[1].y
    assert "not answered" in texts(figure)


def test_the_habit_sentence_gives_momentum_only_when_there_is_one() -> None:
    said = habit_bars_alt(builders.result(builders.worked_sheet("amina")).habits, QUESTIONS)
    assert said == (
        "Momentum is 24 of 100. Stay adaptable (43%) is the most regular habit; "
        "Track achievements (6%) has the most room."
    )
    one = builders.result(Answers(form="full", markers={"X2": 5.0})).habits
    assert habit_bars_alt(one, QUESTIONS) == "Keep learning (50%) is the most regular habit."
    none = builders.result(Answers(form="full")).habits
    assert habit_bars_alt(none, QUESTIONS) == "No habit is answered yet."
