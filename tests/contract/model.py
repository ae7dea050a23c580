"""What a room must look like after any sequence of verbs, kept as plainly as possible, for comparison."""

from dataclasses import dataclass, field

from throughline.errors import (
    Conflict,
    JoinsLocked,
    RoomClosed,
    RoomFull,
    SectionClosed,
    UnknownParticipant,
    VersionMismatch,
)

PLACES = 3


@dataclass
class Model:
    """One room with two sections, three places and the answers of who is in it."""

    phase: str = "live"
    door: bool = False
    version: int = 0
    joined: int = 0
    seq: int = 0
    states: dict[str, str] = field(default_factory=lambda: {"work": "open", "factors": "waiting"})
    ended: dict[str, int | None] = field(default_factory=lambda: {"work": None, "factors": None})
    slots: dict[int, int] = field(default_factory=dict)
    answers: dict[tuple[int, str], tuple[int, str, bool, int]] = field(default_factory=dict)
    counted: dict[int, dict[int, int | None]] = field(default_factory=dict)

    def join(self, number: int) -> int | type[Exception]:
        """Who joins gets the next slot."""
        if number in self.slots:
            return self.slots[number]
        if self.phase not in ("lobby", "live"):
            return RoomClosed
        if self.door:
            return JoinsLocked
        if self.joined == PLACES:
            return RoomFull
        self.joined += 1
        self.slots[number] = self.joined
        return self.joined

    def save(
        self, number: int, section: str, base: int, name: str, at: int
    ) -> tuple[int, bool] | type[Exception]:
        """Who saves gets the next rev, or the old one again."""
        if self.phase != "live":
            return RoomClosed
        if number not in self.slots:
            return UnknownParticipant
        rev, old_name, late, _ = self.answers.get((number, section), (0, "", False, 0))
        if rev and old_name == name:
            return rev, True
        state, end = self.states[section], self.ended[section]
        over = state != "revealed" and end is not None and at > end + 2
        if over or state == "waiting" or (state == "revealed" and rev and not late):
            return SectionClosed
        if rev != base:
            return Conflict
        self.seq += 1
        self.answers[number, section] = (rev + 1, name, state == "revealed", self.seq)
        return rev + 1, False

    def leave(self, number: int) -> type[Exception] | None:
        """Who leaves takes every answer along."""
        if number not in self.slots:
            return UnknownParticipant
        slot = self.slots.pop(number)
        self.seq += 1
        self.answers = {key: one for key, one in self.answers.items() if key[0] != number}
        for members in self.counted.values():
            if slot in members:
                members[slot] = None
        return None

    def command(self, seen: int) -> int | type[Exception]:
        """A command counts, on the version that was seen."""
        if self.phase == "closed":
            return RoomClosed
        if seen != self.version:
            return VersionMismatch
        self.version += 1
        return self.version

    def close(self, seen: int) -> int | type[Exception]:
        """The end of everything that belongs to people."""
        done = self.command(seen)
        if isinstance(done, int):
            self.phase = "closed"
            self.slots, self.answers, self.counted = {}, {}, {}
        return done
