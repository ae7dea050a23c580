"""The laws of the pay figures, over any package that can be typed."""

import math
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from throughline.compensation.certainty import certainty
from throughline.compensation.constants import PayConstants
from throughline.compensation.limits import LIMITS, read_package
from throughline.compensation.move import (
    Move,
    break_even,
    break_even_month,
    break_even_time,
    path_of_move,
    running_difference,
)
from throughline.compensation.package import Package
from throughline.compensation.path import expected_path
from throughline.compensation.run_rate import mix
from throughline.compensation.simulation import fan, simulate
from throughline.compensation.steadiness import hours, steadiness
from throughline.compensation.vesting import vested

CONSTANTS = PayConstants()
EPSILON = 1e-9
examples = settings(max_examples=100, deadline=None)
few = settings(max_examples=40, deadline=None)

# Amounts a person could mean: nothing, or from a cent up. Below that the sums themselves round to nothing.
MONEY = st.just(0.0) | st.floats(0.01, 1e9)
SHARES = st.sampled_from([0.0, 1.0]) | st.floats(1e-6, 1)
RATES = st.floats(0, 0.2)


def within(name: str) -> st.SearchStrategy[float]:
    """Any sensible value of one field."""
    low, high = LIMITS[name]
    if (low, high) == (0, 1):
        return SHARES
    if high >= 1e9:
        return MONEY.filter(lambda x: x <= high)
    return st.sampled_from([low, high]) | st.floats(low, high).map(lambda x: round(x, 6))


def tiers() -> st.SearchStrategy[list[dict[str, float]]]:
    """Two tiers that do not overlap."""
    ends = st.lists(st.floats(0, 0.2), min_size=4, max_size=4).map(sorted)
    return st.tuples(ends, SHARES, SHARES).map(
        lambda drawn: [
            {"low": drawn[0][0], "high": drawn[0][1], "rate": drawn[1]},
            {"low": drawn[0][2], "high": drawn[0][3], "rate": drawn[2]},
        ]
    )


FIELDS: Mapping[str, st.SearchStrategy[Any]] = {
    **{name: within(name) for name in LIMITS if name != "fx"},
    "fx": st.floats(1e-3, 1e3),
    "vest_step": st.sampled_from([1, 3, 6, 12]),
    "match": tiers(),
    "benefits": st.lists(st.fixed_dictionaries({"cost": MONEY, "use": SHARES}), max_size=3),
    "vest_schedule": st.lists(st.integers(1, 9), min_size=1, max_size=10).map(
        lambda parts: [part / sum(parts) for part in parts]
    ),
}


def packages() -> st.SearchStrategy[Package]:
    """Any package; every field may be left at its default."""
    typed = st.fixed_dictionaries({}, optional=dict(FIELDS))
    return typed.map(lambda raw: read_package(raw)[0])


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)
ROWS = st.lists(
    ANYTHING | st.dictionaries(st.sampled_from(["cost", "use", "rate", "low", "high"]), ANYTHING),
    max_size=4,
)


@examples
@given(
    st.dictionaries(
        st.sampled_from(sorted(LIMITS)) | st.text(max_size=3), ANYTHING | st.floats(), max_size=12
    ),
    st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("benefits", "match", "brackets", "vest_schedule"), ROWS)
    ),
)
def test_whatever_is_typed_becomes_a_package_within_its_limits(
    fields: dict[str, object], lists: dict[str, object]
) -> None:
    package, _ = read_package({**fields, **lists})

    for name, (low, high) in LIMITS.items():
        value = getattr(package, name)
        assert value is None or low <= value <= high
    assert package.hours_min <= package.hours
    assert package.vest_cliff <= package.vest_period
    assert all(one.low <= one.high and 0 <= one.rate <= 1 for one in package.match)
    assert all(0 <= one.cost <= 1e9 and 0 <= one.use <= 1 for one in package.benefits)
    if package.vest_schedule:
        assert sum(package.vest_schedule) == pytest.approx(1)


@examples
@given(packages())
def test_a_package_that_was_read_needs_nothing_put_right_when_read_again(package: Package) -> None:
    numbers = {name: getattr(package, name) for name in LIMITS}
    again, issues = read_package(numbers)

    warnings = {"unpaid_weeks_worked", "long_week"}
    assert {one.kind for one in issues if one.field != "vest_cliff"} <= warnings
    assert all(getattr(again, name) == numbers[name] for name in LIMITS if name != "vest_cliff")


