"""648 packages at the ends of what may be typed: every figure finite, none negative, and no warning."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import product
from typing import Any

import numpy as np
import pytest

from throughline.compensation.certainty import certainty
from throughline.compensation.constants import PayConstants
from throughline.compensation.limits import read_package
from throughline.compensation.move import Move, compare
from throughline.compensation.package import Package
from throughline.compensation.path import expected_path
from throughline.compensation.run_rate import mix
from throughline.compensation.simulation import chance_ahead, fan, simulate
from throughline.compensation.steadiness import hours, steadiness

CONSTANTS = PayConstants()
ENDS: Mapping[str, tuple[Mapping[str, object], ...]] = {
    "salary": ({}, {"salary": 1e9}),
    "hourly": (
        {},
        {"wage": 20, "hours": 36, "hours_sd": 168, "hours_min": 168, "ot_mult": 1.5},
        {"wage": 1e9, "hours": 168, "hours_sd": 168, "ot_mult": 3, "ot_threshold": 0, "weeks": 52},
    ),
    "bonus": (
        {},
        {"bonus_target": 5, "bonus_p": 0.5, "bonus_k": 5, "bonus_sd": 3},
        {"bonus_target": 5, "bonus_k": 5e-324, "bonus_sd": 3, "bonus_floor": 5e-324},
    ),
    "equity": (
        {},
        {"shares": 1e9, "price": 1e9, "strike": 1e-9, "eq_mu": 1, "eq_sigma": 3, "eq_q": 5e-324},
        {"ownership": 1, "exit_value": 1e12, "rounds": 20, "new_money": 1, "eq_sigma": 3},
    ),
    "growth": (
        {},
        {"growth": 1, "growth_sd": 3, "promo_p": 1, "promo_raise": 1},
        {"growth": -0.5, "growth_sd": 3, "loss": 1, "gap": 120, "tax": 1},
    ),
    "rest": (
        {"fx": 1e-6, "col": 1, "other_cost": 1e9},
        {"fx": 1e6, "benefits": [{"cost": 1e9}], "pension": 1, "work_hours": 168, "unpaid_ot": 168},
    ),
    "leave": ({"leave_weeks": 52, "sign_on": 1e9}, {"loss": 0.5, "commute_cost": 1e9}),
}
MAY_BE_NEGATIVE = {"effective_rate", "gap"}


def extremes() -> Iterator[Package]:
    """Every combination of the ends."""
    for combination in product(*ENDS.values()):
        yield read_package({name: x for part in combination for name, x in part.items()})[0]


def numbers(value: Any, where: str = "") -> Iterator[tuple[str, float]]:
    """Every number inside a result with the name of the field it stands in."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from numbers(inner, key if isinstance(key, str) else where)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from numbers(inner, where)
    elif isinstance(value, float | int):
        yield where, value


def test_there_are_648_of_them() -> None:
    assert len(list(extremes())) == 648


@pytest.mark.filterwarnings("error")
def test_every_figure_of_a_year_is_finite_and_none_is_negative() -> None:
    for package in extremes():
        year, split = mix(package), certainty(package)
        results = (year, split, hours(package), steadiness(package, CONSTANTS))
        for where, number in numbers([asdict(one) for one in results]):
            assert math.isfinite(number), (where, package)
            assert number >= 0 or where in MAY_BE_NEGATIVE, (where, package)
        expected = 1 if year.total else 0
        assert sum(year.shares.values()) == pytest.approx(expected, abs=1e-9)
        parts = split.guaranteed + split.variable + split.long_term
        assert parts == pytest.approx(expected, abs=1e-9)


@pytest.mark.filterwarnings("error")
def test_every_figure_of_the_years_ahead_is_finite_and_none_is_negative() -> None:
    move = Move(train_months=12, cost=1e9, pay_cut=1, success=0.5)
    job = expected_path(Package(), months=60)
    for package in extremes():
        path = expected_path(package, months=60)
        paid = list(numbers(asdict(path)))
        paid += [("now", path.net_present_value(0.05)), *numbers(path.cumulative)]
        drawn = simulate(package, months=60, paths=30, seed=1)
        paid += numbers(list(fan(drawn, CONSTANTS.fan_percentiles).bands.values()))
        for where, number in paid:
            assert math.isfinite(number), (where, package)
            assert number >= 0, (where, package)
        assert drawn.pay.min() >= 0
        assert drawn.equity.min() >= 0
        found = compare(job, path, move, rate=0.05, constants=CONSTANTS)
        assert all(math.isfinite(number) for _, number in numbers(asdict(found)))


@pytest.mark.filterwarnings("error")
def test_the_chance_of_being_ahead_is_a_share_even_between_extremes() -> None:
    packages = list(extremes())
    for job, step in zip(packages[::9], packages[::-9], strict=True):
        move = Move(train_months=120, search_months=120, cost=1e9, success=0.5)
        for one in (move, Move()):
            share = chance_ahead(job, step, one, months=60, paths=10, seed=1, constants=CONSTANTS)
            assert 0 <= share <= 1


@pytest.mark.filterwarnings("error")
def test_a_warning_would_be_noticed() -> None:
    with pytest.raises(RuntimeWarning):
        np.array([1e308]) * 10
