"""The way from now to wanted, split without remainder down to one slider or one tick (docs/method.md, "Levers")."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from throughline.answers import Answers
from throughline.content.constants import Constants
from throughline.content.questionnaire import Questionnaire
from throughline.scoring.domains import DomainScore
from throughline.scoring.profile import Profile

Plan = Literal["steps", "room", "close"]


@dataclass(frozen=True, slots=True)
class Lever:
    """What one slider (or the boxes of one domain) adds to the way, in points of the balance.

    ``keep`` marks a lever that points against its domain: nothing is asked of it.
    """

    id: str
    domain: str
    kind: Literal["slider", "evidence"]
    points: float
    keep: bool


@dataclass(frozen=True, slots=True)
class DomainGap:
    """One domain's way: ``gap`` in points of the domain (0-100), ``points`` of the balance, its levers."""

    domain: str
    now: float
    wanted: float
    gap: float
    points: float
    levers: tuple[Lever, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """What one more ticked box would add to the balance; boxes that count once share a suggestion."""

    boxes: tuple[str, ...]
    domain: str
    gain: float


@dataclass(frozen=True, slots=True)
class Way:
    """From the balance now to the wanted balance, 0-100 on the future scale.

    Attributes:
        biggest: the slider whose move changes the balance most towards the wish; None when there is no way to go.
        plan: which plan this opens: ranked steps, more room for the present, or keep going.
    """

    now: float
    wanted: float
    domains: tuple[DomainGap, ...]
    biggest: tuple[Lever, ...]
    ticks: tuple[Tick, ...]
    plan: Plan

    @property
    def gap(self) -> float:
        """Points from now to wanted; negative means more room for the present."""
        return self.wanted - self.now


def find_way(
    profile: Profile, answers: Answers, questionnaire: Questionnaire, constants: Constants
) -> Way | None:
    """Split the way to the wanted balance; None in the Quick form, before the gate, or without a target."""
    if profile.form == "quick" or profile.balance is None:
        return None
    weights = {d.id: d.weight for d in profile.available}
    total = sum(weights.values())
    gaps = tuple(
        _domain_gap(profile, domain, answers.wanted[domain.id], domain.weight / total)
        for domain in profile.available
        if domain.id in answers.wanted
    )
    if not gaps:
        return None
    wish = profile.balance.value + sum(gap.points for gap in gaps)
    sliders = [lever for gap in gaps for lever in gap.levers if lever.kind == "slider"]
    return Way(
        now=profile.balance.value,
        wanted=wish,
        domains=gaps,
        biggest=_biggest(sliders, wish - profile.balance.value),
        ticks=_ticks(gaps, answers, questionnaire, profile.domains, total),
        plan=_plan(gaps, constants.near_target_points),
    )


def _domain_gap(profile: Profile, domain: DomainScore, wanted: float, share: float) -> DomainGap:
    now = domain.score or 0.0
    gap = 10 * (wanted - now)
    scale = 10 * share
    levers: list[tuple[str, Literal["slider", "evidence"], float]] = []
    if domain.id == "D1":
        for scale_id, sign in (("J", -1), ("C", 1)):
            values = profile.scales[scale_id].values
            goal = wanted if sign > 0 else 10 - wanted
            levers += [
                (i, "slider", scale * sign * (goal - x) / (2 * len(values)))
                for i, x in values.items()
            ]
    else:
        values = profile.scales[domain.id].values
        part = scale * (1 - domain.evidence_share) / len(values)
        levers += [(i, "slider", part * (wanted - x)) for i, x in values.items()]
    if domain.evidence is not None:
        points = scale * domain.evidence_share * (wanted - domain.evidence)
        levers.append((domain.id, "evidence", points))
    return DomainGap(
        domain=domain.id,
        now=now,
        wanted=wanted,
        gap=gap,
        points=share * gap,
        levers=tuple(
            Lever(i, domain.id, kind, points, keep=_keep(kind, points, gap))
            for i, kind, points in levers
        ),
    )


def _keep(kind: Literal["slider", "evidence"], points: float, gap: float) -> bool:
    # Nobody is asked to untick a box, so evidence is only ever a move upwards.
    # Below the dust of doubles a gap or a lever is zero.
    return points * gap <= 1e-12 or (kind == "evidence" and points < 0)


def _biggest(sliders: list[Lever], gap: float) -> tuple[Lever, ...]:
    # A slider marked keep is asked nothing of, even where it happens to point the way of the whole.
    towards = [lever for lever in sliders if lever.points * gap > 0 and not lever.keep]
    top = max((abs(lever.points) for lever in towards), default=0.0)
    return tuple(lever for lever in towards if abs(abs(lever.points) - top) < 1e-9)


def _ticks(
    gaps: tuple[DomainGap, ...],
    answers: Answers,
    questionnaire: Questionnaire,
    domains: Mapping[str, DomainScore],
    total: float,
) -> tuple[Tick, ...]:
    found: list[Tick] = []
    for gap in gaps:
        domain = domains[gap.domain]
        if gap.gap <= 0 or domain.evidence is None:
            continue
        boxes = questionnaire.lists[gap.domain]
        scale = 10 * domain.weight / total * domain.evidence_share
        shared: set[str] = set()
        for box in boxes.boxes:
            gain = scale * (10 * boxes.share(answers.ticks | {box.id}) - domain.evidence)
            if box.id in answers.ticks or gain < 1e-12 or box.role in shared:
                continue
            ids = [box.id]
            if box.role in boxes.at_most_one:
                shared.add(box.role)
                ids = [other.id for other in boxes.boxes if other.role == box.role]
            found.append(Tick(tuple(ids), gap.domain, gain))
    return tuple(sorted(found, key=lambda tick: -round(tick.gain, 9)))


def _plan(gaps: tuple[DomainGap, ...], near: float) -> Plan:
    near += 1e-9  # a gap of thirds at the limit is close, whatever its last bit
    if any(gap.gap > near for gap in gaps):
        return "steps"
    return "room" if any(gap.gap < -near for gap in gaps) else "close"