@examples
@given(packages())
def test_shares_and_split_sum_to_one_or_to_nothing(package: Package) -> None:
    year, split = mix(package), certainty(package)
    expected = 1 if year.total else 0

    assert all(amount >= 0 for amount in year.amounts.values())
    assert sum(year.shares.values()) == pytest.approx(expected, abs=EPSILON)
    assert split.guaranteed + split.variable + split.long_term == pytest.approx(
        expected, abs=EPSILON
    )
    assert min(split.guaranteed, split.variable, split.long_term) >= 0
    assert sum(piece.amount for piece in split.pieces) == pytest.approx(year.total)
    for part, amount in year.amounts.items():
        pieces = [piece.amount for piece in split.pieces if piece.part == part]
        assert sum(pieces) == pytest.approx(amount)


@examples
@given(packages(), st.floats(1e-3, 1e3))
def test_every_amount_scales_with_the_exchange_rate_and_no_share_does(
    package: Package, fx: float
) -> None:
    home, abroad = replace(package, fx=1.0), replace(package, fx=fx)
    one, other = mix(home), mix(abroad)

    assert list(other.amounts.values()) == pytest.approx([fx * x for x in one.amounts.values()])
    assert list(other.shares.values()) == pytest.approx(list(one.shares.values()))
    for name in ("total", "on_target_bonus", "equity_on_paper", "match_left", "real_value"):
        assert getattr(other, name) == pytest.approx(fx * getattr(one, name))
    assert other.after_tax == pytest.approx(fx * one.after_tax, abs=EPSILON * other.total)
    assert certainty(abroad).guaranteed == pytest.approx(certainty(home).guaranteed)
    assert steadiness(abroad, CONSTANTS).bad_year == steadiness(home, CONSTANTS).bad_year
    paths = [expected_path(each, months=24).total for each in (home, abroad)]
    assert list(paths[1]) == pytest.approx([fx * pay for pay in paths[0]])
    drawn = [simulate(each, months=24, paths=4, seed=1).total for each in (home, abroad)]
    assert drawn[1] == pytest.approx(fx * drawn[0])


@examples
@given(packages(), st.floats(0, 112), st.floats(0, 112))
def test_more_guaranteed_hours_never_lower_what_is_guaranteed(
    package: Package, one: float, other: float
) -> None:
    fewer, more = (
        replace(package, hours_min=min(hours, package.hours)) for hours in sorted((one, other))
    )

    assert certainty(more).guaranteed >= certainty(fewer).guaranteed - EPSILON
    floors = [steadiness(each, CONSTANTS).month_floor for each in (fewer, more)]
    assert floors[1] >= floors[0]


@examples
@given(packages(), st.floats(0, 5), st.floats(0, 5))
def test_a_larger_bonus_never_raises_predictability(
    package: Package, one: float, other: float
) -> None:
    smaller, larger = (
        steadiness(replace(package, bonus_target=target), CONSTANTS).predictability
        for target in sorted((one, other))
    )
    assume(smaller is not None)
    assert smaller is not None
    assert larger is not None
    assert larger <= smaller + EPSILON


@examples
@given(packages())
def test_steadiness_is_a_share_of_a_hundred_or_nothing(package: Package) -> None:
    found, year = steadiness(package, CONSTANTS), mix(package)
    cash = year.amounts["salary"] + year.amounts["hourly"] + year.amounts["bonus"]

    assert (found.predictability is None) == (not cash)
    assert (found.bad_year is None) == (not year.total)
    assert all(0 <= x <= 100 for x in (found.predictability, found.bad_year) if x is not None)


@examples
@given(packages())
def test_tax_takes_no_more_than_there_is(package: Package) -> None:
    year = mix(package)

    assert -EPSILON * year.total <= year.after_tax <= year.total
    assert year.total_without_equity <= year.total * (1 + EPSILON)
    assert year.total <= year.total_on_paper * (1 + EPSILON)
    assert mix(package.without_equity()).total == pytest.approx(year.total_without_equity)


# Many packages have no hours at all; the law speaks of the others.
@settings(examples, suppress_health_check=[HealthCheck.filter_too_much])
@given(packages(), st.floats(1, 40))
def test_unpaid_hours_never_raise_what_an_hour_brings(package: Package, unpaid: float) -> None:
    without, more = (hours(replace(package, unpaid_ot=extra)) for extra in (0.0, unpaid))
    assume(without.effective_rate is not None and without.effective_rate >= 0)

    assert without.effective_rate is not None
    assert more.effective_rate is not None
    assert more.effective_rate <= without.effective_rate
    assert more.nominal_rate == without.nominal_rate


@examples
@given(packages())
def test_vesting_never_falls_and_ends_whole(package: Package) -> None:
    shares = [vested(package, month) for month in range(package.vest_period + 13)]

    assert shares[0] in (0.0, 1.0)
    assert all(earlier <= later + EPSILON for earlier, later in pairwise(shares))
    assert shares[-1] == pytest.approx(1)


