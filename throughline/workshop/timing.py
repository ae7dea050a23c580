"""Timers, extra time and the devices in a room. Pure: no store, no clock."""

from dataclasses import replace

from throughline.errors import NotNow
from throughline.workshop.room import Change, Person, Section
from throughline.workshop.scene import Scene, as_seen, need

MOST_EXTRA = 3_600
MOST_MINUTES = 240


def set_timer(scene: Scene, section: object, round_no: object, minutes: object) -> Change:
    """Let an open section lock by itself in so many minutes from now."""
    one = _open(scene, section, round_no)
    return Change(sections=(replace(one, deadline_at=scene.now + _seconds(minutes)),))


def extend_timer(scene: Scene, section: object, round_no: object, minutes: object) -> Change:
    """Move the end of an open section; without a timer it starts one."""
    one = _open(scene, section, round_no)
    start_at = max(scene.now, one.deadline_at or scene.now)
    return Change(sections=(replace(one, deadline_at=start_at + _seconds(minutes)),))


def extra_time(scene: Scene, slot: object, seconds: object) -> Change:
    """Give one device more time than the others, on top of what it has."""
    person = _person(scene, slot)
    need(type(seconds) is int and 0 < seconds <= MOST_EXTRA, "Give 1 to 3600 seconds.")
    total = min(MOST_EXTRA, person.extra_seconds + int(str(seconds)))
    return Change(extra_seconds={person.slot: total})


def remove_device(scene: Scene, slot: object) -> Change:
    """Take a device out; its answers go, as with a withdrawal."""
    return Change(remove_slots=(_person(scene, slot).slot,))


def _open(scene: Scene, section: object, round_no: object) -> Section:
    one = as_seen(scene.at(section, round_no), scene.now)
    need(one.state == "open", "This section is not open.")
    return one


def _person(scene: Scene, slot: object) -> Person:
    for one in scene.people:
        if one.slot == slot:
            return one
    raise NotNow("This device is not in the room.")


def _seconds(minutes: object) -> int:
    fits = type(minutes) in (int, float) and 0 < float(str(minutes)) <= MOST_MINUTES
    need(fits, f"Give up to {MOST_MINUTES} minutes.")
    return round(float(str(minutes)) * 60)
