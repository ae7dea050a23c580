"""Simulated pay agrees with the expected path where there is one, and with a plain count where not."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from throughline.compensation.constants import PayConstants
from throughline.compensation.luck import Luck
from throughline.compensation.move import Move
from throughline.compensation.package import Benefit, Package
from throughline.compensation.path import expected_path
from throughline.compensation.simulation import Simulation, chance_ahead, fan, simulate

if TYPE_CHECKING:
    from numpy.typing import NDArray

PATHS = 20_000
SEED = 7
PLAIN = Package(salary=60_000)
BUSY = Package(
    salary=20_000,
    wage=20,
    hours=20,
    hours_sd=4,
    bonus_target=0.2,
    bonus_p=0.7,
    bonus_k=0.9,
    bonus_sd=0.4,
    bonus_floor=0.1,
    sign_on=1000,
    benefits=(Benefit(2000, 0.5),),
    pension=0.05,
    growth=0.02,
    growth_sd=0.03,
    promo_p=0.1,
    promo_raise=0.1,
    fx=1.5,
)
GRANT = replace(BUSY, shares=1000, price=10, strike=4, eq_mu=0.05, eq_sigma=0.5, eq_q=0.4)


def run(package: Package, *, months: int = 60, paths: int = PATHS) -> Simulation:
    """Simulate on the luck of these tests."""
    return simulate(package, months=months, paths=paths, seed=SEED)


def assert_mean(drawn: "NDArray[np.float64]", expected: float) -> None:
    """The mean over lives is within four standard errors, taken from mirrored pairs."""
    half = drawn.size // 2
    pairs = (drawn[:half] + drawn[half:]) / 2
    error = pairs.std() / np.sqrt(half)
    assert abs(drawn.mean() - expected) <= 4 * error + 1e-9 * abs(expected)


@pytest.mark.parametrize(
    "package",
    [
        replace(PLAIN, growth=0.03, growth_sd=0.08),
        replace(PLAIN, promo_p=0.2, promo_raise=0.15),
        replace(PLAIN, bonus_target=0.3, bonus_p=0.6, bonus_k=1.1, bonus_sd=0.5),
        replace(PLAIN, bonus_target=0.3, bonus_p=0.6, bonus_sd=0.5, bonus_floor=0.4),
        replace(PLAIN, bonus_target=0.3, bonus_k=0, bonus_sd=1, bonus_floor=0.4),
        Package(wage=20, hours=36, hours_sd=7.2, ot_mult=1.5),
        Package(shares=480, price=10, eq_mu=0.08, eq_sigma=0.4, eq_q=0.5),
        Package(shares=480, price=10, strike=8, eq_mu=0.03, eq_sigma=0.6),
        Package(ownership=0.01, exit_value=1e6, shares=50, strike=90, eq_sigma=0.3),
        BUSY,
        GRANT,
    ],
    ids=[
        *("raise", "promotion", "bonus", "bonus with a floor", "no bonus beyond the floor"),
        *("hours", "share award", "option", "ownership", "everything but equity", "everything"),
    ],
)
def test_the_mean_of_every_month_is_the_expected_one(package: Package) -> None:
    drawn, path = run(package), expected_path(package, months=60)

    for month in (1, 11, 12, 13, 24, 30, 48, 60):
        assert_mean(drawn.total[month - 1], path.total[month - 1])
    assert_mean(drawn.cumulative[-1], path.cumulative[-1])


def test_nothing_vests_before_the_cliff() -> None:
    assert not run(GRANT).equity[:11].any()
    assert run(GRANT).equity[11].any()


def test_pay_without_chance_is_the_expected_path_in_every_life() -> None:
    package = replace(PLAIN, growth=0.03, bonus_target=0.1, shares=10, price=5, sign_on=7, fx=2)
    drawn, path = run(package, paths=3), expected_path(package, months=60)

    assert drawn.total == pytest.approx(np.array(path.total)[:, None].repeat(3, axis=1))


def test_guaranteed_hours_are_always_paid() -> None:
    package = Package(wage=20, hours=36, hours_sd=20, hours_min=30)

    assert run(package).pay.min() == pytest.approx(20 * 30 * 52 / 12)


def test_hours_never_pay_less_than_nothing() -> None:
    assert run(Package(wage=20, hours=10, hours_sd=50)).pay.min() == 0


def test_a_job_lost_for_good_is_held_as_long_as_the_odds_say() -> None:
    package = Package(
        salary=12, shares=60, price=1, vest_months=60, vest_cliff=0, loss=0.2, gap=120
    )
    drawn = run(package)
    kept = 0.8 ** (1 / 12)

    for month in (1, 12, 36, 60):
        share, expected = (drawn.pay[month - 1] > 0).mean(), kept**month
        assert abs(share - expected) < 4 * np.sqrt(expected * (1 - expected) / PATHS)
        assert np.array_equal(drawn.pay[month - 1] > 0, drawn.equity[month - 1] > 0)


def test_jobs_lost_and_found_pay_their_long_run_share() -> None:
    drawn = run(Package(salary=12, loss=0.3, gap=3), months=1200, paths=2000).pay
    h = 1 - 0.7 ** (1 / 12)
    shares = (drawn[600:] > 0).mean(axis=0)
    expected = (1 / h - 1) / (1 / h - 1 + 3)

    assert abs(shares.mean() - expected) < 4 * shares.std() / np.sqrt(shares.size)


@pytest.mark.parametrize("gap", [0, 1, 3, 120])
def test_job_loss_is_the_story_told_month_by_month(gap: int) -> None:
    months, paths = 60, 200
    package = Package(
        salary=12, sign_on=5, shares=60, price=1, vest_months=60, vest_cliff=0, loss=0.6, gap=gap
    )
    drawn = run(package, paths=paths)
    chance = 1 - 0.4 ** (1 / 12)
    rolls = Luck(SEED, paths).uniforms("job loss", months)
    for life in range(paths):
        unpaid_until, first_job = -1, True
        for month in range(months):
            if month > unpaid_until and rolls[month, life] < chance:
                unpaid_until, first_job = month + gap - 1, False
            paid = float(month > unpaid_until)
            assert drawn.pay[month, life] == paid + (5 if month == 0 else 0)
            assert drawn.equity[month, life] == pytest.approx(float(first_job))


def test_a_job_that_is_always_lost_never_pays() -> None:
    drawn = run(Package(salary=12, shares=9, price=9, loss=1, gap=2), paths=10)

    assert not drawn.total.any()


def test_the_same_seed_gives_the_same_arrays_and_another_does_not() -> None:
    one, same = run(GRANT, paths=500), run(GRANT, paths=500)
    other = simulate(GRANT, months=60, paths=500, seed=SEED + 1)

    assert np.array_equal(one.pay, same.pay)
    assert np.array_equal(one.equity, same.equity)
    assert not np.array_equal(one.pay, other.pay)
    assert not np.array_equal(one.equity, other.equity)


@pytest.mark.parametrize("loss", [0.0, 0.3])
def test_adding_equity_leaves_every_other_draw_alone(loss: float) -> None:
    without, with_equity = (
        run(replace(package, loss=loss, gap=2), paths=500) for package in (BUSY, GRANT)
    )

    assert np.array_equal(without.pay, with_equity.pay)
    assert not without.equity.any()


@pytest.mark.parametrize(
    "change",
    [{"hours_sd": 0.0}, {"promo_p": 0.0}, {"bonus_sd": 0.0}, {"bonus_target": 0.0}],
    ids=lambda change: next(iter(change)),
)
def test_taking_a_part_away_leaves_the_equity_alone(change: dict[str, float]) -> None:
    without = replace(GRANT, **change)  # type: ignore[arg-type]

    assert np.array_equal(run(without, paths=500).equity, run(GRANT, paths=500).equity)
    assert not np.array_equal(run(without, paths=500).pay, run(GRANT, paths=500).pay)


def test_a_longer_simulation_begins_like_a_shorter_one() -> None:
    package = replace(GRANT, loss=0.2, gap=3)
    longer, shorter = run(package, months=120, paths=50), run(package, paths=50)

    assert np.array_equal(longer.total[:60], shorter.total)


@pytest.mark.parametrize("months", [1, 11, 12, 13])
def test_any_number_of_months_can_be_simulated(months: int) -> None:
    assert run(GRANT, months=months, paths=3).total.shape == (months, 3)


def test_a_simulation_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        run(GRANT, paths=2).pay[0, 0] = 1


@pytest.mark.parametrize("paths", [1, 2, 7, 500])
def test_the_fan_holds_the_percentiles_of_what_has_been_paid(paths: int) -> None:
    drawn = run(GRANT, paths=paths)
    found = fan(drawn, PayConstants().fan_percentiles)

    assert tuple(found.bands) == (5, 25, 50, 75, 95)
    assert len(found.bands[5]) == 60
    for percentile, band in found.bands.items():
        assert band == pytest.approx(np.percentile(drawn.cumulative, percentile, axis=1))


JOB, STEP = Package(salary=36_000), Package(salary=50_400)
COURSE = Move(train_months=12, cost=6_000, pay_cut=0.4)


def chance(job: Package, step: Package, move: Move, *, months: int = 60) -> float:
    """Chance of being ahead on the luck of these tests."""
    return chance_ahead(
        job, step, move, months=months, paths=PATHS, seed=SEED, constants=PayConstants()
    )


@pytest.mark.parametrize(("months", "share"), [(11, 0), (28, 0), (29, 1), (60, 1)])
def test_without_chance_the_move_is_ahead_from_its_break_even_on(months: int, share: float) -> None:
    assert chance(JOB, STEP, COURSE, months=months) == share


def test_the_chance_of_being_ahead_is_the_chance_of_success_when_nothing_else_is_open() -> None:
    share = chance(JOB, STEP, replace(COURSE, success=0.6))

    assert abs(share - 0.6) < 4 * np.sqrt(0.6 * 0.4 / PATHS)


@pytest.mark.parametrize("move", [Move(), Move(success=0)])
def test_a_move_to_the_same_job_is_never_behind(move: Move) -> None:
    assert chance(GRANT, GRANT, move) == 1


def test_a_cost_without_training_leaves_at_once() -> None:
    assert chance(JOB, STEP, Move(cost=1_200), months=1) == 1
    assert chance(JOB, STEP, Move(cost=1_201), months=1) == 0
    assert chance(JOB, STEP, Move(cost=1_201, subsidy=1), months=1) == 1


def test_the_chance_of_being_ahead_is_a_plain_count_of_lives() -> None:
    job, step = replace(BUSY, loss=0.1, gap=3), replace(GRANT, salary=30_000, loss=0.2, gap=4)
    move = Move(4, 3, cost=9_000, subsidy=1_000, pay_cut=0.5, search_cut=0.1, success=0.7)
    stay, leave = run(job, paths=300).total, run(step, paths=300).total
    lucky = Luck(SEED, 300).uniforms("success", 1)[0] < 0.7
    ahead = 0
    for life in range(300):
        gained = 0.0
        for month in range(60):
            old = stay[month, life]
            if month < 4:
                new = 0.5 * old - 2_000
            elif month < 7:
                new = 0.9 * old
            else:
                new = leave[month - 7, life] if lucky[life] else old
            gained += new - old
        ahead += gained >= 0

    found = chance_ahead(job, step, move, months=60, paths=300, seed=SEED, constants=PayConstants())
    assert found == ahead / 300
    assert 0.1 < found < 0.9
