"""Change between two sittings, judged against the noise of question wording (docs/method.md, "Change")."""

import math
from dataclasses import dataclass, replace
from typing import Literal

from throughline.answers import Answers
from throughline.content.constants import Model
from throughline.content.questionnaire import Form, Questionnaire
from throughline.scoring.balance import average
from throughline.scoring.profile import Profile, score_form

Word = Literal["no clear change", "possible change", "clear change"]


@dataclass(frozen=True, slots=True)
class Change:
    """``points`` the balance moved, the ``threshold`` of wording noise, and the word for it."""

    points: float
    threshold: float
    word: Word


def compare(
    before: Answers, after: Answers, questionnaire: Questionnaire, model: Model
) -> Change | None:
    """Compare like with like; None when one of the sittings shows no balance on common ground."""
    form: Form = "full" if before.form == after.form == "full" else "quick"
    reviewed = before.reviewed & after.reviewed
    sheets = [
        replace(sheet, reviewed=reviewed, importance=after.importance) for sheet in (before, after)
    ]
    first, second = (score_form(sheet, questionnaire, model, form=form) for sheet in sheets)
    if not (first.gate.passed and second.gate.passed):
        return None
    weights = {
        d.id: d.weight for d in second.available if first.domains[d.id].available and d.weight
    }
    if not weights:
        return None
    points = average(second.domains, weights) - average(first.domains, weights)
    errors = (_error(profile, weights) for profile in (first, second))
    threshold = model.numbers.change_z * math.hypot(*errors)
    return Change(points, threshold, _word(points, threshold, model.numbers.clear_change_points))


def _error(profile: Profile, weights: dict[str, float]) -> float:
    squares = sum((w * (profile.domains[i].se or 0.0)) ** 2 for i, w in weights.items())
    return 10 * math.sqrt(squares) / sum(weights.values())


def _word(points: float, threshold: float, clear: float) -> Word:
    if abs(points) <= threshold:
        return "no clear change"
    return "clear change" if abs(points) > clear else "possible change"
