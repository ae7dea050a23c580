"""The calendar file: an all-day event for every date that lies ahead in the plan, with an early reminder."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from throughline.goals.goal import Goal
from throughline.reports.plain import plain
from throughline.reports.words import CalendarWords

if TYPE_CHECKING:
    import icalendar

PRODUCT = "-//Throughline//Plan of goals//EN"
DOMAIN = "throughline"
ONE_DAY = datetime.timedelta(days=1)
LONGEST_REMINDER = 365


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar file as bytes, how many events it holds, and how many goals have no event.

    Attributes:
        data: the file, UTF-8 with CRLF.
        events: dates in the file, check-ins included.
        dropped, done, undated: goals and milestones left out, each counted once, in this order.
    """

    data: bytes
    events: int
    dropped: int
    done: int
    undated: int

    @property
    def left_out(self) -> int:
        """How many goals and milestones have no event."""
        return self.dropped + self.done + self.undated


def calendar_file(
    goals: Sequence[Goal],
    *,
    plan_id: str,
    saved: datetime.datetime,
    alarm_days: int,
    track_names: Mapping[str, str],
    words: CalendarWords,
    check_ins: Sequence[datetime.date] = (),
) -> CalendarFile:
    """Write the due dates, the milestones and the check-ins of a plan.

    A second import updates the first, since an event keeps its name (goal id, plan id), and the same plan
    gives the same bytes. Notes stay out: calendars are often shared with other people.

    Args:
        goals: The plan; what is done, dropped or without a date is left out and counted.
        plan_id: Id of the plan, the same in every file of it.
        saved: When the plan was last saved; without a time zone it is read as UTC.
        alarm_days: Days from the reminder to the date, 0-365; 0 sets no reminder.
        track_names: Track id -> category of its events; a track without a name has none.
        words: Titles and names.
        check_ins: Days on which the person wants to look at the plan; they have no reminder.
    """
    from icalendar import Calendar

    stamp = _stamp(saved)
    titles = {"goal": words.goal, "milestone": words.milestone}
    reminder = min(max(alarm_days, 0), LONGEST_REMINDER)
    events = []
    for goal in goals:
        if goal.due is None or goal.done or goal.dropped:
            continue
        title = plain(titles[goal.kind].format(title=goal.title))
        event = _event(f"{goal.id}-{plan_id}", goal.due, title, stamp=stamp)
        if track := plain(track_names.get(goal.track, "")):
            event.categories = [track]
        if reminder:
            event.add_component(_reminder(title, reminder))
        events.append(event)
    for day in sorted(set(check_ins)):
        event = _event(f"check-{day}-{plan_id}", day, plain(words.check_in), stamp=stamp)
        event.description = plain(words.check_in_text)
        events.append(event)
    calendar = Calendar.new(
        prodid=PRODUCT,
        name=plain(words.name),
        uid=f"{plain(plan_id)}@{DOMAIN}",
        last_modified=stamp,
        subcomponents=events,
    )
    return CalendarFile(
        data=calendar.to_ical(),
        events=len(events),
        dropped=sum(goal.dropped for goal in goals),
        done=sum(goal.done and not goal.dropped for goal in goals),
        undated=sum(g.due is None and not g.done and not g.dropped for g in goals),
    )


def _event(
    name: str, day: datetime.date, title: str, *, stamp: datetime.datetime
) -> "icalendar.Event":
    from icalendar import TRANSP, Event

    return Event.new(
        uid=f"{plain(name)}@{DOMAIN}",
        stamp=stamp,
        start=day,
        # The end is the first day that is free again; the last day of the calendar has none.
        end=day + ONE_DAY if day < datetime.date.max else None,
        summary=title,
        transparency=TRANSP.TRANSPARENT,
    )


def _reminder(title: str, days: int) -> "icalendar.Alarm":
    from icalendar import Alarm

    alarm = Alarm.new(description=title, uid=None)
    alarm.add("action", "DISPLAY")
    alarm.TRIGGER = -days * ONE_DAY
    return alarm


def _stamp(saved: datetime.datetime) -> datetime.datetime:
    aware = saved if saved.tzinfo else saved.replace(tzinfo=datetime.UTC)
    return aware.astimezone(datetime.UTC).replace(microsecond=0)
