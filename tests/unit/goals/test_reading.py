"""A plan from anywhere: what is legal is kept, what is not is put right or left out, and all is named."""

import json
import math
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from tests.unit.goals.plans import TODAY, day, goal, milestone
from throughline.goals import (
    CHECK_IN_LIMIT,
    GOAL_LIMIT,
    CheckIn,
    Goal,
    Issue,
    IssueKind,
    as_record,
    read_goal,
    read_goals,
)

FULL = Goal(
    id="g-1",
    title="Pass the exam",
    kind="goal",
    track="network",
    timeframe="years",
    purpose="mastery",
    growth_plan="own words",
    start=day("2026-10-01"),
    due=day("2028-02-29"),
    baseline_due=day("2028-01-31"),
    progress=35,
    done_on=day("2026-11-01"),
    dropped=True,
    hours_week=3.5,
    measure_value=-2.5,
    measure_unit="points",
    links=("D1", "X6"),
    after=("g-2",),
    weight=2.0,
    outcome=-2,
    check_ins=(CheckIn(day("2026-10-05"), 7, "going\nwell"), CheckIn(day("2026-11-05"), 0)),
    note="Two\n\nparagraphs",
    origin="action.x1",
)
ALIKE = {"id": "g1", "title": "Pass the exam"}


def read(**fields: Any) -> tuple[Goal, list[tuple[str, IssueKind]]]:
    """A goal from these fields, with the field and kind of every issue."""
    found, issues = read_goal({**ALIKE, **fields}, TODAY)
    assert found is not None
    assert {one.goal for one in issues} <= {"g1"}
    return found, [(one.field, one.kind) for one in issues]


def test_a_full_goal_survives_a_file() -> None:
    text = json.dumps(as_record(FULL), allow_nan=False)

    assert read_goal(json.loads(text), TODAY) == (FULL, ())


def test_a_goal_with_nothing_but_a_title_has_the_defaults() -> None:
    assert read() == (Goal("g1", "Pass the exam"), [])


@pytest.mark.parametrize("name", list(as_record(FULL)))
def test_none_is_a_blank_in_every_field(name: str) -> None:
    found, issues = read_goal({**ALIKE, name: None}, TODAY)

    if name in ("id", "title"):
        assert found is None
    else:
        assert (found, issues) == (Goal("g1", "Pass the exam"), ())


FOREIGN = [
    True,
    [],
    {},
    b"x",
    object(),
    math.nan,
    math.inf,
    -math.inf,
    10**400,
    -(10**400),
    "\ud800",
    "\x00" * 1000,
    "x" * 1_000_000,
    [[]],
    [None],
    {"a": {}},
    1e308,
    Fraction(1, 3),
    -0.0,
]


@pytest.mark.parametrize("name", list(as_record(FULL)))
@pytest.mark.parametrize("value", FOREIGN, ids=lambda one: repr(one)[:20])
def test_nothing_in_any_field_can_break_the_reading(name: str, value: object) -> None:
    found, _ = read_goal({**as_record(FULL), name: value}, TODAY)

    if found:
        assert read_goal(json.loads(json.dumps(as_record(found))), TODAY) == (found, ())


@pytest.mark.parametrize("record", [None, 1, "g", [], [("id", "g")], math.nan])
def test_what_is_no_record_is_no_goal(record: object) -> None:
    assert read_goal(record, TODAY) == (None, (Issue("", "goals", "not_a_goal"),))


@pytest.mark.parametrize("id_", [None, "", "a b", "a\n", "é", 7, "x" * 41, "../a", "<b>"])
def test_a_goal_needs_a_plain_id(id_: object) -> None:
    assert read_goal({**ALIKE, "id": id_}, TODAY) == (None, (Issue("", "id", "no_id"),))


@pytest.mark.parametrize("title", [None, "", "  ", "\n\t", "\x00", "\u200b\u200d", "\ud800", 5])
def test_a_goal_needs_a_title_one_can_see(title: object) -> None:
    assert read_goal({**ALIKE, "title": title}, TODAY) == (
        None,
        (Issue("g1", "title", "no_title"),),
    )


