"""Laws of the plan and the log: nothing is lost on the way to a file and back, and no input raises."""

import datetime
import json
from dataclasses import replace
from typing import Any, get_args

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.builders import BOXES, DATA, HABITS, MODEL, QUESTIONNAIRE, result, sheets, way_of
from throughline.actions import (
    Action,
    StepCause,
    as_record,
    find_causes,
    find_moves,
    leading_area,
    outlook,
    place_with,
    rank_steps,
    read_action,
    read_actions,
    waiting_for,
)
from throughline.answers import Answers
from throughline.content.actions import ActionContent, Status
from throughline.content.journal import EntryKind, JournalContent
from throughline.content.reading import read_toml
from throughline.explanations.reasons import plan_opening, reason
from throughline.journal import (
    Entry,
    momentum_by_month,
    months_alt,
    read_entries,
    read_entry,
    suggest_boxes,
)
from throughline.journal import as_record as entry_record
from throughline.journal.fields import clean

ACTIONS = read_toml(DATA / "actions.toml", ActionContent)
JOURNAL = read_toml(DATA / "journal.toml", JournalContent)
TODAY = datetime.date(2026, 11, 23)
NEAR = MODEL.numbers.near_target_points
examples = settings(max_examples=100, deadline=None)

DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2199, 12, 31))
RECENT = st.dates(TODAY - datetime.timedelta(days=800), TODAY + datetime.timedelta(days=60))
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}", fullmatch=True)
STATUSES: tuple[Status, ...] = get_args(Status)
KINDS: tuple[EntryKind, ...] = get_args(EntryKind)


def texts(limit: int) -> st.SearchStrategy[str]:
    """Any text as it is after reading."""
    return st.text(max_size=2 * limit).map(lambda text: clean(text, limit))


ANY_ACTION = st.builds(
    Action,
    id=IDS,
    what=texts(80).filter(bool),
    why=texts(200),
    first_step=texts(120),
    if_when=texts(120),
    then_do=texts(120),
    due=st.none() | DAYS,
    seen_by=texts(60),
    status=st.sampled_from(STATUSES),
    links=st.lists(IDS, max_size=19, unique=True).map(tuple),
    origin=st.just("") | IDS,
    goal=st.just("") | IDS,
)
ANY_ENTRY = st.builds(
    Entry,
    id=IDS,
    kind=st.sampled_from(KINDS),
    day=RECENT | DAYS,
    text=texts(300).filter(bool),
    number=st.none() | st.floats(-1e12, 1e12).map(lambda number: number + 0.0),
    unit=texts(20),
).map(lambda entry: entry if entry.number is not None else replace(entry, unit=""))
ANY_LOG = st.lists(ANY_ENTRY, max_size=12, unique_by=lambda entry: entry.id)

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=50)
    | st.binary(max_size=5)
    | st.dates()
    | st.datetimes()
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=12,
)
FIELDS = [*as_record(Action("a", "b")), "kind", "day", "text", "number", "unit"]
FORGED = st.dictionaries(st.sampled_from(FIELDS), ANYTHING)


@examples
@given(ANY_ACTION)
def test_an_action_survives_a_file(action: Action) -> None:
    stored = json.loads(json.dumps(as_record(action)))
    assert read_action(stored) == (action, ())


@examples
@given(ANY_ENTRY)
def test_an_entry_survives_a_file(entry: Entry) -> None:
    stored = json.loads(json.dumps(entry_record(entry)))
    assert read_entry(stored) == (entry, ())


@examples
@given(ANYTHING | FORGED | st.lists(FORGED, max_size=4))
def test_nothing_raises_and_what_is_read_is_legal(record: Any) -> None:
    for action in (read_action(record)[0], *read_actions(record)[0]):
        if action is not None:
            assert read_action(as_record(action)) == (action, ())
    for entry in (read_entry(record)[0], *read_entries(record)[0]):
        if entry is not None:
            assert read_entry(entry_record(entry)) == (entry, ())


@examples
@given(st.text(max_size=400), st.integers(1, 120))
def test_cleaning_twice_is_cleaning_once(text: str, limit: int) -> None:
    once = clean(text, limit)
    assert len(once) <= limit
    assert clean(once, limit) == once
    assert once.encode("utf-8") or not once
    assert not set(once) & set("\n\r\t\x00\u202e\u2028")


