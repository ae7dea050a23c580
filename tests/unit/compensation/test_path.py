"""The expected path: raises, bonuses, vesting, present value, and the mean of an option."""

import math

import numpy as np
import pytest

from throughline.compensation.package import Benefit, Package
from throughline.compensation.path import expected_path, option_mean
from throughline.compensation.run_rate import mix

DRAWS = 4_000_000


@pytest.mark.parametrize("rate", [0.01, 0.05, 0.12])
@pytest.mark.parametrize("months", [1, 12, 60, 120])
def test_constant_pay_is_worth_an_annuity(rate: float, months: int) -> None:
    i = (1 + rate) ** (1 / 12) - 1
    path = expected_path(Package(salary=36_000), months=months)

    assert path.net_present_value(rate) == pytest.approx(3000 * (1 - (1 + i) ** -months) / i)
    assert path.net_present_value(0) == pytest.approx(3000 * months)


def test_raises_and_promotions_lift_base_bonus_and_retirement_but_not_benefits() -> None:
    package = Package(
        salary=12_000,
        wage=10,
        hours=10,
        growth=0.03,
        promo_p=0.2,
        promo_raise=0.1,
        pension=0.1,
        bonus_target=0.1,
        benefits=(Benefit(600),),
        fx=2,
    )
    path, lift = expected_path(package, months=36), 1.03 * 1.02

    for month, level in ((12, 1), (13, lift), (24, lift), (25, lift**2)):
        assert path.parts["salary"][month - 1] == pytest.approx(2 * 1000 * level)
        assert path.parts["hourly"][month - 1] == pytest.approx(2 * 5200 / 12 * level)
        assert path.parts["retirement"][month - 1] == pytest.approx(2 * 1720 / 12 * level)
        assert path.parts["benefits"][month - 1] == 2 * 50
    paid = [month for month, bonus in enumerate(path.parts["bonus"], start=1) if bonus]
    assert paid == [12, 24, 36]
    assert path.parts["bonus"][23] == pytest.approx(2 * 1720 * lift)


def test_a_sign_on_is_paid_once_and_is_no_part_of_a_year() -> None:
    package = Package(salary=12_000, sign_on=500, fx=2)
    path = expected_path(package, months=24)

    assert path.total == (3000, *[2000] * 23)
    assert [(year.sign_on, year.total) for year in path.years] == [(1000, 25_000), (0, 24_000)]
    assert mix(package).total == 24_000


def test_years_are_whole_and_sum_to_the_path() -> None:
    path = expected_path(Package(salary=100, growth=0.1, shares=48, price=2), months=65)

    assert len(path.years) == 5
    assert sum(year.total for year in path.years) == pytest.approx(path.cumulative[59])
    assert path.years[0].amounts["equity"] == pytest.approx(24)
    assert path.years[4].amounts["equity"] == 0


def test_steady_pay_spreads_the_bonus_and_leaves_lumps_out() -> None:
    package = Package(salary=12_000, bonus_target=0.5, sign_on=900, shares=9, price=9, pension=0.1)
    path = expected_path(package, months=14)

    assert path.steady == pytest.approx([1000 + 500 + 100] * 14)


@pytest.mark.parametrize("month", [12, 24, 48])
def test_a_share_award_vests_at_the_grown_price(month: int) -> None:
    package = Package(shares=480, price=10, eq_mu=0.08, eq_sigma=0.5, eq_q=0.5, fx=3)
    equity = expected_path(package, months=60).parts["equity"]
    share = 0.25 if month == 12 else 1 / 48

    by_hand = 3 * 0.5 * 480 * share * 10 * math.exp(0.08 * month / 12)
    assert equity[month - 1] == pytest.approx(by_hand)
    assert set(equity[:11]) == {0}


def test_the_ownership_route_vests_its_stake_less_the_cost_to_exercise() -> None:
    package = Package(ownership=0.01, exit_value=1e6, shares=100, strike=40, eq_q=0.5)

    assert sum(expected_path(package, months=60).parts["equity"]) == pytest.approx(3000)


@pytest.mark.parametrize(
    ("price", "strike", "drift", "volatility", "years"),
    [(10, 10, 0.05, 0.6, 3), (10, 4, 0, 0.3, 1), (5, 20, 0.1, 0.8, 4)],
)
def test_the_mean_of_an_option_is_the_mean_of_four_million_prices(
    price: float, strike: float, drift: float, volatility: float, years: float
) -> None:
    sd = volatility * math.sqrt(years)
    z = np.random.Generator(np.random.PCG64(2)).standard_normal(DRAWS)
    prices = price * np.exp(drift * years + sd * z - sd**2 / 2)
    worth = np.maximum(prices - strike, 0)
    error = worth.std() / math.sqrt(DRAWS)

    expected = option_mean(price * math.exp(drift * years), strike=strike, sd=sd)
    assert abs(worth.mean() - expected) < 4 * error


@pytest.mark.parametrize(
    ("mean", "strike", "sd", "worth"),
    [(10, 4, 0, 6), (4, 10, 0, 0), (10, 0, 0.5, 10), (0, 4, 0.5, 0), (10, 10, 0, 0)],
)
def test_an_option_without_chance_strike_or_price_is_simple(
    mean: float, strike: float, sd: float, worth: float
) -> None:
    assert option_mean(mean, strike=strike, sd=sd) == worth


@pytest.mark.parametrize(("mean", "strike"), [(1e9, 1e-300), (1e-300, 1e9), (5e-324, 1e9)])
def test_an_option_far_from_its_strike_stays_finite(mean: float, strike: float) -> None:
    assert option_mean(mean, strike=strike, sd=1e-3) == pytest.approx(max(mean - strike, 0))
