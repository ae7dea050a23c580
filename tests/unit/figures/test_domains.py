"""The seven areas: now, wanted, and what an area without enough answers says."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests import builders
from throughline.answers import Answers
from throughline.figures import Look, domains_now_wanted, domains_now_wanted_alt


def draw(sheet: Answers) -> Any:
    profile = builders.result(sheet)
    return domains_now_wanted(profile, sheet.wanted, builders.QUESTIONNAIRE, look=Look())


def trace(figure: Any, name: str) -> Any:
    return next(one for one in figure.data if one.name == name)


def say(sheet: Answers, wanted: Mapping[str, float] | None = None) -> str:
    wishes = sheet.wanted if wanted is None else wanted
    return domains_now_wanted_alt(builders.result(sheet), wishes, builders.QUESTIONNAIRE)


def without_education() -> Answers:
    return builders.without(builders.worked_sheet("amina"), "E1", "E2", "E3", "E4")


def test_each_area_has_a_mark_now_and_a_hollow_diamond_wanted() -> None:
    figure = draw(builders.worked_sheet("amina"))
    now, wanted = trace(figure, "now"), trace(figure, "wanted")
    expected = builders.person("amina")["expected"]["domains"].values()
    assert now.x == pytest.approx([domain["score"] for domain in expected], abs=0.001)
    assert wanted.x == (7, 6, 7, 8, 6, 6, 8)
    assert (now.marker.symbol, wanted.marker.symbol) == ("circle", "diamond")
    assert wanted.marker.color == Look().colours.paper


def test_the_thin_line_is_one_standard_error() -> None:
    now = trace(draw(builders.worked_sheet("amina")), "now")
    expected = builders.person("amina")["expected"]["domains"].values()
    errors = pytest.approx([domain["se"] for domain in expected], abs=0.001)
    assert now.error_x.array == errors
    assert now.error_x.arrayminus == errors


@pytest.mark.parametrize("value", [0.2, 9.8])
def test_the_thin_line_ends_where_the_scale_ends(value: float) -> None:
    sheet = builders.keyed_sheet({i.id: value for i in builders.BALANCE if i.domain == "D2"})
    now = trace(draw(sheet), "now")
    area = builders.result(sheet).domains["D2"]
    assert area.se is not None
    assert area.se > 0.2
    row = now.y.index(1)
    assert now.error_x.symmetric is False
    ends = (now.x[row] - now.error_x.arrayminus[row], now.x[row] + now.error_x.array[row])
    assert ends == pytest.approx((max(0, value - area.se), min(10, value + area.se)), abs=0.002)


def test_the_gap_is_printed_in_signed_points() -> None:
    texts = [note.text for note in draw(builders.worked_sheet("amina")).layout.annotations]
    assert texts[-8:] == ["+42", "+36", "+31", "+61", "+32", "+26", "+56", "points"]


def test_an_unavailable_area_keeps_its_row_and_says_so_without_a_mark() -> None:
    figure = draw(without_education())
    assert figure.layout.yaxis.ticktext[1] == "Education"
    assert 1 not in trace(figure, "now").y
    assert 1 not in trace(figure, "wanted").y
    notes = {note.y: note.text for note in figure.layout.annotations if note.x == 0}
    assert notes[1] == "not enough answers"


def test_a_wish_below_now_is_drawn_to_the_left_with_a_minus() -> None:
    figure = draw(replace(builders.worked_sheet("amina"), wanted={"D1": 1.0}))
    assert trace(figure, "wanted").x == (1,)
    assert "−18" in [note.text for note in figure.layout.annotations]


def test_no_wish_hides_the_wanted_marks_and_the_points() -> None:
    figure = draw(replace(builders.worked_sheet("amina"), wanted={}))
    assert trace(figure, "wanted").visible is False
    assert "points" not in [note.text for note in figure.layout.annotations]


def test_the_joining_line_has_one_piece_per_wish() -> None:
    line = draw(replace(builders.worked_sheet("ben"), wanted={"D1": 8.0, "D3": 8.5})).data[0]
    assert line.y == (0, 0, None, 2, 2)


def test_the_sentence_names_the_widest_way() -> None:
    assert say(builders.worked_sheet("amina")) == (
        "The widest way is in Goals: 1.9 of 10 now, 8 wanted."
    )


def test_the_sentence_leaves_out_an_area_without_answers() -> None:
    assert say(without_education(), {"D2": 10.0, "D1": 4.0}).startswith(
        "The widest way is in What the work is like"
    )


def test_without_wishes_the_sentence_names_both_ends_alike() -> None:
    assert say(builders.worked_sheet("amina"), {}) == (
        "Nearest to the present is Goals, 1.9 of 10; "
        "nearest to the future is Skills, experience and passion, 3.9."
    )


def test_a_person_at_every_target_is_told_so() -> None:
    assert say(builders.all_fives(), {"D1": 5.0, "D4": 5.0}) == (
        "Every area is at the target you chose."
    )


def test_a_sheet_without_answers_draws_seven_notes_and_no_mark() -> None:
    figure = draw(Answers(form="full"))
    assert [n.text for n in figure.layout.annotations].count("not enough answers") == 7
    assert trace(figure, "now").x == ()
    assert say(Answers(form="full")) == "No area has enough answers yet."
