"""Present support from the needs, and momentum from the habits (docs/method.md, "Support and momentum")."""

from collections.abc import Mapping
from dataclasses import dataclass

from throughline.answers import Answers
from throughline.content.constants import Constants
from throughline.content.questionnaire import Form, Questionnaire


@dataclass(frozen=True, slots=True)
class NeedGap:
    """A need whose target lies above where it is; ``gap`` in scale points."""

    id: str
    now: float
    target: float
    gap: float


@dataclass(frozen=True, slots=True)
class Support:
    """Present support: ``value`` 0-100, the need met least, and the gaps, largest first."""

    value: float
    lowest: str
    gaps: tuple[NeedGap, ...]


@dataclass(frozen=True, slots=True)
class Habits:
    """Habit levels 0-1 by habit id (answered only), and ``momentum`` 0-100 once enough are answered."""

    levels: Mapping[str, float]
    momentum: float | None


def read_support(
    answers: Answers, questionnaire: Questionnaire, constants: Constants, *, form: Form
) -> Support | None:
    """Read the needs, or None while too few are answered (the Quick form asks none)."""
    needs = questionnaire.of_kind("need", form=form)
    now = {n.id: answers.markers[n.id] for n in needs if answers.answered(n.id)}
    if len(now) < constants.min_needs:
        return None
    gaps = []
    for need, level in now.items():
        target = answers.need_targets.get(need, constants.need_target_default)
        if target > level:
            gaps.append(NeedGap(need, level, target, target - level))
    return Support(
        value=10 * sum(now.values()) / len(now),
        lowest=min(now, key=lambda need: now[need]),
        gaps=tuple(sorted(gaps, key=lambda one: -one.gap)),
    )


def read_habits(
    answers: Answers, questionnaire: Questionnaire, constants: Constants, *, form: Form
) -> Habits:
    """Read the six habits; boxes count in the Full form once their list was reviewed."""
    levels = {}
    for habit in questionnaire.of_kind("habit", form=form):
        if not answers.answered(habit.id):
            continue
        level = answers.markers[habit.id] / 10
        if form == "full" and habit.id in answers.reviewed:
            boxes = questionnaire.lists[habit.id].share(answers.ticks)
            level = constants.habit_slider_share * level + constants.habit_box_share * boxes
        levels[habit.id] = level
    enough = len(levels) >= constants.min_habits
    return Habits(levels, 100 * sum(levels.values()) / len(levels) if enough else None)
