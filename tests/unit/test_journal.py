"""The log: what counts as an entry, which boxes entries support, and what the months show."""

import datetime
import math
from dataclasses import replace
from typing import Any

import pytest

from tests.builders import DATA, QUESTIONNAIRE, all_fives
from throughline.answers import Answers
from throughline.content.journal import EntryKind, JournalContent
from throughline.content.reading import read_toml
from throughline.journal import (
    ENTRY_LIMIT,
    Entry,
    Issue,
    as_record,
    momentum_by_month,
    months_alt,
    read_entries,
    read_entry,
    suggest_boxes,
)
from throughline.journal.fields import written_day

CONTENT = read_toml(DATA / "journal.toml", JournalContent)
TODAY = datetime.date(2026, 11, 23)
LEGAL: dict[str, Any] = {"id": "e1", "kind": "contact", "day": "2026-09-03", "text": "Coffee"}


def ago(days: int) -> datetime.date:
    """A day so many days before today."""
    return TODAY - datetime.timedelta(days=days)


def entry(kind: EntryKind, days: int, number: float | None = None) -> Entry:
    """An entry of this kind, so many days ago."""
    return Entry(f"{kind}-{days}", kind, ago(days), "Something", number)


def suggested(*entries: Entry, answers: Answers | None = None) -> dict[str, str]:
    """Reason by box."""
    sheet = all_fives() if answers is None else answers
    found = suggest_boxes(entries, sheet, QUESTIONNAIRE, CONTENT, TODAY)
    return {one.box: one.reason for one in found}


def test_two_contacts_support_a_box_in_these_words() -> None:
    seen = suggested(entry("contact", 5), entry("contact", 81))
    assert seen["x5a"] == "2 contacts since 3 Sep 2026 support this box."
    assert set(seen) == {"mind", "x2b", "x5a", "x5b", "x5c"}


def test_one_contact_is_said_in_the_singular_and_is_not_enough_for_two_meetings() -> None:
    seen = suggested(entry("contact", 81))
    assert seen["x5b"] == "1 contact on 3 Sep 2026 supports this box."
    assert "x2b" not in seen


@pytest.mark.parametrize(
    ("box", "kind", "days"),
    [
        ("x4a", "feedback", 92),
        ("x5a", "contact", 184),
        ("x6a", "adaptation", 184),
        ("course12", "learning", 366),
        ("adv_broader", "learning", 1827),
    ],
)
def test_an_entry_counts_up_to_the_last_day_of_the_window(
    box: str, kind: EntryKind, days: int
) -> None:
    assert box in suggested(entry(kind, days))
    assert box not in suggested(entry(kind, days + 1))


def test_an_entry_of_tomorrow_supports_nothing_yet() -> None:
    assert suggested(entry("contact", -1)) == {}
    assert "x5a" in suggested(entry("contact", 0))


def test_three_numbers_support_their_box_at_any_age_and_three_words_do_not() -> None:
    old = [entry("achievement", days, 12.0) for days in (2000, 3000, 4000)]
    assert suggested(*old)["x3b"] == (
        "3 achievements with a number since 11 Dec 2015 support this box."
    )
    words = [replace(one, number=None) for one in old]
    assert set(suggested(*words)) == {"x3a"}
    assert "x3b" not in suggested(*old[:2], words[2])


def test_a_ticked_box_is_not_suggested_again() -> None:
    sheet = replace(all_fives(), ticks=frozenset({"x5a"}))
    assert "x5a" not in suggested(entry("contact", 5), answers=sheet)


def test_the_quick_form_has_no_boxes_to_support() -> None:
    assert suggested(entry("contact", 5), answers=all_fives("quick")) == {}


def test_a_suggestion_says_whether_a_tick_counts_at_once() -> None:
    sheet = replace(all_fives(), reviewed=frozenset({"X5"}))
    found = suggest_boxes([entry("contact", 5)], sheet, QUESTIONNAIRE, CONTENT, TODAY)
    assert {one.box: one.counts for one in found} == {
        "mind": False,
        "x5a": True,
        "x5b": True,
        "x5c": True,
    }
    assert all(one.entries == ("contact-5",) for one in found)
    assert sheet.ticks == frozenset()


def test_months_count_by_kind_and_end_with_the_month_of_today() -> None:
    log = [
        Entry("a", "contact", datetime.date(2026, 11, 1), "x"),
        Entry("b", "contact", datetime.date(2026, 11, 23), "x"),
        Entry("c", "learning", datetime.date(2025, 12, 1), "x"),
        Entry("d", "learning", datetime.date(2025, 11, 30), "x"),
        Entry("e", "contact", datetime.date(2026, 11, 24), "x"),
    ]
    seen = momentum_by_month(log, TODAY, CONTENT)
    assert (seen.months[0], seen.months[-1]) == (
        datetime.date(2025, 12, 1),
        datetime.date(2026, 11, 1),
    )
    assert len(seen.months) == 12
    assert seen.counts["contact"] == (*[0] * 11, 2)
    assert seen.counts["learning"] == (1, *[0] * 11)
    assert seen.total == 3
    assert months_alt(seen, CONTENT) == (
        "Entries by month from Dec 2025 to Nov 2026: 3 in all, 1 learning note, 2 contacts."
    )