@pytest.mark.parametrize(
    ("given", "kept", "issues"),
    [
        ("  Pass the exam ", "Pass the exam", []),
        ("Pass\tthe\r\nexam", "Pass the exam", []),
        ("Pass\x00 the\x1b exam\ud83d", "Pass the exam", ["cleaned"]),
        ("\u202eexam", "exam", ["cleaned"]),
        ("exam\uffff", "exam", ["cleaned"]),
        ("a\u2028b", "a b", []),
        ("a" * 80, "a" * 80, []),
        ("a" * 200, "a" * 80, ["cut"]),
        ("a" * 79 + " b", "a" * 79, ["cut"]),
        ("a" * 79 + "\u200d👩", "a" * 79, ["cut"]),
        ("א" * 200, "א" * 80, ["cut"]),
        ("👩🏽‍💻 Ship it", "👩🏽‍💻 Ship it", []),
        ("<b>*bold*</b> [x](http://y)", "<b>*bold*</b> [x](http://y)", []),
        ("a" + "\x00" * 10_000, "a", ["cleaned", "cut"]),
    ],
)
def test_a_title_is_cleaned_and_cut(given: str, kept: str, issues: list[IssueKind]) -> None:
    found, noted = read(title=given)

    assert found.title == kept
    assert noted == [("title", one) for one in issues]


@pytest.mark.parametrize(
    ("name", "length"),
    [("purpose", 120), ("growth_plan", 120), ("measure_unit", 20), ("note", 500), ("origin", 120)],
)
def test_every_text_has_its_length(name: str, length: int) -> None:
    found, issues = read(**{name: "é" * (length + 1)})

    assert getattr(found, name) == "é" * length
    assert issues == [(name, "cut")]


def test_a_note_keeps_its_lines() -> None:
    assert read(note="one\r\ntwo\rthree")[0].note == "one\ntwo\nthree"


@pytest.mark.parametrize(
    ("name", "given", "kept", "kind"),
    [
        ("progress", 101, 100, "clipped"),
        ("progress", -1, 0, "clipped"),
        ("progress", 10**400, 100, "clipped"),
        ("progress", math.inf, 100, "clipped"),
        ("progress", -math.inf, 0, "clipped"),
        ("progress", math.nan, 0, "not_a_number"),
        ("progress", True, 0, "not_a_number"),
        ("progress", "35", 0, "not_a_number"),
        ("progress", 35.5, 36, "rounded"),
        ("progress", 35.0, 35, None),
        ("hours_week", 113, 112.0, "clipped"),
        ("hours_week", -(10**400), 0.0, "clipped"),
        ("measure_value", math.nan, None, "not_a_number"),
        ("measure_value", 1e300, 1e12, "clipped"),
        ("weight", 0, 0.01, "clipped"),
        ("weight", "heavy", 1.0, "not_a_number"),
        ("outcome", 3, 2, "clipped"),
        ("outcome", False, None, "not_a_number"),
        ("dropped", 1, False, "not_a_choice"),
        ("dropped", "yes", False, "not_a_choice"),
        ("kind", "Goal", "goal", "not_a_choice"),
        ("kind", [], "goal", "not_a_choice"),
        ("track", "fame", "skills", "not_a_choice"),
        ("timeframe", "later", None, "not_a_choice"),
        ("timeframe", "soon", "soon", None),
        ("links", "D1", (), "not_a_list"),
        ("links", ["D1", "D8"], ("D1",), "not_a_choice"),
        ("links", ["D1", 7], ("D1",), "not_text"),
        ("links", ["D1", "D1"], ("D1",), "repeated"),
        ("after", {"g2": 1}, (), "not_a_list"),
        ("after", ["g1", "g2"], ("g2",), "depends_on_itself"),
        ("after", ["g 2"], (), "unknown_goal"),
        ("check_ins", 7, (), "not_a_list"),
        ("note", 7, "", "not_text"),
        ("purpose", ["a"], "", "not_text"),
    ],
)
def test_a_field_is_put_right_and_named(
    name: str, given: object, kept: object, kind: IssueKind | None
) -> None:
    found, issues = read(**{name: given})

    assert getattr(found, name) == kept
    assert type(getattr(found, name)) is type(kept)
    assert issues == ([(name, kind)] if kind else [])


