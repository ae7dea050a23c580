"""Sittings over time by their data: where marks stand, what is joined, and what is said."""

import datetime
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import DATA, DOMAINS, MODEL, QUESTIONNAIRE, all_fives, only_first, worked_sheet
from tests.unit.figures.test_goal_timeline import fonts
from throughline import figures, tables
from throughline.answers import Answers
from throughline.content.plan_file import PlanFileWords
from throughline.content.reading import read_toml
from throughline.figures import Look
from throughline.figures.time_axis import places
from throughline.plan_file import Sitting
from throughline.plan_file.history import Point, Span, ThenNow, compare, history

WORDS = read_toml(DATA / "plan_file.toml", PlanFileWords)
LOOKS = [Look(), Look("dark"), Look(stage=True), Look("dark", stage=True)]
HOSTILE = "<b>x</b> $5 ![a](b)"


def day(text: str) -> datetime.date:
    """A day."""
    return datetime.date.fromisoformat(text)


def point(
    on: str, value: float | None, form: Any = "full", name: str = "n", **areas: float
) -> Point:
    """A sitting of a day with a balance ± 8 points, and areas ± 1."""
    balance = None if value is None else Span(value, value - 8, value + 8)
    scores = {one: Span(score, score - 1, score + 1) for one, score in areas.items()}
    return Point(f"s-{on}", name, day(on), form, balance, scores, older_model=False)


THREE = (
    point("2026-01-01", 30, D1=2, D4=3),
    point("2026-04-01", 44, D1=2, D4=5),
    point("2026-12-31", 58, D1=3, D4=8),
)


def lines(figure: Any) -> list[tuple[float, float]]:
    """The stretches of x that are joined."""
    x = next(one for one in figure.data if one.mode == "lines").x
    found = [one for one in x if one is not None]
    return list(zip(found[::2], found[1::2], strict=True))


def marks(figure: Any) -> dict[str, Any]:
    """The marks by form."""
    return {one.name: one for one in figure.data if one.mode == "markers"}


# --- Where days stand


@given(st.lists(st.dates(day("1990-01-01"), day("2199-12-31")), min_size=1, max_size=60))
def test_days_keep_their_order_and_never_share_a_place(days: list[datetime.date]) -> None:
    found = places(sorted(days))

    assert len(set(found)) == len(days)
    assert found == sorted(found)
    assert all(0 <= one <= 1 for one in found)


def test_days_stand_in_proportion_to_time() -> None:
    assert places([day("2026-01-01"), day("2026-01-26"), day("2026-04-11")]) == [0, 0.25, 1]


def test_one_day_stands_in_the_middle_and_equal_days_beside_each_other() -> None:
    assert places([day("2026-01-01")]) == [0.5]
    assert places([day("2026-01-01")] * 3) == [0, 0.5, 1]


# --- The balance


def test_days_are_named_level_in_two_lines_and_only_where_a_phone_has_room() -> None:
    middle = point("2026-06-20", 40)
    axis = figures.balance_history((*THREE[:2], middle, THREE[2]), look=Look()).layout.xaxis
    assert list(axis.ticktext) == ["1 Jan<br>2026", "20 Jun<br>2026", "31 Dec<br>2026"]
    assert axis.tickangle == 0


def test_the_balance_is_drawn_with_its_range_cut_at_the_ends() -> None:
    figure = figures.balance_history((point("2026-01-01", 4), point("2026-02-01", 97)), look=Look())
    full = marks(figure)["Full form"]

    assert list(full.y) == [4, 97]
    assert list(full.error_y.array) == [8, 3]
    assert list(full.error_y.arrayminus) == [4, 8]


def test_the_forms_have_marks_of_their_own_and_no_line_between_them() -> None:
    mixed = (THREE[0], THREE[1], replace(THREE[2], form="quick"))
    figure = figures.balance_history(mixed, look=Look())

    assert len(lines(figure)) == 1
    assert figure.layout.showlegend
    assert {name: len(one.x) for name, one in marks(figure).items()} == {
        "Full form": 2,
        "Quick form": 1,
    }
    colours = {one.marker.color for one in marks(figure).values()}
    assert len(colours) == 2
    assert not figures.balance_history(THREE, look=Look()).layout.showlegend


def test_a_sitting_without_a_balance_is_left_out_and_without_any_there_is_no_chart() -> None:
    some = (THREE[0], point("2026-02-01", None), THREE[2])
    assert len(marks(figures.balance_history(some, look=Look()))["Full form"].x) == 2

    with pytest.raises(ValueError, match="balance"):
        figures.balance_history((point("2026-02-01", None),), look=Look())
    assert "enough answers" in figures.balance_history_alt((point("2026-02-01", None),))


def test_the_sentence_names_the_first_and_the_last_with_their_ranges() -> None:
    assert figures.balance_history_alt(THREE) == (
        "The balance of 3 sittings. First, 1 Jan 2026: present 70 : 30 future, 22-38 future with "
        "similar questions. Last, 31 Dec 2026: present 42 : 58 future, 50-66 future with similar "
        "questions."
    )
    assert figures.balance_history_alt(THREE[:1]).startswith("One balance, 1 Jan 2026:")


# --- The areas


