"""The one obvious next thing for a facilitator to do, from the state of the room alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from throughline.workshop.room import GRACE_SECONDS, PROFILE, Phase, Section

Kind = Literal["open", "lock", "reveal", "profile", "hand_out", "close", "done"]


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next, and with which section; ``section`` is None where the whole room is meant."""

    kind: Kind
    section: Section | None = None


def in_order(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return the agenda as it is read: a second round beside the first, the room as a whole last."""
    first = list(dict.fromkeys(one.section for one in sections if one.section != PROFILE))
    places = {name: place for place, name in enumerate([*first, PROFILE])}
    return tuple(sorted(sections, key=lambda one: (places[one.section], one.round)))


def next_step(phase: Phase, sections: Sequence[Section]) -> NextStep:
    """Return what comes next: close what is open, show what is closed, then open the next in order.

    Args:
        phase: of the room.
        sections: every section and round.
    """
    sections = in_order(sections)
    if phase == "closed":
        return NextStep("done")
    if phase == "handout":
        return NextStep("close")
    asked = [one for one in sections if one.section != PROFILE]
    for state, kind in (("open", "lock"), ("locked", "reveal"), ("waiting", "open")):
        for one in asked:
            if one.state == state:
                return NextStep(kind, one)  # type: ignore[arg-type]
    for one in sections:
        if one.section == PROFILE and one.state != "revealed":
            return NextStep("profile", one)
    return NextStep("hand_out")


def settling(section: Section | None, now: float) -> bool:
    """Whether a section was locked so lately that answers on their way are still taken."""
    if section is None or section.state != "locked" or section.locked_at is None:
        return False
    return now <= section.locked_at + GRACE_SECONDS


def second_round(sections: Sequence[Section], rounds: int) -> Section | None:
    """Return the section revealed last that may be asked once more, or None."""
    highest: dict[str, Section] = {}
    for one in sections:
        if one.section != PROFILE and one.round >= highest.get(one.section, one).round:
            highest[one.section] = one
    again = [one for one in highest.values() if one.state == "revealed" and one.round < rounds]
    return max(again, key=lambda one: one.revealed_at or 0, default=None)