@examples
@given(ANY_LOG, sheets(form="full"))
def test_a_suggested_box_is_open_supported_and_never_ticked(
    log: list[Entry], sheet: Answers
) -> None:
    kinds = {entry.id: entry.kind for entry in log}
    rules = {rule.box: rule for rule in JOURNAL.rules}
    found = suggest_boxes(log, sheet, QUESTIONNAIRE, JOURNAL, TODAY)
    assert [one.box for one in found] == [box for box in BOXES if box in {one.box for one in found}]
    for one in found:
        rule = rules[one.box]
        assert one.box not in sheet.ticks
        assert len(one.entries) >= rule.entries
        assert {kinds[entry] for entry in one.entries} == {rule.kind}
        assert one.since <= TODAY
    assert suggest_boxes(log[::-1], sheet, QUESTIONNAIRE, JOURNAL, TODAY) == found


@examples
@given(ANY_LOG, st.integers(1, 24), st.lists(RECENT, max_size=3))
def test_months_count_every_entry_that_lies_in_them_once(
    log: list[Entry], months: int, goal_days: list[datetime.date]
) -> None:
    seen = momentum_by_month(log, TODAY, JOURNAL, months=months, goal_days=goal_days)
    inside = [entry for entry in log if seen.months[0] <= entry.day <= TODAY]
    assert seen.total == len(inside)
    assert len(seen.months) == months
    assert set(seen.fed) <= set(HABITS)
    assert months_alt(seen, JOURNAL)


@examples
@given(sheets())
def test_what_opens_agrees_with_the_gaps(sheet: Answers) -> None:
    way, profile = way_of(sheet), result(sheet)
    opens = outlook(way)
    assert plan_opening(profile, way, sheet, ACTIONS, MODEL.numbers).lead
    assert waiting_for(profile, sheet)
    if way is None:
        assert opens == "no_target"
        return
    largest = max(gap.gap for gap in way.domains)
    least = min(gap.gap for gap in way.domains)
    if largest > NEAR + 1e-6:
        assert opens == "steps"
    elif largest < NEAR - 1e-6 and least < -NEAR - 1e-6:
        assert opens == "present"
    elif largest < NEAR - 1e-6 and least > -NEAR + 1e-6:
        assert opens == "close"


@examples
@given(sheets())
def test_every_suggestion_has_a_cause_that_can_be_said(sheet: Answers) -> None:
    way, profile = way_of(sheet), result(sheet)
    ranking = rank_steps(profile, way, sheet, QUESTIONNAIRE, MODEL)
    causes = find_causes(profile, way, ranking, MODEL)
    assert len({cause.id for cause in causes}) == len(causes)
    said = [reason(cause, QUESTIONNAIRE, ACTIONS) for cause in causes]
    assert all(text.endswith(".") and len(text) <= 200 and "None" not in text for text in said)
    moves = find_moves(causes, ACTIONS)
    assert [one.cause for one in moves] == list(causes)
    offered = [suggestion.id for one in moves for suggestion in one.suggestions]
    assert len(set(offered)) == len(offered)
    assert find_moves(causes, ACTIONS, set(offered)) == ()


@examples
@given(sheets(form="full"))
def test_the_area_a_rank_names_lends_at_least_as_much_as_any_other(sheet: Answers) -> None:
    way, profile = way_of(sheet), result(sheet)
    assume(way is not None)
    assert way
    ranking = rank_steps(profile, way, sheet, QUESTIONNAIRE, MODEL)
    for cause in find_causes(profile, way, ranking, MODEL):
        if not isinstance(cause, StepCause):
            continue
        assert cause.area == leading_area(cause.id, way, profile, MODEL)
        assert place_with(ranking, cause.id, cause.step.ease) == cause.place
        lent = {
            gap.domain: MODEL.link(cause.id, gap.domain)
            * profile.domains[gap.domain].weight
            * max(0.0, gap.gap)
            for gap in way.domains
        }
        top = max(lent.values())
        if cause.area is None:
            assert top < 1e-6
        else:
            assert lent[cause.area.domain] >= top - 1e-6
