"""Pay is explained down to the printed number, in the person's own amounts."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import DATA, MODEL
from tests.unit.explanations.calculator import arithmetic, calculate, calculations, number, printed
from tests.unit.explanations.pay_book import (
    CONSTANTS,
    CONTENT,
    COURSE,
    FOUNDER,
    LEAD,
    PACKAGES,
    SUPPORT,
    explain_futures,
    explain_move,
    explain_package,
)
from tests.unit.explanations.test_every_line import MARKDOWN, METHOD, TONE, texts
from throughline import explanations as ex
from throughline.compensation.limits import read_package
from throughline.compensation.move import Move
from throughline.compensation.package import PARTS, Package
from throughline.compensation.run_rate import mix
from throughline.compensation.steadiness import hours, steadiness
from throughline.errors import NotEnoughAnswers
from throughline.market import place, read_market

HEADINGS = re.findall(r"^## (.+)$", METHOD.read_text(encoding="utf-8"), re.MULTILINE)
MARKET = read_market(DATA / "oews_national_2025.csv").by_soc


def assert_calculates(explanation: ex.Explanation, *, share: float = 0.0) -> None:
    """A calculator gives each printed result, give or take one in its last digit or a ``share`` of it."""
    for left, right in calculations(explanation):
        digits = len(right.partition(".")[2])
        near = max(1.5 * 10**-digits, share * abs(number(right)))
        assert calculate(left) == pytest.approx(number(right), abs=near), f"{left} = {right}"


@pytest.mark.parametrize("package", PACKAGES.values(), ids=PACKAGES)
def test_a_calculator_confirms_every_line_of_a_worked_package(package: Package) -> None:
    explained = [*explain_package(package), explain_move(SUPPORT, package)]
    assert len(explained) > 8
    for explanation in explained:
        assert_calculates(explanation)


MONEY = st.just(0.0) | st.floats(1, 200_000).map(lambda value: round(value, 2))
SHARES = st.integers(0, 20).map(lambda value: value / 20)
TYPED = st.fixed_dictionaries(
    {"hours": st.integers(1, 60)},
    optional={
        **dict.fromkeys(("salary", "shares", "strike", "price", "sign_on", "other_cost"), MONEY),
        **dict.fromkeys(("bonus_target", "bonus_p", "bonus_floor", "bonus_k", "bonus_sd"), SHARES),
        **dict.fromkeys(("eq_q", "eq_sigma", "employee_rate", "pension", "tax", "growth"), SHARES),
        "wage": st.floats(1, 200).map(lambda value: round(value, 2)),
        "hours_sd": st.integers(0, 20),
        "hours_min": st.integers(0, 60),
        "ot_mult": st.sampled_from([1, 1.5, 2]),
        "weeks": st.integers(0, 52),
        "fx": st.sampled_from([1, 0.92, 1.17]),
        "office_days": st.integers(0, 5),
        "commute_h": st.sampled_from([0, 0.5, 1.25]),
        "benefits": st.lists(st.fixed_dictionaries({"cost": MONEY, "use": SHARES}), max_size=3),
        "match": st.just([{"rate": 0.5, "low": 0, "high": 0.06}]),
    },
)


@settings(max_examples=80, deadline=None)
@given(TYPED)
def test_a_calculator_confirms_every_line_of_any_package(typed: dict[str, object]) -> None:
    package, _ = read_package(typed)
    for explanation in [*explain_package(package), *_moves(package)]:
        assert_calculates(explanation, share=0.0002)


@settings(max_examples=80, deadline=None)
@given(TYPED)
def test_no_text_of_any_package_carries_markdown_or_ranks_a_person(
    typed: dict[str, object],
) -> None:
    package, _ = read_package(typed)
    for explanation in [*explain_package(package), *_moves(package)]:
        for text in texts(explanation):
            assert text
            assert not MARKDOWN.search(text), text
            assert not TONE.search(text), text
        assert explanation.section in HEADINGS
        assert explanation.says.endswith(".")
        assert ". " not in explanation.says


def _moves(package: Package) -> list[ex.Explanation]:
    return [explain_move(SUPPORT, package), explain_move(package, LEAD)]


@pytest.mark.parametrize("value", [0.0, 1e-9, 1e9])
def test_extreme_pay_is_explained_without_an_exception(value: float) -> None:
    package = Package(salary=value, wage=value, hours=112, hours_sd=112, bonus_target=5, shares=1e9)
    for explanation in explain_package(package):
        assert not any(MARKDOWN.search(text) for text in texts(explanation))


@pytest.mark.parametrize(
    ("explanation", "label", "said"),
    [
        (ex.explain_total(SUPPORT, CONTENT), "Total a year", "40,640.61 + 406.41 + 3,000 + 812.81 = 44,860"),
        (ex.explain_total(LEAD, CONTENT), "After tax", "102,296.70 − 22,727.93 = 79,569"),
        (ex.explain_total(FOUNDER, CONTENT), "With equity on paper", "30,000 + 70,000 = 100,000"),
        (
            ex.explain_part("hourly", SUPPORT, CONTENT),
            "Overtime hours in an average week",
            "(36 − 40) × Φ((36 − 40) / 5) + 5 × 0.289692 = 0.6010",
        ),
        (ex.explain_part("hourly", SUPPORT, CONTENT), "Hourly pay", "21.53 × 52 × (36 + 0.5 × 0.601036) = 40,641"),
        (ex.explain_part("bonus", LEAD, CONTENT), "Expected part of the target", "0.2 + (1 − 0.2) × 0.8 × 1 = 0.84"),
        (ex.explain_part("equity", LEAD, CONTENT), "Expected in a year", "0.35 × 4,500 = 1,575"),
        (
            ex.explain_part("equity", FOUNDER, CONTENT),
            "Your part of the company when it is sold",
            "0.005 × (1 − 5,000,000 / 25,000,000)^2 × 100,000,000 = 320,000",
        ),
        (ex.explain_match_left(LEAD), "Match left a year", "72,000 × 0.02 × 1.1 = 1,584"),
        (ex.explain_certainty(SUPPORT), "Guaranteed, of 100", "100 × (33,586.80 + 3,000) / 44,859.83 = 81.6"),
        (ex.explain_impact(SUPPORT, CONTENT, MODEL), "Predictable", "0.5 × 90.59 = 45.3"),
        (ex.explain_predictability(SUPPORT, CONSTANTS), "Predictability", "100 × 3,018.12 / 3,420.58 = 88.2"),
        (
            ex.explain_bad_year(SUPPORT, CONSTANTS),
            "Bad year, of 100",
            "100 × (44,859.83 − 1.6448536 × 876.22) / 44,859.83 = 96.8",
        ),
        (ex.explain_hour(SUPPORT), "Effective rate an hour", "(44,859.83 − 0 − 1,880) / (1,728 + 288) = 21.32"),
        (ex.explain_hour(SUPPORT), "On paper an hour", "(40,640.61 + 406.41) / (52 × 36) = 21.93"),
        (ex.explain_years(SUPPORT, CONSTANTS), "Raise a year", "(1 + 0.025) × (1 + 0.05 × 0.06) = 1.028075"),
        (ex.explain_years(SUPPORT, CONSTANTS), "A year at today's rate", "44,860"),
        (explain_move(SUPPORT, LEAD), "Pay given up while training", "0.4 × 44,859.83 = 17,944"),
        (explain_move(SUPPORT, LEAD), "Break-even", "month 22"),
        (explain_move(LEAD, SUPPORT), "Break-even", "none within 120 months"),
        (ex.explain_chance_ahead(0.617, paths=2000, months=60), "Ahead, of 100", "100 × 1,234 / 2,000 = 61.7"),
    ],
)  # fmt: skip
def test_a_figure_is_the_sum_done_by_hand(
    explanation: ex.Explanation, label: str, said: str
) -> None:
    assert arithmetic(explanation, label) == said


def test_five_years_and_their_worth_today_are_those_of_the_worked_example() -> None:
    assert printed(ex.explain_years(SUPPORT, CONSTANTS), "All years") == 236_386
    worth = ex.explain_present_value(SUPPORT, CONSTANTS, rate=0.05)
    assert printed(worth, "All years, worth today") == 208_764


def test_the_range_of_futures_is_that_of_the_worked_example() -> None:
    explained = explain_futures(SUPPORT, paths=10_000)
    for share, worked in ((5, 212_215), (25, 224_210), (50, 232_750), (75, 236_684), (95, 243_357)):
        label = f"{share} of 100 futures bring less than"
        assert printed(explained, label) == pytest.approx(worked, rel=0.01)
    assert printed(explained, "Expected, without job loss") == 236_386


def test_the_sign_on_stands_in_the_first_year_alone() -> None:
    labels = [line.label for line in ex.explain_years(LEAD, CONSTANTS).lines]
    assert "Year 1, with the sign-on" in labels
    assert "Year 2" in labels


def test_a_salary_alone_has_nothing_that_can_vary() -> None:
    package = Package(salary=50_000)
    assert arithmetic(ex.explain_bad_year(package, CONSTANTS), "Bad year, of 100").startswith(
        "100.0"
    )
    predictability = ex.explain_predictability(package, CONSTANTS)
    assert printed(predictability, "Predictability") == 100


def test_equity_that_swallows_a_year_is_said_in_words() -> None:
    said = arithmetic(ex.explain_bad_year(FOUNDER, CONSTANTS), "Bad year, of 100")
    assert said.startswith("nothing is left")


def test_guaranteed_hours_that_bring_more_than_a_bad_month_count() -> None:
    package = replace(SUPPORT, hours_min=36.0)
    said = ex.explain_predictability(package, CONSTANTS)
    found = steadiness(package, CONSTANTS)
    assert printed(said, "Guaranteed hours of a month") > printed(
        said, "Hourly pay of a bad ordinary month"
    )
    assert printed(said, "Cash of a bad ordinary month") == pytest.approx(
        found.month_floor, abs=0.5
    )


def test_overtime_without_a_spread_is_what_passes_the_threshold() -> None:
    package = Package(wage=20, hours=45, ot_mult=1.5)
    part = ex.explain_part("hourly", package, CONTENT)
    assert arithmetic(part, "Overtime hours in an average week") == "45 − 40 = 5"
    part = ex.explain_part("hourly", replace(package, hours=38), CONTENT)
    assert arithmetic(part, "Overtime hours in an average week").startswith("none, as 38 hours")


def test_an_hour_that_costs_more_than_it_brings_is_below_nothing() -> None:
    package = Package(salary=1000, work_hours=10, office_days=5, commute_cost=50, leave_weeks=4)
    assert printed(ex.explain_hour(package), "Effective rate an hour") == pytest.approx(
        hours(package).effective_rate, abs=0.005
    )
    assert "(−" in arithmetic(ex.explain_hour(package), "Difference")


def test_a_course_that_others_pay_costs_nothing() -> None:
    said = explain_move(SUPPORT, LEAD, Move(cost=1000, subsidy=2000))
    assert arithmetic(said, "Cost of the training") == "nothing, as others pay all of it"


def test_a_move_that_starts_after_the_comparison_names_no_first_month() -> None:
    said = explain_move(SUPPORT, LEAD, replace(COURSE, train_months=120))
    assert not any(line.label.startswith("Expected change") for line in said.lines)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_not_paid_has_nothing_to_explain(part: str) -> None:
    with pytest.raises(NotEnoughAnswers):
        ex.explain_part(part, Package(), CONTENT)  # type: ignore[arg-type]


def test_an_empty_package_has_nothing_to_explain() -> None:
    assert explain_package(Package()) == []
    with pytest.raises(NotEnoughAnswers):
        explain_move(Package(), Package())


@pytest.mark.parametrize("package", PACKAGES.values(), ids=PACKAGES)
def test_parts_add_up_to_the_total_of_the_page(package: Package) -> None:
    year = mix(package)
    for part in PARTS:
        if year.amounts[part]:
            last = ex.explain_part(part, package, CONTENT).lines[-2].arithmetic
            assert number(last.split(" = ")[-1]) == pytest.approx(year.amounts[part], abs=0.51)


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (20.00, "25 + 25 × ln("),
        (15.00, "below P10"),
        (31.00, "above P90"),
        (21.53, "50, a published point"),
    ],
)
def test_a_percentile_is_explained_from_the_two_points_around_it(amount: float, said: str) -> None:
    placement = place(MARKET["43-4051"], amount, "hour")
    assert placement
    found = arithmetic(ex.explain_placement(placement), "Percentile")
    assert found.startswith(said)
    if " = " in found:
        assert_calculates(ex.explain_placement(placement))
        assert found.endswith(" = 40.5")
