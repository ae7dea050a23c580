"""The goals as CSV: read back cell by cell, with titles that would like to be formulas."""

import csv
import datetime
import io
from typing import Any

import pytest

from tests.unit.reports.made import catalogue
from throughline.goals import CheckIn, Goal
from throughline.reports.csv_file import csv_file, guarded
from throughline.reports.goal_rows import GoalNames, goal_head
from throughline.reports.goals_csv import goals_csv
from throughline.reports.words import read_report_words

WORDS = read_report_words().goals
TODAY = datetime.date(2026, 11, 23)
BOM = b"\xef\xbb\xbf"


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def rows(*goals: Goal, **rest: Any) -> list[dict[str, str]]:
    head, *body = read(goals_csv(goals, rest.pop("names", GoalNames()), WORDS, today=TODAY, **rest))
    return [dict(zip(head, line, strict=True)) for line in body]


def test_every_column_says_what_the_goal_says() -> None:
    goal = Goal(
        id="g1",
        title="Be a senior designer",
        track="advancement",
        timeframe="years",
        purpose="mastery",
        growth_plan="my own way",
        start=datetime.date(2026, 10, 1),
        due=datetime.date(2028, 2, 29),
        baseline_due=datetime.date(2027, 12, 31),
        progress=35,
        hours_week=2.5,
        measure_value=-3.0,
        measure_unit="pages",
        links=("D2", "X1"),
        after=("g2", "g3"),
        weight=1.0,
        outcome=-1,
        check_ins=(CheckIn(datetime.date(2026, 11, 1), 4), CheckIn(datetime.date(2026, 11, 9), 7)),
        note='first line\r\nsecond, with a "quote"',
    )
    names = GoalNames(
        tracks={"advancement": "Career advancement"},
        choices={"mastery": "mastery and meaning"},
        statuses={"active": "under way"},
    )
    (row,) = rows(goal, names=names)
    assert row == {
        "Id": "g1",
        "Title": "Be a senior designer",
        "Kind": "goal",
        "Track": "Career advancement",
        "Status": "under way",
        "Time frame": "several years or a working life",
        "Purpose": "mastery and meaning",
        "Growth plan": "my own way",
        "Start": "2026-10-01",
        "Due": "2028-02-29",
        "First due date": "2027-12-31",
        "Progress, 0-100": "35",
        "Done on": "",
        "No longer relevant": "no",
        "Hours a week": "2.5",
        "Measure": "-3",
        "Unit": "pages",
        "Areas and habits": "D2, X1",
        "After": "g2, g3",
        "Weight": "1",
        "Outcome, -2 to +2": "-1",
        "Check-ins": "2",
        "Last confidence, 0-10": "7",
        "Note": 'first line\nsecond, with a "quote"',
    }


def test_the_words_of_the_page_are_the_words_of_the_file() -> None:
    content = catalogue().goals
    goal = Goal(id="g1", title="A", track="income", purpose="mastery", growth_plan="sideways")
    (row,) = rows(goal, names=GoalNames.of(content))
    assert row["Track"] == content.tracks["income"].name
    assert row["Purpose"] == content.purposes["mastery"].name
    assert row["Growth plan"] == content.growth_plans["sideways"].name
    assert row["Status"] == content.statuses["planned"].name


def test_what_was_not_said_is_an_empty_cell() -> None:
    (row,) = rows(Goal(id="g1", title="A", dropped=True))
    assert (row["Due"], row["Measure"], row["Outcome, -2 to +2"], row["Note"]) == ("", "", "", "")
    assert row["No longer relevant"] == "yes"


def test_without_notes_the_column_is_gone_too() -> None:
    data = goals_csv(
        [Goal(id="g1", title="A", note="secret")], GoalNames(), WORDS, today=TODAY, notes=False
    )
    assert b"secret" not in data
    assert read(data)[0] == list(goal_head(WORDS))[:-1]


@pytest.mark.parametrize("start", list("=+-@|%＝＋－＠｜％"))
@pytest.mark.parametrize("before", ["", " ", "\t", "\n", "\r", "\N{NO-BREAK SPACE}", "\ufeff"])
def test_no_text_starts_a_formula(before: str, start: str) -> None:
    assert guarded(f"{before}{start}SUM(A1)") == f"'{before}{start}SUM(A1)"
    note = f"{before}{start}SUM(A1)"
    (row,) = rows(Goal(id="g1", title=f"{before}{start}1", note=note, measure_unit=f"{start}x"))
    assert row["Title"] == f"'{start}1"
    assert row["Note"] == f"'{start}SUM(A1)"
    assert row["Unit"] == f"'{start}x"


@pytest.mark.parametrize("title", ["=1+1", "@SUM(A1)", "+", "-", "−2 dB", "a=b", "'x", '"=1"'])
def test_a_hostile_title_reads_back_and_a_harmless_one_is_not_changed(title: str) -> None:
    (row,) = rows(Goal(id="g1", title=title))
    assert row["Title"].removeprefix("'") == title.removeprefix("'")
    assert row["Title"].startswith("'") is (title[0] in "=@+-'")


def test_a_tab_or_a_carriage_return_alone_is_guarded() -> None:
    assert (guarded("\tx"), guarded("\rx"), guarded(" x"), guarded("")) == (
        "'\tx",
        "'\rx",
        " x",
        "",
    )


def test_numbers_and_dates_are_written_plainly() -> None:
    cells = [-5, 0.1 + 0.2, float("nan"), float("inf"), None, datetime.date(2026, 1, 2), True]
    assert read(csv_file(["a"] * 7, [cells]))[1] == ["-5", "0.3", "", "", "", "2026-01-02", "1"]


def test_the_file_has_its_mark_and_crlf_and_every_cell_in_quotes() -> None:
    data = goals_csv([Goal(id="g1", title="名字 😀 שלום, \x00ok")], GoalNames(), WORDS, today=TODAY)
    assert data.startswith(BOM + b'"Id","Title"')
    assert data.endswith(b'"\r\n')
    assert b"\x00" not in data
    assert "名字 😀 שלום, ok" in data.decode("utf-8")


def test_no_goals_are_a_table_with_its_head_and_twice_the_same_is_the_same() -> None:
    assert read(goals_csv([], GoalNames(), WORDS, today=TODAY)) == [list(goal_head(WORDS))]
    plan = [Goal(id=f"g{n}", title="x" * 80) for n in range(60)]
    assert goals_csv(plan, GoalNames(), WORDS, today=TODAY) == goals_csv(
        plan, GoalNames(), WORDS, today=TODAY
    )
