"""Quantiles of Student's t and of F, and the normal distribution function, without a 110 MB dependency (ADR 0003)."""

import math
from functools import lru_cache
from statistics import NormalDist

_STEPS = 200
_TINY = 1e-300


def normal_cdf(z: float) -> float:
    """Share of a standard normal distribution below ``z``, 0-1."""
    return NormalDist().cdf(z)


@lru_cache(maxsize=1024)
def t_quantile(share: float, df: float) -> float:
    """Point of Student's t with ``df`` degrees of freedom below which ``share`` (0.5-1) lies."""
    # P(T > t) = I_x(df/2, 1/2) / 2 with x = df / (df + t^2).
    x = _beta_quantile(2 * (1 - share), df / 2, 0.5)
    return math.sqrt(df * (1 - x) / x)


@lru_cache(maxsize=1024)
def f_quantile(share: float, df1: float, df2: float) -> float:
    """Point of the F distribution with ``df1`` and ``df2`` degrees of freedom below which ``share`` (0-1) lies."""
    x = _beta_quantile(share, df1 / 2, df2 / 2)
    return df2 * x / (df1 * (1 - x))


def _beta_quantile(share: float, a: float, b: float) -> float:
    """Bisection: monotone, cannot miss, and 200 halvings end at the limit of a double."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if _beta_cdf(middle, a, b) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _beta_cdf(x: float, a: float, b: float) -> float:
    """Regularised incomplete beta function by its continued fraction (Lentz's method)."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    if x < (a + 1) / (a + b + 2):
        return front * _continued_fraction(x, a, b) / a
    return 1 - front * _continued_fraction(1 - x, b, a) / b


def _continued_fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, _STEPS):
        for step in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _away_from_zero(1 + step * d)
            c = _away_from_zero(1 + step / c)
            result *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return result


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
