"""The pace of a room: which command fits which state, and what it changes. Pure: no store, no clock."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from throughline.errors import StillAnswering
from throughline.workshop.room import PROFILE, Change, Pace, Section
from throughline.workshop.scene import Scene, as_seen, need, seconds_left, settings_with

MOST_ROUNDS = 9


def start(scene: Scene) -> Change:
    """Let the room begin without a question."""
    need(scene.room.phase == "lobby", "The room has begun already.")
    return Change(room={"phase": "live"})


def open_section(scene: Scene, section: object, round_no: object, pace: Pace) -> Change:
    """Open a section; at the presenter's pace only one is open."""
    one = _question(scene, section, round_no)
    need(scene.room.phase in ("lobby", "live"), "The room takes no more answers.")
    need(one.state == "waiting", "This section has been opened already.")
    _only_one(scene, one, pace)
    opened = replace(one, state="open", pace=pace, opened_at=scene.now)
    return Change(room=_at_hand(scene, one), sections=(opened,))


def reopen_section(scene: Scene, section: object, round_no: object) -> Change:
    """Open a locked section again; its timer is gone."""
    one = _question(scene, section, round_no)
    need(scene.room.phase == "live", "The room takes no answers now.")
    need(one.state == "locked", "Only a locked section can be opened again.")
    _only_one(scene, one, one.pace)
    again = replace(one, state="open", locked_at=None, deadline_at=None)
    return Change(room=_at_hand(scene, one), sections=(again,))


def lock_section(scene: Scene, section: object, round_no: object) -> Change:
    """Lock one section, or every open one when none is named."""
    seen = [as_seen(one, scene.now) for one in scene.sections]
    if section is None:
        opened = [one for one in seen if one.state == "open"]
        need(bool(opened), "Nothing is open.")
    else:
        opened = [as_seen(scene.at(section, round_no), scene.now)]
        need(scene.at(section, round_no).state == "open", "This section is not open.")
    locked = tuple(
        replace(one, state="locked", locked_at=one.locked_at or scene.now) for one in opened
    )
    return Change(room=_screen(scene, "waiting"), sections=locked)


def reveal(scene: Scene, section: object, round_no: object, *, anyway: bool) -> Change:
    """Show a locked section, or the group profile, once and for good.

    Raises:
        StillAnswering: somebody's time is not over, unless ``anyway``.
    """
    need(scene.room.phase in ("live", "handout"), "The room is not running.")
    one = as_seen(scene.at(section, round_no), scene.now)
    if one.section == PROFILE:
        need(one.state != "revealed", "The group profile has been shown.")
        seen = any(o.state == "revealed" for o in scene.sections if o.section != PROFILE)
        need(seen, "The group profile needs at least one section that was shown.")
        return _revealed(scene, (one,), "profile")
    need(one.state == "locked", "Lock the section first; it can be shown once.")
    if not anyway and (left := seconds_left(one, scene.people, scene.now)):
        raise StillAnswering(left)
    return _revealed(scene, (one,), f"picture:{one.section}:{one.round}")


def include(scene: Scene, names: Iterable[str]) -> Change:
    """Show, without a projector, sections that were never revealed; for the report, before the close."""
    wanted = set(names)
    rest = tuple(
        one
        for one in scene.sections
        if one.state in ("open", "locked") and one.section in wanted and one.section != PROFILE
    )
    return _revealed(scene, rest, str(scene.room.settings.get("screen", "waiting")))


def new_round(scene: Scene, section: object) -> Change:
    """Ask a section that was shown once more."""
    rounds = [one for one in scene.sections if one.section == section and section != PROFILE]
    need(bool(rounds), "The room has no such section.")
    last = max(rounds, key=lambda one: one.round)
    need(scene.room.phase == "live", "The room takes no answers now.")
    need(last.state == "revealed", "The round before has to be shown first.")
    need(last.round < MOST_ROUNDS, "This section has been asked often enough.")
    return Change(sections=(Section(last.section, last.round + 1, "waiting", "presenter"),))


def hand_out(scene: Scene) -> Change:
    """End the answering; people take their own results."""
    need(scene.room.phase in ("live", "handout"), "The room is not running.")
    locked = tuple(
        replace(one, state="locked", locked_at=one.locked_at or scene.now)
        for one in (as_seen(one, scene.now) for one in scene.sections)
        if scene.at(one.section, one.round).state == "open"
    )
    return Change(room={"phase": "handout", **_screen(scene, "end")}, sections=locked)


def set_screen(scene: Scene, what: object) -> Change:
    """Choose what the projector shows; only what was revealed can be a picture."""
    kind, _, rest = str(what).partition(":")
    section, _, round_no = rest.partition(":")
    shown = [one for one in scene.sections if one.state == "revealed"]
    fits = (
        what in ("join", "waiting", "end")
        or (what == "profile" and any(one.section == PROFILE for one in shown))
        or (
            kind == "picture"
            and any(f"{o.section}:{o.round}" == f"{section}:{round_no}" for o in shown)
        )
        or (kind == "change" and any(one.section == rest and one.round > 1 for one in shown))
    )
    need(fits, "This has not been revealed.")
    return Change(room=_screen(scene, str(what)))


def _screen(scene: Scene, what: str) -> Mapping[str, object]:
    return {"settings": settings_with(scene.room, screen=what)}


def _at_hand(scene: Scene, one: Section) -> Mapping[str, object]:
    return {
        "phase": "live",
        "opened_at": scene.room.opened_at or scene.now,
        "current_section": one.section,
        "current_round": one.round,
        **_screen(scene, "waiting"),
    }


def _revealed(scene: Scene, sections: tuple[Section, ...], screen: str) -> Change:
    shown = tuple(
        replace(
            one,
            state="revealed",
            locked_at=one.locked_at or scene.now,
            revealed_at=scene.now,
        )
        for one in sections
    )
    return Change(room=_screen(scene, screen), sections=shown)


def _only_one(scene: Scene, one: Section, pace: Pace) -> None:
    others = [
        other
        for other in (as_seen(other, scene.now) for other in scene.sections)
        if other.state == "open" and other != one
    ]
    together = pace == "self" and all(other.pace == "self" for other in others)
    need(not others or together, "Another section is open. Lock it first.")


def _question(scene: Scene, section: object, round_no: object) -> Section:
    one = as_seen(scene.at(section, round_no), scene.now)
    need(one.section != PROFILE, "Nobody answers the group profile.")
    return one
