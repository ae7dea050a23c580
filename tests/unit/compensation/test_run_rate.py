"""A year's pay: overtime, bonus, equity, match, tax and prices, each against a hand or a random count."""

import math
from dataclasses import replace

import numpy as np
import pytest

from throughline.compensation.package import PARTS, Benefit, Package, Tier
from throughline.compensation.run_rate import hourly, mix, overtime_hours

FOUR_STANDARD_ERRORS = 4
DRAWS = 2_000_000
WAITER = Package(wage=20, hours=36, hours_sd=5, ot_mult=1.5)


@pytest.mark.parametrize(
    ("hours", "sd", "threshold"), [(36, 5, 40), (40, 8, 40), (50, 3, 40), (20, 10, 45)]
)
def test_expected_overtime_is_the_mean_of_two_million_weeks(
    hours: float, sd: float, threshold: float
) -> None:
    weeks = np.random.Generator(np.random.PCG64(1)).normal(hours, sd, DRAWS)
    overtime = np.maximum(weeks - threshold, 0)
    error = overtime.std() / math.sqrt(DRAWS)

    expected = overtime_hours(hours, sd=sd, threshold=threshold)
    assert abs(overtime.mean() - expected) < FOUR_STANDARD_ERRORS * error


@pytest.mark.parametrize(("hours", "overtime"), [(36, 0), (40, 0), (45, 5)])
def test_steady_hours_have_overtime_only_beyond_the_threshold(
    hours: float, overtime: float
) -> None:
    assert overtime_hours(hours, sd=0, threshold=40) == overtime
    assert overtime_hours(hours, sd=1e-300, threshold=40) == pytest.approx(overtime, abs=1e-200)


def test_overtime_without_a_multiplier_pays_like_any_hour() -> None:
    assert hourly(replace(WAITER, ot_mult=1)) == 20 * 52 * 36
    assert hourly(WAITER) > 20 * 52 * 36


def test_unpaid_weeks_bring_nothing() -> None:
    assert hourly(replace(WAITER, weeks=26)) == pytest.approx(hourly(WAITER) / 2)


def test_the_six_amounts_stand_in_the_order_of_the_article() -> None:
    assert tuple(mix(Package()).amounts) == PARTS
    assert PARTS == ("salary", "hourly", "bonus", "equity", "benefits", "retirement")


def test_a_bonus_pays_its_contractual_part_and_its_chance_of_more() -> None:
    year = mix(
        Package(salary=100, bonus_target=0.5, bonus_floor=0.2, bonus_p=0.5, bonus_k=1.5, fx=2)
    )

    assert year.amounts["bonus"] == pytest.approx(2 * 100 * 0.5 * (0.2 + 0.8 * 0.5 * 1.5))
    assert year.on_target_bonus == 2 * 100 * 0.5


def test_equity_is_spread_over_its_vesting_and_shown_on_paper() -> None:
    year = mix(Package(salary=50, shares=100, price=12, strike=2, eq_q=0.25, vest_months=60))

    assert year.amounts["equity"] == 0.25 * 100 * 10 / 5
    assert year.equity_on_paper == 100 * 10 / 5
    assert year.total == 50 + 50
    assert year.total_without_equity == 50
    assert year.total_on_paper == 50 + 200


def test_equity_with_a_schedule_is_spread_over_the_years_of_the_schedule() -> None:
    package = Package(shares=100, price=10, vest_months=12, vest_schedule=(0.5, 0.5))

    assert mix(package).amounts["equity"] == 500


def test_an_option_under_water_is_worth_nothing_today() -> None:
    assert mix(Package(shares=100, price=1, strike=2)).total == 0


def test_the_ownership_route_gives_the_published_check() -> None:
    package = Package(
        ownership=0.005,
        rounds=2,
        pre_money=20e6,
        new_money=5e6,
        exit_value=100e6,
        shares=40_000,
        strike=1,
        price=7,
        eq_q=0.3,
    )

    assert 4 * mix(package).amounts["equity"] == pytest.approx(84_000)
    assert mix(package).amounts["equity"] == pytest.approx(21_000)


def test_a_round_that_raises_nothing_dilutes_nothing() -> None:
    package = Package(ownership=0.01, rounds=3, exit_value=1e6)

    assert mix(package).equity_on_paper == pytest.approx(2_500)


def test_equity_left_out_leaves_the_rest_alone() -> None:
    for route in (Package(salary=9, shares=1, price=8), Package(salary=9, ownership=1)):
        assert mix(route.without_equity()).amounts == mix(Package(salary=9)).amounts


def test_benefits_count_as_far_as_they_are_used() -> None:
    assert mix(Package(benefits=(Benefit(3000), Benefit(1000, 0.25)))).total == 3250


TIERS = (Tier(1, 0, 0.03), Tier(0.5, 0.03, 0.05))


@pytest.mark.parametrize(
    ("own", "match"), [(0.06, 4000), (0, 0), (0.03, 3000), (0.04, 3500), (0.05, 4000)]
)
def test_the_match_follows_its_tiers(own: float, match: float) -> None:
    year = mix(Package(salary=100_000, employee_rate=own, match=TIERS))

    assert year.amounts["retirement"] == pytest.approx(match)
    assert year.match_left == pytest.approx(4000 - match)


def test_a_pension_needs_no_own_contribution() -> None:
    year = mix(Package(salary=100_000, pension=0.08))

    assert (year.amounts["retirement"], year.match_left) == (8000, 0)


def test_tax_spares_benefits_and_retirement() -> None:
    package = Package(salary=1000, pension=0.1, benefits=(Benefit(50),), tax=0.3, fx=2)

    assert mix(package).after_tax == pytest.approx(2 * (1150 - 300))


def test_own_brackets_replace_the_effective_rate() -> None:
    brackets = (Tier(0.1, 100, 500), Tier(0.4, 500, 1e12))

    assert mix(Package(salary=1000, tax=0.9, brackets=brackets)).after_tax == 1000 - 40 - 200


def test_the_real_value_is_at_the_price_level_of_the_reference() -> None:
    assert mix(Package(salary=1000, col=125)).real_value == 800
