"""How figures look: numbers as printed, colours that can be told from the page, layouts that let a phone scroll."""

import pytest

from throughline.figures.style import (
    DARK,
    LIGHT,
    Colours,
    Look,
    base_layout,
    out_of_ten,
    percent,
    pl,
    points,
    shorten,
    value_axis,
    whole,
)
from throughline.tables.formats import range_by_pole


def ratio(first: str, second: str) -> float:
    """Contrast of two hex colours by the WCAG formula, 1-21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("value", "printed"),
    [(41.5, "+42"), (0.4, "0"), (-0.4, "0"), (-3.2, "−3"), (-11.5, "−12"), (0.0, "0")],
)
def test_points_are_whole_signed_and_rounded_half_up(value: float, printed: str) -> None:
    assert points(value) == printed


def test_levers_under_a_point_keep_one_decimal() -> None:
    assert points(1.607, decimals=1) == "+1.6"
    assert points(-0.357, decimals=1) == "−0.4"
    assert points(0.04, decimals=1) == "0"


def test_a_half_that_binary_arithmetic_spoils_is_still_rounded_up() -> None:
    assert 100 * 0.575 < 57.5
    assert percent(0.575) == "58%"


def test_scores_carry_a_decimal_only_when_they_need_one() -> None:
    assert [out_of_ten(x) for x in (7, 2.375, 1.875, 9.97)] == ["7", "2.4", "1.9", "10"]
    assert whole(27.96) == "28"


def test_a_range_is_printed_for_each_pole_and_cut_at_the_ends() -> None:
    assert range_by_pole(25.04, 30.88) == ("69-75", "25-31")
    assert range_by_pole(-3.0, 4.0) == ("96-100", "0-4")


def test_a_long_text_is_cut_at_a_word_with_an_ellipsis() -> None:
    cut = shorten("The main thing this work does for me is bring in money for bills", 48)
    assert cut == "The main thing this work does for me is bring…"
    assert shorten("short", 48) == "short"
    assert len(shorten("x" * 90, 48)) == 48


def test_text_is_drawn_as_typed_and_never_as_markup() -> None:
    assert pl("<b>a & b</b>") == "&lt;b&gt;a &amp; b&lt;/b&gt;"
    assert pl("a\u202eb\x00 c\n\nd") == "ab c d"


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_reach_three_to_one_and_texts_four_and_a_half(colours: Colours) -> None:
    for background in (colours.paper, colours.tint):
        for mark in (colours.present, colours.future):
            assert ratio(mark, background) >= 3
        for text in (colours.ink, colours.quiet):
            assert ratio(text, background) >= 4.5


def test_a_stage_doubles_every_length_and_font() -> None:
    desk, stage = Look(), Look(stage=True)
    assert stage.font()["size"] == 2 * desk.font()["size"] == 26
    assert stage.font(12, quiet=True)["size"] == 24
    wide, narrow = (base_layout(look, 100, left=96)["margin"]["l"] for look in (stage, desk))
    assert (wide, narrow) == (192, 96)


def test_a_phone_scrolls_over_a_chart() -> None:
    assert base_layout(Look(), 100)["dragmode"] is False
    assert value_axis(Look(), 0, 10, {0: "0"})["fixedrange"] is True
