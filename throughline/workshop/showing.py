"""Pictures: made when something is revealed, kept as they were shown, and read back for every output."""

from collections.abc import Sequence
from contextlib import suppress

from throughline.errors import PictureUnreadable, RoomClosed
from throughline.workshop.entries import read_entries
from throughline.workshop.ground import Ground
from throughline.workshop.group_profile import ProfileContext, make_profile
from throughline.workshop.picture import Picture, read_picture, veiled, write_picture
from throughline.workshop.publish import too_few_left
from throughline.workshop.revealing import PictureContext, make_picture
from throughline.workshop.room import PROFILE, PictureRow, Room, Section, Version


def pictures_of(ground: Ground, room: Room) -> tuple[Picture, ...]:
    """Return what was shown so far, oldest first, without figures of which too few people are left."""
    hidden = hidden_figures(ground, room)
    found = []
    for row in ground.store.pictures(room.id):
        with suppress(PictureUnreadable):
            found.append(veiled(read_picture(row.payload), hidden))
    return tuple(found)


def hidden_figures(ground: Ground, room: Room) -> frozenset[tuple[str, int, str]]:
    """Name the figures that must hide; from the close on, those that had to hide then."""
    if room.phase != "closed":
        versions = ground.store.versions(room.id)
        after = room if versions or not room.picture_seq else ground.store.room(room.id)
        if after is None or after.phase != "closed":
            return too_few_left(versions, k=room.k)
        room = after  # it closed since it was read, and its versions went with it
    kept = room.settings.get("hidden", ())
    rows = kept if isinstance(kept, list | tuple) else ()
    return frozenset((str(row[0]), int(row[1]), str(row[2])) for row in rows)


def publish_missing(ground: Ground, room: Room, sections: Sequence[Section]) -> bool:
    """Make the picture of everything revealed that has none yet; True if one was made.

    A reveal is one transaction and its picture another: whoever looks next makes what a crash left out.
    """
    shown = {(row.section, row.round) for row in ground.store.pictures(room.id)}
    made = False
    known = {*ground.catalogue.workshop.by_id, PROFILE}  # an update may have dropped a section
    revealed = [one for one in sections if one.state == "revealed" and one.section in known]
    for one in sorted(revealed, key=lambda one: (one.section == PROFILE, one.revealed_at or 0)):
        if (one.section, one.round) not in shown:
            picture, versions = _made(ground, room, one)
            row = PictureRow(
                section=picture.section,
                round=picture.round,
                no=picture.no,
                kind="final",
                rule_version=picture.rule_version,
                payload=write_picture(picture),
                made_at=picture.made_at,
            )
            with suppress(RoomClosed):
                made = ground.store.publish(room.id, row, versions) or made
    return made


def _made(ground: Ground, room: Room, one: Section) -> tuple[Picture, tuple[Version, ...]]:
    versions, now = ground.store.versions(room.id), int(ground.wall())
    if one.section == PROFILE:
        return make_profile(
            ProfileContext(
                questionnaire=ground.catalogue.questionnaire,
                model=ground.catalogue.model,
                versions=versions,
                pictures=pictures_of(ground, room),
                now=now,
                rehearsal=room.rehearsal,
                k=room.k,
            )
        )
    answers = ground.store.section_answers(room.id, one.section, one.round)
    return make_picture(
        PictureContext(
            asked=ground.catalogue.workshop.section(one.section),
            round=one.round,
            questionnaire=ground.catalogue.questionnaire,
            model_version=room.model_version,
            people={saved.slot: read_entries(saved.payload) for saved in answers},
            versions=versions,
            now=now,
            rehearsal=room.rehearsal,
            k=room.k,
        )
    )
