"""Means of the eight scales, and the spread pooled over them (docs/method.md, "Scales" and "Range")."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from throughline.answers import Answers
from throughline.content.constants import Constants
from throughline.content.questionnaire import Form, Questionnaire
from throughline.distributions import t_quantile


@dataclass(frozen=True, slots=True)
class Scale:
    """One scale: its answered values keyed 0-10 by item id, and how many answers it needs."""

    id: str
    values: Mapping[str, float]
    asked: int
    minimum: int

    @property
    def count(self) -> int:
        """Answered items."""
        return len(self.values)

    @property
    def mean(self) -> float | None:
        """Mean keyed value 0-10, or None below the minimum."""
        return sum(self.values.values()) / self.count if self.available else None

    @property
    def available(self) -> bool:
        """Whether enough items are answered to show the scale."""
        return self.count >= self.minimum

    @property
    def missing(self) -> int:
        """Answers still needed before the scale can show."""
        return max(0, self.minimum - self.count)


@dataclass(frozen=True, slots=True)
class Spread:
    """Pooled within-scale spread ``sd`` (scale points), its degrees of freedom ``df``, and Student's ``t``."""

    sd: float
    df: int
    t: float


def read_scales(answers: Answers, questionnaire: Questionnaire, form: Form) -> dict[str, Scale]:
    """Read every balance scale of ``form`` from the answers, by scale id."""
    scales: dict[str, Scale] = {}
    for domain in questionnaire.domains:
        for scale_id, minimum in domain.minimum(form).items():
            items = questionnaire.of_scale(scale_id, form)
            keyed = {item.id: answers.keyed(item) for item in items}
            values = {i: value for i, value in keyed.items() if value is not None}
            scales[scale_id] = Scale(scale_id, values, len(items), minimum)
    return scales


def pooled_spread(scales: Mapping[str, Scale], constants: Constants) -> Spread:
    """Pool the spread inside all scales with an answer and shrink it to the prior."""
    squares, df = 0.0, 0
    for scale in scales.values():
        if scale.count:
            mean = sum(scale.values.values()) / scale.count
            squares += sum((x - mean) ** 2 for x in scale.values.values())
            df += scale.count - 1
    prior = constants.prior_df
    sd = math.sqrt((prior * constants.prior_sd**2 + squares) / (prior + df))
    return Spread(sd=sd, df=df, t=t_quantile((1 + constants.range_level) / 2, prior + df))
