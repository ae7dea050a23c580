"""Moving to other work: what it costs, the path it leads along, and when it has paid for itself."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from throughline.compensation.constants import PayConstants
from throughline.compensation.package import MONTHS_IN_YEAR
from throughline.compensation.path import Path, discount
from throughline.compensation.reader import Issue, Reading

MOVE_LIMITS: Mapping[str, tuple[float, float]] = {
    **dict.fromkeys(("train_months", "search_months"), (0.0, 120.0)),
    **dict.fromkeys(("cost", "subsidy"), (0.0, 1e9)),
    **dict.fromkeys(("pay_cut", "search_cut", "success"), (0.0, 1.0)),
}


@dataclass(frozen=True, slots=True)
class Move:
    """A way from a job to a career step. Money is in report currency.

    Attributes:
        train_months, search_months: months of training, then of searching.
        cost, subsidy: of the training; the net cost is spread over it, or leaves in month 1.
        pay_cut, search_cut: share of job pay lost (0-1) while training and while searching.
        success: chance (0-1) that the step is reached; otherwise the job goes on.
    """

    train_months: int = 0
    search_months: int = 0
    cost: float = 0.0
    subsidy: float = 0.0
    pay_cut: float = 0.0
    search_cut: float = 0.0
    success: float = 1.0

    @property
    def net_cost(self) -> float:
        """Cost that no subsidy covers."""
        return max(self.cost - self.subsidy, 0.0)

    @property
    def lead_months(self) -> int:
        """Months before the step can be reached."""
        return self.train_months + self.search_months


@dataclass(frozen=True, slots=True)
class Comparison:
    """A move against staying, both expected, before tax, without job loss (report currency).

    Attributes:
        path: expected pay of the move by month, its cost taken off.
        difference: discounted pay of the move less that of the job since the start, by month.
        break_even: first month from which the move stays ahead; None if it is behind at the end.
        pay_crossover: first month in which the move pays more, bonuses spread over their year, without
            sign-on, equity and the cost; None if there is none.
    """

    path: tuple[float, ...]
    difference: tuple[float, ...]
    break_even: int | None
    pay_crossover: int | None

    def difference_at(self, month: int) -> float | None:
        """Discounted difference at the end of ``month`` (>= 1); None beyond the end."""
        return self.difference[month - 1] if month <= len(self.difference) else None


def read_move(raw: Mapping[str, object]) -> tuple[Move, tuple[Issue, ...]]:
    """Read a move from named fields, every one within its limits, with all that had to be put right."""
    reading, usual = Reading(raw), Move()
    limits = MOVE_LIMITS
    move = Move(
        train_months=reading.whole("train_months", usual.train_months, limits["train_months"]),
        search_months=reading.whole("search_months", usual.search_months, limits["search_months"]),
        cost=reading.number("cost", usual.cost, limits["cost"]),
        subsidy=reading.number("subsidy", usual.subsidy, limits["subsidy"]),
        pay_cut=reading.number("pay_cut", usual.pay_cut, limits["pay_cut"]),
        search_cut=reading.number("search_cut", usual.search_cut, limits["search_cut"]),
        success=reading.number("success", usual.success, limits["success"]),
    )
    return move, tuple(reading.issues)


def compare(
    job: Path, career: Path, move: Move, *, rate: float, constants: PayConstants
) -> Comparison:
    """Compare a move with staying, over the months both paths have, at a yearly discount ``rate`` (> -1)."""
    stay = job.total
    path = path_of_move(stay, career.total, move)
    pays_more = (
        month
        for month, change in enumerate(_pay_change(job.steady, career.steady, move), start=1)
        if change > 0
    )
    return Comparison(
        path=path,
        difference=running_difference(path, stay, rate=rate),
        break_even=break_even(path, stay, rate=rate, constants=constants),
        pay_crossover=next(pays_more, None),
    )


def path_of_move(job: Sequence[float], career: Sequence[float], move: Move) -> tuple[float, ...]:
    """Expected pay by month along a move, given that of the job and, from its first month, of the step."""
    changes = _pay_change(job, career, move)
    path = [pay + change for pay, change in zip(job, changes, strict=True)]
    paying = max(move.train_months, 1)
    for month in range(min(paying, len(path))):
        path[month] -= move.net_cost / paying
    return tuple(path)


def running_difference(
    path: Sequence[float], job: Sequence[float], *, rate: float
) -> tuple[float, ...]:
    """Discounted difference of two paths since the start, by month, at a yearly ``rate`` (> -1)."""
    differences = (
        (new - old) * discount(rate, month=month)
        for month, (new, old) in enumerate(zip(path, job, strict=True), start=1)
    )
    return tuple(accumulate(differences))


def break_even(
    path: Sequence[float], job: Sequence[float], *, rate: float, constants: PayConstants
) -> int | None:
    """First month from which ``path`` stays ahead of ``job``; None if it is behind in the last month."""
    slack = constants.break_even_tolerance * max(1.0, *job)
    behind = [
        month
        for month, difference in enumerate(running_difference(path, job, rate=rate), start=1)
        if difference < -slack
    ]
    first = behind[-1] + 1 if behind else 1
    return first if first <= len(path) else None


def break_even_time(job: float, career: float, move: Move, *, rate: float) -> float | None:
    """Months until a move between two constant monthly pays has paid for itself; None if it never does.

    The closed form behind ``break_even``, for a yearly ``rate`` >= 0. Whoever puts nothing in is even at
    once, unless the step pays less.
    """
    gain = move.success * (career - job)
    training, searching, lead = move.pay_cut * job, move.search_cut * job, move.lead_months
    put_in = move.net_cost + training * move.train_months + searching * move.search_months
    if gain >= 0 and not put_in:
        return 0.0
    if gain <= 0:
        return None
    # By way of logarithms: a rate near 0 would otherwise lose every digit.
    log_growth = math.log1p(rate) / MONTHS_IN_YEAR
    if not log_growth:
        return lead + put_in / gain
    monthly = math.expm1(log_growth)
    trained = _annuity(monthly, months=move.train_months)
    fee = move.net_cost * (trained / move.train_months if move.train_months else 1 / (1 + monthly))
    worth = fee + training * trained + searching * (_annuity(monthly, months=lead) - trained)
    missing = math.expm1(-lead * log_growth) - monthly * worth / gain
    return -math.log1p(missing) / log_growth if missing > -1 else None


def break_even_month(time: float | None, constants: PayConstants) -> int | None:
    """The month in which ``time`` (months, >= 0) falls, the first at the earliest; None if never."""
    if time is None or math.isinf(time):
        return None
    return max(1, math.ceil(time - constants.break_even_tolerance))


def _annuity(monthly: float, *, months: int) -> float:
    """Worth today of 1 at the end of each of so many months."""
    return -math.expm1(-months * math.log1p(monthly)) / monthly


def _pay_change(job: Sequence[float], career: Sequence[float], move: Move) -> tuple[float, ...]:
    """What a move changes in each month's pay, apart from its cost; exactly 0 where it changes nothing."""
    trained = [-move.pay_cut * pay for pay in job[: move.train_months]]
    searched = [-move.search_cut * pay for pay in job[move.train_months : move.lead_months]]
    reached = [
        move.success * (new - old)
        for new, old in zip(career, job[move.lead_months :], strict=False)
    ]
    return (*trained, *searched, *reached)
