"""Quantiles and the normal distribution agree with an independent implementation."""

import pytest
from scipy import stats

from throughline.distributions import f_quantile, normal_cdf, t_quantile


@pytest.mark.parametrize("df", [1, 2, 10, 12.5, 29, 42, 49, 1000])
@pytest.mark.parametrize("share", [0.5, 0.75, 0.9, 0.95, 0.975, 0.995])
def test_student_t_agrees_with_scipy(share: float, df: float) -> None:
    assert t_quantile(share, df) == pytest.approx(stats.t.ppf(share, df), abs=1e-7)


@pytest.mark.parametrize("people", [3, 10, 36, 100, 1000, 10_000])
@pytest.mark.parametrize("items", [2, 6, 27])
@pytest.mark.parametrize("share", [0.025, 0.5, 0.975])
def test_f_agrees_with_scipy_for_any_pool(share: float, items: int, people: int) -> None:
    df1, df2 = people - 1, (people - 1) * (items - 1)
    assert f_quantile(share, df1, df2) == pytest.approx(stats.f.ppf(share, df1, df2), rel=1e-9)


@pytest.mark.parametrize("z", [-40.0, -3.1, -1, 0, 0.25, 1.96, 40.0])
def test_the_normal_distribution_agrees_with_scipy(z: float) -> None:
    assert normal_cdf(z) == pytest.approx(stats.norm.cdf(z), abs=1e-12)


def test_the_upper_and_lower_quantiles_of_f_mirror_each_other() -> None:
    assert f_quantile(0.975, 35, 175) == pytest.approx(1 / f_quantile(0.025, 175, 35))
