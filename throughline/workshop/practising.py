"""People who do not exist, so that a facilitator can practise; only in rooms that say so everywhere."""

from collections.abc import Sequence
from contextlib import suppress

from throughline.errors import Conflict, JoinsLocked, RoomClosed, RoomFull, SectionClosed
from throughline.workshop.entries import write_entries
from throughline.workshop.ground import Ground, hashed
from throughline.workshop.joining import join
from throughline.workshop.rehearsal import invent
from throughline.workshop.room import PROFILE, Room, Section, Submission

MOST_INVENTED = 60


def invent_people(ground: Ground, room: Room, count: object) -> None:
    """Let invented people join, as many as fit."""
    here = len(_invented(ground, room))
    wanted = count if type(count) is int else 8
    with suppress(JoinsLocked, RoomFull, RoomClosed):
        for number in range(here, min(MOST_INVENTED, here + max(0, wanted))):
            join(ground, room.id, _token(room, number))


def answer_for_invented(ground: Ground, room: Room, sections: Sequence[Section]) -> None:
    """Let the invented people answer what is open."""
    opened = [one for one in sections if one.state == "open" and one.section != PROFILE]
    for one in opened:
        asked = ground.catalogue.workshop.section(one.section)
        for number, slot in _invented(ground, room).items():
            entries = invent(
                asked,
                ground.catalogue.questionnaire,
                seed=room.created_at,
                slot=slot,
                round_no=one.round,
            )
            submission = Submission(
                one.section,
                one.round,
                base_rev=0,
                submission_id=f"invented-{slot}-{one.section}-{one.round}",
                payload=write_entries(entries),
                model_version=room.model_version,
                received=ground.wall(),
            )
            with suppress(Conflict, SectionClosed, RoomClosed):
                ground.store.submit(room.id, hashed(_token(room, number)), submission)


def _invented(ground: Ground, room: Room) -> dict[int, int]:
    """Return number -> slot of the invented people who are in the room."""
    found = {}
    for number in range(MOST_INVENTED):
        person = ground.store.person(room.id, hashed(_token(room, number)))
        if person is None:
            break
        found[number] = person.slot
    return found


def _token(room: Room, number: int) -> str:
    return f"invented-{room.id}-{number}"
