"""What everybody in a room is shown alike: read once, and kept until the numbers of the room move."""

from collections.abc import Callable
from typing import TypeVar

from throughline.workshop.ground import Ground
from throughline.workshop.picture import Picture
from throughline.workshop.room import Room, Section
from throughline.workshop.showing import pictures_of

MOST_ROOMS = 64
T = TypeVar("T")
Numbers = tuple[int, ...]


class Recent:
    """The agenda and the pictures of rooms, in the memory of one process.

    Whoever asks brings numbers just read from the database. What is kept under other numbers is never
    shown, so processes cannot disagree; who may see it at all is not judged here.
    """

    def __init__(self) -> None:
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


def _kept(
    kept: dict[str, tuple[Numbers, T]], room_id: str, numbers: Numbers, read: Callable[[], T]
) -> T:
    found = kept.get(room_id)
    if found is None or found[0] != numbers:
        if len(kept) >= MOST_ROOMS:
            kept.clear()
        found = kept[room_id] = (numbers, read())
    return found[1]
