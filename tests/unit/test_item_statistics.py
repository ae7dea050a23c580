"""Item statistics of a pool: what is computed, what is not available, and what may show when."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from throughline.workshop.item_statistics import (
    figures_allowed,
    is_early,
    item_statistics,
    omega_interval,
    omega_total,
)
from throughline.workshop.resampling import omegas

Matrix = NDArray[np.float64]

# Five people, three items, worked by hand: item variances 2.5, 2.5, 1; sums 6 9 11 14 15.
FIVE = [[1.0, 2.0, 3.0], [2.0, 4.0, 3.0], [3.0, 3.0, 5.0], [4.0, 6.0, 4.0], [5.0, 5.0, 5.0]]


def correlated(people: int, items: int, seed: int = 7) -> list[list[float]]:
    """Answers that share one cause, from a fixed seed."""
    draw = np.random.default_rng(seed)
    cause = draw.normal(size=(people, 1))
    values: list[list[float]] = (5 + cause + draw.normal(size=(people, items))).tolist()
    return values


def with_correlations(people: int, wanted: Matrix, seed: int = 5) -> list[list[float]]:
    """Answers whose sample correlations are exactly the wanted ones."""
    noise = np.random.default_rng(seed).normal(size=(people, len(wanted)))
    white = np.linalg.qr(np.c_[np.ones(people), noise])[0][:, 1:] * math.sqrt(people - 1)
    values: list[list[float]] = (white @ np.linalg.cholesky(wanted).T).tolist()
    return values


def parallel(people: int, items: int, *, r: float) -> list[list[float]]:
    """Answers in which every pair of items correlates the same."""
    return with_correlations(people, (1 - r) * np.eye(items) + r)


def test_alpha_is_one_minus_the_share_of_the_item_variances() -> None:
    assert item_statistics(FIVE).alpha == pytest.approx(1.5 * (1 - 6 / 13.5))


def test_a_person_with_a_missing_answer_is_dropped_and_counted() -> None:
    seen = item_statistics([*FIVE, [9.0, None, 9.0]])
    assert (seen.n, seen.dropped) == (5, 1)
    assert seen.alpha == item_statistics(FIVE).alpha


def test_rows_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="one value or None for each item"):
        item_statistics([[1.0, 2.0], [1.0]])


def test_items_that_agree_fully_have_alpha_one_and_no_noise_but_no_omega() -> None:
    seen = item_statistics([[float(n)] * 4 for n in range(6)])
    assert seen.alpha == pytest.approx(1)
    assert seen.sem_points == pytest.approx(0, abs=1e-6)
    assert seen.omega is None


def test_a_constant_item_has_no_item_total_and_the_scale_no_omega() -> None:
    seen = item_statistics([[*row, 5.0] for row in correlated(20, 3)])
    assert seen.item_total[3] is None
    assert seen.item_total_ci[3] is None
    assert seen.item_total[0] is not None
    assert seen.mean_inter_item is None
    assert seen.omega is None


def test_omega_needs_more_people_than_items() -> None:
    assert omega_total(correlated(5, 5)) is None
    assert omega_total(correlated(40, 5)) is not None


def test_an_item_that_repeats_another_has_no_omega() -> None:
    assert omega_total([[*row, row[0]] for row in correlated(40, 4)]) is None


def test_an_item_explained_wholly_by_the_factor_has_no_omega() -> None:
    # One factor would need a communality of .8 * .8 / .4 = 1.6 for the first item.
    people = with_correlations(30, np.array([[1, 0.8, 0.8], [0.8, 1, 0.4], [0.8, 0.4, 1]]))
    assert omega_total(people) is None


def test_omega_of_parallel_items_is_alpha() -> None:
    seen = item_statistics(parallel(30, 4, r=0.5))
    assert seen.alpha == pytest.approx(0.8)
    assert seen.omega == pytest.approx(0.8, abs=1e-6)
    assert seen.mean_inter_item == pytest.approx(0.5)


def test_omega_recovers_unequal_loadings_and_spreads() -> None:
    loadings, spreads = np.array([0.9, 0.7, 0.5, 0.4]), np.array([1.0, 2.0, 0.5, 3.0])
    wanted = np.outer(loadings, loadings)
    np.fill_diagonal(wanted, 1)
    people = (np.array(with_correlations(40, wanted)) * spreads).tolist()
    common = float(np.sum(loadings * spreads)) ** 2
    unique = float(np.sum((1 - loadings**2) * spreads**2))
    assert omega_total(people) == pytest.approx(common / (common + unique), abs=1e-6)


def test_omega_does_not_depend_on_the_sign_of_the_fitted_factor() -> None:
    people = correlated(60, 5)
    mirrored = [[10 - value for value in row] for row in people]
    assert omega_total(mirrored) == pytest.approx(omega_total(people) or 0)


def test_the_omega_interval_is_centred_and_as_wide_as_its_resamples_vary() -> None:
    people = correlated(60, 6)
    draw = np.random.default_rng(3)
    rounds = [draw.integers(0, 60, 60).tolist() for _ in range(50)]
    interval = omega_interval(people, rounds)
    assert interval
    found = [omega_total([people[row] for row in rows]) for rows in rounds]
    assert sum(interval) / 2 == pytest.approx(omega_total(people) or 0)
    assert interval[1] - interval[0] == pytest.approx(2 * 1.96 * np.std(found, ddof=1))  # type: ignore[arg-type]
    assert omega_interval(people, []) is None


@pytest.mark.parametrize(
    ("people", "items", "load"), [(60, 6, 0.6), (300, 7, 0.5), (100, 4, 0.6), (50, 6, 0.35)]
)
def test_omega_of_many_resamples_at_once_is_that_of_each_alone(
    people: int, items: int, load: float
) -> None:
    draw = np.random.default_rng(items)
    cause = draw.normal(size=(people, 1))
    raw = 5 + 2 * (load * cause + math.sqrt(1 - load**2) * draw.normal(size=(people, items)))
    values = np.clip(np.round(raw), 0, 10)
    rows = draw.integers(0, people, (150, people))
    slow = [omega_total(values[one].tolist()) for one in rows]
    fast = omegas(values.tolist(), rows)
    alone = [value for value in slow if value is not None]
    assert len(fast) == len(alone)
    assert sorted(fast) == pytest.approx(sorted(alone), abs=1e-4)
    assert np.std(fast) == pytest.approx(np.std(alone), abs=1e-5)


def test_resamples_without_an_omega_are_left_out() -> None:
    values = correlated(8, 3)
    same, few = [0] * 8, [0, 0, 0, 1, 1, 1, 1, 0]
    assert omegas(values, [same, few]) == []
    assert len(omegas(values, [same, list(range(8)), few])) == (omega_total(values) is not None)


@pytest.mark.parametrize("people", [[], [[1.0, 2.0]], [[None, 2.0], [1.0, None]]])
def test_a_pool_without_two_complete_people_has_no_statistics(
    people: list[list[float | None]],
) -> None:
    seen = item_statistics(people)
    assert (seen.alpha, seen.omega, seen.sd, seen.sem_points) == (None, None, None, None)
    assert seen.mean_inter_item is None
    assert all(r is None for r in seen.item_total)


@pytest.mark.parametrize(
    ("n", "low", "high"), [(10, 0.52, 0.94), (20, 0.62, 0.91), (30, 0.66, 0.89), (100, 0.73, 0.86)]
)
def test_the_interval_of_alpha_is_as_wide_as_the_gates_argue(
    n: int, low: float, high: float
) -> None:
    seen = item_statistics(parallel(n, 6, r=0.4))
    assert seen.alpha == pytest.approx(0.8)
    assert seen.alpha_ci == pytest.approx((low, high), abs=0.005)


@pytest.mark.parametrize(
    ("n", "low", "high"), [(10, -0.19, 0.86), (30, 0.17, 0.73), (50, 0.26, 0.68)]
)
def test_the_interval_of_an_item_total_is_as_wide_as_the_gates_argue(
    n: int, low: float, high: float
) -> None:
    seen = item_statistics(parallel(n, 2, r=0.5))
    assert seen.item_total[0] == pytest.approx(0.5)
    assert seen.item_total_ci[0] == pytest.approx((low, high), abs=0.005)


def test_fewer_than_five_people_may_show_nothing() -> None:
    assert not figures_allowed(0)
    assert not figures_allowed(4, items=27)


@pytest.mark.parametrize(
    ("n", "shown", "hidden"),
    [
        (5, {"medians", "strips", "quadrants"}, {"means", "subgroups", "alpha", "steps"}),
        (9, {"medians"}, {"means", "spreads", "gaps", "subgroups"}),
        (10, {"means", "spreads", "gaps", "steps", "subgroups"}, {"alpha", "item_total"}),
        (29, {"means"}, {"alpha", "item_total", "alpha_if_deleted", "percentiles"}),
        (30, {"alpha", "item_total", "alpha_if_deleted"}, {"omega", "percentiles"}),
        (99, {"alpha"}, {"percentiles"}),
        (100, {"alpha", "omega", "percentiles"}, set()),
    ],
)
def test_figures_appear_with_the_size_of_the_pool(
    n: int, shown: set[str], hidden: set[str]
) -> None:
    assert shown <= figures_allowed(n)
    assert not hidden & figures_allowed(n)


@pytest.mark.parametrize(
    ("n", "items", "shown"),
    [(49, 6, False), (50, 5, False), (50, 6, True), (99, 5, False), (100, 4, True)],
)
def test_omega_shows_from_fifty_people_for_long_scales_and_from_a_hundred_for_all(
    n: int, items: int, *, shown: bool
) -> None:
    assert ("omega" in figures_allowed(n, items=items)) is shown


def test_item_statistics_are_early_until_fifty_people() -> None:
    assert is_early(49)
    assert not is_early(50)
