"""The seven domain scores, from sliders and reviewed evidence boxes (docs/method.md, "Domains")."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from throughline.answers import Answers
from throughline.content.constants import Constants
from throughline.content.questionnaire import Form, Questionnaire
from throughline.scoring.scales import Scale, Spread


@dataclass(frozen=True, slots=True)
class DomainScore:
    """One domain on 0-10, present pole to future pole.

    Attributes:
        slider: slider part 0-10, or None below the minimum.
        evidence: evidence part 0-10, or None when the list does not count (not reviewed, Quick form, D1).
        evidence_share: weight of the evidence in the score, 0 or lambda.
        score: the domain's score 0-10, or None when unavailable.
        se: its standard error in scale points, or None when unavailable.
        weight: importance 0-3.
        answered, asked, missing: sliders answered, asked, and needed before it can show.
    """

    id: str
    slider: float | None
    evidence: float | None
    evidence_share: float
    score: float | None
    se: float | None
    weight: float
    answered: int
    asked: int
    missing: int

    @property
    def available(self) -> bool:
        """Whether the domain has a score."""
        return self.score is not None


def score_domains(
    answers: Answers,
    questionnaire: Questionnaire,
    constants: Constants,
    *,
    form: Form,
    scales: Mapping[str, Scale],
    spread: Spread,
) -> dict[str, DomainScore]:
    """Score every domain of ``form``, by domain id."""
    scored = {}
    for domain in questionnaire.domains:
        parts = [scales[scale] for scale in domain.scales]
        slider = _slider_part(parts)
        evidence = None
        if slider is not None and form == "full":
            evidence = evidence_score(answers, questionnaire, domain.id)
        share = 0.0 if evidence is None else constants.evidence_share
        score = (
            slider
            if evidence is None or slider is None
            else (1 - share) * slider + share * evidence
        )
        scored[domain.id] = DomainScore(
            id=domain.id,
            slider=slider,
            evidence=evidence,
            evidence_share=share,
            score=score,
            se=None if slider is None else (1 - share) * _slider_error(parts, spread),
            weight=answers.importance.get(domain.id, constants.importance_default),
            answered=sum(part.count for part in parts),
            asked=sum(part.asked for part in parts),
            missing=sum(part.missing for part in parts),
        )
    return scored


def evidence_score(answers: Answers, questionnaire: Questionnaire, list_id: str) -> float | None:
    """Evidence of one reviewed list on 0-10, or None when there is no list or it was not reviewed."""
    boxes = questionnaire.lists.get(list_id)
    if boxes is None or list_id not in answers.reviewed:
        return None
    return 10 * boxes.share(answers.ticks)


def _slider_part(parts: list[Scale]) -> float | None:
    means = [part.mean for part in parts]
    if any(mean is None for mean in means):
        return None
    if len(parts) == 1:
        return means[0]
    job, career = (mean or 0.0 for mean in means)
    return 5 + (career - job) / 2


def _slider_error(parts: list[Scale], spread: Spread) -> float:
    variance = sum(spread.sd**2 / part.count for part in parts)
    return math.sqrt(variance) / len(parts)