@pytest.mark.parametrize(
    ("given", "kept", "kind"),
    [
        ("2027-03-31", "2027-03-31", None),
        (day("2027-03-31"), "2027-03-31", None),
        ("", "None", None),
        ("1970-01-01", "1970-01-01", None),
        ("2200-12-31", "2200-12-31", None),
        ("1969-12-31", "1970-01-01", "clipped"),
        ("9999-12-31", "2200-12-31", "clipped"),
        ("2027-02-29", "None", "not_a_date"),
        ("20270331", "None", "not_a_date"),
        ("2027-W01-1", "None", "not_a_date"),
        ("31.03.2027", "None", "not_a_date"),
        ("٢٠٢٧-٠٣-٣١", "None", "not_a_date"),
        (20270331, "None", "not_a_date"),
        (True, "None", "not_a_date"),
    ],
)
@pytest.mark.parametrize("name", ["start", "due", "baseline_due", "done_on"])
def test_a_day_is_an_iso_day_in_a_year_of_ours(
    name: str, given: object, kept: str, kind: IssueKind | None
) -> None:
    found, issues = read(**{name: given})

    assert str(getattr(found, name)) == kept
    assert issues == ([(name, kind)] if kind else [])


def test_a_saved_goal_keeps_its_days_when_time_has_passed() -> None:
    old = replace(FULL, start=day("1999-01-01"), due=day("2001-01-01"))

    assert read_goal(as_record(old), day("2036-01-01")) == (old, ())


@pytest.mark.parametrize(
    ("given", "kept", "kinds"),
    [
        ("2036-11-23", "2036-11-23", []),
        ("2036-11-24", "2036-11-23", ["clipped"]),
        ("2016-11-23", "2016-11-23", []),
        ("2016-11-22", "2016-11-23", ["clipped"]),
    ],
)
def test_a_new_goal_lies_within_ten_years(given: str, kept: str, kinds: list[str]) -> None:
    found, issues = read_goal({**ALIKE, "due": given}, TODAY, entered=True)

    assert found is not None
    assert str(found.due) == kept
    assert [one.kind for one in issues] == kinds


def test_a_typed_goal_on_a_leap_day_is_within_ten_years_too() -> None:
    found, issues = read_goal({**ALIKE, "due": "2038-02-28"}, day("2028-02-29"), entered=True)

    assert found is not None
    assert issues == ()


@pytest.mark.parametrize(
    ("start", "due", "on", "kinds"),
    [
        ("2027-01-01", "2027-03-31", "2027-03-31", ["one_day"]),
        ("2027-03-31", "2027-03-31", "2027-03-31", []),
        (None, "2027-03-31", "2027-03-31", []),
        ("2027-03-31", None, "2027-03-31", []),
        (None, None, "None", []),
    ],
)
def test_a_milestone_is_one_day(
    start: str | None, due: str | None, on: str, kinds: list[str]
) -> None:
    found, issues = read(kind="milestone", start=start, due=due)

    assert str(found.start) == str(found.due) == on
    assert [kind for _, kind in issues] == kinds


def test_a_goal_due_before_its_start_is_kept_as_it_was_written() -> None:
    found, issues = read(start="2027-03-31", due="2027-01-01")

    assert (str(found.start), str(found.due)) == ("2027-03-31", "2027-01-01")
    assert issues == []


def entry(on: object, confidence: object = 5, **fields: object) -> dict[str, object]:
    """A check-in as it is saved."""
    return {"day": on, "confidence": confidence, **fields}


def test_check_ins_are_sorted_by_day_and_equals_keep_their_order() -> None:
    found, issues = read(
        check_ins=[entry("2026-11-02"), entry("2026-11-01", 9), entry("2026-11-02", 1)]
    )

    assert [(str(one.day), one.confidence) for one in found.check_ins] == [
        ("2026-11-01", 9),
        ("2026-11-02", 5),
        ("2026-11-02", 1),
    ]
    assert issues == []


@pytest.mark.parametrize(
    "bad",
    [
        None,
        "x",
        [],
        {},
        entry(None),
        entry("2026-13-01"),
        entry("1900-01-01"),
        entry("2026-11-02", None),
        entry("2026-11-02", math.nan),
        entry("2026-11-02", True),
    ],
)
def test_a_check_in_without_a_day_or_a_confidence_is_left_out(bad: object) -> None:
    found, issues = read(check_ins=[bad, entry("2026-11-01")])

    assert len(found.check_ins) == 1
    assert ("check_ins", "bad_check_in") in issues


