"""Explains every figure of a result with the person's own answers, down to the printed number."""

from throughline.explanations.balance import explain_balance, explain_bounds, explain_range
from throughline.explanations.domains import explain_claim, explain_domain
from throughline.explanations.explanation import Explanation, Line
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
    "explain_balance",
    "explain_bounds",
    "explain_claim",
    "explain_domain",
    "explain_lever",
    "explain_lowest_need",
    "explain_momentum",
    "explain_place",
    "explain_quality",
    "explain_range",
    "explain_step",
    "explain_support",
    "explain_tick",
    "explain_way",
]
