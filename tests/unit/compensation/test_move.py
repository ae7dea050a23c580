"""When a move has paid for itself, month by month and in closed form."""

import math
from dataclasses import replace

import numpy as np
import pytest

from throughline.compensation.constants import PayConstants
from throughline.compensation.move import (
    Move,
    break_even,
    break_even_month,
    break_even_time,
    compare,
    path_of_move,
    read_move,
    running_difference,
)
from throughline.compensation.package import Package
from throughline.compensation.path import expected_path
from throughline.compensation.reader import Issue

CONSTANTS = PayConstants()
MONTHS = 600


def month_of(job: float, career: float, move: Move, *, rate: float) -> int | None:
    """Break-even of constant pay, month by month."""
    stay = [job] * MONTHS
    path = path_of_move(stay, [career] * MONTHS, move)
    return break_even(path, stay, rate=rate, constants=CONSTANTS)


def random_move(rng: np.random.Generator) -> tuple[float, float, Move]:
    """Job pay, career pay and a move with its share of round, empty and hopeless cases."""
    job = float(rng.choice([0, 1000, 3000, rng.uniform(500, 20_000)]))
    move = Move(
        train_months=int(rng.choice([0, 0, 6, int(rng.integers(1, 37))])),
        search_months=int(rng.choice([0, 3, int(rng.integers(0, 13))])),
        cost=float(rng.choice([0, 5_000, rng.uniform(0, 40_000)])),
        subsidy=float(rng.choice([0, 0, rng.uniform(0, 10_000)])),
        pay_cut=float(rng.choice([0, 0.4, 1, rng.random()])),
        search_cut=float(rng.choice([0, 1, rng.random()])),
        success=float(rng.choice([1, 1, rng.random()])),
    )
    return job, job * rng.uniform(0.8, 2.5) + float(rng.choice([0, 400])), move


@pytest.mark.parametrize("rate", [0, 0.05, 0.12])
def test_the_month_by_month_break_even_is_the_closed_form(rate: float) -> None:
    rng = np.random.Generator(np.random.PCG64(3))
    outcomes = []
    for _ in range(1000):
        job, career, move = random_move(rng)
        time = break_even_time(job, career, move, rate=rate)
        expected = break_even_month(time, CONSTANTS)
        if expected is not None and expected > MONTHS:
            expected = None
        assert month_of(job, career, move, rate=rate) == expected, (job, career, move)
        outcomes.append(expected)
    assert None in outcomes
    assert 1 in outcomes
    assert len(set(outcomes)) > 50


def test_a_step_that_pays_less_is_never_even_unless_it_is_never_reached() -> None:
    move = Move(train_months=6, cost=100)

    assert break_even_time(3000, 2900, move, rate=0.05) is None
    assert break_even_time(3000, 2900, Move(), rate=0.05) is None
    assert break_even_time(3000, 3000, move, rate=0.05) is None
    assert break_even_time(3000, 2900, Move(success=0), rate=0.05) == 0
    assert break_even_month(None, CONSTANTS) is None


def test_a_step_whose_gain_is_eaten_by_discounting_is_never_even() -> None:
    move = Move(train_months=12, cost=100_000)

    assert break_even_time(3000, 3100, move, rate=0.05) is None
    assert month_of(3000, 3100, move, rate=0.05) is None
    assert break_even_time(3000, 3100, move, rate=0) == 1012


def test_whoever_puts_nothing_in_is_even_at_once() -> None:
    waiting = Move(train_months=12, search_months=3)

    for rate in (0, 0.05):
        assert break_even_time(3000, 4200, waiting, rate=rate) == 0
        assert month_of(3000, 4200, waiting, rate=rate) == 1
    assert break_even_month(0, CONSTANTS) == 1


def test_a_cost_without_training_leaves_in_the_first_month() -> None:
    path = path_of_move([100] * 4, [150] * 4, Move(search_months=2, cost=30, search_cut=0.1))

    assert path == (60, 90, 150, 150)


def test_a_move_is_paid_in_training_cut_in_the_search_and_weighed_after() -> None:
    move = Move(2, 1, cost=50, subsidy=10, pay_cut=0.5, search_cut=0.25, success=0.5)
    path = path_of_move([100, 100, 100, 100, 200], [300, 500, 1, 1, 1], move)

    assert path == (30, 30, 75, 200, 350)


