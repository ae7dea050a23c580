"""The whole result of one sheet of answers, computed in one pass."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from throughline.answers import Answers
from throughline.content.constants import Model
from throughline.content.questionnaire import Form, Questionnaire
from throughline.scoring.balance import Balance, Gate, check_gate, weigh
from throughline.scoring.domains import DomainScore, score_domains
from throughline.scoring.place import Place, find_place
from throughline.scoring.quality import Quality, check_quality
from throughline.scoring.scales import Scale, Spread, pooled_spread, read_scales
from throughline.scoring.support import Habits, Support, read_habits, read_support


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything the assessment says about one sheet. What is None has too few answers to show.

    Attributes:
        form: the form the figures belong to (a Full sheet shows Quick figures until its own gate opens).
        model_version: version of the constants used.
        path, purpose: two sub-means of the career traits for coaches, 0-10.
    """

    form: Form
    model_version: str
    scales: Mapping[str, Scale]
    domains: Mapping[str, DomainScore]
    spread: Spread
    gate: Gate
    balance: Balance | None
    place: Place | None
    path: float | None
    purpose: float | None
    support: Support | None
    habits: Habits
    quality: Quality

    @property
    def available(self) -> tuple[DomainScore, ...]:
        """Domains that have a score, in order."""
        return tuple(d for d in self.domains.values() if d.available)


def score(answers: Answers, questionnaire: Questionnaire, model: Model) -> Profile:
    """Score a sheet: in its own form, or in Quick while Full has too few answers and Quick has enough."""
    profile = score_form(answers, questionnaire, model, form=answers.form)
    if answers.form == "full" and not profile.gate.passed:
        quick = score_form(answers, questionnaire, model, form="quick")
        return quick if quick.gate.passed else profile
    return profile


def score_form(
    answers: Answers, questionnaire: Questionnaire, model: Model, *, form: Form
) -> Profile:
    """Score a sheet in one form, whatever form it was filled in for."""
    constants = model.numbers

    def rescore(sheet: Answers) -> dict[str, DomainScore]:
        own = read_scales(sheet, questionnaire, form)
        return score_domains(sheet, questionnaire, constants, form=form, scales=own, spread=spread)

    scales = read_scales(answers, questionnaire, form)
    spread = pooled_spread(scales, constants)
    domains = rescore(answers)
    gate = check_gate(answers, questionnaire, constants, form=form, domains=domains)
    balance = None
    if gate.passed:
        balance = weigh(
            answers, questionnaire, form=form, domains=domains, spread=spread, rescore=rescore
        )
    full = form == "full"
    return Profile(
        form=form,
        model_version=model.version,
        scales=scales,
        domains=domains,
        spread=spread,
        gate=gate,
        balance=balance,
        place=find_place(scales, spread, constants),
        path=_sub_mean(scales["C"], ("C2", "C3", "C4", "C6"), minimum=2) if full else None,
        purpose=_sub_mean(scales["C"], ("C1", "C5"), minimum=1) if full else None,
        support=read_support(answers, questionnaire, constants, form=form),
        habits=read_habits(answers, questionnaire, constants, form=form),
        quality=check_quality(answers, questionnaire, constants, form=form, domains=domains),
    )


def _sub_mean(scale: Scale, ids: tuple[str, ...], *, minimum: int) -> float | None:
    values = [scale.values[i] for i in ids if i in scale.values]
    return fmean(values) if len(values) >= minimum else None
