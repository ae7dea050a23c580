"""What each input of a package may be, and the way from whatever was typed to a package within it."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from itertools import pairwise
from typing import Any

from throughline.compensation.package import (
    MONTHS_IN_YEAR,
    WEEKS_IN_YEAR,
    Benefit,
    Package,
    Tier,
)
from throughline.compensation.reader import Issue, Reading, num

HOURS_IN_WEEK = 112.0  # 16 hours on each of seven days
VEST_STEPS = (1, 3, 6, 12)
SCHEDULE_YEARS = 10
SCHEDULE_TOLERANCE = 0.001

_MONEY, _SHARE, _HOURS = (0.0, 1e9), (0.0, 1.0), (0.0, HOURS_IN_WEEK)
_SUM = (0.0, 1e12)  # the worth of a whole company, and the money it raises

LIMITS: Mapping[str, tuple[float, float]] = {
    **dict.fromkeys(("salary", "wage", "sign_on", "shares", "price", "strike"), _MONEY),
    **dict.fromkeys(("commute_cost", "other_cost"), _MONEY),
    **dict.fromkeys(("hours", "hours_sd", "hours_min", "ot_threshold"), _HOURS),
    **dict.fromkeys(("work_hours", "unpaid_ot"), _HOURS),
    **dict.fromkeys(("weeks", "leave_weeks"), (0.0, float(WEEKS_IN_YEAR))),
    **dict.fromkeys(("bonus_target", "bonus_k"), (0.0, 5.0)),
    **dict.fromkeys(("bonus_sd", "eq_sigma", "growth_sd"), (0.0, 3.0)),
    **dict.fromkeys(("eq_mu", "growth"), (-0.5, 1.0)),
    **dict.fromkeys(("bonus_p", "bonus_floor", "eq_q", "ownership", "loss", "tax"), _SHARE),
    **dict.fromkeys(("employee_rate", "pension", "promo_p", "promo_raise"), _SHARE),
    **dict.fromkeys(("pre_money", "new_money", "exit_value"), _SUM),
    "ot_mult": (1.0, 3.0),
    "rounds": (0.0, 20.0),
    "vest_months": (12.0, 120.0),
    "vest_cliff": (0.0, 120.0),
    "vest_step": (float(VEST_STEPS[0]), float(VEST_STEPS[-1])),
    "gap": (0.0, 120.0),
    "office_days": (0.0, 7.0),
    "commute_h": (0.0, 24.0),
    "col": (1.0, 1000.0),
    "fx": (1e-6, 1e6),
}
_DEFAULTS = {one.name: one.default for one in fields(Package) if one.default is not MISSING}
_BLANK = ("work_hours", "leave_weeks")
_WHOLE = ("rounds", "vest_months", "gap")
_LATER = ("hours_min", "vest_cliff", "vest_step")  # read once what they depend on is known


def read_package(raw: Mapping[str, object]) -> tuple[Package, tuple[Issue, ...]]:
    """Read a package from named fields, every one within its limits, with all that had to be put right.

    A field that is absent has its default without a word; one that is there but unreadable has its
    default and a note. ``benefits`` is a list of rows ``{"cost", "use"}``, ``match`` and ``brackets``
    are lists of rows ``{"rate", "low", "high"}``, ``vest_schedule`` is a list of yearly shares or of
    rows ``{"share"}``; an empty list is none. Names that are no field are ignored.
    """
    reading = Reading(raw)
    values: dict[str, Any] = {}
    for name, limits in LIMITS.items():
        if name in _BLANK:
            values[name] = reading.blank_or_number(name, limits)
        elif name in _WHOLE:
            values[name] = reading.whole(name, int(_default(name)), limits)
        elif name not in _LATER:
            values[name] = reading.number(name, _default(name), limits)
    values["hours_min"] = reading.number("hours_min", 0.0, (0.0, values["hours"]))
    values["vest_schedule"] = _schedule(reading)
    values |= _vesting(reading, values)
    values["benefits"] = tuple(_benefit(row) for row in reading.rows("benefits"))
    values["match"] = _tiers(reading, "match", ceiling=1.0)
    values["brackets"] = _tiers(reading, "brackets", ceiling=_SUM[1])
    package = Package(**values)
    _warn(reading, package)
    return package, tuple(reading.issues)


def _default(name: str) -> float:
    return float(_DEFAULTS[name])


def _vesting(reading: Reading, values: Mapping[str, Any]) -> dict[str, int]:
    """Cliff and step; a cliff nobody typed is never longer than the vesting it belongs to."""
    schedule = values["vest_schedule"]
    period = values["vest_months"] if schedule is None else MONTHS_IN_YEAR * len(schedule)
    step = reading.number("vest_step", _default("vest_step"), LIMITS["vest_step"])
    offered = min(VEST_STEPS, key=lambda one: abs(one - step))
    if offered != step:
        reading.note("vest_step", "rounded", *LIMITS["vest_step"])
    cliff = min(int(_default("vest_cliff")), period)
    return {"vest_step": offered, "vest_cliff": reading.whole("vest_cliff", cliff, (0.0, period))}


def _schedule(reading: Reading) -> tuple[float, ...] | None:
    """Yearly shares that sum to 1 exactly, or None when there are none or they are refused."""
    given = reading.raw.get("vest_schedule")
    if given is None or given in ([], ()):
        return None
    shares = []
    if isinstance(given, Sequence) and not isinstance(given, str | bytes):
        cells = (one.get("share") if isinstance(one, Mapping) else one for one in given)
        shares = [num(cell, *_SHARE) for cell in cells]
    total = sum(one.value for one in shares)
    sound = len(shares) <= SCHEDULE_YEARS and not any(one.issue for one in shares)
    # Nine digits forgive what adding decimals in binary does to a sum at the limit.
    if not sound or round(abs(total - 1), 9) > SCHEDULE_TOLERANCE:
        limits = (1 - SCHEDULE_TOLERANCE, 1 + SCHEDULE_TOLERANCE)
        reading.note("vest_schedule", "schedule_refused", *limits)
        return None
    return tuple(one.value / total for one in shares)


def _benefit(row: Reading) -> Benefit:
    return Benefit(row.number("cost", 0.0, _MONEY), row.number("use", 1.0, _SHARE))


def _tiers(reading: Reading, name: str, *, ceiling: float) -> tuple[Tier, ...]:
    """Tiers in rising order; a tier without an upper end reaches the ceiling."""
    tiers = []
    for row in reading.rows(name):
        low = row.number("low", 0.0, (0.0, ceiling))
        high = row.blank_or_number("high", (low, ceiling))
        rate = row.number("rate", 0.0, _SHARE)
        tiers.append(Tier(rate, low, ceiling if high is None else high))
    return tuple(sorted(tiers, key=lambda tier: (tier.low, tier.high)))


def _warn(reading: Reading, package: Package) -> None:
    unpaid = WEEKS_IN_YEAR - package.weeks
    if package.leave < unpaid:
        reading.note("leave_weeks", "unpaid_weeks_worked", unpaid, WEEKS_IN_YEAR)
    if package.week_hours + package.unpaid_ot > HOURS_IN_WEEK:
        reading.note("unpaid_ot", "long_week", 0.0, HOURS_IN_WEEK)
    for name, tiers in (("match", package.match), ("brackets", package.brackets)):
        if any(one.high > other.low for one, other in pairwise(tiers)):
            reading.note(name, "tiers_overlap")
