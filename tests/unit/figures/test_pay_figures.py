"""The pay figures by their data: what is drawn where, what is printed, said and tabled, and what is refused."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import DATA
from throughline import figures, tables
from throughline.compensation.certainty import certainty
from throughline.compensation.constants import PayConstants
from throughline.compensation.move import Comparison, Move, compare
from throughline.compensation.package import PARTS, Benefit, Package, Tier
from throughline.compensation.path import Path, expected_path
from throughline.compensation.run_rate import Mix, mix
from throughline.compensation.simulation import Fan
from throughline.content.compensation import Compensation
from throughline.content.reading import read_toml
from throughline.figures import Look
from throughline.figures.pay_fan import ticks_to
from throughline.figures.pay_mix import COLOURS, HATCH, shares_of
from throughline.figures.style import DARK, LIGHT
from throughline.market import Placement, place, read_market
from throughline.tables.pay import chart_money, own_figure, short_money, signed_money
from throughline.wording import money

CONTENT = read_toml(DATA / "compensation.toml", Compensation)
MARKET = read_market(DATA / "oews_national_2025.csv")
LOOKS = [Look(), Look("dark"), Look(stage=True), Look("dark", stage=True)]

# Example A of the design: customer support, paid by the hour.
SUPPORT = Package(
    wage=21.53,
    hours=36,
    hours_sd=5,
    hours_min=30,
    ot_mult=1.5,
    bonus_target=0.02,
    bonus_p=0.5,
    benefits=(Benefit(3_000),),
    match=(Tier(0.5, 0, 0.04),),
    employee_rate=0.04,
    growth=0.025,
    promo_p=0.05,
    promo_raise=0.06,
)
LEADER = Package(salary=60_000, shares=4_000, price=20, vest_months=48)
EMPTY = Package()
MIXES = {"Job now": mix(SUPPORT), "Career path": mix(LEADER)}


def fan_of(path: Path, *, low: float = 0.9, high: float = 1.1) -> Fan:
    """A fan around the expected path, without any chance in it."""
    factors = {5.0: low, 50.0: 1.0, 95.0: high}
    return Fan({p: tuple(f * pay for pay in path.cumulative) for p, f in factors.items()})


PATHS = {
    "Job now": expected_path(SUPPORT, months=60),
    "Career path": expected_path(LEADER, months=60),
}
FANS = {name: fan_of(path) for name, path in PATHS.items()}


def constant(job: float, career: float, move: Move, *, rate: float = 0.05) -> Comparison:
    """A move between two constant monthly pays over ten years."""
    stay, leave = (expected_path(Package(salary=12 * pay), months=120) for pay in (job, career))
    return compare(stay, leave, move, rate=rate, constants=PayConstants())


COURSE = constant(3_000, 4_200, Move(train_months=12, cost=6_000, pay_cut=0.4))
NEVER = constant(3_000, 2_900, Move(train_months=12, cost=5_000, pay_cut=0.2))
AT_ONCE = constant(3_000, 3_001, Move())


def placed(amount: float, soc: str = "43-4051") -> Placement:
    found = place(MARKET.by_soc[soc], amount, "hour")
    assert found is not None
    return found


def drawn(look: Look) -> dict[str, Any]:
    """Every pay figure, once."""
    return {
        "mix": figures.pay_mix(MIXES, CONTENT, look=look),
        "certainty": figures.pay_certainty(certainty(SUPPORT), CONTENT, look=look),
        "market": figures.pay_market(placed(20), look=look),
        "fan": figures.pay_fan(FANS, PATHS, CONTENT, look=look),
        "break-even": figures.pay_break_even(COURSE, CONTENT, look=look),
        "never": figures.pay_break_even(NEVER, CONTENT, look=look),
    }


def texts(figure: Any) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def named(figure: Any) -> Mapping[str, Any]:
    return {trace.name: trace for trace in figure.data}


def rows(frame: Any) -> list[Any]:
    return [tuple(row) for row in frame.itertuples(index=False)]


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# --- What holds for all of them


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_axis_is_fixed_and_every_figure_keeps_its_place(look: Look) -> None:
    for name, figure in drawn(look).items():
        spec = figure.to_plotly_json()["layout"]
        axes = [axis for key, axis in spec.items() if key[1:5] == "axis"]
        assert axes
        for axis in axes:
            assert axis["fixedrange"] is True, name
            assert axis["range"] is not None, name
            assert axis.get("automargin") is not True, name
        assert spec["uirevision"] == "fixed"
        assert spec["dragmode"] is False
        assert "width" not in spec
        assert spec["height"] >= 100


def test_on_a_stage_no_text_is_under_24_pixels() -> None:
    for name, figure in drawn(Look(stage=True)).items():
        assert min(fonts(figure.to_plotly_json())) >= 24, name


def fonts(spec: Any) -> list[float]:
    if isinstance(spec, dict):
        own = [value["size"] for key, value in spec.items() if key.endswith("font")]
        return own + [size for value in spec.values() for size in fonts(value)]
    if isinstance(spec, list | tuple):
        return [size for value in spec for size in fonts(value)]
    return []


def test_every_call_returns_a_fresh_equal_figure_and_changes_nothing() -> None:
    before = deepcopy((MIXES, FANS, PATHS, COURSE))
    first, second = drawn(Look()), drawn(Look())
    for name, figure in first.items():
        assert figure is not second[name]
        assert figure == second[name]
    assert before == (MIXES, FANS, PATHS, COURSE)


# --- The mix


def test_the_segments_of_every_bar_are_its_shares_and_add_to_one() -> None:
    bars = figures.pay_mix(MIXES, CONTENT, look=Look()).data
    assert [bar.name for bar in bars] == [part.name for part in CONTENT.parts]
    for row, one in enumerate(MIXES.values()):
        widths = [bar.x[row] for bar in bars]
        assert widths == pytest.approx(list(one.shares.values()), abs=1e-4)
        assert sum(widths) == pytest.approx(1, abs=1e-3)


def test_six_colours_reach_three_to_one_on_the_page_and_hatches_tell_them_apart() -> None:
    for theme, colours in (("light", LIGHT), ("dark", DARK)):
        page = luminance(colours.paper)
        own = COLOURS["dark" if theme == "dark" else "light"]
        assert tuple(own) == PARTS
        for colour in own.values():
            low, high = sorted((luminance(colour), page))
            assert (high + 0.05) / (low + 0.05) >= 3, colour
    assert len(set(HATCH.values())) == len(HATCH) == 6
    assert tuple(HATCH) == PARTS


def test_both_totals_are_printed_wherever_there_is_equity() -> None:
    said = texts(figures.pay_mix(MIXES, CONTENT, look=Look()))
    assert "44,860 a year" in said
    assert "80,000 a year, 60,000 without equity" in said


def test_the_switch_leaves_equity_out_of_the_shares_and_keeps_both_totals() -> None:
    figure = figures.pay_mix(MIXES, CONTENT, look=Look(), equity=False)
    assert "Stock options" not in named(figure)
    assert named(figure)["Salary"].x[1] == 1
    assert "80,000 a year, 60,000 without equity" in texts(figure)


def test_a_narrow_part_has_no_label_to_collide_with() -> None:
    labels = [text for text in texts(figures.pay_mix(MIXES, CONTENT, look=Look())) if "%" in text]
    assert labels == ["91%", "7%", "75%", "25%"]


def test_on_a_stage_a_wide_part_carries_its_name() -> None:
    said = texts(figures.pay_mix(MIXES, CONTENT, look=Look(stage=True)))
    assert "Hourly wage 91%" in said
    assert "7%" in said


def test_a_package_without_pay_keeps_its_row_and_says_so() -> None:
    figure = figures.pay_mix({"Now": mix(SUPPORT), "Next": mix(EMPTY)}, CONTENT, look=Look())
    assert texts(figure)[-2:] == ["Next", "no pay entered yet"]
    assert all(bar.x[1] == 0 for bar in figure.data)


def test_no_pay_at_all_is_no_chart_but_a_sentence() -> None:
    with pytest.raises(ValueError, match="with pay"):
        figures.pay_mix({"Now": mix(EMPTY)}, CONTENT, look=Look())
    assert figures.pay_mix_alt({"Now": mix(EMPTY)}, CONTENT) == "Now: no pay entered yet."
    assert figures.pay_mix_alt({}, CONTENT) == CONTENT.empty["mix"]


def test_a_name_that_a_person_typed_is_never_markup() -> None:
    figure = figures.pay_mix({"<b>x</b>": mix(LEADER)}, CONTENT, look=Look())
    assert texts(figure)[0] == "&lt;b&gt;x&lt;/b&gt;"


def test_the_mix_is_said_from_the_largest_part_down() -> None:
    assert figures.pay_mix_alt(MIXES, CONTENT) == (
        "Job now: hourly wage 91%, benefits 7%, retirement plans 2%, bonuses 1%; "
        "Career path: salary 75%, stock options 25%."
    )
    assert figures.pay_mix_alt(MIXES, CONTENT, equity=False).endswith(
        "Career path: salary 100%. Equity is left out."
    )


def test_the_mix_has_a_table_with_both_totals() -> None:
    table = rows(tables.pay_mix_table(MIXES, CONTENT))
    assert table[1] == ("Hourly wage", "40,641 (91%)", "0 (0%)")
    assert table[-2:] == [
        ("Total", "44,860", "80,000"),
        ("Total without equity", "44,860", "60,000"),
    ]


# --- Certainty


def test_areas_are_in_proportion_to_the_money() -> None:
    bars = figures.pay_certainty(certainty(SUPPORT), CONTENT, look=Look()).data
    areas = [bar.width[0] * abs(bar.y[0]) for bar in bars]
    amounts = [36_587.0, 7_460.0, 812.8, 0.0]
    for area, amount in zip(areas, amounts, strict=True):
        assert area / areas[0] == pytest.approx(amount / amounts[0], abs=1e-3)


def test_certain_is_up_and_solid_and_later_is_right() -> None:
    bars = figures.pay_certainty(certainty(LEADER), CONTENT, look=Look()).data
    assert [bar.marker.pattern.shape for bar in bars] == ["", "/", "", "/"]
    assert bars[0].y[0] > 0 > bars[3].y[0]
    assert bars[0].offset[0] == -bars[0].width[0]
    assert bars[3].offset[0] == 0


def test_every_cell_prints_its_share_and_its_amount() -> None:
    said = texts(figures.pay_certainty(certainty(SUPPORT), CONTENT, look=Look()))
    assert said[:2] == ["Within the year", "Later"]
    assert said[2] == "Certain<br><b>82% · 36,587</b>"
    assert said[5] == "Can change<br><b>0% · 0</b>"


def test_certainty_is_said_and_tabled_with_the_parts_it_is_made_of() -> None:
    split = certainty(SUPPORT)
    assert figures.pay_certainty_alt(split, CONTENT) == (
        "Of a year's pay, certain, within the year: 82%; can change, within the year: 17%; "
        "certain, later: 2%; can change, later: 0%."
    )
    table = rows(tables.pay_certainty_table(split, CONTENT))
    assert table[1][2:] == ("17%", "Hourly wage 7,054, Bonuses 406.41")
    assert table[3] == ("Can change, later", "0", "0%", "nothing")


def test_no_pay_has_no_map_of_certainty() -> None:
    with pytest.raises(ValueError, match="needs pay"):
        figures.pay_certainty(certainty(EMPTY), CONTENT, look=Look())
    assert figures.pay_certainty_alt(certainty(EMPTY), CONTENT) == CONTENT.empty["certainty"]
    assert rows(tables.pay_certainty_table(certainty(EMPTY), CONTENT))[0][1:3] == ("0", "0%")


def test_the_readers_own_figure_counts_what_is_not_guaranteed() -> None:
    split = certainty(SUPPORT)
    assert own_figure("hourly", split, CONTENT) == "16 of 100 comes from hours that can change."
    assert own_figure("benefits", split, CONTENT).startswith("7 of 100")
    assert own_figure("equity", split, CONTENT) == CONTENT.parts[3].none
    sure = certainty(replace(SUPPORT, hours_min=36, ot_mult=1, bonus_floor=1))
    assert own_figure("hourly", sure, CONTENT).endswith("all of those hours are guaranteed.")
    assert own_figure("bonus", sure, CONTENT).endswith("the contract guarantees.")
    assert own_figure("salary", certainty(EMPTY), CONTENT) == CONTENT.parts[0].none
    tiny = certainty(replace(LEADER, pension=0.001))
    assert own_figure("retirement", tiny, CONTENT).startswith("Less than 1 of 100")


# --- The market


def test_the_mark_stands_between_the_points_as_far_as_between_their_percentiles() -> None:
    for amount, at in ((15.27, 0), (17.72, 1), (21.53, 2), (24.89, 3), (30.57, 4)):
        assert figures.pay_market(placed(amount), look=Look()).data[0].x == (at,)
    assert figures.pay_market(placed(20), look=Look()).data[0].x[0] == pytest.approx(1.621)


def test_pay_outside_is_marked_beside_the_strip_and_never_with_a_number() -> None:
    for amount, symbol, side in (
        (15, "triangle-left", "below P10"),
        (31, "triangle-right", "above P90"),
    ):
        figure = figures.pay_market(placed(amount), look=Look())
        mark = figure.data[0]
        assert mark.marker.symbol == symbol
        assert not 0 <= mark.x[0] <= 4
        assert texts(figure)[1] == f"{amount}.00 an hour, {side}"


def test_the_strip_prints_all_five_points() -> None:
    said = texts(figures.pay_market(placed(20), look=Look()))
    assert said[:2] == ["Customer Service Representatives", "20.00 an hour, about P41"]
    assert said[2:] == [
        "P10<br>15.27",
        "P25<br>17.72",
        "median<br>21.53",
        "P75<br>24.89",
        "P90<br>30.57",
    ]


def test_the_market_is_said_in_the_words_of_the_content() -> None:
    assert figures.pay_market_alt(placed(20), CONTENT) == (
        "20.00 US dollars an hour is at about P41 of Customer Service Representatives: "
        "of 100 employees, about 41 are paid less."
    )
    assert "is below P10 of" in figures.pay_market_alt(placed(15), CONTENT)
    assert "is above P90 of" in figures.pay_market_alt(placed(31), CONTENT)


def test_the_market_has_a_table_with_the_readers_pay() -> None:
    table = tables.pay_market_table(placed(20))
    assert list(table.columns) == ["Point", "US dollars an hour"]
    assert rows(table)[0] == ("P10", "15.27")
    assert rows(table)[-1] == ("Your pay, about P41", "20.00")


def test_the_pairs_of_the_article_have_a_table() -> None:
    table = rows(tables.market_pairs_table(MARKET, CONTENT))
    assert len(table) == 12
    assert table[7] == (
        "Customer Service Representatives",
        "31,750 / 44,770 / 63,590",
        "First-Line Supervisors of Office and Administrative Support Workers",
        "45,610 / 69,500 / 104,710",
        "1.55",
    )


# --- The fan


def test_every_package_has_its_own_panel_on_one_scale() -> None:
    figure = figures.pay_fan(FANS, PATHS, CONTENT, look=Look())
    layout = figure.layout
    assert layout.yaxis.range == layout.yaxis2.range
    assert layout.yaxis.domain[0] > layout.yaxis2.domain[1]
    assert layout.xaxis.range == layout.xaxis2.range == (0, 60)
    assert {(trace.xaxis, trace.yaxis) for trace in figure.data} == {("x", "y"), ("x2", "y2")}


def test_a_panel_draws_the_edges_the_median_and_the_expected_line_from_nothing() -> None:
    low, high, median, expected = figures.pay_fan(FANS, PATHS, CONTENT, look=Look()).data[:4]
    end = PATHS["Job now"].cumulative[-1]
    assert [line.y[0] for line in (low, high, median, expected)] == [0, 0, 0, 0]
    assert len(low.y) == 61
    assert [line.y[-1] for line in (low, high, median, expected)] == [
        round(0.9 * end),
        round(1.1 * end),
        round(end),
        round(end),
    ]
    assert high.fill == "tonexty"
    assert expected.line.dash == "dash"
    assert expected.name == "expected, without job loss"
    assert median.line.dash is None


def test_the_key_stands_once() -> None:
    keys = [t.name for t in figures.pay_fan(FANS, PATHS, CONTENT, look=Look()).data if t.showlegend]
    assert keys == ["90 of 100 futures", "median", "expected, without job loss"]


def test_the_fan_is_said_and_tabled_by_year() -> None:
    said = figures.pay_fan_alt(FANS, PATHS, CONTENT)
    assert "Job now: after 60 months the median is 236,386" in said
    assert "90 of 100 futures lie between 212,747 and 260,024" in said
    assert "expected without job loss: 236,386" in said
    table = tables.pay_fan_table(FANS, PATHS)
    assert list(table.columns) == ["Package", "Line", *(f"Year {year}" for year in range(1, 6))]
    assert rows(table)[1] == (
        *("Job now", "Median"),
        *("44,860", "90,895", "138,138", "186,623", "236,386"),
    )
    assert [row[1] for row in rows(table)[:4]] == [
        "P5",
        "Median",
        "P95",
        "Expected, without job loss",
    ]


def test_no_package_has_no_fan() -> None:
    with pytest.raises(ValueError, match="needs a package"):
        figures.pay_fan({}, {}, CONTENT, look=Look())
    assert figures.pay_fan_alt({}, {}, CONTENT) == CONTENT.empty["fan"]
    assert list(tables.pay_fan_table({}, {}).columns) == ["Package", "Line"]


def test_a_fan_of_nothing_can_be_drawn() -> None:
    path = expected_path(EMPTY, months=60)
    figure = figures.pay_fan({"Now": fan_of(path)}, {"Now": path}, CONTENT, look=Look())
    assert figure.layout.yaxis.range[1] > 0


@settings(deadline=None)
@given(st.floats(min_value=1e-3, max_value=1e12))
def test_ticks_are_few_round_and_inside(top: float) -> None:
    ticks = ticks_to(top)
    assert ticks[0] == 0
    assert 2 <= len(ticks) <= 6
    assert ticks[-1] <= top * (1 + 1e-9)
    assert top < ticks[-1] + (ticks[1] - ticks[0]) * (1 + 1e-9)


# --- Break-even


def test_the_line_is_the_running_difference_and_the_month_is_named() -> None:
    figure = figures.pay_break_even(COURSE, CONTENT, look=Look())
    line, mark = named(figure)["difference"], named(figure)["break-even"]
    assert line.y[0] == 0
    assert line.y[1:] == pytest.approx(COURSE.difference, abs=0.01)
    assert COURSE.break_even == 31
    assert mark.x == (31,)
    assert "Break-even in month 31" in texts(figure)


def test_the_difference_is_printed_at_five_and_ten_years() -> None:
    assert texts(figures.pay_break_even(COURSE, CONTENT, look=Look()))[-2:] == [
        "+29,865",
        "+79,823",
    ]


def test_a_move_that_never_pays_back_says_so_and_has_no_mark() -> None:
    figure = figures.pay_break_even(NEVER, CONTENT, look=Look())
    assert named(figure)["break-even"].x == ()
    assert "No break-even within 120 months" in texts(figure)
    assert len(figure.layout.shapes) == 1
    assert figures.pay_break_even_alt(NEVER, CONTENT).startswith(
        "No break-even within 120 months; "
    )


def test_a_move_that_is_ahead_at_once_is_said_so() -> None:
    assert AT_ONCE.break_even == 1
    assert figures.pay_break_even_alt(AT_ONCE, CONTENT).startswith(
        "Even or ahead from the first month"
    )


def test_the_label_keeps_inside_the_plot_on_both_sides() -> None:
    early = figures.pay_break_even(AT_ONCE, CONTENT, look=Look())
    late = figures.pay_break_even(replace(COURSE, break_even=115), CONTENT, look=Look())
    assert label_of(early, "Even").xanchor == "left"
    assert label_of(late, "Break-even").xanchor == "right"


def label_of(figure: Any, start: str) -> Any:
    return next(note for note in figure.layout.annotations if note.text.startswith(start))


def test_a_falling_amount_stands_below_its_line() -> None:
    rising = figures.pay_break_even(COURSE, CONTENT, look=Look()).layout.annotations[-1]
    falling = figures.pay_break_even(NEVER, CONTENT, look=Look()).layout.annotations[-1]
    assert (rising.yanchor, falling.yanchor) == ("bottom", "top")


def test_the_break_even_is_said_and_tabled() -> None:
    assert figures.pay_break_even_alt(COURSE, CONTENT) == (
        "Break-even in month 31; the difference at month 60 is +29,865; "
        "the difference at month 120 is +79,823. Expected pay before tax, without job loss."
    )
    table = rows(tables.pay_break_even_table(COURSE))
    assert table[4] == ("60", "+29,865")
    assert table[-1] == ("Even from month", "31")
    assert rows(tables.pay_break_even_table(NEVER))[-1][1] == "none in this time"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(min_value=-1e11, max_value=1e11), min_size=1, max_size=130))
def test_any_difference_can_be_drawn_with_its_line_inside(line: Sequence[float]) -> None:
    comparison = Comparison((0.0,) * len(line), tuple(line), None, None)
    low, high = figures.pay_break_even(comparison, CONTENT, look=Look()).layout.yaxis.range
    assert low <= min(0, *line)
    assert high >= max(0, *line)
    assert low < high


# --- Numbers


def test_money_is_whole_from_a_thousand_up_and_in_cents_below_with_halves_up() -> None:
    assert [money(one) for one in (44_859.5, 0.4, 1e9, -6_000, 999.994, 999.995, 950)] == [
        *("44,860", "0.40", "1,000,000,000", "−6,000", "999.99", "1,000", "950")
    ]
    assert [money(one, "€") for one in (1_000, -21.318, 0, -0.001)] == [
        *("€1,000", "−€21.32", "€0", "€0")
    ]
    assert [signed_money(one, "$") for one in (37_200, -6_000.4, 0.2, 0.004, -0.004)] == [
        *("+$37,200", "−$6,000", "+$0.20", "$0", "$0")
    ]
    assert [short_money(one) for one in (0, 950, 2.5e5, -1.5e6, 5e9)] == [
        "0",
        "950",
        "250k",
        "−1.5m",
        "5bn",
    ]
    assert [chart_money(one, "kr ") for one in (99_999_999, -2.1e9)] == [
        *("kr 99,999,999", "−kr 2.1bn")
    ]


def test_a_currency_sign_stands_before_every_amount_and_is_never_read_as_a_tag() -> None:
    sign = "<b>&"
    mixes = {"Job now": mix(SUPPORT)}
    drawn = [
        figures.pay_mix(mixes, CONTENT, look=Look(), symbol=sign),
        figures.pay_certainty(certainty(SUPPORT), CONTENT, look=Look(), symbol=sign),
        figures.pay_fan(FANS, PATHS, CONTENT, look=Look(), symbol=sign),
        figures.pay_break_even(COURSE, CONTENT, look=Look(), symbol=sign),
    ]
    for figure in drawn:
        text = str(figure.to_dict())
        assert "&lt;b&gt;&amp;" in text
        assert sign not in text
    assert sign in figures.pay_fan_alt(FANS, PATHS, CONTENT, symbol=sign)
    assert sign in figures.pay_break_even_alt(COURSE, CONTENT, symbol=sign)


PAY = st.floats(min_value=0, max_value=1e9)


@settings(max_examples=50, deadline=None)
@given(PAY, PAY, PAY, st.booleans())
def test_any_legal_package_can_be_drawn_and_said(
    salary: float, price: float, cost: float, equity: bool
) -> None:
    package = Package(salary=salary, shares=10, price=price, benefits=(Benefit(cost),))
    mixes: dict[str, Mix] = {"Now": mix(package)}
    shares = shares_of(mixes["Now"], equity=equity)
    if any(shares.values()):
        figures.pay_mix(mixes, CONTENT, look=Look(), equity=equity)
        assert sum(shares.values()) == pytest.approx(1)
    split = certainty(package)
    if mixes["Now"].total:
        figures.pay_certainty(split, CONTENT, look=Look())
    for said in (
        figures.pay_mix_alt(mixes, CONTENT, equity=equity),
        figures.pay_certainty_alt(split, CONTENT),
        *(own_figure(part, split, CONTENT) for part in PARTS),
    ):
        assert said.endswith(".")
        assert "nan" not in said
        assert "None" not in said
