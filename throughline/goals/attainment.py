"""Goal attainment: one number for goals reached above or below a person's own expectations."""

import math
from collections.abc import Sequence

from throughline.content.constants import Constants


def attainment(
    outcomes: Sequence[int], weights: Sequence[float], constants: Constants
) -> float | None:
    """T score of outcomes -2..+2 with weights > 0; 50 is as expected; None without goals. Source: S41."""
    if not outcomes:
        return None
    rho = constants.goal_rho
    weighted = sum(w * x for w, x in zip(weights, outcomes, strict=True))
    spread = (1 - rho) * sum(w**2 for w in weights) + rho * sum(weights) ** 2
    return 50 + 10 * weighted / math.sqrt(spread)
