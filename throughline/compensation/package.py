"""A package of pay: every input of one job, with its unit and what it is when nobody says otherwise."""

from dataclasses import dataclass, replace
from typing import Literal

Part = Literal["salary", "hourly", "bonus", "equity", "benefits", "retirement"]

# The parts of pay in the order of the article's table; figures and tables keep it.
PARTS: tuple[Part, ...] = ("salary", "hourly", "bonus", "equity", "benefits", "retirement")

MONTHS_IN_YEAR = 12
WEEKS_IN_YEAR = 52


@dataclass(frozen=True, slots=True)
class Benefit:
    """One benefit: what it costs the employer a year, and how much of it the person uses (0-1)."""

    cost: float
    use: float = 1.0


@dataclass(frozen=True, slots=True)
class Tier:
    """A rate (0-1) on the slice between ``low`` and ``high`` (``high >= low``).

    The slice is one of the own contribution (0-1, a match) or of yearly pay (package currency, a tax).
    """

    rate: float
    low: float
    high: float

    def on(self, x: float) -> float:
        """Rate times the part of ``x`` inside the slice."""
        return self.rate * min(max(x - self.low, 0.0), self.high - self.low)


@dataclass(frozen=True, slots=True)
class Grant:
    """Equity as the formulas use it: units, price and strike a unit (package currency)."""

    units: float
    price: float
    strike: float


@dataclass(frozen=True, slots=True)
class Package:
    """One job's pay. Money is in the package currency, rates and chances are fractions (0.05 = 5 %).

    Attributes:
        salary: contracted, already pro-rated for part-time, a year.
        wage: pay per hour.
        hours, hours_sd, hours_min: paid hours a week: mean, standard deviation, guaranteed (<= mean).
        weeks: paid weeks a year of hourly work.
        ot_threshold, ot_mult: weekly hours after which overtime starts; its multiplier (1 = none).
        bonus_target: on-target bonus as a share of base.
        bonus_p: chance that any is paid.
        bonus_k, bonus_sd: payout / target when paid: mean, standard deviation.
        bonus_floor: contractual share of the target.
        sign_on: one-off, paid in month 1.
        shares, price, strike: units granted; price today; strike (0 = share award).
        eq_mu, eq_sigma: drift and volatility of the price, a year.
        eq_q: chance that the equity ever becomes cash.
        vest_months, vest_cliff, vest_step: months of vesting, until the first vesting, between vestings.
        vest_schedule: yearly shares (sum 1) instead of even vesting; None = even.
        ownership: share of the company instead of a price (the ownership route); 0 = not used.
        rounds, pre_money, new_money: later rounds, worth before each, money raised in each.
        exit_value: worth of the company when sold.
        benefits: costs and uses, a year.
        employee_rate: own retirement contribution, share of base.
        match: the employer's match, by tiers of the own contribution.
        pension: employer's retirement share of base without a match.
        growth, growth_sd: raise a year and its standard deviation.
        promo_p, promo_raise: chance of promotion a year; raise when promoted.
        loss, gap: chance a year of losing the job; months without pay after.
        work_hours: hours worked a week; None = the paid hours.
        unpaid_ot: unpaid extra hours a week.
        leave_weeks: weeks not worked, paid or unpaid; None = the weeks not paid.
        office_days, commute_h: days a week; hours of a round trip.
        commute_cost, other_cost: per office day; other cost of working, a year.
        tax: effective rate on salary, hourly pay, bonus and equity; not used when brackets are given.
        brackets: own tax brackets on the same sum.
        col: price level (100 = reference).
        fx: report currency per package currency.
    """

    salary: float = 0.0
    wage: float = 0.0
    hours: float = 0.0
    hours_sd: float = 0.0
    hours_min: float = 0.0
    weeks: float = 52.0
    ot_threshold: float = 40.0
    ot_mult: float = 1.0
    bonus_target: float = 0.0
    bonus_p: float = 1.0
    bonus_k: float = 1.0
    bonus_sd: float = 0.0
    bonus_floor: float = 0.0
    sign_on: float = 0.0
    shares: float = 0.0
    price: float = 0.0
    strike: float = 0.0
    eq_mu: float = 0.0
    eq_sigma: float = 0.0
    eq_q: float = 1.0
    vest_months: int = 48
    vest_cliff: int = 12
    vest_step: int = 1
    vest_schedule: tuple[float, ...] | None = None
    ownership: float = 0.0
    rounds: int = 0
    pre_money: float = 0.0
    new_money: float = 0.0
    exit_value: float = 0.0
    benefits: tuple[Benefit, ...] = ()
    employee_rate: float = 0.0
    match: tuple[Tier, ...] = ()
    pension: float = 0.0
    growth: float = 0.0
    growth_sd: float = 0.0
    promo_p: float = 0.0
    promo_raise: float = 0.0
    loss: float = 0.0
    gap: int = 0
    work_hours: float | None = None
    unpaid_ot: float = 0.0
    leave_weeks: float | None = None
    office_days: float = 0.0
    commute_h: float = 0.0
    commute_cost: float = 0.0
    other_cost: float = 0.0
    tax: float = 0.0
    brackets: tuple[Tier, ...] = ()
    col: float = 100.0
    fx: float = 1.0

    @property
    def week_hours(self) -> float:
        """Hours worked a week, without unpaid extra hours."""
        return self.hours if self.work_hours is None else self.work_hours

    @property
    def leave(self) -> float:
        """Weeks a year not worked."""
        return WEEKS_IN_YEAR - self.weeks if self.leave_weeks is None else self.leave_weeks

    @property
    def vest_period(self) -> int:
        """Months until everything has vested."""
        if self.vest_schedule is not None:
            return MONTHS_IN_YEAR * len(self.vest_schedule)
        return self.vest_months

    @property
    def grant(self) -> Grant:
        """The equity: units at a price or, by the ownership route, one diluted stake; never both."""
        if not self.ownership:
            return Grant(self.shares, self.price, self.strike)
        raised = self.pre_money + self.new_money
        diluted = self.new_money / raised if raised else 0.0
        stake = self.ownership * (1 - diluted) ** self.rounds * self.exit_value
        return Grant(1.0, stake, self.shares * self.strike)

    def without_equity(self) -> "Package":
        """Return the same package with no equity at all."""
        return replace(self, shares=0.0, ownership=0.0)
