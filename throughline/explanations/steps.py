"""Explains the priority of one of the six steps: need, room and ease."""

from throughline.actions import RankedStep
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
) -> Explanation:
    """Explain the priority of one step, in points (0-100)."""
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
    return Explanation(
        title=habit.step,
        says="How much this step would serve the targets you chose, given the room in the habit.",
        lines=(
            Line("Need", f"({' + '.join(terms)}) / {plain(total)} = {need}"),
            Line(f"Habit: {question_of(habit)}", text),
            Line("Room", f"1 − {plain(level / 100, 4)} = {room}"),
            Line("Ease", f"{ease} for a {answers.ease.get(step.id, 'small')} effort"),
            Line("Priority", f"{need} × {spread} × {ease} = {rounded(step.priority, 1)}"),
            Line("Rounding", ROUNDED),
        ),
        formula=(
            "need = sum of (link × importance × gap) / sum of (link × importance), "
            "where gaps towards the present count 0; "
            "priority = need × (floor + (1 − floor) × room) × ease"
        ),
        section="Steps",
    )
