"""The choices behind the pay figures: presets, the odds a bad month stands for, horizons and path counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from throughline.content.compensation import Compensation


@dataclass(frozen=True, slots=True)
class PayConstants:
    """Every number of the pay page that is our own choice, with the value we chose.

    Made from ``data/compensation.toml`` by ``pay_constants``; the values here are those of that file.

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


def pay_constants(content: Compensation) -> PayConstants:
    """Take the constants from the content."""
    value = {name: one.value for name, one in content.constants.items()}
    return PayConstants(
        hours_steady=value["hours_steady"],
        hours_typical=value["hours_typical"],
        hours_uneven=value["hours_uneven"],
        bad_times_z=value["bad_times_z"],
        months_shown=int(value["months_shown"]),
        months_compared=int(value["months_compared"]),
        paths_live=int(value["paths_live"]),
        paths_report=int(value["paths_report"]),
        fan_percentiles=(
            value["fan_low"],
            value["fan_quarter"],
            value["fan_middle"],
            value["fan_three_quarters"],
            value["fan_high"],
        ),
        break_even_tolerance=value["break_even_tolerance"],
        seed=int(value["seed"]),
    )
