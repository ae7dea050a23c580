"""One year of pay at today's rate: six amounts, their shares, and the same after tax and at local prices."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist

from throughline.compensation.package import MONTHS_IN_YEAR, PARTS, Package, Part
from throughline.distributions import normal_cdf


@dataclass(frozen=True, slots=True)
class Mix:
    """A year of pay in report currency, before tax, without the one-off sign-on.

    Attributes:
        amounts: part -> amount a year (>= 0), in the article's order.
        shares: part -> share of the total (0-1); all 0 when nothing is paid.
        total: sum of the six amounts.
        on_target_bonus: the bonus if exactly the target were paid.
        equity_on_paper: the equity if it were sure to become cash.
        match_left: retirement money the employer would add to a larger own contribution.
        after_tax: total less the effective rate, or the own brackets, on cash and equity.
        real_value: total at the price level 100.
    """

    amounts: Mapping[Part, float]
    shares: Mapping[Part, float]
    total: float
    on_target_bonus: float
    equity_on_paper: float
    match_left: float
    after_tax: float
    real_value: float

    @property
    def total_without_equity(self) -> float:
        """Total of the other five parts."""
        return sum(amount for part, amount in self.amounts.items() if part != "equity")

    @property
    def total_on_paper(self) -> float:
        """Total with the equity as if it were sure to become cash."""
        return self.total_without_equity + self.equity_on_paper


def mix(package: Package) -> Mix:
    """Work out a year of pay in report currency."""
    own = yearly(package)
    amounts = {part: amount * package.fx for part, amount in own.items()}
    total = sum(amounts.values())
    tax = tax_on(package, own["salary"] + own["hourly"] + own["bonus"] + own["equity"])
    return Mix(
        amounts=amounts,
        shares={part: amount / total if total else 0.0 for part, amount in amounts.items()},
        total=total,
        on_target_bonus=base(package) * package.bonus_target * package.fx,
        equity_on_paper=equity_on_paper(package) * package.fx,
        match_left=match_left(package) * package.fx,
        after_tax=total - tax * package.fx,
        real_value=total / (package.col / 100),
    )


def yearly(package: Package) -> dict[Part, float]:
    """The six amounts a year in package currency, in the article's order."""
    amounts = (
        package.salary,
        hourly(package),
        base(package) * package.bonus_target * payout(package),
        package.eq_q * equity_on_paper(package),
        benefits(package),
        base(package) * retirement_rate(package),
    )
    return dict(zip(PARTS, amounts, strict=True))


def overtime_hours(hours: float, *, sd: float, threshold: float) -> float:
    """Expected weekly hours beyond ``threshold`` when weekly hours are normal with this mean and spread."""
    if sd <= 0:
        return max(hours - threshold, 0.0)
    z = (hours - threshold) / sd
    return max((hours - threshold) * normal_cdf(z) + sd * NormalDist().pdf(z), 0.0)


def hourly(package: Package) -> float:
    """Hourly pay a year with overtime (package currency)."""
    paid = package.hours
    if package.ot_mult > 1:
        overtime = overtime_hours(
            package.hours, sd=package.hours_sd, threshold=package.ot_threshold
        )
        paid += (package.ot_mult - 1) * overtime
    return package.wage * package.weeks * paid


def base(package: Package) -> float:
    """Salary and hourly pay a year (package currency)."""
    return package.salary + hourly(package)


def payout(package: Package) -> float:
    """Expected payout of the bonus as a share of its target: the contractual part and the chance of more."""
    return package.bonus_floor + (1 - package.bonus_floor) * package.bonus_p * package.bonus_k


def equity_on_paper(package: Package) -> float:
    """Equity a year if it were sure to become cash (package currency)."""
    grant = package.grant
    worth = grant.units * max(grant.price - grant.strike, 0.0)
    return worth / (package.vest_period / MONTHS_IN_YEAR)


def benefits(package: Package) -> float:
    """Employer cost of the benefits, as far as they are used, a year (package currency)."""
    return sum(one.cost * min(max(one.use, 0.0), 1.0) for one in package.benefits)


def retirement_rate(package: Package) -> float:
    """Employer's retirement money as a share of base."""
    return package.pension + sum(tier.on(package.employee_rate) for tier in package.match)


def match_left(package: Package) -> float:
    """Match a year that a larger own contribution would bring (package currency)."""
    missed = (tier.on(tier.high) - tier.on(package.employee_rate) for tier in package.match)
    return base(package) * sum(missed)


def tax_on(package: Package, pay: float) -> float:
    """Tax a year on ``pay``, by the own brackets if there are any, else at the effective rate."""
    if package.brackets:
        return sum(bracket.on(pay) for bracket in package.brackets)
    return package.tax * pay