def test_a_higher_score_stands_higher_in_the_field_of_its_area() -> None:
    figure = figures.domain_history(THREE, QUESTIONNAIRE, look=Look())
    low, high = figure.layout.yaxis.range
    assert low > high  # the first area on top
    drawn = marks(figure)["Full form"]
    goals = DOMAINS.index("D4")
    ys = [y for y in drawn.y if abs(y - goals) < 0.5]

    assert ys == sorted(ys, reverse=True)
    assert ys[0] == pytest.approx(goals + 0.39 - 0.78 * 0.3)


def test_the_longer_side_of_a_range_points_the_right_way() -> None:
    near_top = replace(THREE[0], domains={"D1": Span(9.5, 7.0, 12.0)})
    error = marks(figures.domain_history((near_top,), QUESTIONNAIRE, look=Look()))[
        "Full form"
    ].error_y

    # The axis runs downwards: what adds to y is the low end.
    assert error.array[0] == pytest.approx(0.78 * 0.25)
    assert error.arrayminus[0] == pytest.approx(0.78 * 0.05)


def test_a_line_never_crosses_a_sitting_in_which_its_area_is_missing() -> None:
    gap = (THREE[0], replace(THREE[1], domains={"D1": Span(2, 1, 3)}), THREE[2])
    figure = figures.domain_history(gap, QUESTIONNAIRE, look=Look())

    assert len(lines(figure)) == 2
    texts = [one.text for one in figure.layout.annotations]
    assert texts.count("not enough answers") == len(DOMAINS) - 2


def test_without_any_score_there_is_no_chart_but_a_sentence() -> None:
    with pytest.raises(ValueError, match="score"):
        figures.domain_history((point("2026-01-01", None),), QUESTIONNAIRE, look=Look())
    assert "two sittings" in figures.domain_history_alt(THREE[:1], QUESTIONNAIRE)


def test_the_sentence_names_the_area_that_moved_furthest() -> None:
    said = figures.domain_history_alt(THREE, QUESTIONNAIRE)

    assert f"{QUESTIONNAIRE.domain('D4').name} moved furthest: 3 of 10, 2-4" in said
    assert "then 8 of 10, 7-9" in said
    still = (THREE[0], replace(THREE[0], sitting="t"))
    assert "where it was" in figures.domain_history_alt(still, QUESTIONNAIRE)


# --- Tables


def test_every_mark_of_a_chart_stands_in_its_table() -> None:
    balance = tables.balance_history_table(THREE)
    areas = tables.domain_history_table(THREE, QUESTIONNAIRE)

    assert balance.iloc[0].tolist() == ["n, 1 Jan 2026, Full", "70", "30", "22-38"]
    assert len(areas) == len(THREE) * len(DOMAINS)
    assert areas[areas["Area"] == QUESTIONNAIRE.domain("D4").short]["Score, 0-10"].tolist() == [
        *("3", "5", "8")
    ]


def test_the_table_of_then_and_now_shows_the_difference_with_its_sign() -> None:
    frame = tables.then_and_now_table((ThenNow("D4", 7, 4), ThenNow("D1", 2, 2)), QUESTIONNAIRE)

    assert frame.values.tolist() == [["Goals", "7", "4", "−3"], ["Work today", "2", "2", "0"]]


# --- All of them


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_axes_are_fixed_texts_large_enough_and_names_harmless(look: Look) -> None:
    hostile = tuple(replace(one, name=HOSTILE) for one in THREE)
    for figure in (
        figures.balance_history(hostile, look=look),
        figures.domain_history(hostile, QUESTIONNAIRE, look=look),
    ):
        for axis in (figure.layout.xaxis, figure.layout.yaxis):
            assert axis.fixedrange is True
            assert axis.range is not None
        assert figure.layout.uirevision == "fixed"
        assert min(fonts(figure.to_plotly_json())) >= look.px(12)
        assert {trace.type for trace in figure.data} == {"scatter"}
        text = figure.to_json()
        assert "<b>" not in text
        assert "\\u003cb\\u003e" not in text
        assert "NaN" not in text
    assert "<b>" not in json.dumps(tables.balance_history_table(hostile).values.tolist())


@pytest.mark.parametrize("sheet", [worked_sheet("amina"), all_fives("quick"), only_first(24)])
def test_real_sittings_are_drawn(sheet: Answers) -> None:
    kept = [Sitting(f"s{n}", "n", day(f"2026-0{n}-01"), sheet) for n in (1, 2)]
    points = history(kept, QUESTIONNAIRE, MODEL)

    assert figures.balance_history(points, look=Look()).data
    assert figures.domain_history(points, QUESTIONNAIRE, look=Look()).data
    found = compare(kept[0], kept[1], QUESTIONNAIRE, MODEL, WORDS).change
    assert found
    assert found.word == "no clear change"


def test_sixty_sittings_stay_small() -> None:
    many = tuple(replace(THREE[n % 3], sitting=f"s{n}", day=day("2026-01-01")) for n in range(60))

    assert len(figures.balance_history(many, look=Look()).to_json()) < 20_000
    assert len(figures.domain_history(many, QUESTIONNAIRE, look=Look()).to_json()) < 60_000
