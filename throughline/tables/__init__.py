"""Results as pandas frames: a table twin for every figure, and the review of the answers."""

from throughline.tables.answers import step_table
from throughline.tables.goals import (
    goal_load_table,
    goal_timeline_table,
    momentum_table,
)
from throughline.tables.history import (
    balance_history_table,
    domain_history_table,
    then_and_now_table,
)
from throughline.tables.pay import (
    market_pairs_table,
    own_figure,
    pay_break_even_table,
    pay_certainty_table,
    pay_fan_table,
    pay_market_table,
    pay_mix_table,
)
from throughline.tables.pay_parts import (
    answers_table,
    lens_table,
    parts_table,
    pay_sides_table,
    pay_years_table,
)
from throughline.tables.plan import (
    lever_bars_table,
    needs_now_target_table,
    ticks_table,
    way_waterfall_table,
)
from throughline.tables.results import (
    balance_bar_table,
    claim_vs_evidence_table,
    domains_now_wanted_table,
    habit_bars_table,
    membership_bars_table,
    place_map_table,
)
from throughline.tables.room import room_table
from throughline.tables.sides import areas_table, next_table, sides_table

__all__ = [
    "answers_table",
    "areas_table",
    "balance_bar_table",
    "balance_history_table",
    "claim_vs_evidence_table",
    "domain_history_table",
    "domains_now_wanted_table",
    "goal_load_table",
    "goal_timeline_table",
    "habit_bars_table",
    "lens_table",
    "lever_bars_table",
    "market_pairs_table",
    "membership_bars_table",
    "momentum_table",
    "needs_now_target_table",
    "next_table",
    "own_figure",
    "parts_table",
    "pay_break_even_table",
    "pay_certainty_table",
    "pay_fan_table",
    "pay_market_table",
    "pay_mix_table",
    "pay_sides_table",
    "pay_years_table",
    "place_map_table",
    "room_table",
    "sides_table",
    "step_table",
    "then_and_now_table",
    "ticks_table",
    "way_waterfall_table",
]


def load_frames() -> None:
    """Import pandas to the end; plotly trips over it while another visitor's thread is half through."""
    import pandas  # noqa: F401
