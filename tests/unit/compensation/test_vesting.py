"""When equity vests: even, by steps, by a schedule, and never before the cliff."""

import pytest

from throughline.compensation.package import Package
from throughline.compensation.vesting import vested, vestings


@pytest.mark.parametrize(
    ("month", "share"), [(0, 0), (11, 0), (12, 0.25), (24, 0.5), (48, 1), (60, 1)]
)
def test_four_years_with_a_cliff_of_one(month: int, share: float) -> None:
    assert vested(Package(), month) == share


@pytest.mark.parametrize(
    ("month", "share"), [(11, 0), (12, 0.05), (18, 0.125), (24, 0.2), (36, 0.6), (48, 1), (60, 1)]
)
def test_a_schedule_is_followed_evenly_inside_each_year(month: int, share: float) -> None:
    package = Package(vest_schedule=(0.05, 0.15, 0.4, 0.4))

    assert vested(package, month) == pytest.approx(share, abs=1e-15)


@pytest.mark.parametrize(("month", "share"), [(12, 0.25), (14, 0.25), (15, 0.3125)])
def test_a_quarterly_step_waits_for_its_quarter(month: int, share: float) -> None:
    assert vested(Package(vest_step=3), month) == share
    even = Package(vest_step=3, vest_schedule=(0.25,) * 4)
    assert vested(even, month) == pytest.approx(share)


def test_a_step_that_does_not_divide_the_vesting_still_ends_whole() -> None:
    package = Package(vest_months=50, vest_step=12)

    assert [vested(package, month) for month in (48, 50, 59, 60)] == [0.96, 0.96, 0.96, 1]


def test_what_vests_month_by_month_sums_to_what_has_vested() -> None:
    package = Package(vest_cliff=6)
    monthly = vestings(package, 60)

    assert len(monthly) == 60
    assert monthly[:6] == pytest.approx((0, 0, 0, 0, 0, 6 / 48))
    assert sum(monthly) == pytest.approx(1)
    assert sum(monthly[:30]) == pytest.approx(vested(package, 30))
