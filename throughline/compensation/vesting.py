"""When granted equity becomes one's own: the share vested by each month."""

import math
from itertools import pairwise

from throughline.compensation.package import MONTHS_IN_YEAR, Package


def vested(package: Package, month: int) -> float:
    """Share of the grant (0-1) vested by the end of ``month``; month 0 is the day of the grant."""
    if month < package.vest_cliff:
        return 0.0
    counted = math.floor(month / package.vest_step) * package.vest_step
    if package.vest_schedule is None:
        return min(1.0, counted / package.vest_months)
    years, months = divmod(counted, MONTHS_IN_YEAR)
    if years >= len(package.vest_schedule):
        return 1.0
    running = package.vest_schedule[years] * months / MONTHS_IN_YEAR
    return min(1.0, sum(package.vest_schedule[:years]) + running)


def vestings(package: Package, months: int) -> tuple[float, ...]:
    """Share of the grant (0-1) that vests in each of the first ``months`` months."""
    shares = [vested(package, month) for month in range(months + 1)]
    return tuple(later - earlier for earlier, later in pairwise(shares))
