"""What in a person's own answers calls for a move: a ranked step, a gap of an area, a need below its target."""

from dataclasses import dataclass

from throughline.actions.outlook import outlook
from throughline.actions.ranking import RankedStep, StepRanking, leading_area
from throughline.content.actions import Towards
from throughline.content.constants import Model
from throughline.levers import DomainGap, Way
from throughline.scoring.profile import Profile
from throughline.scoring.support import NeedGap

_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class StepCause:
    """A ranked step at its ``place``, from 1; ``area`` lends most of its need, None when none does."""

    step: RankedStep
    place: int
    area: DomainGap | None

    @property
    def id(self) -> str:
        """The habit."""
        return self.step.id

    @property
    def towards(self) -> Towards:
        """Steps lead to more path."""
        return "path"


@dataclass(frozen=True, slots=True)
class AreaCause:
    """An area with a gap beyond the limit, in either direction."""

    gap: DomainGap

    @property
    def id(self) -> str:
        """The area."""
        return self.gap.domain

    @property
    def towards(self) -> Towards:
        """Up is more path, down is more room for the present."""
        return "path" if self.gap.gap > 0 else "present"


@dataclass(frozen=True, slots=True)
class NeedCause:
    """A need below its target."""

    gap: NeedGap

    @property
    def id(self) -> str:
        """The need."""
        return self.gap.id

    @property
    def towards(self) -> Towards:
        """Needs serve the present."""
        return "present"


Cause = StepCause | AreaCause | NeedCause


def find_causes(
    profile: Profile, way: Way | None, ranking: StepRanking, model: Model
) -> tuple[Cause, ...]:
    """Everything that calls for a move, what the plan opens with first.

    Steps lead while some area wants more path; otherwise the needs lead, and the habits are kept as they are.
    """
    needs = [NeedCause(gap) for gap in profile.support.gaps] if profile.support else []
    if way is None:
        return tuple(needs)
    areas = _areas(way, model.numbers.near_target_points)
    if outlook(way) != "steps":
        return (*needs, *areas)
    steps = [
        StepCause(step, place, leading_area(step.id, way, profile, model))
        for place, step in enumerate(ranking.ranked, start=1)
    ]
    return (*steps, *areas, *needs)


def _areas(way: Way, near: float) -> list[AreaCause]:
    """Areas further than ``near`` points from their target and of some importance, largest part first."""
    far = [gap for gap in way.domains if abs(gap.gap) > near + _DUST and abs(gap.points) > _DUST]
    return [AreaCause(gap) for gap in sorted(far, key=lambda gap: -round(abs(gap.points), 9))]
