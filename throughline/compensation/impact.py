"""What a mix of pay gives: the impact lens and its breadth (docs/method.md, "Pay")."""

from collections.abc import Mapping
from dataclasses import dataclass

from throughline.content.constants import Model

LENSES = ("predictable", "flexible", "motivating", "long_term", "wellbeing")


@dataclass(frozen=True, slots=True)
class Impact:
    """Lens name -> share of pay (0-1) that gives it, and ``breadth``, the effective number of parts (>= 1)."""

    lens: Mapping[str, float]
    breadth: float


def impact(amounts: Mapping[str, float], model: Model) -> Impact | None:
    """Turn amounts per part of pay (same currency and period, >= 0) into an impact; None when nothing is entered."""
    total = sum(amounts.values())
    if total <= 0:
        return None
    shares = {part: amount / total for part, amount in amounts.items()}
    lens = {
        name: sum(share * model.pay_lens[part].get(name, 0.0) for part, share in shares.items())
        for name in LENSES
    }
    return Impact(lens, 1 / sum(share**2 for share in shares.values()))
