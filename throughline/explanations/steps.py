"""Explains the priority of one of the six steps: need, room, ease, and the place they lead to."""

from throughline.actions import (
    RankedStep,
    StepRanking,
    leading_area,
    place_with,
)
from throughline.answers import Answers
from throughline.content.constants import Model
from throughline.content.questionnaire import Questionnaire
from throughline.explanations.arithmetic import ROUNDED, plain, rounded
from throughline.explanations.domains import question_of
from throughline.explanations.explanation import Explanation, Line
from throughline.explanations.support import habit_level
from throughline.levers import Way
from throughline.scoring.profile import Profile


def explain_step(
    step: RankedStep,
    way: Way,
    profile: Profile,
    answers: Answers,
    questionnaire: Questionnaire,
    model: Model,
    ranking: StepRanking | None = None,
) -> Explanation:
    """Explain the priority of one step, in points (0-100), and with a ranking its place among the steps."""
    habit = questionnaire.by_id[step.id]
    terms, total = [], 0.0
    for gap in way.domains:
        weight = profile.domains[gap.domain].weight
        link = model.link(step.id, gap.domain)
        if link and weight:
            factor = plain(link) if weight == 1 else f"{plain(link)} × {plain(weight)}"
            terms.append(f"{factor} × {rounded(max(0.0, gap.gap))}")
            total += link * weight
    floor = model.numbers.priority_floor
    room = plain(step.room, 4)
    spread = f"({plain(floor)} + {plain(1 - floor)} × {room})"
    level, text = habit_level(profile, habit, answers, questionnaire, model.numbers)
    need, ease = rounded(step.need), plain(step.ease)
    product = f"{need} × {spread}"
    return Explanation(
        title=habit.step,
        says="How much this step would serve the targets you chose, given the room in the habit.",
        lines=(
            Line("Need", f"({' + '.join(terms)}) / {plain(total)} = {need}"),
            *_largest_part(step, way, profile, questionnaire, model, total),
            Line(f"Habit: {question_of(habit)}", text),
            Line("Room", f"1 − {plain(level / 100, 4)} = {room}"),
            Line("Ease", f"{ease} for a {answers.ease.get(step.id, 'small')} effort"),
            Line("Priority", f"{product} × {ease} = {rounded(step.priority, 1)}"),
            *_small_effort(step, product, model),
            *_places(step, ranking, model),
            Line("Rounding", ROUNDED),
        ),
        formula=(
            "need = sum of (link × importance × gap) / sum of (link × importance), "
            "where gaps towards the present count 0; "
            "priority = need × (floor + (1 − floor) × room) × ease"
        ),
        section="Steps",
    )


def _largest_part(
    step: RankedStep,
    way: Way,
    profile: Profile,
    questionnaire: Questionnaire,
    model: Model,
    total: float,
) -> list[Line]:
    """The area that lends most, which is the one that the reason in words names."""
    area = leading_area(step.id, way, profile, model)
    if area is None:
        return []
    factor = (
        f"{plain(model.link(step.id, area.domain))} × {plain(profile.domains[area.domain].weight)}"
    )
    part = model.link(step.id, area.domain) * profile.domains[area.domain].weight * area.gap / total
    name = questionnaire.domain(area.domain).name
    arithmetic = f"{factor} × {rounded(area.gap)} / {plain(total)} = {rounded(part)}"
    return [Line(f"Largest part of the need: {name}", arithmetic)]


def _small_effort(step: RankedStep, product: str, model: Model) -> list[Line]:
    small = model.numbers.ease_small
    if step.ease == small:
        return []
    priority = step.priority / step.ease * small
    return [Line("As a small effort", f"{product} × {plain(small)} = {rounded(priority, 1)}")]


def _places(step: RankedStep, ranking: StepRanking | None, model: Model) -> list[Line]:
    if ranking is None:
        return []
    of = f"of {len(ranking.ranked)} ranked"
    place = [one.id for one in ranking.ranked].index(step.id) + 1
    lines = [Line("Place", f"{place} {of}")]
    if step.ease != model.numbers.ease_small:
        small = place_with(ranking, step.id, model.numbers.ease_small)
        lines.append(Line("Place as a small effort", f"{small} {of}"))
    return lines
