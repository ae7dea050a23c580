"""What an hour of work brings, and how much of the pay arrives in a bad month and in a bad year."""

import math
from dataclasses import dataclass

from throughline.compensation.constants import PayConstants
from throughline.compensation.package import MONTHS_IN_YEAR, WEEKS_IN_YEAR, Package
from throughline.compensation.run_rate import base, equity_on_paper, hourly, mix, yearly


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours a year, and what one brings in report currency.

    Attributes:
        worked: hours worked a year, unpaid ones too.
        commuting: hours of commuting a year.
        effective_rate: pay after tax and costs of working, per hour worked or commuted; below 0 when the
            costs exceed the pay; None without hours.
        nominal_rate: salary, hourly pay and bonus per paid hour; None without paid hours.
    """

    worked: float
    commuting: float
    effective_rate: float | None
    nominal_rate: float | None

    @property
    def gap(self) -> float | None:
        """How much less an hour brings than it says on paper; None unless both rates are known."""
        if self.effective_rate is None or self.nominal_rate is None:
            return None
        return self.nominal_rate - self.effective_rate


@dataclass(frozen=True, slots=True)
class Steadiness:
    """How steady pay is, in points 0-100; one month, or year, in twenty is worse.

    Attributes:
        month_floor: cash of a bad ordinary month, in report currency; no bonus counts.
        predictability: the floor as a share of an average month's cash; None without cash.
        bad_year: pay of a bad year as a share of an average year's; None without pay. The parts are taken
            as independent, job loss is left out, and the swings of options are understated.
    """

    month_floor: float
    predictability: float | None
    bad_year: float | None


def hours(package: Package) -> Hours:
    """Count a year's hours and what one of them brings."""
    year = mix(package)
    weeks = WEEKS_IN_YEAR - package.leave
    worked = weeks * (package.week_hours + package.unpaid_ot)
    commuting = weeks * package.office_days * package.commute_h
    costs = weeks * package.office_days * package.commute_cost + package.other_cost
    hourly_only = not package.salary and year.amounts["hourly"] > 0
    paid = (package.weeks if hourly_only else WEEKS_IN_YEAR) * package.week_hours
    cash = year.amounts["salary"] + year.amounts["hourly"] + year.amounts["bonus"]
    spent = worked + commuting
    return Hours(
        worked=worked,
        commuting=commuting,
        effective_rate=(year.after_tax - costs * package.fx) / spent if spent else None,
        nominal_rate=cash / paid if paid else None,
    )


def steadiness(package: Package, constants: PayConstants) -> Steadiness:
    """Measure how steady a month's cash and a year's pay are."""
    own = yearly(package)
    cash, total = own["salary"] + own["hourly"] + own["bonus"], sum(own.values())
    floor = month_floor(package, constants)
    bad = constants.bad_times_z * math.sqrt(yearly_variance(package))
    return Steadiness(
        month_floor=floor * package.fx,
        predictability=100 * min(1.0, floor / (cash / MONTHS_IN_YEAR)) if cash else None,
        bad_year=100 * max(0.0, 1 - bad / total) if total else None,
    )


def month_floor(package: Package, constants: PayConstants) -> float:
    """Cash of a bad ordinary month (package currency): salary, and the hours that come even then."""
    usual = hourly(package) / MONTHS_IN_YEAR
    weeks = package.weeks / MONTHS_IN_YEAR
    swing = constants.bad_times_z * package.wage * package.hours_sd * math.sqrt(weeks)
    promised = package.wage * package.hours_min * weeks
    return package.salary / MONTHS_IN_YEAR + max(usual - swing, promised, 0.0)


def yearly_variance(package: Package) -> float:
    """Variance of a year's pay (package currency squared) from hours, bonus and equity."""
    p, k, q = package.bonus_p, package.bonus_k, package.eq_q
    by_hours = (package.wage * package.hours_sd) ** 2 * package.weeks
    at_stake = base(package) * package.bonus_target * (1 - package.bonus_floor)
    # Written so that rounding never leaves a negative variance. A payout that averages 0 is always 0.
    by_bonus = at_stake**2 * p * (package.bonus_sd**2 + (1 - p) * k**2) if k else 0.0
    by_equity = equity_on_paper(package) ** 2 * q * (math.exp(package.eq_sigma**2) - q)
    return by_hours + by_bonus + by_equity
