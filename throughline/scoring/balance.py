"""The present:future balance: its gate, its range and the bounds of what open answers could do."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from throughline.answers import HIGHEST, LOWEST, Answers, as_marker
from throughline.content.constants import Constants
from throughline.content.questionnaire import Form, Item, Questionnaire
from throughline.scoring.domains import DomainScore
from throughline.scoring.scales import Spread

Rescore = Callable[[Answers], Mapping[str, DomainScore]]


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether there are enough answers for a balance, and how many are missing.

    ``weighted`` is false when every available domain has importance 0, which leaves nothing to average.
    """

    answered: int
    total: int
    open: int
    not_applicable: int
    answers_needed: int
    domains_needed: int
    weighted: bool

    @property
    def reachable(self) -> bool:
        """Whether the open sliders are enough for the answers still needed."""
        return self.answers_needed <= self.open

    @property
    def passed(self) -> bool:
        """Whether the balance may be shown."""
        return not self.answers_needed and not self.domains_needed and self.weighted


@dataclass(frozen=True, slots=True)
class Balance:
    """The balance on the future scale, 0-100; ``low``-``high`` is the uncut 90 % range.

    ``least``-``most`` are the bounds: the balance if every open slider went to its present or future end.
    """

    value: float
    se: float
    low: float
    high: float
    least: float
    most: float

    @property
    def whisker(self) -> tuple[float, float]:
        """Ends of the missing-answer whisker; it always reaches the balance itself."""
        return min(self.least, self.value), max(self.most, self.value)


def check_gate(
    answers: Answers,
    questionnaire: Questionnaire,
    constants: Constants,
    *,
    form: Form,
    domains: Mapping[str, DomainScore],
) -> Gate:
    """Count answers and domains against the minimum of ``form``."""
    states = [answers.state(item.id) for item in questionnaire.balance_items(form)]
    answered, total = states.count("answered"), len(states)
    available = [d for d in domains.values() if d.available]
    needed = math.ceil(constants.min_share_answered * total - 1e-9)
    return Gate(
        answered=answered,
        total=total,
        open=states.count("untouched") + states.count("skipped"),
        not_applicable=states.count("na"),
        answers_needed=max(0, needed - answered),
        domains_needed=max(0, int(constants.min_domains) - len(available)),
        weighted=not available or sum(d.weight for d in available) > 0,
    )


def weigh(
    answers: Answers,
    questionnaire: Questionnaire,
    *,
    form: Form,
    domains: Mapping[str, DomainScore],
    spread: Spread,
    rescore: Rescore,
) -> Balance:
    """Average the available domains into the balance. Call only when the gate is passed."""
    weights = {d.id: d.weight for d in domains.values() if d.available}
    value = average(domains, weights)
    error = 10 * math.sqrt(sum((w * (domains[i].se or 0)) ** 2 for i, w in weights.items()))
    se = error / sum(weights.values())
    # With nothing open both bounds are the balance itself, to the last bit.
    bounds = [value, value]
    if open_items := [i for i in questionnaire.balance_items(form) if answers.open(i.id)]:
        bounds = [
            _value_if(answers, open_items, future=end, rescore=rescore) for end in (False, True)
        ]
    return Balance(
        value=value,
        se=se,
        low=value - spread.t * se,
        high=value + spread.t * se,
        least=bounds[0],
        most=bounds[1],
    )


def average(domains: Mapping[str, DomainScore], weights: Mapping[str, float]) -> float:
    """Weighted mean of the given domains' scores on 0-100."""
    total = sum(weights.values())
    return 10 * sum(w * (domains[i].score or 0.0) for i, w in weights.items()) / total


def _value_if(answers: Answers, open_items: list[Item], *, future: bool, rescore: Rescore) -> float:
    """Balance if every open slider stood at its present (or future) end."""
    filled = dict(answers.markers)
    for item in open_items:
        end = HIGHEST if future != (item.scale == "J") else LOWEST
        filled[item.id] = as_marker(item, end, flips_on=answers.flips_on)
    opened = {item.id for item in open_items}
    domains = rescore(replace(answers, markers=filled, skipped=answers.skipped - opened))
    return average(domains, {d.id: d.weight for d in domains.values() if d.available})
