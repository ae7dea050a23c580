"""How well the items of one scale hang together in a pool, and which figures a pool may show."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import correlation, fmean, stdev
from typing import Any, Literal

from throughline.distributions import f_quantile
from throughline.workshop.resampling import omegas

Interval = tuple[float, float]
Columns = Sequence[Sequence[float]]
Figure = Literal[
    "medians",
    "strips",
    "quadrants",
    "means",
    "spreads",
    "gaps",
    "steps",
    "subgroups",
    "alpha",
    "item_total",
    "alpha_if_deleted",
    "omega",
    "percentiles",
]

LONG_SCALE, LONG_SCALE_OMEGA_FROM, EARLY_UNTIL = 6, 50, 50

_FROM: tuple[tuple[int, tuple[Figure, ...]], ...] = (
    (5, ("medians", "strips", "quadrants")),
    (10, ("means", "spreads", "gaps", "steps", "subgroups")),
    (30, ("alpha", "item_total", "alpha_if_deleted")),
    (100, ("omega", "percentiles")),
)
_Z95, _Z90 = 1.96, 1.645
_ROUNDS, _SETTLED, _HIGHEST_COMMUNALITY = 500, 1e-8, 0.995


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """Statistics of one scale over its complete cases; None means not available.

    Attributes:
        n, dropped: people used, and people left out because an answer is missing.
        items: items of the scale.
        alpha, alpha_ci: Cronbach's alpha, at most 1, and its 95 % interval after Feldt.
        omega: McDonald's omega total of one factor, 0-1.
        item_total, item_total_ci: per item, correlation with the sum of the others, and its
            95 % interval after Fisher.
        alpha_if_deleted: per item, alpha of the others.
        mean_inter_item: mean correlation between two items.
        mean, sd: of the people's scale means, in scale points 0-10.
        sem_points: standard error of measurement on 0-100.
        change_limit_90, change_limit_95: one person's change on 0-100 that stays within noise.
    """

    n: int
    dropped: int
    items: int
    alpha: float | None
    alpha_ci: Interval | None
    omega: float | None
    item_total: tuple[float | None, ...]
    item_total_ci: tuple[Interval | None, ...]
    alpha_if_deleted: tuple[float | None, ...]
    mean_inter_item: float | None
    mean: float | None
    sd: float | None
    sem_points: float | None
    change_limit_90: float | None
    change_limit_95: float | None


def figures_allowed(n: int, *, items: int = 0) -> frozenset[Figure]:
    """Name the figures that ``n`` people are enough for; below 5 there are none.

    Args:
        n: people behind the figure; for item statistics, the complete cases of that scale.
        items: items of the scale; a long scale may show omega from 50 people, any scale from 100.
    """
    allowed = {figure for least, figures in _FROM if n >= least for figure in figures}
    if n >= LONG_SCALE_OMEGA_FROM and items >= LONG_SCALE:
        allowed.add("omega")
    return frozenset(allowed)


def is_early(n: int) -> bool:
    """Whether item statistics of ``n`` people carry the label "early"."""
    return n < EARLY_UNTIL


def item_statistics(people: Sequence[Sequence[float | None]]) -> ItemStatistics:
    """Compute every statistic that the complete cases allow.

    Args:
        people: one row per person with one keyed value (0-10) per item, None where unanswered.

    Raises:
        ValueError: the rows differ in length.
    """
    k = len(people[0]) if people else 0
    if any(len(row) != k for row in people):
        raise ValueError("every person needs one value or None for each item")
    answered = [[value for value in row if value is not None] for row in people]
    rows = [row for row in answered if len(row) == k]
    columns = [[row[item] for row in rows] for item in range(k)]
    others = [columns[:item] + columns[item + 1 :] for item in range(k)]
    n = len(rows)
    means = [fmean(row) for row in rows] if k else []
    alpha = _alpha(columns)
    sd = stdev(means) if len(means) > 1 else None
    sem = None if alpha is None or sd is None else 10 * sd * math.sqrt(max(0.0, 1 - alpha))
    totals = tuple(_correlation(columns[item], _sums(others[item])) for item in range(k))
    return ItemStatistics(
        n=n,
        dropped=len(people) - n,
        items=k,
        alpha=alpha,
        alpha_ci=None if alpha is None else _feldt(alpha, n, k),
        omega=omega_total(rows),
        item_total=totals,
        item_total_ci=tuple(_fisher(r, n) for r in totals),
        alpha_if_deleted=tuple(_alpha(rest) for rest in others),
        mean_inter_item=_mean_inter_item(columns),
        mean=fmean(means) if means else None,
        sd=sd,
        sem_points=sem,
        change_limit_90=None if sem is None else _Z90 * math.sqrt(2) * sem,
        change_limit_95=None if sem is None else _Z95 * math.sqrt(2) * sem,
    )


def omega_total(people: Sequence[Sequence[float]]) -> float | None:
    """Omega total, 0-1, of one factor fitted by iterated principal axis; rows are complete people.

    None when an item is constant, the factor explains an item almost wholly (communality over
    .995), the correlations cannot be inverted, or there are no more people than items.
    """
    # Kept out of the module's imports: the first page must not wait for numpy.
    import numpy as np

    values = np.array(people, dtype=float)
    if values.ndim != 2 or values.shape[1] < 2 or len(values) <= values.shape[1]:
        return None
    if np.any(np.ptp(values, axis=0) == 0):
        return None
    reduced = np.corrcoef(values, rowvar=False)
    if np.linalg.matrix_rank(reduced) < len(reduced):
        return None
    communality = 1 - 1 / np.diag(np.linalg.inv(reduced))
    loadings = np.sqrt(communality)
    for _ in range(_ROUNDS):
        np.fill_diagonal(reduced, communality)
        roots, axes = np.linalg.eigh(reduced)
        loadings = axes[:, -1] * math.sqrt(max(0.0, float(roots[-1])))
        before, communality = communality, loadings**2
        if np.max(communality) > _HIGHEST_COMMUNALITY:
            return None
        if np.max(np.abs(communality - before)) < _SETTLED:
            break
    spreads = values.std(axis=0, ddof=1)
    common = float(np.sum(loadings * spreads)) ** 2
    unique = float(np.sum((1 - communality) * spreads**2))
    return common / (common + unique)


def omega_interval(people: Columns, resamples: Any) -> Interval | None:
    """95 % interval of omega: plus and minus 1.96 SD over the resamples that have an omega.

    Args:
        people: complete rows, as for ``omega_total``.
        resamples: row numbers drawn with replacement, one row for each of them (the model asks for 2,000).
    """
    omega = omega_total(people)
    found = [] if omega is None else omegas(people, resamples)
    if omega is None or len(found) < 2:
        return None
    reach = _Z95 * stdev(found)
    return omega - reach, omega + reach


def _sums(columns: Columns) -> list[float]:
    return [sum(row) for row in zip(*columns, strict=True)]


def _variance(values: Sequence[float]) -> float:
    # statistics.variance is exact and 50 times slower; these sums are short.
    mean = fmean(values)
    return sum((value - mean) ** 2 for value in values) / (len(values) - 1)


def _alpha(columns: Columns) -> float | None:
    k = len(columns)
    if k < 2 or len(columns[0]) < 2:
        return None
    total = _variance(_sums(columns))
    if total < 1e-12:
        return None
    return k / (k - 1) * (1 - sum(_variance(column) for column in columns) / total)


def _feldt(alpha: float, n: int, k: int) -> Interval:
    df1, df2 = n - 1, (n - 1) * (k - 1)
    low, high = (1 - (1 - alpha) * f_quantile(share, df1, df2) for share in (0.975, 0.025))
    return low, high


def _correlation(left: Sequence[float], right: Sequence[float]) -> float | None:
    if any(len(side) < 2 or min(side) == max(side) for side in (left, right)):
        return None
    return correlation(left, right)


def _fisher(r: float | None, n: int) -> Interval | None:
    if r is None or n <= 3 or abs(r) >= 1:
        return None
    z, reach = math.atanh(r), _Z95 / math.sqrt(n - 3)
    return math.tanh(z - reach), math.tanh(z + reach)


def _mean_inter_item(columns: Columns) -> float | None:
    pairs = [_correlation(left, right) for left, right in combinations(columns, 2)]
    known = [r for r in pairs if r is not None]
    return fmean(known) if known and len(known) == len(pairs) else None
