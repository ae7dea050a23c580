"""Sheets of answers for the tests: worked examples, plain fills, strategies for any legal sheet."""

import json
import random  # noqa: TID251  (only a seed that Hypothesis hands over, to complete a sheet at will)
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from throughline.answers import HIGHEST, LOWEST, Answers, Effort, as_marker
from throughline.content.constants import Model
from throughline.content.questionnaire import Form, Item, Questionnaire
from throughline.content.reading import read_toml
from throughline.content.wording import Wording
from throughline.levers import Way, find_way
from throughline.scoring import Profile, score

TESTS = Path(__file__).resolve().parent
DATA = TESTS.parent / "data"

QUESTIONNAIRE = read_toml(DATA / "questionnaire.toml", Questionnaire)
MODEL = read_toml(DATA / "model.toml", Model)
WORDING = read_toml(DATA / "wording.toml", Wording)

DOMAINS = tuple(domain.id for domain in QUESTIONNAIRE.domains)
HABITS = tuple(item.id for item in QUESTIONNAIRE.of_kind("habit"))
NEEDS = tuple(item.id for item in QUESTIONNAIRE.of_kind("need"))
LISTS = tuple(QUESTIONNAIRE.lists)
BOXES = tuple(box.id for one in QUESTIONNAIRE.evidence for box in one.boxes)
BALANCE = QUESTIONNAIRE.balance_items("full")
TWO_POLE = QUESTIONNAIRE.of_kind("two-pole")


@cache
def worked_examples() -> dict[str, Any]:
    """The worked examples as parsed JSON; do not change what you get."""
    path = TESTS / "worked_examples" / "worked-examples.json"
    parsed: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return parsed


def person(person_id: str) -> dict[str, Any]:
    """One person of the worked examples: ``inputs`` and ``expected``."""
    people: list[dict[str, Any]] = worked_examples()["people"]
    return next(one for one in people if one["id"] == person_id)


def sheet_of(inputs: Mapping[str, Any]) -> Answers:
    """Turn the inputs of a worked example into a sheet."""
    effort: dict[float, Effort] = {1.0: "small", 0.85: "medium", 0.7: "large"}
    lists = (inputs["evidence_reviewed"], inputs["habit_boxes_reviewed"])
    return Answers(
        form=inputs["form"],
        flips_on=inputs["flips_on"],
        markers={**inputs["markers"], **inputs["habits"], **inputs["needs"]},
        skipped=frozenset(inputs["skipped"]),
        not_applicable=frozenset(inputs["not_applicable"]),
        ticks=frozenset(box for one in lists for ticked in one.values() for box in ticked),
        reviewed=frozenset(list_id for one in lists for list_id in one),
        wanted=inputs["wanted"],
        importance=inputs["importance"],
        need_targets=inputs["need_targets"],
        ease={habit: effort[factor] for habit, factor in inputs["ease"].items()},
    )


def worked_sheet(person_id: str) -> Answers:
    """The sheet of one person of the worked examples."""
    return sheet_of(person(person_id)["inputs"])


def all_fives(form: Form = "full") -> Answers:
    """Every slider of the form in the middle, no list reviewed."""
    asked = QUESTIONNAIRE.of_kind("statement", "two-pole", "habit", "need", form=form)
    return Answers(form=form, markers={item.id: 5.0 for item in asked})


def keyed_sheet(keyed: Mapping[str, float], **rest: Any) -> Answers:
    """A sheet whose answers are given by meaning: item id -> 0 present pole to 10 future pole."""
    sheet = Answers(**{"form": "full", **rest})
    for item_id, value in keyed.items():
        sheet = sheet.with_keyed(QUESTIONNAIRE.by_id[item_id], value)
    return sheet


def only_first(count: int, form: Form = "full", keyed: float = 4.0) -> Answers:
    """A sheet with exactly ``count`` balance sliders answered: minimums first, then the rest."""
    first: list[Item] = []
    for domain in QUESTIONNAIRE.domains:
        for scale, minimum in domain.minimum(form).items():
            first += QUESTIONNAIRE.of_scale(scale, form)[:minimum]
    rest = [item for item in QUESTIONNAIRE.balance_items(form) if item not in first]
    return keyed_sheet({item.id: keyed for item in [*first, *rest][:count]}, form=form)


