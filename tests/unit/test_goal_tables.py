"""Tables of the plan and the log: every goal, printed as it is, and nothing that a typed text could turn into."""

from typing import Any

from tests.unit.figures.test_goal_load_and_momentum import JOURNAL, LOG
from tests.unit.figures.test_goal_timeline import PLAN, WORDS
from tests.unit.goals.plans import TODAY, ahead, goal, milestone
from throughline import tables
from throughline.goals import Goal, timeline_of
from throughline.tables.goals import status_words


def rows(frame: Any) -> list[Any]:
    return [tuple(row) for row in frame.itertuples(index=False)]


def status(one: Goal) -> str:
    plan = timeline_of([one], TODAY)
    return status_words(one, plan.standings[one.id], WORDS)


def test_every_goal_has_a_row_in_words_also_one_that_is_not_drawn() -> None:
    goals = (
        goal("g", "2027-01-01", "2027-06-01", title="Lead", track="income", progress=10),
        goal("u", title="Undated", track="income"),
        goal("d", "2027-01-01", "2027-06-01", title="Let go", dropped=True, track="promotion"),
    )
    table = tables.goal_timeline_table(timeline_of(goals, TODAY), WORDS)

    assert list(table.columns) == [
        *("Title", "Kind", "Lane", "Status", "Start", "Due", "Progress"),
        *("Room, days", "Too early by, days", "After"),
    ]
    assert [row[0] for row in rows(table)] == ["Let go", "Lead", "Undated"]
    lead = ("Lead", "Goal", "Income and balance", "Planned: begins 1 Jan 2027")
    assert rows(table)[1] == (*lead, "1 Jan 2027", "1 Jun 2027", "10", "0", "", "")
    assert rows(table)[2][3:6] == ("Planned: no first day yet", "", "")


def test_room_conflicts_and_predecessors_are_printed() -> None:
    found = {row[0]: row for row in rows(tables.goal_timeline_table(PLAN, WORDS))}

    assert found["Mentor a new colleague"][7:] == ("837", "17", "First project delivered")
    assert found["Lead a first project"][9] == "Finish the certificate, Learn to plan a project"
    assert found["First talk with a mentor"][7:9] == ("", "")


def test_a_minus_is_a_minus_and_thousands_have_a_comma() -> None:
    goals = (
        goal("a", "2027-01-01", "2027-12-31"),
        goal("b", "2027-06-01", "2027-07-01", after=("a",)),
        goal("free", "2027-01-01", "2027-01-02"),
        milestone("end", "2030-06-01", after=("b",)),
    )
    slack = list(tables.goal_timeline_table(timeline_of(goals[:2], TODAY), WORDS)["Room, days"])
    assert slack[0] == "−31"
    assert "1,246" in list(
        tables.goal_timeline_table(timeline_of(goals, TODAY), WORDS)["Room, days"]
    )


def test_a_status_is_said_with_its_own_dates() -> None:
    assert (
        status(goal("g", "2026-01-01", str(ahead(-1)))) == "Past its date: 1 day past 22 Nov 2026"
    )
    assert (
        status(goal("g", "2026-01-01", "2026-11-13")) == "Past its date: 10 days past 13 Nov 2026"
    )
    assert status(milestone("m", "2027-01-01")) == "Planned: on 1 Jan 2027"
    assert status(goal("g", "2026-11-01")) == "Under way: 0 of 100, no due date"
    assert status(goal("g", progress=100)) == "Done: finished"
    assert status(goal("g", done_on=TODAY)) == "Done: finished 23 Nov 2026"
    assert status(goal("g", dropped=True)) == "No longer relevant: let go"
    assert status(goal("g", "", "2027-01-01")) == "Planned: no first day yet"
    risk = status(goal("g", "2026-10-12", "2027-02-28", progress=5))
    assert risk == "Needs a look: 5 of 100 noted, 30 expected, due 28 Feb 2027"


def test_typed_text_stays_text() -> None:
    goals = [goal("g", "2027-01-01", "2027-06-01", title="**x** [a](b)", hours_week=1)]
    plan = timeline_of(goals, TODAY)

    for table in (tables.goal_timeline_table(plan, WORDS), tables.goal_load_table(plan, WORDS)):
        cells = [cell for row in rows(table) for cell in row]
        assert r"\*\*x\*\* \[a\]\(b\)" in cells
        assert "**x** [a](b)" not in cells


def test_the_load_has_a_row_for_each_quarter_and_the_free_hours_where_they_are_known() -> None:
    table = tables.goal_load_table(PLAN, WORDS)

    assert len(table) == 20
    assert rows(table)[0][:3] == ("Q4 2026", "5.5", "10")
    assert rows(table)[-1] == ("Q3 2031", "0", "10", "")
    plan = timeline_of(PLAN.goals.values(), TODAY)
    assert list(tables.goal_load_table(plan, WORDS).columns) == ["Quarter", "Hours a week", "Goals"]


def test_the_log_has_a_row_for_each_month_and_its_sum() -> None:
    table = tables.momentum_table(LOG, JOURNAL)

    assert list(table.columns) == ["Month", *(kind.name for kind in JOURNAL.kinds.values()), "All"]
    assert len(table) == 12
    assert rows(table)[-1] == ("Nov 2026", "0", "2", "0", "0", "0", "2")
    assert rows(table)[3] == ("Mar 2026", "0", "0", "0", "1", "0", "1")
