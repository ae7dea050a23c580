"""What an hour brings, and what a bad month and a bad year leave."""

import math

import pytest

from throughline.compensation.constants import PayConstants
from throughline.compensation.package import Benefit, Package
from throughline.compensation.run_rate import overtime_hours
from throughline.compensation.steadiness import hours, steadiness, yearly_variance

CONSTANTS = PayConstants()


@pytest.mark.parametrize(
    ("preset", "predictability"), [("steady", 92.1), ("typical", 84.2), ("uneven", 76.3)]
)
def test_a_preset_of_hours_gives_the_published_predictability(
    preset: str, predictability: float
) -> None:
    spread = 36 * CONSTANTS.hours_presets[preset]
    found = steadiness(Package(wage=20, hours=36, hours_sd=spread), CONSTANTS)

    assert found.predictability == pytest.approx(predictability, abs=0.05)


def test_a_salary_is_fully_predictable_and_a_sure_bonus_on_top_is_not() -> None:
    assert steadiness(Package(salary=1000), CONSTANTS).predictability == 100
    for floor in (0.0, 1.0):
        package = Package(salary=1000, bonus_target=0.25, bonus_floor=floor)
        assert steadiness(package, CONSTANTS).predictability == pytest.approx(80)


def test_guaranteed_hours_hold_up_a_bad_month() -> None:
    package = Package(wage=20, hours=40, hours_sd=40, hours_min=20)

    assert steadiness(package, CONSTANTS).month_floor == pytest.approx(20 * 20 * 52 / 12)
    assert steadiness(package, CONSTANTS).predictability == pytest.approx(50)


def test_hours_without_a_guarantee_may_leave_nothing() -> None:
    found = steadiness(Package(wage=20, hours=10, hours_sd=100), CONSTANTS)

    assert (found.month_floor, found.predictability, found.bad_year) == (0, 0, 0)


def test_pay_in_kind_is_no_cash_but_makes_a_year() -> None:
    found = steadiness(Package(benefits=(Benefit(100),)), CONSTANTS)

    assert (found.predictability, found.bad_year) == (None, 100)


def test_an_empty_package_has_neither() -> None:
    found = steadiness(Package(), CONSTANTS)

    assert (found.month_floor, found.predictability, found.bad_year) == (0, None, None)


def test_a_year_varies_by_hours_bonus_and_equity() -> None:
    package = Package(
        salary=1000,
        wage=2,
        hours=10,
        hours_sd=3,
        bonus_target=0.5,
        bonus_floor=0.2,
        bonus_p=0.6,
        bonus_k=0.9,
        bonus_sd=0.4,
        shares=100,
        price=8,
        eq_sigma=0.7,
        eq_q=0.3,
    )
    base, paper = 1000 + 2 * 10 * 52, 200
    bonus = 0.6 * (0.4**2 + 0.9**2) - (0.6 * 0.9) ** 2
    equity = 0.3 * math.exp(0.49) - 0.3**2
    by_hand = (2 * 3) ** 2 * 52 + (base * 0.5 * 0.8) ** 2 * bonus + paper**2 * equity

    assert yearly_variance(package) == pytest.approx(by_hand)


def test_a_payout_that_averages_nothing_varies_by_nothing() -> None:
    assert yearly_variance(Package(salary=1, bonus_target=1, bonus_k=0, bonus_sd=1)) == 0


@pytest.mark.parametrize("chance", [0.0, 1e-308, 5e-324])
def test_equity_that_hardly_ever_becomes_cash_makes_no_year_undefined(chance: float) -> None:
    package = Package(salary=1, shares=1e9, price=1e9, eq_sigma=3, eq_q=chance)

    assert steadiness(package, CONSTANTS).bad_year is not None


def test_the_currency_of_the_report_changes_the_floor_and_nothing_else() -> None:
    one, two = (
        steadiness(Package(wage=20, hours=36, hours_sd=7, fx=fx), CONSTANTS) for fx in (1, 2)
    )

    assert two.month_floor == 2 * one.month_floor
    assert (two.predictability, two.bad_year) == (one.predictability, one.bad_year)


@pytest.mark.parametrize("paid", [20, 40])
def test_an_hour_brings_the_same_in_full_and_part_time(paid: float) -> None:
    found = hours(Package(wage=20, hours=paid))

    assert (found.effective_rate, found.nominal_rate, found.gap) == (20, 20, 0)


def test_an_hour_brings_less_after_tax_commuting_and_unpaid_hours() -> None:
    package = Package(
        salary=52_000,
        work_hours=40,
        unpaid_ot=5,
        leave_weeks=2,
        office_days=4,
        commute_h=1,
        commute_cost=10,
        other_cost=500,
        tax=0.25,
        fx=2,
    )
    found = hours(package)

    assert (found.worked, found.commuting) == (50 * 45, 50 * 4)
    assert found.effective_rate == pytest.approx(2 * (39_000 - 2_500) / 2_450)
    assert found.nominal_rate == 2 * 52_000 / (52 * 40)
    assert found.gap == pytest.approx(50 - 2 * 36_500 / 2_450)


def test_unpaid_weeks_are_not_worked_and_do_not_lower_the_nominal_rate() -> None:
    found = hours(Package(wage=20, hours=40, weeks=40))

    assert found.worked == 40 * 40
    assert (found.effective_rate, found.nominal_rate) == (20, 20)


def test_a_gap_needs_both_rates() -> None:
    unpaid = hours(Package(salary=1000, unpaid_ot=10))
    idle = hours(Package(salary=1000, work_hours=10, leave_weeks=52))

    assert (unpaid.nominal_rate, unpaid.gap) == (None, None)
    assert (idle.effective_rate, idle.gap) == (None, None)
    assert unpaid.effective_rate is not None
    assert idle.nominal_rate is not None


def test_the_smallest_hourly_pay_is_hourly_pay() -> None:
    assert hours(Package(wage=0.01, hours=1, weeks=26)).nominal_rate == pytest.approx(0.01)


def test_a_salary_beside_hourly_pay_is_paid_all_year() -> None:
    package = Package(salary=5_200, wage=20, hours=10, weeks=26)

    assert hours(package).nominal_rate == (5_200 + 5_200) / 520


def test_costs_above_the_pay_give_a_rate_below_nought() -> None:
    rate = hours(Package(salary=10, work_hours=1, other_cost=62)).effective_rate

    assert rate == -1


def test_overtime_counts_in_the_floor() -> None:
    package = Package(wage=10, hours=45, ot_mult=2, hours_sd=2)
    overtime = overtime_hours(45, sd=2, threshold=40)
    usual = 10 * 52 * (45 + overtime) / 12
    swing = CONSTANTS.bad_times_z * 10 * 2 * math.sqrt(52 / 12)

    assert steadiness(package, CONSTANTS).month_floor == pytest.approx(usual - swing)
