"""Budgets and verdicts: samples of both servers per round -> a ratio, its range, and one printed line."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Round:
    """What one round measured, the floor and the product one after the other, in the same unit."""

    floor: float
    ours: float

    @property
    def ratio(self) -> float:
        """The product as a multiple of the floor."""
        return self.ours / self.floor


@dataclass(frozen=True)
class Budget:
    """A promise about one metric.

    Attributes:
        id: Its number in the table of budgets, e.g. "P1"; "" for a figure without a promise.
        metric: What is measured.
        unit: Unit of the two values, e.g. "ms".
        most: Highest allowed multiple of the floor; None where nothing is promised.
        wall: Whether a busy machine alone can make it miss.
    """

    id: str
    metric: str
    unit: str
    most: float | None
    wall: bool = False


@dataclass(frozen=True)
class Result:
    """A budget with the rounds that speak to it, and how many interactions were never drawn."""

    budget: Budget
    rounds: tuple[Round, ...]
    lost: int = 0
    note: str = ""

    @property
    def ratio(self) -> float:
        """Median over the rounds of the product as a multiple of the floor."""
        return median(one.ratio for one in self.rounds)

    @property
    def met(self) -> bool:
        """Whether the promise is kept; a lost interaction breaks any promise."""
        return self.lost == 0 and (self.budget.most is None or self.ratio <= self.budget.most)

    def line(self) -> str:
        """One line for the terminal: values, ratio, range, budget, verdict."""
        budget, ratios = self.budget, [one.ratio for one in self.rounds]
        ours = median(one.ours for one in self.rounds)
        floor = median(one.floor for one in self.rounds)
        promise = "no budget " if budget.most is None else f"<= {budget.most:.2f}x  "
        verdict = "" if budget.most is None else "met" if self.met else "MISSED"
        lost = f", {self.lost} lost" if self.lost else ""
        return (
            f"{budget.id:<3} {budget.metric:<44} {ours:>8.1f} {budget.unit:<5} "
            f"floor {floor:>8.1f}  {self.ratio:>6.2f}x [{min(ratios):.2f}-{max(ratios):.2f}]  "
            f"{promise}{verdict}{lost}{self.note and f'  ({self.note})'}"
        ).rstrip()

    def record(self) -> dict[str, object]:
        """The same as plain values, for the baseline."""
        return {
            "id": self.budget.id,
            "metric": self.budget.metric,
            "unit": self.budget.unit,
            "budget": self.budget.most,
            "ratio": round(self.ratio, 3),
            "rounds": [[round(one.floor, 2), round(one.ours, 2)] for one in self.rounds],
            "lost": self.lost,
            "met": self.met,
        }


def rounds_of(floor: Sequence[float], ours: Sequence[float]) -> tuple[Round, ...]:
    """Pair the figures of both servers round by round."""
    return tuple(Round(*pair) for pair in zip(floor, ours, strict=True))
