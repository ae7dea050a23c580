"""The way and its levers: bars that add up, hatches for what runs the other way, words for both."""

from dataclasses import replace
from typing import Any

import pytest

from tests import builders
from throughline.answers import Answers
from throughline.figures import (
    Look,
    lever_bars,
    lever_bars_alt,
    way_waterfall,
    way_waterfall_alt,
)
from throughline.figures.style import Theme
from throughline.levers import DomainGap, Way

QUESTIONS = builders.QUESTIONNAIRE


def way_of(sheet: Answers) -> Way:
    way = builders.way_of(sheet)
    assert way is not None
    return way


def gap_of(sheet: Answers, domain: str) -> DomainGap:
    return next(gap for gap in way_of(sheet).domains if gap.domain == domain)


def amina_wanting(**wanted: float) -> Answers:
    return replace(builders.worked_sheet("amina"), wanted=wanted)


def draw_levers(gap: DomainGap) -> tuple[Any, list[str], list[str]]:
    figure = lever_bars(gap, QUESTIONS, look=Look())
    texts = [note.text for note in figure.layout.annotations]
    return figure.data[0], texts[: len(gap.levers)], texts[len(gap.levers) :]


@pytest.mark.parametrize("person", ["amina", "ben"])
def test_every_bar_starts_where_the_last_one_ended_and_the_end_is_the_wish(person: str) -> None:
    bar = way_waterfall(way_of(builders.worked_sheet(person)), QUESTIONS, look=Look()).data[0]
    ends = [base + size for base, size in zip(bar.base, bar.x, strict=True)]
    assert list(bar.base[1:-1]) == pytest.approx(ends[:-2], abs=0.002)
    assert ends[-1] == pytest.approx(ends[-2], abs=0.002)


def test_the_rows_are_now_the_areas_and_wanted_with_signed_points() -> None:
    figure = way_waterfall(way_of(builders.worked_sheet("amina")), QUESTIONS, look=Look())
    assert figure.layout.yaxis.ticktext[0] == "Now"
    assert figure.layout.yaxis.ticktext[4] == "Goals"
    assert figure.layout.yaxis.ticktext[-1] == "Wanted"
    printed = [note.text for note in figure.layout.annotations][1:]
    assert printed == ["28.0", "+6.0", "+5.2", "+4.4", "+8.8", "+4.6", "+3.7", "+7.9", "68.6"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_totals_are_in_ink_and_no_step_looks_like_one(theme: Theme) -> None:
    look = Look(theme)
    marker = (
        way_waterfall(way_of(amina_wanting(D1=1.0, D3=6.0)), QUESTIONS, look=look).data[0].marker
    )
    colours = look.colours
    assert marker.color == (colours.ink, colours.present, colours.future, colours.paper)
    assert marker.line.color == colours.ink
    assert [width > 0 for width in marker.line.width] == [False, False, False, True]


def test_only_areas_with_a_target_have_a_row() -> None:
    figure = way_waterfall(way_of(amina_wanting(D3=6.0)), QUESTIONS, look=Look())
    assert figure.layout.yaxis.ticktext == ("Now", "Skills", "Wanted")


def test_a_part_towards_the_present_is_hatched_and_signed() -> None:
    figure = way_waterfall(way_of(amina_wanting(D1=1.0, D3=6.0)), QUESTIONS, look=Look())
    assert figure.data[0].marker.pattern.shape == ("", "/", "", "")
    assert figure.layout.annotations[2].text == "−2.6"


def test_the_way_says_both_ends_and_its_largest_part() -> None:
    assert way_waterfall_alt(way_of(builders.worked_sheet("amina")), QUESTIONS) == (
        "From 28.0 now to 68.6 wanted, 40.6 points towards the future; "
        "the largest part is Goals, +8.8."
    )
    assert "towards the present; the largest part is What the work is like, −2.6." in (
        way_waterfall_alt(way_of(amina_wanting(D1=1.0)), QUESTIONS)
    )


def test_a_person_near_every_target_is_told_so() -> None:
    way = way_of(replace(builders.all_fives(), wanted={"D1": 5.0}))
    assert way_waterfall_alt(way, QUESTIONS) == "Now 50.0, wanted 50.0 of 100: close to the target."


def test_moves_come_first_and_largest_first_then_what_to_keep() -> None:
    bar, labels, amounts = draw_levers(gap_of(builders.worked_sheet("ben"), "D7"))
    assert labels[-1] == "Evidence boxes"
    assert amounts == ["+0.5", "+0.3", "+0.3", "+0.3", "keep (−0.4)"]
    assert bar.marker.pattern.shape == ("", "", "", "", "/")


def test_the_levers_drawn_add_up_to_the_area() -> None:
    gap = gap_of(builders.worked_sheet("amina"), "D4")
    assert sum(draw_levers(gap)[0].x) == pytest.approx(gap.points, abs=0.005)


def test_a_two_pole_lever_names_the_pole_it_moves_towards() -> None:
    up = draw_levers(gap_of(builders.worked_sheet("amina"), "D7"))[1]
    assert "Direction: I know where I am heading" in up
    down = draw_levers(gap_of(amina_wanting(D7=0.0), "D7"))[1]
    assert "Direction: I take what comes as it comes" in down


def test_a_statement_says_more_or_less_true_even_when_it_is_reversed() -> None:
    labels = draw_levers(gap_of(builders.worked_sheet("amina"), "D1"))[1]
    assert "Less true: The main thing this work does for…" in labels
    assert "More true: Earning is a minor reason why I do…" in labels
    assert "Less true: I see no path leading on from this…" in labels
    assert max(map(len, labels)) <= 48


@pytest.mark.parametrize("wanted", [0.0, 2.8, 4.0, 10.0])
def test_the_axis_holds_every_bar_and_leaves_room_for_its_number(wanted: float) -> None:
    gap = gap_of(amina_wanting(D1=wanted), "D1")
    figure = lever_bars(gap, QUESTIONS, look=Look())
    low, high = figure.layout.xaxis.range
    assert low <= min(0, *figure.data[0].x)
    assert high - max(0, *figure.data[0].x) >= 0.2 * (high - low)


def test_the_lever_sentence_says_the_largest_move_and_counts_what_to_keep() -> None:
    assert lever_bars_alt(gap_of(builders.worked_sheet("ben"), "D5"), QUESTIONS) == (
        "Promotion and advancement: +2.3 points of the way; the largest move, +1.1, is “I look "
        "for the next step: wherever it is, even another employer or industry”; 1 to keep."
    )


def test_an_area_at_its_target_asks_for_nothing() -> None:
    gap = gap_of(replace(builders.all_fives(), wanted={"D4": 5.0}), "D4")
    assert lever_bars_alt(gap, QUESTIONS) == "Goals: at the target you chose."
