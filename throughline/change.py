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
    """How far the balance moved between two sittings.

    Attributes:
        points: how far, -100 to 100, plus = towards the future.
        values: both balances on common ground, 0-100; their difference is ``points``.
        errors: the standard errors of both.
        threshold: points that question wording alone could account for.
        word: what that makes of it.
        form: the form in which both were worked out.
        domains: ids of the areas available in both, the common ground.
    """

    points: float
    values: tuple[float, float]
    errors: tuple[float, float]
    threshold: float
    word: Word
    form: Form
    domains: tuple[str, ...]


def compare(
    before: Answers, after: Answers, questionnaire: Questionnaire, model: Model
) -> Change | None:
    """Compare like with like; None when one of the sittings shows no balance on common ground.

    Both count as Full only where both show a Full balance. Otherwise both are worked out on the Quick
    questions without boxes, as a Full sheet is that has too few answers for its own form.
    """
    reviewed = before.reviewed & after.reviewed
    sheets = [
        replace(sheet, reviewed=reviewed, importance=after.importance) for sheet in (before, after)
    ]
    forms: tuple[Form, ...] = (
        ("full", "quick") if before.form == after.form == "full" else ("quick",)
    )
    for form in forms:
        first, second = (score_form(sheet, questionnaire, model, form=form) for sheet in sheets)
        if first.gate.passed and second.gate.passed:
            return _change(first, second, model)
    return None


def _change(first: Profile, second: Profile, model: Model) -> Change | None:
    weights = {
        d.id: d.weight for d in second.available if first.domains[d.id].available and d.weight
    }
    if not weights:
        return None
    values = (average(first.domains, weights), average(second.domains, weights))
    errors = (_error(first, weights), _error(second, weights))
    points = values[1] - values[0]
    threshold = model.numbers.change_z * math.hypot(*errors)
    word = _word(points, threshold, model.numbers.clear_change_points)
    return Change(points, values, errors, threshold, word, second.form, tuple(weights))


def _error(profile: Profile, weights: dict[str, float]) -> float:
    squares = sum((w * (profile.domains[i].se or 0.0)) ** 2 for i, w in weights.items())
    return 10 * math.sqrt(squares) / sum(weights.values())


def _word(points: float, threshold: float, clear: float) -> Word:
    if abs(points) <= threshold:
        return "no clear change"
    return "clear change" if abs(points) > clear else "possible change"
