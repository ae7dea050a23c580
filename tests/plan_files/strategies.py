"""Hypothesis strategies for everything a visitor can enter: sheets, pay, goals, actions, log, sittings, whole plans."""

import datetime
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from tests.builders import BOXES, DATA, DOMAINS, HABITS, LISTS, MODEL, NEEDS, QUESTIONNAIRE
from tests.property.test_action_laws import ANY_ACTION, ANY_LOG, DAYS, IDS, texts
from tests.property.test_goal_laws import legal as goals_alone
from throughline.answers import Answers
from throughline.compensation.sheet import NAME_LENGTH, SYMBOL_LENGTH, clean
from throughline.content.compensation import Compensation
from throughline.content.plan_file import PlanFileWords
from throughline.content.reading import read_toml
from throughline.goals import Goal
from throughline.plan_file import (
    OWNER_LENGTH,
    SITTING_NAME_LENGTH,
    PlanContent,
    PlanFile,
    Sitting,
)
from throughline.plan_file.document import SEARCH_LENGTH

TODAY = datetime.date(2026, 11, 23)
PAY = read_toml(DATA / "compensation.toml", Compensation)
WORDS = read_toml(DATA / "plan_file.toml", PlanFileWords)
CONTENT = PlanContent(QUESTIONNAIRE, MODEL, PAY, WORDS)

PACKAGES = tuple(CONTENT.packages)
NUMBER_CELLS = tuple(sorted(CONTENT.cells - {"name", "symbol", *CONTENT.presets}))
SLIDERS = tuple(item.id for item in QUESTIONNAIRE.items)
FACTS = {fact.id: fact.options for fact in QUESTIONNAIRE.facts}
ANY_NUMBER = st.floats(allow_nan=False, allow_infinity=False).map(lambda value: value + 0.0)
TYPED = st.integers(0, 200_000).map(float) | st.floats(0, 1e6) | ANY_NUMBER
MARKERS = st.integers(0, 10).map(float)


