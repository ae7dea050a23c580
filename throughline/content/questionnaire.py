"""What we ask: domains, sliders, evidence boxes, facts and the steps they are asked in."""

from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from throughline.content.reading import Record
from throughline.errors import UnknownQuestion

Form = Literal["quick", "full"]
Kind = Literal["statement", "two-pole", "habit", "need"]


class Item(Record):
    """One slider, 0-10. ``flipped``: the career pole is drawn on the left; ``reverse``: true means the opposite."""

    id: str
    kind: Kind
    scale: str
    text: str
    low: str
    high: str
    domain: str | None = None
    flipped: bool = False
    reverse: bool = False
    quick: bool = False
    step: str = ""


class Domain(Record):
    """One of the seven areas of the article; ``minimum_*`` is the number of answers each scale needs."""

    id: str
    name: str
    short: str
    intro: str
    wanted_low: str
    wanted_high: str
    scales: tuple[str, ...]
    minimum_full: dict[str, int]
    minimum_quick: dict[str, int]

    def minimum(self, form: Form) -> dict[str, int]:
        """Answers each scale of this domain needs before it is available in ``form``."""
        return self.minimum_quick if form == "quick" else self.minimum_full


class Box(Record):
    """One evidence box; ``role`` groups boxes that a list counts in a way of its own."""

    id: str
    text: str
    role: str = ""


class EvidenceList(Record):
    """Boxes of a domain or habit. Score = ticks (divided or capped by role) / ``out_of``."""

    id: str
    title: str
    boxes: tuple[Box, ...]
    out_of: int = Field(gt=0)
    window: str = ""
    divide: dict[str, int] = Field(default_factory=dict)
    at_most_one: tuple[str, ...] = ()

    def share(self, ticks: frozenset[str]) -> float:
        """Share of the list that is ticked, 0-1, counted the list's own way."""
        total = 0.0
        seen: set[str] = set()
        for box in self.boxes:
            if box.id in ticks and box.role not in seen:
                total += 1 / self.divide.get(box.role, 1)
                if box.role in self.at_most_one:
                    seen.add(box.role)
        return total / self.out_of


class Fact(Record):
    """Something worth knowing that is never scored: a choice, or a box when there are no options."""

    id: str
    text: str
    domain: str
    use: str
    options: tuple[str, ...] = ()


class Pathway(Record):
    """An example way from one role to others, to edit and never to prescribe."""

    id: str
    kind: Literal["job", "career", "education", "passion", "advancement", "lifestyle", "whole"]
    text: str


class Step(Record):
    """One screen of the form: whole domains, every item of a kind, or where one wants to be."""

    form: Form
    id: str
    name: str
    domains: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    wanted: bool = False
    intro: str = ""


class Questionnaire(Record):
    """The whole item bank, checked against itself when it is read."""

    version: str
    domains: tuple[Domain, ...]
    items: tuple[Item, ...]
    evidence: tuple[EvidenceList, ...]
    facts: tuple[Fact, ...]
    pathways: tuple[Pathway, ...]
    steps: tuple[Step, ...]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        boxes = [box.id for one in self.evidence for box in one.boxes]
        _unique("item", [item.id for item in self.items])
        _unique("domain", [domain.id for domain in self.domains])
        _unique("box", boxes)
        _unique("step", [f"{step.form} {step.id}" for step in self.steps])
        scales = {scale for domain in self.domains for scale in domain.scales}
        for item in self.items:
            if item.kind in ("statement", "two-pole") and item.scale not in scales:
                raise ValueError(f"item {item.id}: no domain has the scale {item.scale!r}")
            if item.flipped and item.kind != "two-pole":
                raise ValueError(f"item {item.id}: only two-pole items can be flipped")
        known = {domain.id for domain in self.domains}
        for fact in self.facts:
            if fact.domain not in known:
                raise ValueError(f"fact {fact.id}: no domain {fact.domain!r}")
        for step in self.steps:
            if unknown := set(step.domains) - known:
                raise ValueError(f"step {step.id}: no domain {sorted(unknown)[0]!r}")
        return self

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """Every item by its id."""
        return {item.id: item for item in self.items}

    @cached_property
    def lists(self) -> dict[str, EvidenceList]:
        """Every evidence list by the id of its domain or habit."""
        return {one.id: one for one in self.evidence}

    def domain(self, domain_id: str) -> Domain:
        """Return one domain. Raises UnknownQuestion for an id we do not have."""
        for domain in self.domains:
            if domain.id == domain_id:
                return domain
        raise UnknownQuestion(domain_id)

    def of_kind(self, *kinds: Kind, form: Form = "full") -> tuple[Item, ...]:
        """Items of these kinds asked in ``form``, in the order they are asked."""
        return tuple(i for i in self.items if i.kind in kinds and (form == "full" or i.quick))

    @cached_property
    def _scales(self) -> dict[tuple[str, Form], tuple[Item, ...]]:
        forms: tuple[Form, ...] = ("quick", "full")
        return {
            (scale, form): tuple(i for i in self.balance_items(form) if i.scale == scale)
            for domain in self.domains
            for scale in domain.scales
            for form in forms
        }

    def of_scale(self, scale: str, form: Form = "full") -> tuple[Item, ...]:
        """Items of one balance scale (J, C, D2-D7) asked in ``form``."""
        return self._scales[scale, form]

    def balance_items(self, form: Form) -> tuple[Item, ...]:
        """The sliders that make the balance: 40 in the full form, 12 in the quick form."""
        return self.of_kind("statement", "two-pole", form=form)

    def of_domain(self, domain_id: str, form: Form = "full") -> tuple[Item, ...]:
        """Items of one domain asked in ``form``."""
        return tuple(i for i in self.balance_items(form) if i.domain == domain_id)

    def steps_of(self, form: Form) -> tuple[Step, ...]:
        """The screens of ``form``, in order."""
        return tuple(step for step in self.steps if step.form == form)

    def of_step(self, step: Step) -> tuple[Item, ...]:
        """The sliders asked on one screen."""
        asked = [i for d in step.domains for i in self.of_domain(d, step.form)]
        return (*asked, *self.of_kind(*step.kinds, form=step.form)) if step.kinds else tuple(asked)


def _unique(what: str, ids: list[str]) -> None:
    repeated = sorted({one for one in ids if ids.count(one) > 1})
    if repeated:
        raise ValueError(f"{what} {repeated[0]}: the id is used twice")
