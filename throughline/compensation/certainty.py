"""How much of a year's pay is sure, how much can vary and how much comes later, and when each piece arrives."""

from dataclasses import dataclass
from typing import Literal

from throughline.compensation.package import Package, Part
from throughline.compensation.run_rate import hourly, mix, payout

Sureness = Literal["certain", "at risk"]
When = Literal["now", "within the year", "later"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a year's pay: its part, whether it is sure, when it arrives, and its amount (report currency)."""

    part: Part
    sureness: Sureness
    when: When
    amount: float


@dataclass(frozen=True, slots=True)
class Certainty:
    """A year's pay by certainty.

    Attributes:
        guaranteed, variable, long_term: shares of the total (0-1), adding to 1; all 0 when nothing is paid.
        hours_share: guaranteed share of the hourly pay (0-1).
        bonus_share: contractual share of the expected bonus (0-1).
        pieces: the parts cut by certainty and time, hourly pay and bonus in two; empty ones too.
    """

    guaranteed: float
    variable: float
    long_term: float
    hours_share: float
    bonus_share: float
    pieces: tuple[Piece, ...]


def certainty(package: Package) -> Certainty:
    """Split a year's pay by certainty."""
    year = mix(package)
    amounts = year.amounts
    hours, bonus = guaranteed_hours(package), contractual_bonus(package)
    pieces = (
        Piece("salary", "certain", "now", amounts["salary"]),
        Piece("hourly", "certain", "now", hours * amounts["hourly"]),
        Piece("hourly", "at risk", "now", (1 - hours) * amounts["hourly"]),
        Piece("bonus", "certain", "within the year", bonus * amounts["bonus"]),
        Piece("bonus", "at risk", "within the year", (1 - bonus) * amounts["bonus"]),
        Piece("equity", "at risk", "later", amounts["equity"]),
        Piece("benefits", "certain", "now", amounts["benefits"]),
        Piece("retirement", "certain", "later", amounts["retirement"]),
    )
    later = sum(piece.amount for piece in pieces if piece.when == "later")
    sure = sum(one.amount for one in pieces if one.when != "later" and one.sureness == "certain")
    varies = sum(one.amount for one in pieces if one.when != "later" and one.sureness == "at risk")
    return Certainty(
        guaranteed=sure / year.total if year.total else 0.0,
        variable=varies / year.total if year.total else 0.0,
        long_term=later / year.total if year.total else 0.0,
        hours_share=hours,
        bonus_share=bonus,
        pieces=pieces,
    )


def guaranteed_hours(package: Package) -> float:
    """Share of the hourly pay (0-1) that guaranteed hours bring; 0 without hourly pay."""
    earned = hourly(package)
    if not earned:
        return 0.0
    sure = package.wage * package.weeks * min(package.hours_min, package.hours)
    return min(max(sure / earned, 0.0), 1.0)


def contractual_bonus(package: Package) -> float:
    """Share of the expected bonus (0-1) that the contract promises; 0 without a bonus."""
    expected = payout(package)
    return package.bonus_floor / expected if package.bonus_target and expected else 0.0
