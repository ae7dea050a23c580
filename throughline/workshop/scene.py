"""The state that a command meets, and what takes a command back. Pure: no store, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from throughline.errors import NotNow
from throughline.workshop.room import GRACE_SECONDS, Change, Person, Room, Section


@dataclass(frozen=True, slots=True)
class Scene:
    """The state that a command meets."""

    room: Room
    sections: Sequence[Section]
    people: Sequence[Person]
    now: int

    def at(self, section: object, round_no: object) -> Section:
        """Return one section and round. Raises NotNow."""
        for one in self.sections:
            if (one.section, one.round) == (section, round_no):
                return one
        raise NotNow("The room has no such section.")


def as_seen(section: Section, now: float) -> Section:
    """Return the section as it stands: one whose time is over is locked."""
    over = section.state == "open" and section.deadline_at is not None
    if over and section.deadline_at is not None and now >= section.deadline_at:
        return replace(section, state="locked", locked_at=section.deadline_at)
    return section


def seconds_left(section: Section, people: Sequence[Person], now: int) -> int:
    """Seconds until the last person's time for a section has passed, grace and extra time included."""
    ends = [end for end in (section.deadline_at, section.locked_at) if end is not None]
    if not ends:
        return 0
    extra = max((person.extra_seconds for person in people), default=0)
    return max(0, min(ends) + extra + GRACE_SECONDS - now)


def inverse(scene: Scene, change: Change) -> Change | None:
    """Return what takes a change back; None when something would have to be unmade that cannot be."""
    before = {(one.section, one.round): one for one in scene.sections}
    keys = [(one.section, one.round) for one in change.sections]
    extra = {one.slot: one.extra_seconds for one in scene.people}
    if change.remove_slots or change.add_grants or change.revoke or set(keys) - before.keys():
        return None
    return Change(
        room={name: getattr(scene.room, name) for name in change.room},
        sections=tuple(before[key] for key in keys),
        extra_seconds={slot: extra.get(slot, 0) for slot in change.extra_seconds},
    )


def settings_with(room: Room, **changed: object) -> dict[str, object]:
    """Return the room's settings with some of them changed."""
    return {**room.settings, **changed}


def need(fits: bool, otherwise: str) -> None:  # noqa: FBT001 - reads as a sentence
    """Refuse a command that does not fit. Raises NotNow with this sentence."""
    if not fits:
        raise NotNow(otherwise)
