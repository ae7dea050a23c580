"""The numbers of the model: every constant with its unit, its source and what it means, in one versioned file."""

from dataclasses import dataclass, fields
from functools import cached_property
from typing import Literal, Self

from pydantic import model_validator

from throughline.content.reading import Record


@dataclass(frozen=True, slots=True)
class Constants:
    """The constants as plain numbers, by the names the formulas use. Units: ``data/model.toml``."""

    evidence_share: float
    prior_df: float
    prior_sd: float
    range_level: float
    min_domains: float
    min_share_answered: float
    habit_slider_share: float
    habit_box_share: float
    need_target_default: float
    importance_default: float
    importance_max: float
    ease_small: float
    ease_medium: float
    ease_large: float
    priority_floor: float
    near_target_points: float
    claim_flag_points: float
    acq_flag: float
    pb_flag: float
    run_flag: float
    spread_flag: float
    speed_flag_seconds: float
    speed_gap_limit_minutes: float
    run_and_spread_min_answers: float
    pb_min_each_kind: float
    membership_label: float
    map_cut: float
    change_z: float
    clear_change_points: float
    retest_pairs_min: float
    goal_rho: float
    min_needs: float
    min_habits: float


PayConstant = Literal[
    "full_time_year",
    "part_time_below",
    "hours_steady",
    "hours_typical",
    "hours_uneven",
    "bad_times_z",
    "months_shown",
    "months_compared",
    "paths_live",
    "paths_report",
    "fan_low",
    "fan_quarter",
    "fan_middle",
    "fan_three_quarters",
    "fan_high",
    "break_even_tolerance",
    "seed",
    "schedule_tolerance",
    "week_hours_most",
]


class Constant(Record):
    """One number of the model; ``source`` is an id in ``sources.toml`` or the word "judgement"."""

    value: float
    unit: str
    source: str
    meaning: str


class Model(Record):
    """One version of the model: its constants, the step links and the pay lens."""

    version: str
    constants: dict[str, Constant]
    step_links: dict[str, dict[str, float]]
    pay_lens: dict[str, dict[str, float]]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        wanted = {field.name for field in fields(Constants)}
        if missing := wanted - set(self.constants):
            raise ValueError(f"constant {sorted(missing)[0]} is missing")
        if extra := set(self.constants) - wanted:
            raise ValueError(f"constant {sorted(extra)[0]} is used by no formula")
        return self

    @cached_property
    def numbers(self) -> Constants:
        """The constants as plain numbers."""
        return Constants(**{name: one.value for name, one in self.constants.items()})

    def link(self, habit: str, domain: str) -> float:
        """Link strength of a step to a domain: 0, a half or 1."""
        return self.step_links[habit].get(domain, 0.0)
