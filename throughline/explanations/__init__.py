"""Explains every figure of a result with the person's own answers, down to the printed number."""

from throughline.explanations.balance import explain_balance, explain_bounds, explain_range
from throughline.explanations.change import explain_change
from throughline.explanations.domains import explain_claim, explain_domain
from throughline.explanations.explanation import Explanation, Line
from throughline.explanations.goals import explain_attainment
from throughline.explanations.pay import explain_impact, explain_total
from throughline.explanations.pay_parts import explain_match_left, explain_part
from throughline.explanations.pay_steadiness import (
    explain_bad_year,
    explain_certainty,
    explain_hour,
    explain_predictability,
)
from throughline.explanations.pay_years import (
    explain_break_even,
    explain_chance_ahead,
    explain_fan,
    explain_placement,
    explain_present_value,
    explain_years,
)
from throughline.explanations.place import explain_place
from throughline.explanations.quality import explain_quality
from throughline.explanations.steps import explain_step
from throughline.explanations.support import (
    explain_lowest_need,
    explain_momentum,
    explain_support,
)
from throughline.explanations.way import explain_lever, explain_tick, explain_way

__all__ = [
    "Explanation",
    "Line",
    "explain_attainment",
    "explain_bad_year",
    "explain_balance",
    "explain_bounds",
    "explain_break_even",
    "explain_certainty",
    "explain_chance_ahead",
    "explain_change",
    "explain_claim",
    "explain_domain",
    "explain_fan",
    "explain_hour",
    "explain_impact",
    "explain_lever",
    "explain_lowest_need",
    "explain_match_left",
    "explain_momentum",
    "explain_part",
    "explain_place",
    "explain_placement",
    "explain_predictability",
    "explain_present_value",
    "explain_quality",
    "explain_range",
    "explain_step",
    "explain_support",
    "explain_tick",
    "explain_total",
    "explain_way",
    "explain_years",
]