def some(ids: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    """Any of these ids, as cheap to draw as a number."""
    masks = st.integers(0, 2 ** len(ids) - 1)
    return masks.map(lambda mask: frozenset(one for n, one in enumerate(ids) if mask >> n & 1))


def given_for(ids: tuple[str, ...], values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values for any of these ids."""
    return st.dictionaries(st.sampled_from(ids), values, max_size=5)


@st.composite
def sheets(draw: st.DrawFn, *, moments: bool = True) -> Answers:
    """Any sheet that can be entered on the form: whole sliders in four states, boxes, wishes, facts."""
    codes = draw(st.binary(min_size=len(SLIDERS), max_size=len(SLIDERS)))
    density = draw(st.sampled_from((11, 14, 20, 60)))
    states = {item: code % density for item, code in zip(SLIDERS, codes, strict=True)}
    markers = {item: float(state) for item, state in states.items() if state <= 10}
    start = draw(st.floats(0, 4e9))
    return Answers(
        form=draw(st.sampled_from(("quick", "full"))),
        flips_on=draw(st.booleans()),
        markers=markers,
        skipped=frozenset(item for item, state in states.items() if state == 12),
        not_applicable=frozenset(item for item, state in states.items() if state == 13),
        first_answered={item: start + 2.5 * n for n, item in enumerate(markers)} if moments else {},
        ticks=draw(some(BOXES)),
        reviewed=draw(some(LISTS)),
        wanted=draw(given_for(DOMAINS, st.integers(0, 20).map(lambda halves: halves / 2))),
        importance=draw(given_for(DOMAINS, st.integers(0, 3).map(float))),
        need_targets=draw(given_for(NEEDS, MARKERS)),
        ease=draw(given_for(HABITS, st.sampled_from(("small", "medium", "large")))),
        facts={one: draw(_fact(one)) for one in draw(some(tuple(FACTS)))},
    )


def _fact(fact: str) -> st.SearchStrategy[str | bool]:
    return st.sampled_from(FACTS[fact]) if FACTS[fact] else st.just(True)


def pay_texts(length: int) -> st.SearchStrategy[str]:
    """A text as the pay form keeps it."""
    return st.text(max_size=length).map(lambda text: clean(text, length))


@st.composite
def cells(draw: st.DrawFn) -> dict[str, float | str]:
    """What can be typed about one package; nothing empty."""
    found: dict[str, float | str] = dict(draw(given_for(NUMBER_CELLS, TYPED)))
    for name, ids in CONTENT.presets.items():
        if chosen := draw(st.none() | st.sampled_from(sorted(ids))):
            found[name] = chosen
    for name, length in (("name", NAME_LENGTH), ("symbol", SYMBOL_LENGTH)):
        if text := draw(pay_texts(length)):
            found[name] = text
    return found


@st.composite
def goal_lists(draw: st.DrawFn) -> tuple[Goal, ...]:
    """A plan of legal goals whose dependencies are in it."""
    found = draw(st.lists(goals_alone(), max_size=3, unique_by=lambda goal: goal.id))
    ids = [goal.id for goal in found]
    waits = [draw(some(tuple(one for one in ids if one != goal.id))) for goal in found]
    return tuple(
        replace(goal, after=tuple(sorted(after))) for goal, after in zip(found, waits, strict=True)
    )


@st.composite
def sittings(draw: st.DrawFn) -> Sitting:
    """Any sitting that can be kept."""
    return Sitting(
        id=draw(IDS),
        name=draw(texts(SITTING_NAME_LENGTH).filter(bool)),
        day=draw(DAYS),
        answers=draw(sheets(moments=False)),
        model=draw(st.sampled_from(("", "1.0", "2.1-beta"))),
        then=draw(given_for(DOMAINS, MARKERS)),
        now=draw(given_for(DOMAINS, MARKERS)),
    )


SITTINGS = st.lists(sittings(), max_size=2, unique_by=lambda one: one.id).map(
    lambda found: tuple(sorted(found, key=lambda one: one.day))
)
FILLED = st.dictionaries(st.sampled_from(PACKAGES), cells().filter(bool))
MOVES = st.dictionaries(
    st.sampled_from(PACKAGES),
    st.dictionaries(st.sampled_from(sorted(CONTENT.move_fields)), TYPED, min_size=1),
)
SCREENS = {form: st.sampled_from(sorted(ids)) for form, ids in CONTENT.screens.items()}


@st.composite
def plans(draw: st.DrawFn) -> PlanFile:
    """Any plan that can be entered."""
    return PlanFile(
        versions=draw(st.sampled_from(({}, CONTENT.versions, {"model": "0.9"}))),
        owner=draw(texts(OWNER_LENGTH)),
        plan_id=draw(st.just("") | IDS),
        saved=draw(st.none() | st.floats(0, 1e11)),
        answers=draw(sheets()),
        steps=draw(st.fixed_dictionaries({}, optional=SCREENS)),
        pay=draw(FILLED),
        moves=draw(MOVES),
        pay_shown=draw(st.sampled_from(("", *PACKAGES))),
        pay_compared=draw(
            st.dictionaries(st.sampled_from(("from", "to")), st.sampled_from(PACKAGES))
        ),
        equity_out=draw(st.booleans()),
        occupations=draw(
            st.dictionaries(
                st.sampled_from(PACKAGES), st.from_regex(r"[0-9]{2}-[0-9]{4}", fullmatch=True)
            )
        ),
        searches=draw(
            st.dictionaries(st.sampled_from(PACKAGES), pay_texts(SEARCH_LENGTH).filter(bool))
        ),
        commission=draw(some(PACKAGES)),
        filled=draw(some(PACKAGES)),
        goals=draw(goal_lists()),
        free_hours=draw(st.none() | st.floats(0, 112).map(lambda hours: hours + 0.0)),
        first_month=draw(st.none() | DAYS),
        actions=tuple(draw(st.lists(ANY_ACTION, max_size=3, unique_by=lambda one: one.id))),
        dismissed=frozenset(draw(st.lists(IDS, max_size=3))),
        journal=tuple(sorted(draw(ANY_LOG), key=lambda entry: entry.order)),
        sittings=draw(SITTINGS),
        counters=draw(
            st.dictionaries(
                st.sampled_from(("goal", "action", "entry", "sitting")), st.integers(0, 999)
            )
        ),
    )