def test_a_step_is_fed_for_ninety_days_with_today_as_the_first() -> None:
    assert momentum_by_month([entry("feedback", 89)], TODAY, CONTENT).fed == ("X4",)
    assert momentum_by_month([entry("feedback", 90)], TODAY, CONTENT).fed == ()
    assert momentum_by_month([entry("feedback", -1)], TODAY, CONTENT).fed == ()


def test_goals_of_the_plan_feed_the_first_step() -> None:
    log = [entry("adaptation", 3), entry("achievement", 4)]
    seen = momentum_by_month(log, TODAY, CONTENT, goal_days=[ago(10), ago(500)])
    assert seen.fed == ("X1", "X3", "X6")
    assert momentum_by_month([], TODAY, CONTENT, goal_days=[ago(500), ago(-1)]).fed == ()


def test_an_empty_log_has_empty_months_and_says_so() -> None:
    seen = momentum_by_month([], TODAY, CONTENT, months=3)
    assert [month.month for month in seen.months] == [9, 10, 11]
    assert set(seen.counts.values()) == {(0, 0, 0)}
    assert months_alt(seen, CONTENT) == "No entry from Sep 2026 to Nov 2026."


@pytest.mark.parametrize("today", [datetime.date(2027, 1, 31), datetime.date(2028, 2, 29)])
def test_months_run_over_new_year_and_leap_days(today: datetime.date) -> None:
    months = momentum_by_month([], today, CONTENT).months
    assert months[-1] == today.replace(day=1)
    assert len(set(months)) == 12
    assert list(months) == sorted(months)


@pytest.mark.parametrize(
    "record",
    [
        *(None, "", 5, math.nan, [], {}, "x" * 1_000_000, object()),
        *({k: v for k, v in LEGAL.items() if k != name} for name in LEGAL),
        {**LEGAL, "kind": "party"},
        {**LEGAL, "kind": ["contact"]},
        {**LEGAL, "day": "2026-02-30"},
        {**LEGAL, "day": "3 Sep 2026"},
        {**LEGAL, "day": 1e308},
        {**LEGAL, "text": " \x00\u202e "},
        {**LEGAL, "id": "<b>"},
    ],
)
def test_what_is_no_entry_is_refused_without_an_error(record: object) -> None:
    found, issues = read_entry(record)
    assert found is None
    assert issues
    assert read_entries([record])[0] == ()


@pytest.mark.parametrize(
    "number", [math.nan, math.inf, -math.inf, "12", True, 10**400, 1e13, [], {}]
)
def test_a_number_that_is_none_leaves_the_entry_without_it(number: object) -> None:
    found, issues = read_entry({**LEGAL, "number": number, "unit": "hours"})
    assert found
    assert (found.number, found.unit) == (None, "")
    assert issues == (Issue("number", "missing"),)


def test_a_long_text_is_cut_to_three_hundred_characters_and_says_so() -> None:
    found, issues = read_entry({**LEGAL, "text": "word " * 200_000})
    assert found
    assert len(found.text) == 299  # the cut falls on a space
    assert issues == (Issue("text", "shortened"),)
    exact, silent = read_entry({**LEGAL, "text": "w" * 300})
    assert exact
    assert (len(exact.text), silent) == (300, ())


def test_a_log_is_sorted_by_day_and_id_and_keeps_each_id_once() -> None:
    records = [
        {**LEGAL, "id": "b"},
        {**LEGAL, "id": "a"},
        {**LEGAL, "id": "z", "day": "2026-01-01"},
        {**LEGAL, "id": "a", "text": "Again"},
        None,
    ]
    found, issues = read_entries(records)
    assert [one.id for one in found] == ["z", "a", "b"]
    assert issues == (Issue("entries.3.id", "repeated"), Issue("entries.4", "missing"))


def test_a_log_keeps_a_thousand_entries() -> None:
    found, issues = read_entries([{**LEGAL, "id": f"e{n}"} for n in range(ENTRY_LIMIT + 1)])
    assert len(found) == ENTRY_LIMIT
    assert issues == (Issue("entries", "too_many"),)


@pytest.mark.parametrize("records", [{}, "text", 5, object(), math.nan])
def test_what_is_no_list_holds_no_entry(records: object) -> None:
    assert read_entries(records) == ((), (Issue("entries", "missing"),))
    assert read_entries(None) == ((), ())


def test_an_entry_without_a_number_stores_none() -> None:
    found, _ = read_entry({**LEGAL, "unit": "hours"})
    assert found
    assert as_record(found) == LEGAL


def test_a_day_is_printed_as_a_person_writes_it() -> None:
    assert written_day(datetime.date(2027, 3, 31)) == "31 Mar 2027"
    assert written_day(datetime.date(2026, 9, 3)) == "3 Sep 2026"
