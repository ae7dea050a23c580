"""Explains how a person's goals turned out: the sum of own expectations, outcome by outcome."""

import math
from collections import Counter
from collections.abc import Sequence

from throughline.content.constants import Constants
from throughline.errors import NotEnoughAnswers
from throughline.explanations.arithmetic import ROUNDED, amount, plain, rounded
from throughline.explanations.explanation import Explanation, Line
from throughline.goals import attainment


def explain_attainment(
    outcomes: Sequence[int], weights: Sequence[float], constants: Constants
) -> Explanation:
    """Explain the attainment of goals with outcomes -2..+2 and weights > 0; 50 is as expected.

    Raises:
        NotEnoughAnswers: no goal has an outcome yet.
    """
    value = attainment(outcomes, weights, constants)
    if value is None:
        raise NotEnoughAnswers("No goal has an outcome yet.")
    rho = constants.goal_rho
    # Goals of the same weight and outcome are one term, so that a long plan stays one line.
    products = Counter(
        f"{amount(w)} × {_signed(x)}" for w, x in zip(weights, outcomes, strict=True)
    )
    single = Counter(amount(w) for w in weights)
    squared = Counter(f"{amount(w)}²" for w in weights)
    weighted = sum(w * x for w, x in zip(weights, outcomes, strict=True))
    total, squares = sum(weights), sum(w**2 for w in weights)
    spread = math.sqrt((1 - rho) * squares + rho * total**2)
    root = plain(spread, 2 if spread >= 10 else 3) if spread >= 1 else amount(spread)
    inside = f"{amount(1 - rho)} × {amount(squares)} + {amount(rho)} × {amount(total)}²"
    return Explanation(
        title="How your goals turned out",
        says="Your own outcomes from −2 to +2, weighted and put on a scale where 50 is as you expected.",
        lines=(
            Line("Weights times outcomes", f"{_sum(products)} = {amount(weighted)}"),
            Line("All weights", f"{_sum(single)} = {amount(total)}"),
            Line("Their squares", f"{_sum(squared)} = {amount(squares)}"),
            Line("Spread", f"√({inside}) = {root}"),
            Line("Result", f"50 + 10 × {_signed(weighted)} / {root} = {rounded(value, 1)}"),
            Line("Rounding", ROUNDED),
        ),
        formula="50 + 10 × sum of (weight × outcome) / spread of such a sum",
        section="Goal attainment",
    )


def _sum(terms: Counter[str]) -> str:
    """Add terms up, each with how often it comes."""
    return " + ".join(term if count == 1 else f"{count} × {term}" for term, count in terms.items())


def _signed(value: float) -> str:
    """A number inside a calculation; a negative one needs brackets there."""
    return f"({amount(value)})" if value < 0 else amount(value)
