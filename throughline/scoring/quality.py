"""Soft notes on how the sheet was filled in; they never block a result (docs/method.md, "Quality notes")."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import fmean, median, stdev

from throughline.answers import Answers
from throughline.content.constants import Constants
from throughline.content.questionnaire import Form, Questionnaire
from throughline.scoring.domains import DomainScore

# Means of thirds leave binary dust; a value at a limit counts as at it.
_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class Quality:
    """The indices, each None while its own minimum is not met, and what is pointed out.

    Attributes:
        yes_saying: ACQ in scale points, -5 to 5; positive means agreeing whatever the statement.
        side_pull: PB in scale points, -5 to 5; positive means markers sit to the right.
        longest_run: equal markers in a row.
        spread: standard deviation of the markers in scale points.
        seconds: median seconds between first answers.
        claim_minus_evidence: domain id -> sliders minus boxes in points, -100 to 100.
        flags: names of the indices above that are pointed out.
        claim_flags: domains whose sliders and boxes disagree.
    """

    yes_saying: float | None
    side_pull: float | None
    longest_run: int | None
    spread: float | None
    seconds: float | None
    claim_minus_evidence: Mapping[str, float]
    flags: frozenset[str]
    claim_flags: tuple[str, ...]


def check_quality(
    answers: Answers,
    questionnaire: Questionnaire,
    constants: Constants,
    *,
    form: Form,
    domains: Mapping[str, DomainScore],
) -> Quality:
    """Compute every index that the answers allow."""
    raw = [
        answers.markers[i.id] for i in questionnaire.balance_items(form) if answers.answered(i.id)
    ]
    enough = len(raw) >= constants.run_and_spread_min_answers
    claim = {
        d.id: 10 * (d.slider - d.evidence)
        for d in domains.values()
        if d.slider is not None and d.evidence is not None
    }
    full = form == "full"
    d1 = next(iter(domains.values()))
    acq = _yes_saying(answers, questionnaire) if full and d1.available else None
    pb = _side_pull(answers, questionnaire, constants) if full and answers.flips_on else None
    run = longest_run(raw) if enough else None
    spread = stdev(raw) if enough else None
    seconds = _pace(answers.first_answered.values(), constants)
    found = {
        "yes_saying": acq is not None and abs(acq) >= constants.acq_flag - _DUST,
        "side_pull": pb is not None and abs(pb) >= constants.pb_flag - _DUST,
        "run": run is not None and run >= constants.run_flag,
        "flat": spread is not None and spread < constants.spread_flag,
        "fast": seconds is not None and seconds < constants.speed_flag_seconds,
    }
    return Quality(
        yes_saying=acq,
        side_pull=pb,
        longest_run=run,
        spread=spread,
        seconds=seconds,
        claim_minus_evidence=claim,
        flags=frozenset(name for name, on in found.items() if on),
        claim_flags=tuple(
            i for i, c in claim.items() if abs(c) >= constants.claim_flag_points - _DUST
        ),
    )


def longest_run(values: Sequence[float]) -> int:
    """Length of the longest run of equal values; 0 for none."""
    return max((sum(1 for _ in group) for _, group in groupby(values)), default=0)


def _yes_saying(answers: Answers, questionnaire: Questionnaire) -> float | None:
    parts = []
    for scale in ("J", "C"):
        items = questionnaire.of_scale(scale)
        plain = [answers.markers[i.id] for i in items if not i.reverse and answers.answered(i.id)]
        turned = [answers.markers[i.id] for i in items if i.reverse and answers.answered(i.id)]
        if not plain or not turned:
            return None
        parts += [fmean(plain), fmean(turned)]
    return sum(parts) / 4 - 5


def _side_pull(
    answers: Answers, questionnaire: Questionnaire, constants: Constants
) -> float | None:
    sides = []
    for flipped in (False, True):
        items = questionnaire.of_kind("two-pole")
        side = [
            answers.markers[i.id] for i in items if i.flipped is flipped and answers.answered(i.id)
        ]
        if len(side) < constants.pb_min_each_kind:
            return None
        sides.append(fmean(side))
    return (sum(sides) - 10) / 2


def _pace(times: Iterable[float], constants: Constants) -> float | None:
    moments = sorted(times)
    if len(moments) < constants.run_and_spread_min_answers:
        return None
    gaps = [b - a for a, b in pairwise(moments)]
    kept = [gap for gap in gaps if gap <= 60 * constants.speed_gap_limit_minutes]
    return median(kept) if kept else None
