"""The calendar file: every date ahead and no other, readable by another library, the same twice."""

import datetime
from typing import Any

import pytest
import vobject

from throughline.goals import Goal
from throughline.reports.calendar import CalendarFile, calendar_file
from throughline.reports.words import read_report_words

WORDS = read_report_words().calendar
SAVED = datetime.datetime(2026, 11, 23, 9, 30, 15, 999, tzinfo=datetime.UTC)
TRACKS = {"skills": "Skills and learning", "income": "Income and balance"}
DUE = datetime.date(2027, 3, 31)


def written(*goals: Goal, **changed: Any) -> CalendarFile:
    usual: dict[str, Any] = {"plan_id": "plan-7", "saved": SAVED, "alarm_days": 14}
    usual |= {"track_names": TRACKS, "words": WORDS}
    return calendar_file(goals, **(usual | changed))


def read(file: CalendarFile) -> list[Any]:
    calendar = vobject.readOne(file.data.decode("utf-8"))
    return list(calendar.contents.get("vevent", []))


def goal(title: str = "A degree", **rest: Any) -> Goal:
    return Goal(**{"id": "g1", "title": title, "due": DUE, **rest})


def test_a_due_date_is_an_event_of_one_free_day_with_its_track_and_an_early_reminder() -> None:
    (event,) = read(written(goal(start=datetime.date(2026, 10, 1))))
    assert event.dtstart.value == DUE
    assert event.dtend.value == DUE + datetime.timedelta(days=1)
    assert event.transp.value == "TRANSPARENT"
    assert event.categories.value == ["Skills and learning"]
    assert event.uid.value == "g1-plan-7@throughline"
    assert event.valarm.trigger.value == datetime.timedelta(days=-14)
    assert event.valarm.action.value == "DISPLAY"
    assert event.summary.value == "Due: A degree"


def test_a_milestone_says_so_and_no_reminder_is_set_for_0_days() -> None:
    (event,) = read(written(goal(kind="milestone", start=DUE, track="network"), alarm_days=0))
    assert event.summary.value == "Milestone: A degree"
    assert "valarm" not in event.contents
    assert "categories" not in event.contents


def test_done_dropped_and_undated_goals_are_left_out_and_counted_once() -> None:
    file = written(
        goal(id="a"),
        goal(id="b", progress=100),
        goal(id="c", done_on=DUE, dropped=True),
        goal(id="d", dropped=True, due=None),
        goal(id="e", due=None),
        goal(id="f", due=None, done_on=DUE),
    )
    assert [event.uid.value for event in read(file)] == ["a-plan-7@throughline"]
    assert (file.events, file.dropped, file.done, file.undated, file.left_out) == (1, 2, 2, 1, 5)


def test_check_ins_are_days_of_their_own_each_once_and_without_reminder() -> None:
    days = [datetime.date(2027, 1, 1), datetime.date(2026, 12, 1), datetime.date(2027, 1, 1)]
    file = written(goal(), check_ins=days)
    events = read(file)[1:]
    assert [event.dtstart.value for event in events] == sorted(set(days))
    assert {event.summary.value for event in events} == {"Look at my plan"}
    assert all("valarm" not in event.contents for event in events)
    assert file.events == 3


def test_a_plan_without_dates_is_a_calendar_without_events() -> None:
    file = written()
    assert (read(file), file.events, file.left_out) == ([], 0, 0)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Ship; it, now\\later", "Ship; it, now\\later"),
        ("two\nlines\r\nor three", "two lines or three"),
        ("名字 and שלום and سلام", "名字 and שלום and سلام"),
        ("Celebrate 👩‍👩‍👧 🎉", "Celebrate 👩‍👩‍👧 🎉"),
        ("turned \u202eround\u2066", "turned round"),
        ("nul\x00 vt\x0b ff\x0c lone\ud800", "nul vt ff lone"),
        ("BEGIN:VEVENT\nUID:x", "BEGIN:VEVENT UID:x"),
        ("{title} {0} %s", "{title} {0} %s"),
        ("長" * 80, "長" * 80),
    ],
)
def test_a_title_arrives_as_it_was_typed_without_what_cannot_be_seen(
    title: str, shown: str
) -> None:
    (event,) = read(written(goal(title)))
    assert event.summary.value == f"Due: {shown}"
    assert event.valarm.description.value == f"Due: {shown}"


def test_a_note_stays_at_home() -> None:
    assert b"secret" not in written(goal(note="secret")).data


@pytest.mark.parametrize(
    ("due", "end"),
    [
        (datetime.date(2028, 2, 29), datetime.date(2028, 3, 1)),
        (datetime.date(2028, 2, 28), datetime.date(2028, 2, 29)),
        (datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)),
    ],
)
def test_a_leap_day_and_the_last_day_of_a_year_end_on_the_next(
    due: datetime.date, end: datetime.date
) -> None:
    (event,) = read(written(goal(due=due)))
    assert (event.dtstart.value, event.dtend.value) == (due, end)


def test_the_last_day_there_is_has_no_next_day() -> None:
    (event,) = read(written(goal(due=datetime.date.max)))
    assert "dtend" not in event.contents


def test_three_hundred_goals_keep_their_dates_and_names() -> None:
    goals = [
        goal(f"Goal {n} 名字", id=f"g{n}", due=DUE + datetime.timedelta(days=n)) for n in range(300)
    ]
    file = written(*goals)
    events = read(file)
    assert file.events == 300
    assert {e.uid.value: e.dtstart.value for e in events} == {
        f"{one.id}-plan-7@throughline": one.due for one in goals
    }


def test_the_file_is_folded_at_75_bytes_with_crlf_and_no_letter_is_cut() -> None:
    data = written(goal("名字字字 👩‍👩‍👧 " * 8), check_ins=[DUE]).data
    lines = data.split(b"\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")


def test_the_same_plan_gives_the_same_bytes_in_any_time_zone() -> None:
    east = SAVED.astimezone(datetime.timezone(datetime.timedelta(hours=9)))
    plan = [goal(), goal(id="g2", kind="milestone")]
    assert written(*plan).data == written(*plan).data == written(*plan, saved=east).data
    assert written(*plan, saved=SAVED.replace(tzinfo=None)).data == written(*plan).data
    assert b"DTSTAMP:20261123T093015Z" in written(*plan).data


def test_a_renamed_and_moved_goal_updates_its_event() -> None:
    (before,) = read(written(goal()))
    later = SAVED + datetime.timedelta(hours=1)
    moved = goal("Another", due=DUE + datetime.timedelta(days=9))
    (after,) = read(written(moved, saved=later))
    assert before.uid.value == after.uid.value
    assert after.dtstamp.value > before.dtstamp.value


def test_nobody_is_invited_and_nothing_is_linked() -> None:
    data = written(goal("https://example.org mailto:a@b.c"), check_ins=[DUE]).data
    for name in (b"\nATTENDEE", b"\nORGANIZER", b"\nURL", b"\nATTACH", b"\nMETHOD"):
        assert name not in data