def test_a_check_in_is_put_right_like_any_field() -> None:
    found, issues = read(check_ins=[entry("2026-11-01", 11, note="a" * 501)])

    assert found.check_ins == (CheckIn(day("2026-11-01"), 10, "a" * 500),)
    assert issues == [("check_ins", "clipped"), ("check_ins", "cut")]


def test_of_too_many_check_ins_the_newest_stay() -> None:
    days = [f"{2000 + i // 12}-{i % 12 + 1:02}-01" for i in range(CHECK_IN_LIMIT + 1)]
    found, issues = read(check_ins=[entry(one) for one in reversed(days)])

    assert CHECK_IN_LIMIT == 200
    assert [str(one.day) for one in found.check_ins] == days[1:]
    assert issues == [("check_ins", "too_many")]


@pytest.mark.parametrize("records", [None, {}, "goals", 7, math.nan])
def test_a_plan_is_a_list(records: object) -> None:
    assert read_goals(records, TODAY) == ((), (Issue("", "goals", "not_a_list"),))


def test_a_plan_of_three_hundred_goals_is_accepted_and_the_next_is_named() -> None:
    records = [{"id": f"g{i}", "title": "T"} for i in range(GOAL_LIMIT + 5)]

    assert read_goals(records[:GOAL_LIMIT], TODAY)[1] == ()
    goals, issues = read_goals(records, TODAY)
    assert len(goals) == GOAL_LIMIT
    assert issues == (Issue("", "goals", "too_many"),)


def test_a_list_of_rubbish_is_not_read_to_its_end() -> None:
    goals, issues = read_goals([None] * 100_000, TODAY)

    assert goals == ()
    assert len(issues) <= 2 * GOAL_LIMIT + 1
    assert issues[-1].kind == "too_many"


def test_the_second_goal_with_an_id_is_left_out() -> None:
    goals, issues = read_goals([ALIKE, {**ALIKE, "title": "Another"}], TODAY)

    assert [one.title for one in goals] == ["Pass the exam"]
    assert issues == (Issue("g1", "id", "same_id"),)


def test_a_dependency_on_a_goal_that_is_not_there_is_dropped() -> None:
    records = [{**ALIKE, "after": ["g2", "gone"]}, {"id": "g2", "title": "T", "after": ["g1"]}]
    goals, issues = read_goals(records, TODAY)

    assert [one.after for one in goals] == [("g2",), ("g1",)]
    assert issues == (Issue("g1", "after", "unknown_goal"),)


def test_rubbish_between_goals_costs_only_itself() -> None:
    goals, issues = read_goals([None, ALIKE, {"id": "g2"}, 5], TODAY)

    assert [one.id for one in goals] == ["g1"]
    assert [one.kind for one in issues] == ["not_a_goal", "no_title", "not_a_goal"]


def test_a_record_holds_nothing_but_json() -> None:
    record = as_record(milestone("m", "2028-02-29", check_ins=(CheckIn(day("2027-01-01"), 3),)))

    assert record["due"] == "2028-02-29"
    assert record["check_ins"] == [{"day": "2027-01-01", "confidence": 3, "note": ""}]
    assert record["links"] == []
    assert set(record) == set(Goal.__dataclass_fields__)


def test_what_a_table_gives_for_no_time_is_no_date() -> None:
    import pandas as pd

    found, issues = read(start=pd.NaT, due=pd.Timestamp("2027-03-31 10:00"))

    assert (found.start, found.due) == (None, day("2027-03-31"))
    assert type(found.due) is type(TODAY)
    assert issues == [("start", "not_a_date")]


def test_reading_changes_nothing_in_what_it_reads() -> None:
    record = as_record(FULL) | {"links": ["D1", "D9"], "progress": 400}
    before = json.dumps(record)
    read_goals([record], TODAY)

    assert json.dumps(record) == before


def test_the_short_ways_of_the_tests_make_legal_goals() -> None:
    for one in (goal(), milestone("m", "2027-01-01")):
        assert read_goal(as_record(one), TODAY) == (one, ())
