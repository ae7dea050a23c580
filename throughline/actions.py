"""The six steps ranked by need, room and ease (docs/method.md, "Steps")."""

from dataclasses import dataclass

from throughline.answers import Answers
from throughline.content.constants import Constants, Model
from throughline.content.questionnaire import Questionnaire
from throughline.levers import Way
from throughline.scoring.profile import Profile


@dataclass(frozen=True, slots=True)
class RankedStep:
    """One step: ``need`` in points (0-100), ``room`` 0-1, ``ease`` 0.7-1, ``priority`` in points."""

    id: str
    need: float
    room: float
    ease: float
    priority: float


@dataclass(frozen=True, slots=True)
class StepRanking:
    """Steps that could be ranked, first first, and the habits to answer before the others can be."""

    ranked: tuple[RankedStep, ...]
    unranked: tuple[str, ...]


def rank_steps(
    profile: Profile, way: Way | None, answers: Answers, questionnaire: Questionnaire, model: Model
) -> StepRanking:
    """Rank the six steps; without a way to go, every step stays unranked."""
    gaps = {gap.domain: gap.gap for gap in way.domains} if way else {}
    ranked, unranked = [], []
    for habit in questionnaire.of_kind("habit"):
        links = {d: model.link(habit.id, d) * profile.domains[d].weight for d in gaps}
        total = sum(links.values())
        level = profile.habits.levels.get(habit.id)
        if level is None or total == 0:
            unranked.append(habit.id)
            continue
        need = sum(links[d] * max(0.0, gap) for d, gap in gaps.items()) / total
        ease = ease_of(answers, habit.id, model.numbers)
        room = 1 - level
        floor = model.numbers.priority_floor
        priority = need * (floor + (1 - floor) * room) * ease
        ranked.append(RankedStep(habit.id, need, room, ease, priority))
    # Rounding to the tie limit keeps the article's order for equals, since sorting is stable.
    ranked.sort(key=lambda step: -round(step.priority, 9))
    return StepRanking(tuple(ranked), tuple(unranked))


def ease_of(answers: Answers, habit: str, constants: Constants) -> float:
    """Ease factor of a step as the person sees its effort; a small effort until they say otherwise."""
    factors = {
        "small": constants.ease_small,
        "medium": constants.ease_medium,
        "large": constants.ease_large,
    }
    return factors[answers.ease.get(habit, "small")]
