"""The choices behind the pay figures: presets, the odds a bad month stands for, horizons and path counts."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PayConstants:
    """Every number of the pay page that is our own choice, with the value we chose.

    Attributes:
        hours_steady, hours_typical, hours_uneven: spread of weekly hours offered for hourly pay, as a
            share of the mean hours (standard deviation / mean).
        bad_times_z: standard normal quantile of a bad month or year; 1.6448536 is one in twenty.
        months_shown: months of the five-year path and fan.
        months_compared: months over which a move is judged.
        paths_live, paths_report: simulated paths while a slider moves, and for a report.
        fan_percentiles: percentiles of the fan, 0-100, rising.
        break_even_tolerance: share of the job's largest monthly pay (and part of a month) by which a
            move may miss being even and still count; binary sums are not exact.
        seed: seed of every simulation, so that a figure moves with the inputs and never by itself.
    """

    hours_steady: float = 0.10
    hours_typical: float = 0.20
    hours_uneven: float = 0.30
    bad_times_z: float = 1.6448536
    months_shown: int = 60
    months_compared: int = 120
    paths_live: int = 2_000
    paths_report: int = 10_000
    fan_percentiles: tuple[float, ...] = (5, 25, 50, 75, 95)
    break_even_tolerance: float = 1e-9
    seed: int = 2025

    @property
    def hours_presets(self) -> Mapping[str, float]:
        """Preset name -> spread of weekly hours as a share of their mean, calmest first."""
        return {
            "steady": self.hours_steady,
            "typical": self.hours_typical,
            "uneven": self.hours_uneven,
        }