@few
@given(packages(), RATES)
def test_the_expected_path_adds_up(package: Package, rate: float) -> None:
    path = expected_path(package, months=60)

    assert path.cumulative[-1] == pytest.approx(sum(year.total for year in path.years))
    assert path.net_present_value(0) == pytest.approx(path.cumulative[-1])
    assert path.net_present_value(rate) <= path.cumulative[-1] * (1 + EPSILON)
    lumps = path.sign_on + sum(path.parts["equity"])
    assert sum(path.steady) + lumps == pytest.approx(path.cumulative[-1])


@few
@given(packages())
def test_the_first_year_of_a_path_is_the_run_rate_but_for_equity_and_sign_on(
    package: Package,
) -> None:
    amounts, year = mix(package).amounts, expected_path(package, months=12).years[0].amounts

    for part in set(amounts) - {"equity"}:
        assert year[part] == pytest.approx(amounts[part])


@few
@given(packages(), st.integers(0, 2**32))
def test_the_fan_rises_with_the_percentile_and_with_time(package: Package, seed: int) -> None:
    drawn = simulate(package, months=30, paths=40, seed=seed)
    bands = list(fan(drawn, CONSTANTS.fan_percentiles).bands.values())

    for lower, upper in pairwise(bands):
        assert all(a <= b * (1 + EPSILON) for a, b in zip(lower, upper, strict=True))
    for band in bands:
        assert all(a <= b * (1 + EPSILON) for a, b in pairwise(band))


@few
@given(packages(), st.integers(0, 2**32))
def test_equity_and_job_loss_only_add_and_take_away(package: Package, seed: int) -> None:
    calm = replace(package, loss=0.0)
    drawn, safe = (simulate(one, months=30, paths=10, seed=seed) for one in (package, calm))
    bare = simulate(package.without_equity(), months=30, paths=10, seed=seed)

    assert (drawn.pay == bare.pay).all()
    assert not bare.equity.any()
    assert (drawn.total <= safe.total).all()


def moves() -> st.SearchStrategy[Move]:
    """Any move of up to five years."""
    return st.builds(
        Move,
        train_months=st.integers(0, 36),
        search_months=st.integers(0, 24),
        cost=st.just(0.0) | st.floats(1, 1e5),
        subsidy=st.just(0.0) | st.floats(1, 1e5),
        pay_cut=SHARES,
        search_cut=SHARES,
        success=SHARES,
    )


PAY = st.just(0.0) | st.floats(100, 50_000)


@examples
@given(st.lists(st.tuples(PAY, PAY), min_size=1, max_size=80), RATES)
def test_break_even_is_the_first_month_from_which_the_difference_stays_at_or_above_nought(
    pays: list[tuple[float, float]], rate: float
) -> None:
    path, job = [new for new, _ in pays], [old for _, old in pays]
    slack = EPSILON * max(1, *job)
    ahead = [one >= -slack for one in running_difference(path, job, rate=rate)]
    expected = next((m for m in range(1, len(ahead) + 1) if all(ahead[m - 1 :])), None)

    assert break_even(path, job, rate=rate, constants=CONSTANTS) == expected


@examples
@given(PAY, PAY, moves(), RATES)
def test_constant_pay_breaks_even_when_the_closed_form_says(
    job: float, career: float, move: Move, rate: float
) -> None:
    months = 600
    stay = [job] * months
    path = path_of_move(stay, [career] * months, move)
    time = break_even_time(job, career, move, rate=rate)
    # On the hair of a month's end the two may round to different sides.
    assume(time is None or time < 1 or abs(time - round(time)) > 1e-6)
    expected = break_even_month(time, CONSTANTS)

    found = break_even(path, stay, rate=rate, constants=CONSTANTS)
    assert found == (expected if expected is not None and expected <= months else None)


@examples
@given(st.lists(PAY, min_size=60, max_size=60), moves())
def test_a_move_that_leads_nowhere_costs_what_it_costs(pay: list[float], move: Move) -> None:
    path = path_of_move(pay, pay, replace(move, success=1.0))
    lead = move.lead_months
    trained = move.pay_cut * math.fsum(pay[: move.train_months])
    searched = move.search_cut * math.fsum(pay[move.train_months : lead])
    # The step begins with the job's first month, so the job is compared with itself, later.
    later = math.fsum(pay[: 60 - lead]) - math.fsum(pay[lead:])

    assert math.fsum(path) - math.fsum(pay) == pytest.approx(
        later - trained - searched - move.net_cost, abs=1e-6
    )