def without(sheet: Answers, *item_ids: str) -> Answers:
    """A copy of the sheet in which these sliders were never touched."""
    kept = {i: marker for i, marker in sheet.markers.items() if i not in item_ids}
    return replace(sheet, markers=kept)


def rekeyed(sheet: Answers, change: Callable[[Item, float], float]) -> Answers:
    """A copy whose balance answers have been changed in meaning, state by state untouched."""
    markers = dict(sheet.markers)
    for item in BALANCE:
        keyed = sheet.keyed(item)
        if keyed is not None:
            value = change(item, keyed)
            markers[item.id] = as_marker(item, value, flips_on=sheet.flips_on)
    return replace(sheet, markers=markers)


def open_items(sheet: Answers) -> list[Item]:
    """Balance sliders of the sheet's own form that could still be answered."""
    return [item for item in QUESTIONNAIRE.balance_items(sheet.form) if sheet.open(item.id)]


def completed(sheet: Answers, seed: int) -> Answers:
    """A copy in which every open balance slider is answered, often at an end."""
    draw = random.Random(seed)  # noqa: S311
    for item in open_items(sheet):
        value = draw.choice([LOWEST, HIGHEST, draw.uniform(LOWEST, HIGHEST)])
        sheet = sheet.with_marker(item.id, value)
    return sheet


def result(sheet: Answers) -> Profile:
    """Score a sheet against the real questionnaire and model."""
    return score(sheet, QUESTIONNAIRE, MODEL)


def way_of(sheet: Answers) -> Way | None:
    """The way to the wanted balance of a sheet."""
    return find_way(result(sheet), sheet, QUESTIONNAIRE, MODEL.numbers)


# A slider is one byte modulo this: 0-10 answered, 12 skipped, 13 not applicable, else untouched.
_DENSITIES = (11, 14, 14, 16, 20, 40)
_SLIDERS = tuple(item.id for item in QUESTIONNAIRE.items)


@st.composite
def sheets(draw: st.DrawFn, form: Form | None = None) -> Answers:
    """Any legal sheet: sliders in any of their four states, boxes, wishes and weights at will."""
    forms: tuple[Form, ...] = (form,) if form else ("full", "full", "quick")
    density = draw(st.sampled_from(_DENSITIES))
    off_grid = draw(st.sampled_from((0.0, 0.0, 0.3)))  # the arithmetic must take any number 0-10
    codes = draw(st.binary(min_size=len(_SLIDERS), max_size=len(_SLIDERS)))
    markers: dict[str, float] = {}
    skipped, not_applicable = set(), set()
    for item_id, code in zip(_SLIDERS, codes, strict=True):
        state = code % density
        if state <= HIGHEST:
            markers[item_id] = min(HIGHEST, state + off_grid)
        elif state == 12:
            skipped.add(item_id)
        elif state == 13:
            not_applicable.add(item_id)
    return Answers(
        form=draw(st.sampled_from(forms)),
        flips_on=draw(st.booleans()),
        markers=markers,
        skipped=frozenset(skipped),
        not_applicable=frozenset(not_applicable),
        first_answered={item_id: 3.0 * n for n, item_id in enumerate(markers)},
        ticks=draw(_some_of(BOXES)),
        reviewed=draw(_some_of(LISTS)),
        wanted=draw(_wishes(DOMAINS, st.integers(0, 20).map(lambda halves: halves / 2))),
        importance=draw(_wishes(DOMAINS, st.sampled_from((0.0, 0.5, 1.0, 2.0, 3.0)))),
        need_targets=draw(_wishes(NEEDS, st.integers(0, 10).map(float))),
        ease=draw(_wishes(HABITS, st.sampled_from(("small", "medium", "large")))),
    )


def _some_of(ids: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    masks = st.integers(0, 2 ** len(ids) - 1)
    return masks.map(lambda mask: frozenset(one for n, one in enumerate(ids) if mask >> n & 1))


def _wishes(ids: tuple[str, ...], values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({}, optional=dict.fromkeys(ids, values))
