"""The six steps ranked by need, room and ease (docs/method.md, "Steps")."""

from dataclasses import dataclass

from throughline.answers import Answers, Effort
from throughline.content.constants import Constants, Model
from throughline.content.questionnaire import Questionnaire
from throughline.levers import DomainGap, Way
from throughline.scoring.profile import Profile

# Products of thirds and sevenths leave binary dust; equals within it are equal.
_DUST = 1e-9


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
    return ease_factor(answers.ease.get(habit, "small"), constants)


def ease_factor(effort: Effort, constants: Constants) -> float:
    """Ease factor 0.7-1 of an effort."""
    factors = {
        "small": constants.ease_small,
        "medium": constants.ease_medium,
        "large": constants.ease_large,
    }
    return factors[effort]


def leading_area(step: str, way: Way, profile: Profile, model: Model) -> DomainGap | None:
    """The area that lends a step most of its need, the first of equals; None when no area lends any."""
    lent = {gap.domain: lends(step, gap, profile, model) for gap in way.domains}
    top = max(lent.values(), default=0.0)
    if top <= _DUST:
        return None
    return next(gap for gap in way.domains if lent[gap.domain] >= top - _DUST)


def lends(step: str, gap: DomainGap, profile: Profile, model: Model) -> float:
    """What an area adds to the upper sum of a step's need: link, importance and the gap above 0."""
    weight = profile.domains[gap.domain].weight
    return model.link(step, gap.domain) * weight * max(0.0, gap.gap)


def place_with(ranking: StepRanking, habit: str, ease: float) -> int:
    """Place, from 1, that a ranked step would take with another ease; equals keep the article's order."""
    step = next(one for one in ranking.ranked if one.id == habit)
    tried = round(step.priority * (ease / step.ease), 9)
    return 1 + sum(
        round(one.priority, 9) > tried or (round(one.priority, 9) == tried and one.id < habit)
        for one in ranking.ranked
        if one.id != habit
    )


def tied_with(ranking: StepRanking, habit: str) -> tuple[str, ...]:
    """The other ranked steps with the same priority, in their order."""
    own = next(round(one.priority, 9) for one in ranking.ranked if one.id == habit)
    return tuple(
        one.id for one in ranking.ranked if one.id != habit and round(one.priority, 9) == own
    )
