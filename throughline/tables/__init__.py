"""Results as pandas frames: a table twin for every figure, and the review of the answers."""

from throughline.tables.answers import step_table
from throughline.tables.pay import (
    market_pairs_table,
    own_figure,
    pay_break_even_table,
    pay_certainty_table,
    pay_fan_table,
    pay_market_table,
    pay_mix_table,
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

__all__ = [
    "balance_bar_table",
    "claim_vs_evidence_table",
    "domains_now_wanted_table",
    "habit_bars_table",
    "lever_bars_table",
    "market_pairs_table",
    "membership_bars_table",
    "needs_now_target_table",
    "own_figure",
    "pay_break_even_table",
    "pay_certainty_table",
    "pay_fan_table",
    "pay_market_table",
    "pay_mix_table",
    "place_map_table",
    "step_table",
    "ticks_table",
    "way_waterfall_table",
]
