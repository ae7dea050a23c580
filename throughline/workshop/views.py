"""What the service gives to a desk, a phone and a screen: plain records, no identifier of a person in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from throughline.content.workshop import Section as Asking
from throughline.workshop.picture import Picture
from throughline.workshop.room import Event, K, Phase, Room, Saved, Scope, Section, SectionState

Here = tuple[str, int]
"""A section and a round of it."""


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """What a facilitator chooses before a room exists; ``sections`` may end with the group profile."""

    title: str
    lang: str
    template: str
    sections: tuple[str, ...]
    rounds: int = 1
    max_people: int = 300
    qr_only: bool = False
    rehearsal: bool = False
    handout_minutes: int = 15
    k: int = K


@dataclass(frozen=True, slots=True)
class NewRoom:
    """A room just made; its two secrets are known to nobody else and are told only here."""

    room_id: str
    code: str
    qr_key: str
    control: str
    recovery: str


@dataclass(frozen=True, slots=True)
class NewControl:
    """The fresh secret of a desk, in exchange for a recovery secret or a ticket."""

    room_id: str
    control: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """What somebody may know of a room before joining; ``full`` and ``joins_locked``: nobody gets in."""

    room_id: str
    title: str
    lang: str
    phase: Phase
    sections: tuple[str, ...]
    k: int
    purge_at: int
    joins_locked: bool
    full: bool
    rehearsal: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """A person just joined; the resume code of 10 symbols is told only here ("" when they were in before)."""

    slot: int
    resume_code: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One section as one person meets it; ``deadline_at`` includes the person's own extra time."""

    section: Asking
    round: int
    state: SectionState
    deadline_at: int | None
    saved: Saved | None


@dataclass(frozen=True, slots=True)
class Place:
    """What a phone shows now.

    Attributes:
        asked: sections at hand, first the one the facilitator leads through, then as in the agenda.
        catch_up: revealed without an answer of theirs.
        pictures: what the room was shown so far, as far as it can be read; ``picture_seq``: how many were made.
    """

    room_id: str
    code: str | None
    title: str
    phase: Phase
    slot: int
    version: int
    asked: tuple[Asked, ...]
    catch_up: tuple[Asked, ...]
    pictures: tuple[Picture, ...]
    picture_seq: int
    purge_at: int
    k: int
    rehearsal: bool


@dataclass(frozen=True, slots=True)
class Device:
    """One joined device, by number and time of joining only."""

    slot: int
    joined_at: int


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """One desk of a room: what it may do, since when, and whether it is the one that asks."""

    scope: Scope
    since: int
    here: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the desk of a facilitator shows.

    Attributes:
        joined: devices ever joined; ``people``: in the room now; ``answered``: people with a saved answer.
        allowed: commands that make sense now; ``undo``: the command that can still be taken back.
        throttled: typed codes are refused for everybody at the moment.
        screen: what the projector shows.
        qr_key: lets people join, and nothing else.
        scope: ``moderate`` for a desk that only looks: no devices, pictures, desks or commands in it.
        desks: every desk whose secret is good, this one included.
    """

    room: Room
    sections: tuple[Section, ...]
    joined: int
    people: int
    answered: Mapping[Here, int]
    devices: tuple[Device, ...]
    events: tuple[Event, ...]
    pictures: tuple[Picture, ...]
    allowed: frozenset[str]
    throttled: bool
    screen: str
    qr_key: str
    undo: str | None
    scope: Scope
    desks: tuple[OpenDesk, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The public numbers by which a group can judge how well it is protected."""

    joined: int
    people: int
    removed: int
    answers: int
    k: int
    purge_at: int
    rehearsal: bool


@dataclass(frozen=True, slots=True)
class Screen:
    """What the projector shows: ``what``, and for a picture, a change or the profile the pictures of it."""

    room: Room
    what: str
    sections: tuple[Section, ...]
    pictures: tuple[Picture, ...]
    panel: Panel
    qr_key: str
    answered: int
    people: int
    deadline_at: int | None
    state: SectionState | None
