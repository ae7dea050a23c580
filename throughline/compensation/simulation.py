"""Pay as it may turn out: thousands of simulated lives of one package, their fan, and the chance of being ahead."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from throughline.compensation.constants import PayConstants
from throughline.compensation.luck import Luck, Stream
from throughline.compensation.move import Move
from throughline.compensation.package import MONTHS_IN_YEAR, Package
from throughline.compensation.run_rate import base, benefits, hourly, retirement_rate
from throughline.compensation.vesting import vestings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WIDEST = 1e150  # beyond it the square of a spread leaves the range of a double


@dataclass(frozen=True, slots=True, eq=False)
class Simulation:
    """Simulated pay in report currency, before tax, with job loss: months x lives, never to be written to.

    Attributes:
        pay: salary, hourly pay, bonus, benefits, retirement and sign-on.
        equity: equity as it vests, at the price of that month.
    """

    pay: "NDArray[np.float64]"
    equity: "NDArray[np.float64]"

    @property
    def total(self) -> "NDArray[np.float64]":
        """Pay and equity by month."""
        return self.pay + self.equity

    @property
    def cumulative(self) -> "NDArray[np.float64]":
        """Pay and equity since the start by the end of each month."""
        return self.total.cumsum(axis=0)


@dataclass(frozen=True, slots=True)
class Fan:
    """Percentile (0-100) -> cumulative pay by the end of month 1, 2, ... (report currency)."""

    bands: Mapping[float, tuple[float, ...]]


def simulate(package: Package, *, months: int, paths: int, seed: int) -> Simulation:
    """Simulate ``paths`` (>= 1) lives of ``months`` (>= 1); equal for equal arguments on one numpy version."""
    luck = Luck(seed, paths)
    levels = _levels(package, luck, years=-(-months // MONTHS_IN_YEAR))
    pay = _base_months(package, luck, months)
    for year, level in enumerate(levels):
        pay[_months_of(year)] *= level
    pay *= 1 + retirement_rate(package)
    pay += benefits(package) / MONTHS_IN_YEAR
    bonuses = _bonuses(package, luck, years=months // MONTHS_IN_YEAR)
    for year, bonus in enumerate(bonuses):
        pay[_months_of(year)][-1] += bonus * levels[year]
    equity = _equity(package, luck, months)
    if package.loss > 0:
        paid, kept = _employment(package, luck, months)
        pay *= paid
        equity *= kept
    pay[0] += package.sign_on
    pay *= package.fx
    equity *= package.fx
    pay.flags.writeable = equity.flags.writeable = False
    return Simulation(pay, equity)


def fan(simulation: Simulation, percentiles: Sequence[float]) -> Fan:
    """Percentiles (0-100, rising) of cumulative pay by month, linear between two lives."""
    import numpy as np

    # Sorted whole, as numpy's own percentile takes six times as long to come to the same numbers.
    lives = np.sort(simulation.cumulative, axis=1)
    place = np.array(percentiles) / 100 * (lives.shape[1] - 1)
    below, above = (lives[:, end.astype(int)].T for end in (np.floor(place), np.ceil(place)))
    bands = below + (above - below) * (place % 1)[:, None]
    return Fan({p: tuple(band.tolist()) for p, band in zip(percentiles, bands, strict=True)})


def chance_ahead(
    job: Package,
    career: Package,
    move: Move,
    *,
    months: int,
    paths: int,
    seed: int,
    constants: PayConstants,
) -> float:
    """Share of lives (0-1) in which the move has brought at least as much as the job after ``months``.

    Both jobs live on the same luck, and each may be lost. Whether the move succeeds is drawn once per life.
    """
    stay = simulate(job, months=months, paths=paths, seed=seed).total
    leave = simulate(career, months=months, paths=paths, seed=seed).total
    trained = min(move.train_months, months)
    started = min(move.train_months + move.search_months, months)
    lost = move.pay_cut * stay[:trained].sum(axis=0)
    lost += move.search_cut * stay[trained:started].sum(axis=0)
    lost += move.net_cost * (trained / move.train_months if move.train_months else 1)
    succeeds = Luck(seed, paths).uniforms("success", 1)[0] < move.success
    gained = (leave[: months - started] - stay[started:]).sum(axis=0) * succeeds
    slack = constants.break_even_tolerance * max(1.0, float(stay.max()))
    return float((gained - lost >= -slack).mean())


def _months_of(year: int) -> slice:
    return slice(year * MONTHS_IN_YEAR, (year + 1) * MONTHS_IN_YEAR)


def _factors(luck: Luck, stream: Stream, rows: int, *, spread: float) -> "NDArray[np.float64]":
    """Lognormal factors of mean 1 and coefficient of variation ``spread`` (>= 0)."""
    import numpy as np

    if spread <= 0:
        return np.ones((rows, luck.paths))
    variance = math.log1p(min(spread, _WIDEST) ** 2)
    return np.exp(math.sqrt(variance) * luck.normals(stream, rows) - variance / 2)


def _levels(package: Package, luck: Luck, *, years: int) -> "NDArray[np.float64]":
    """Pay level by year, 1 in the first."""
    import numpy as np

    grown = 1 + package.growth
    levels = np.ones((years, luck.paths))
    levels[1:] = grown * _factors(luck, "raise", years - 1, spread=package.growth_sd / grown)
    if package.promo_p > 0 and package.promo_raise > 0:
        promoted = luck.uniforms("promotion", years - 1) < package.promo_p
        levels[1:] *= 1 + package.promo_raise * promoted
    return levels.cumprod(axis=0)


def _base_months(package: Package, luck: Luck, months: int) -> "NDArray[np.float64]":
    """Salary and hourly pay by month before raises (package currency)."""
    import numpy as np

    weeks = package.weeks / MONTHS_IN_YEAR
    spread = package.wage * package.hours_sd * math.sqrt(weeks)
    if not spread:
        return np.full((months, luck.paths), base(package) / MONTHS_IN_YEAR)
    earned = hourly(package) / MONTHS_IN_YEAR + spread * luck.normals("hours", months)
    promised = package.wage * package.hours_min * weeks
    return package.salary / MONTHS_IN_YEAR + np.maximum(earned, promised)


def _bonuses(package: Package, luck: Luck, *, years: int) -> "NDArray[np.float64]":
    """Bonus by year before raises (package currency)."""
    import numpy as np

    payouts = np.full((years, luck.paths), package.bonus_floor)
    if package.bonus_target > 0 and package.bonus_k > 0:
        paid = luck.uniforms("bonus paid", years) < package.bonus_p
        sizes = _factors(luck, "bonus size", years, spread=package.bonus_sd / package.bonus_k)
        payouts += (1 - package.bonus_floor) * package.bonus_k * sizes * paid
    payouts *= base(package) * package.bonus_target
    return payouts


def _equity(package: Package, luck: Luck, months: int) -> "NDArray[np.float64]":
    """Equity by month as it vests (package currency)."""
    import numpy as np

    grant = package.grant
    if not grant.units * grant.price:
        return np.zeros((months, luck.paths))
    drift = (package.eq_mu - package.eq_sigma**2 / 2) / MONTHS_IN_YEAR
    growth = np.full((months, luck.paths), drift)
    if package.eq_sigma > 0:
        growth += package.eq_sigma / math.sqrt(MONTHS_IN_YEAR) * luck.normals("price", months)
    worth: NDArray[np.float64] = np.maximum(
        grant.price * np.exp(growth.cumsum(axis=0)) - grant.strike, 0.0
    )
    becomes_cash = luck.uniforms("cash", 1) < package.eq_q
    worth *= grant.units * np.array(vestings(package, months))[:, None]
    worth *= becomes_cash
    return worth


def _employment(
    package: Package, luck: Luck, months: int
) -> tuple["NDArray[np.bool_]", "NDArray[np.bool_]"]:
    """Which months are paid, and in which the first job is not yet lost."""
    import numpy as np

    hit = luck.uniforms("job loss", months) < 1 - (1 - package.loss) ** (1 / MONTHS_IN_YEAR)
    paid, kept = np.empty_like(hit), np.empty_like(hit)
    idle = np.zeros(luck.paths, dtype=np.int64)  # months without pay still to come
    first_job = np.ones(luck.paths, dtype=np.bool_)
    for month in range(months):
        lost = hit[month] & (idle == 0)
        idle[lost] = package.gap
        first_job &= ~lost
        paid[month], kept[month] = idle == 0, first_job
        idle -= idle > 0
    return paid, kept
