"""Results as plotly figures, one module per chart, each with the sentence a screen reader says for it."""

from throughline.figures.balance_bar import balance_bar, balance_bar_alt
from throughline.figures.claims import claim_vs_evidence, claim_vs_evidence_alt
from throughline.figures.domains import domains_now_wanted, domains_now_wanted_alt
from throughline.figures.habits import habit_bars, habit_bars_alt
from throughline.figures.membership import membership_bars, membership_bars_alt
from throughline.figures.needs import needs_now_target, needs_now_target_alt
from throughline.figures.place_map import place_map, place_map_alt
from throughline.figures.style import Look
from throughline.figures.waterfall import (
    lever_bars,
    lever_bars_alt,
    way_waterfall,
    way_waterfall_alt,
)

__all__ = [
    "Look",
    "balance_bar",
    "balance_bar_alt",
    "claim_vs_evidence",
    "claim_vs_evidence_alt",
    "domains_now_wanted",
    "domains_now_wanted_alt",
    "habit_bars",
    "habit_bars_alt",
    "lever_bars",
    "lever_bars_alt",
    "membership_bars",
    "membership_bars_alt",
    "needs_now_target",
    "needs_now_target_alt",
    "place_map",
    "place_map_alt",
    "way_waterfall",
    "way_waterfall_alt",
]
