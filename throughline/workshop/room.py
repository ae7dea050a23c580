"""What a room is made of: its state, its sections, its people, and what they saved; plain records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from throughline.content.workshop import GROUP_PROFILE

Phase = Literal["lobby", "live", "handout", "closed"]
SectionState = Literal["waiting", "open", "locked", "revealed"]
Pace = Literal["presenter", "self"]
Scope = Literal["control", "moderate", "project"]

K = 5
"""Fewest people behind any figure of a room, and fewest that two shown versions may differ by."""

PROFILE = GROUP_PROFILE

GRACE_SECONDS = 2


@dataclass(frozen=True, slots=True)
class Room:
    """One room as the store holds it. Times are UTC seconds since the epoch.

    Attributes:
        id: random, never shown; ``code``: 8 digits, None from 24 h after the close on.
        settings: what was chosen when the room was made; primitives only.
        version: +1 with every facilitator command; ``answer_seq``: +1 with every accepted answer
            and whenever somebody leaves; ``picture_seq``: +1 with every picture.
        joined: devices that have ever joined (removed ones too); ``max_people``: the cap.
        rehearsal: the answers are invented, which every picture and file says.
    """

    id: str
    code: str | None
    qr_key_hash: bytes
    title: str
    lang: str
    model_version: str
    k: int
    settings: Mapping[str, object]
    phase: Phase
    current_section: str | None
    current_round: int | None
    joins_locked: bool
    qr_only: bool
    max_people: int
    joined: int
    version: int
    answer_seq: int
    picture_seq: int
    rehearsal: bool
    created_at: int
    opened_at: int | None
    closed_at: int | None
    purge_at: int


@dataclass(frozen=True, slots=True)
class Section:
    """One section in one round of a room."""

    section: str
    round: int
    state: SectionState
    pace: Pace
    opened_at: int | None = None
    deadline_at: int | None = None
    locked_at: int | None = None
    revealed_at: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One joined device. ``id`` is never shown or exported; ``slot`` is its order of joining, from 1."""

    id: str
    slot: int
    joined_at: int
    extra_seconds: int = 0


@dataclass(frozen=True, slots=True)
class Saved:
    """What one person has saved for one section and round.

    Attributes:
        rev: 1 for the first save, +1 with each edit; ``submission_id``: of the save that made it.
        payload: the entries as JSON text (``throughline.workshop.entries``).
        seq: the room's ``answer_seq`` of the save, which puts answers in order.
        late: saved after the reveal: the person's own result only, in no picture.
        repeat: this very submission had been saved before; the save was acknowledged again.
    """

    slot: int
    section: str
    round: int
    rev: int
    submission_id: str
    payload: str
    model_version: str
    seq: int
    late: bool
    saved_at: int
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """One person as the store has them now, with the numbers that say whether the room has moved.

    Attributes:
        saved: everything they have saved, oldest first.
        version, picture_seq: as in ``Room``; ``left``: devices that joined and are no longer in the room.
    """

    person: Person
    saved: tuple[Saved, ...]
    version: int
    picture_seq: int
    left: int


@dataclass(frozen=True, slots=True)
class Submission:
    """One press of "Save": which rev the phone last saw (0 = none), and an id that repeats share."""

    section: str
    round: int
    base_rev: int
    submission_id: str
    payload: str
    model_version: str
    received: float


@dataclass(frozen=True, slots=True)
class Pulse:
    """The little that every screen polls: one row and three counts.

    Attributes:
        people: devices in the room now; ``answered``: people with a saved answer in the current
            section and round; ``pictures``: pictures made so far.
    """

    phase: Phase
    current_section: str | None
    current_round: int | None
    joins_locked: bool
    version: int
    answer_seq: int
    picture_seq: int
    joined: int
    people: int
    answered: int
    purge_at: int


@dataclass(frozen=True, slots=True)
class Grant:
    """A right in a room: the hash of its secret, what it allows, and until when."""

    token_hash: bytes
    room_id: str
    scope: Scope
    recovery: bool
    created_at: int
    expires_at: int


@dataclass(frozen=True, slots=True)
class Version:
    """One state in which one figure was shown: whose values it was made of.

    Attributes:
        figure: id of the figure, unique within its section; ``ver``: 1, 2, … within the round.
        members: slot -> the value that was counted; None marks somebody counted and withdrawn.
    """

    section: str
    round: int
    figure: str
    ver: int
    n: int
    members: Mapping[int, object]


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A picture as it was shown and is kept: immutable JSON text, the only source of every output."""

    section: str
    round: int
    no: int
    kind: Literal["live", "final"]
    rule_version: str
    payload: str
    made_at: int


@dataclass(frozen=True, slots=True)
class Event:
    """One facilitator command in the room's log."""

    version: int
    scope: Scope
    command: str
    detail: Mapping[str, object]
    at: int


@dataclass(frozen=True, slots=True)
class Change:
    """What one facilitator command does to a room, in one transaction; None leaves a field as it is.

    Attributes:
        room: columns of the room to set (``phase``, ``current_section``, ``joins_locked``, …).
        sections: rows to put in the place of those with the same section and round, or to add.
        remove_slots: devices to remove: their answers go, as with a withdrawal.
        extra_seconds: slot -> personal extra time.
        add_grants, revoke: rights to add, and hashes of rights to take away.
    """

    room: Mapping[str, object] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    remove_slots: tuple[int, ...] = ()
    extra_seconds: Mapping[int, int] = field(default_factory=dict)
    add_grants: tuple[Grant, ...] = ()
    revoke: tuple[bytes, ...] = ()