def test_a_subsidy_never_pays_more_than_the_cost() -> None:
    assert Move(cost=100, subsidy=300).net_cost == 0


def test_a_training_longer_than_the_comparison_is_paid_as_far_as_it_goes() -> None:
    assert path_of_move([100] * 3, [200] * 3, Move(train_months=6, cost=60)) == (90, 90, 90)


def test_a_move_paid_back_to_the_last_coin_is_even_in_any_currency() -> None:
    stay, step = (expected_path(Package(salary=pay), months=120) for pay in (6e6, 9.84e6))
    move = Move(train_months=18, cost=320_000 * 39)
    found = compare(stay, step, move, rate=0, constants=CONSTANTS)

    assert found.difference[56] != 0, "binary sums miss the round figure here"
    assert found.break_even == 18 + 39


def test_one_unit_more_every_month_is_even_at_once() -> None:
    job = [3000 + month for month in range(60)]
    path = [pay + 1 for pay in job]

    assert break_even(path, job, rate=0.05, constants=CONSTANTS) == 1


def test_falling_behind_again_postpones_the_break_even() -> None:
    job, path = [10] * 6, [5, 20, 2, 12, 11, 10]

    assert running_difference(path, job, rate=0) == (-5, 5, -3, -1, 0, 0)
    assert break_even(path, job, rate=0, constants=CONSTANTS) == 5
    assert break_even([*path, 9], [*job, 10], rate=0, constants=CONSTANTS) is None


@pytest.mark.parametrize("rate", [5e-324, 1e-300, 1e-17, 1e-12, 1e-6])
def test_a_rate_near_nought_gives_the_time_at_nought(rate: float) -> None:
    move = Move(train_months=12, cost=6_000, pay_cut=0.4)

    time = break_even_time(3000, 4200, move, rate=rate)
    assert time == pytest.approx(29, abs=1e-4)


def test_a_gain_too_small_for_a_number_is_never_even() -> None:
    time = break_even_time(0, 1e-320, Move(cost=1e9), rate=0)

    assert time is not None
    assert break_even_month(time, CONSTANTS) is None


def test_two_packages_are_compared_on_their_expected_paths() -> None:
    job = expected_path(Package(salary=36_000, loss=0.5, gap=9), months=120)
    step = expected_path(Package(salary=50_400), months=120)
    move = Move(train_months=12, cost=6_000, pay_cut=0.4)
    found = compare(job, step, move, rate=0, constants=CONSTANTS)

    assert found.break_even == 29
    assert found.pay_crossover == 13
    assert found.difference_at(60) == pytest.approx(37_200)
    assert found.difference_at(120) == pytest.approx(109_200)
    assert found.difference_at(121) is None
    assert found.path[:13] == pytest.approx([1300] * 12 + [4200])


def test_the_crossover_ignores_lumps_and_costs() -> None:
    job = Package(salary=36_000, bonus_target=0.2, growth=0.02)
    step = Package(salary=30_000, sign_on=90_000, shares=9_000, price=9, growth=0.1)
    stay, leave = (expected_path(one, months=120) for one in (job, step))
    found = compare(stay, leave, Move(cost=1e6), rate=0, constants=CONSTANTS)
    level = next(y for y in range(10) if 30 * 1.1**y > 36 * 1.2 * 1.02**y)

    assert found.pay_crossover == 12 * level + 1
    assert found.path[0] > job.salary / 12 - 1e6 + 80_000


def test_pay_that_is_never_more_never_crosses() -> None:
    same = expected_path(Package(salary=33_333.33, growth=0.03), months=60)

    for move in (Move(success=0.3), Move(success=0.7, cost=5), Move(train_months=60)):
        assert compare(same, same, replace(move), rate=0, constants=CONSTANTS).pay_crossover is None


def test_a_move_is_read_within_its_limits() -> None:
    move, noted = read_move({"train_months": "6.6", "cost": -5, "success": 2, "pay_cut": "half"})

    assert move == Move(train_months=7)
    assert noted == (
        Issue("train_months", "rounded", 0, 120),
        Issue("cost", "clipped", 0, 1e9),
        Issue("pay_cut", "missing", 0, 1),
        Issue("success", "clipped", 0, 1),
    )
    assert read_move({}) == (Move(), ())
    assert math.isclose(read_move({"success": "0.25"})[0].success, 0.25)
