"""What everybody in a room is shown alike: read once, and kept until the numbers of the room move."""

import threading
from collections.abc import Callable
from typing import TypeVar

from throughline.workshop.ground import Ground
from throughline.workshop.picture import Picture
from throughline.workshop.room import Pulse, Room, Section
from throughline.workshop.showing import pictures_of
from throughline.workshop.store import Store
from throughline.workshop.views import Screen

MOST_ROOMS = 64
PULSE_LASTS, MOST_PULSES = 1.0, 1_000
T = TypeVar("T")
Numbers = tuple[int, ...]


class Pulses:
    """The pulses of rooms, at most a second old; one question at a time goes to the store."""

    def __init__(self, store: Store, steady: Callable[[], float]) -> None:
        self._store, self._steady = store, steady
        self._asking = threading.Lock()
        self._kept: dict[str, tuple[float, Pulse | None]] = {}

    def of(self, room_id: str) -> Pulse | None:
        """Return the pulse of a room."""
        with self._asking:
            moment = self._steady()
            kept = self._kept.get(room_id)
            if kept and 0 <= moment - kept[0] < PULSE_LASTS:
                return kept[1]
            if len(self._kept) >= MOST_PULSES:
                self._kept.clear()
            pulse = self._store.pulse(room_id)
            self._kept[room_id] = (moment, pulse)
            return pulse

    def forget(self, room_id: str) -> None:
        """Ask the store next time: something was changed from here."""
        self._kept.pop(room_id, None)


class Recent:
    """The agenda, the pictures and the screens of rooms, in the memory of one process.

    Whoever asks brings numbers just read from the database. What is kept under other numbers is never
    shown, so processes cannot disagree; who may see it at all is not judged here.
    """

    def __init__(self) -> None:
        self._screens: dict[str, tuple[Numbers, Screen]] = {}
        self._agendas: dict[str, tuple[Numbers, tuple[Room, tuple[Section, ...]]]] = {}
        self._pictures: dict[str, tuple[Numbers, tuple[Picture, ...]]] = {}

    def agenda(
        self, ground: Ground, room_id: str, version: int
    ) -> tuple[Room, tuple[Section, ...]]:
        """Return the room and its sections as of a version, or newer. Raises UnknownRoom.

        Of the room only what commands change is up to date: not its counts.
        """

        def read() -> tuple[Room, tuple[Section, ...]]:
            # The room first: what moves in between is then found under a number that is over.
            return ground.room(room_id), ground.store.sections(room_id)

        return _kept(self._agendas, room_id, (version,), read)

    def pictures(
        self, ground: Ground, room: Room, *, picture_seq: int, left: int
    ) -> tuple[Picture, ...]:
        """Return what was shown so far, as ``pictures_of`` does.

        Args:
            ground: the surroundings.
            room: the room as it is now.
            picture_seq: +1 with every picture.
            left: +1 with everybody who leaves, which may hide a figure.
        """
        numbers = (room.version, picture_seq, left)
        return _kept(self._pictures, room.id, numbers, lambda: pictures_of(ground, room))

    def screen(
        self, ground: Ground, room_id: str, pulse: Pulse, read: Callable[[], Screen]
    ) -> Screen:
        """Return what projectors show at a pulse just read, so that many of them read the rest once."""
        last = self._screens.get(room_id)
        ends = last[1].deadline_at if last else None
        if ends is not None and ground.wall() >= ends:
            self._screens.pop(
                room_id, None
            )  # what locks by itself moves no number before somebody looks
        numbers = (pulse.version, pulse.answer_seq, pulse.picture_seq, pulse.joined, pulse.people)
        return _kept(self._screens, room_id, numbers, read)


def _kept(
    kept: dict[str, tuple[Numbers, T]], room_id: str, numbers: Numbers, read: Callable[[], T]
) -> T:
    found = kept.get(room_id)
    if found is None or found[0] != numbers:
        if len(kept) >= MOST_ROOMS:
            kept.clear()
        found = kept[room_id] = (numbers, read())
    return found[1]
