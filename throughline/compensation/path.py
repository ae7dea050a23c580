"""The expected path of pay, month by month, as long as the job is not lost."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from throughline.compensation.package import MONTHS_IN_YEAR, Package, Part
from throughline.compensation.run_rate import base, benefits, hourly, payout, retirement_rate
from throughline.compensation.vesting import vestings
from throughline.distributions import normal_cdf


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a path: part -> amount, the one-off sign-on, and their total (report currency)."""

    amounts: Mapping[Part, float]
    sign_on: float
    total: float


@dataclass(frozen=True, slots=True)
class Path:
    """Expected pay of month 1, 2, ... in report currency, before tax, without job loss.

    Attributes:
        parts: part -> pay by month, in the article's order; a bonus stands in the month it is paid.
        sign_on: one-off, paid in month 1 on top of the parts.
        steady: pay by month with each bonus spread over its year, without sign-on and equity.
    """

    parts: Mapping[Part, tuple[float, ...]]
    sign_on: float
    steady: tuple[float, ...]

    @property
    def total(self) -> tuple[float, ...]:
        """Pay by month, all parts and the sign-on."""
        sums = [sum(month) for month in zip(*self.parts.values(), strict=True)]
        return (sums[0] + self.sign_on, *sums[1:])

    @property
    def cumulative(self) -> tuple[float, ...]:
        """Pay since the start by the end of each month."""
        return tuple(accumulate(self.total))

    @property
    def years(self) -> tuple[Year, ...]:
        """The whole years of the path, first to last."""
        found = []
        for start in range(0, len(self.steady) - MONTHS_IN_YEAR + 1, MONTHS_IN_YEAR):
            months = slice(start, start + MONTHS_IN_YEAR)
            amounts = {part: sum(pay[months]) for part, pay in self.parts.items()}
            sign_on = 0.0 if start else self.sign_on
            found.append(Year(amounts, sign_on, sum(amounts.values()) + sign_on))
        return tuple(found)

    def net_present_value(self, rate: float) -> float:
        """Worth of the path today at a yearly ``rate`` (> -1), each month paid at its end."""
        return sum(
            pay * discount(rate, month=month) for month, pay in enumerate(self.total, start=1)
        )


def discount(rate: float, *, month: int) -> float:
    """Worth today of 1 paid at the end of ``month`` at a yearly ``rate`` (> -1)."""
    return float((1 + rate) ** (-month / MONTHS_IN_YEAR))


def expected_path(package: Package, *, months: int) -> Path:
    """Work out the expected path over ``months`` (>= 1)."""
    rise = (1 + package.growth) * (1 + package.promo_p * package.promo_raise)
    levels = [
        package.fx * rise ** ((month - 1) // MONTHS_IN_YEAR) for month in range(1, months + 1)
    ]
    bonus = base(package) * package.bonus_target * payout(package)
    retirement = base(package) / MONTHS_IN_YEAR * retirement_rate(package)
    in_kind = benefits(package) / MONTHS_IN_YEAR * package.fx
    parts: dict[Part, tuple[float, ...]] = {
        "salary": tuple(package.salary / MONTHS_IN_YEAR * level for level in levels),
        "hourly": tuple(hourly(package) / MONTHS_IN_YEAR * level for level in levels),
        "bonus": tuple(
            0.0 if month % MONTHS_IN_YEAR else bonus * level
            for month, level in enumerate(levels, start=1)
        ),
        "equity": tuple(
            package.fx * package.eq_q * share * expected_worth(package, month=month)
            for month, share in enumerate(vestings(package, months), start=1)
        ),
        "benefits": (in_kind,) * months,
        "retirement": tuple(retirement * level for level in levels),
    }
    monthly = (base(package) + bonus) / MONTHS_IN_YEAR + retirement
    return Path(
        parts=parts,
        sign_on=package.sign_on * package.fx,
        steady=tuple(monthly * level + in_kind for level in levels),
    )


def expected_worth(package: Package, *, month: int) -> float:
    """Expected worth of the whole grant in ``month`` if it becomes cash (package currency)."""
    grant, years = package.grant, month / MONTHS_IN_YEAR
    mean = grant.price * math.exp(package.eq_mu * years)
    sd = package.eq_sigma * math.sqrt(years)
    return grant.units * option_mean(mean, strike=grant.strike, sd=sd)


def option_mean(mean: float, *, strike: float, sd: float) -> float:
    """Mean of what a lognormal price exceeds ``strike`` by, given its mean and the ``sd`` of its logarithm."""
    if mean <= 0:
        return 0.0
    if strike <= 0 or sd <= 0:
        return max(mean - strike, 0.0)
    d1 = (math.log(mean) - math.log(strike)) / sd + sd / 2
    return max(mean * normal_cdf(d1) - strike * normal_cdf(d1 - sd), 0.0)
