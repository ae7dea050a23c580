"""Results as plotly figures, one module per chart, each with the sentence a screen reader says for it."""

from throughline.figures.balance_bar import balance_bar, balance_bar_alt
from throughline.figures.claims import claim_vs_evidence, claim_vs_evidence_alt
from throughline.figures.domains import domains_now_wanted, domains_now_wanted_alt
from throughline.figures.goal_load import goal_load, goal_load_alt
from throughline.figures.goal_timeline import goal_timeline, goal_timeline_alt
from throughline.figures.habits import habit_bars, habit_bars_alt
from throughline.figures.history import (
    balance_history,
    balance_history_alt,
    domain_history,
    domain_history_alt,
)
from throughline.figures.membership import membership_bars, membership_bars_alt
from throughline.figures.momentum import momentum, momentum_alt
from throughline.figures.needs import needs_now_target, needs_now_target_alt
from throughline.figures.pay_break_even import pay_break_even, pay_break_even_alt
from throughline.figures.pay_certainty import pay_certainty, pay_certainty_alt
from throughline.figures.pay_fan import pay_fan, pay_fan_alt
from throughline.figures.pay_market import pay_market, pay_market_alt
from throughline.figures.pay_mix import pay_mix, pay_mix_alt
from throughline.figures.place_map import place_map, place_map_alt
from throughline.figures.room_chart import (
    room_chart,
    room_chart_alt,
    room_charts,
    room_figure,
    room_section,
    room_section_alt,
)
from throughline.figures.sides import balances_beside, balances_beside_alt
from throughline.figures.style import Look
from throughline.figures.waterfall import (
    lever_bars,
    lever_bars_alt,
    way_waterfall,
    way_waterfall_alt,
)
from throughline.tables.room_words import room_alt, room_title

__all__ = [
    "Look",
    "balance_bar",
    "balance_bar_alt",
    "balance_history",
    "balance_history_alt",
    "balances_beside",
    "balances_beside_alt",
    "claim_vs_evidence",
    "claim_vs_evidence_alt",
    "domain_history",
    "domain_history_alt",
    "domains_now_wanted",
    "domains_now_wanted_alt",
    "goal_load",
    "goal_load_alt",
    "goal_timeline",
    "goal_timeline_alt",
    "habit_bars",
    "habit_bars_alt",
    "lever_bars",
    "lever_bars_alt",
    "membership_bars",
    "membership_bars_alt",
    "momentum",
    "momentum_alt",
    "needs_now_target",
    "needs_now_target_alt",
    "pay_break_even",
    "pay_break_even_alt",
    "pay_certainty",
    "pay_certainty_alt",
    "pay_fan",
    "pay_fan_alt",
    "pay_market",
    "pay_market_alt",
    "pay_mix",
    "pay_mix_alt",
    "place_map",
    "place_map_alt",
    "room_alt",
    "room_chart",
    "room_chart_alt",
    "room_charts",
    "room_figure",
    "room_section",
    "room_section_alt",
    "room_title",
    "way_waterfall",
    "way_waterfall_alt",
]
