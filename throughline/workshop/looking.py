"""What a desk, a phone and a screen are shown."""

from throughline.content.workshop import Section as Asking
from throughline.errors import RoomClosed, UnknownParticipant, UnknownRoom
from throughline.workshop.authority import allowed, at_a_desk
from throughline.workshop.commanding import allowed_now, lock_what_is_over, scene_of
from throughline.workshop.granting import open_desks
from throughline.workshop.ground import Ground, hashed
from throughline.workshop.joining import throttled
from throughline.workshop.picture import Picture
from throughline.workshop.recent import Recent
from throughline.workshop.room import PROFILE, Person, Pulse, Room, Saved, Section
from throughline.workshop.scene import as_seen
from throughline.workshop.showing import pictures_of, publish_missing
from throughline.workshop.undoing import undoable
from throughline.workshop.views import Asked, Desk, Device, Panel, Place, Screen


def desk(ground: Ground, room_id: str, token: str) -> Desk:
    """Return everything a facilitator is shown, or the half of it for a desk that only looks. Raises NotAllowed."""
    grant = at_a_desk(ground, room_id, token)
    room = _caught_up(ground, ground.room(room_id))
    scene, commands = scene_of(ground, room), grant.scope == "control"
    return Desk(
        room=room,
        sections=tuple(as_seen(one, scene.now) for one in scene.sections),
        joined=room.joined,
        people=len(scene.people),
        answered=ground.store.answered(room_id),
        devices=tuple(Device(one.slot, one.joined_at) for one in scene.people if commands),
        events=ground.store.events(room_id),
        pictures=pictures_of(ground, room) if commands else (),
        allowed=allowed_now(scene) if commands else frozenset(),
        throttled=throttled(ground),
        screen=_what(room),
        qr_key=str(room.settings.get("qr_key", "")),
        undo=undoable(scene) if commands else None,
        scope=grant.scope,
        desks=open_desks(ground, grant) if commands else (),
    )


def screen(ground: Ground, recent: Recent, room_id: str | None, token: str) -> Screen:
    """Return what the projector shows; the secret alone may say which room. Raises NotAllowed."""
    found = allowed(ground, room_id, token, "project").room_id
    pulse = ground.store.pulse(found)
    if pulse is None:
        raise UnknownRoom("no such room")
    return recent.screen(ground, found, pulse, lambda: _screen(ground, recent, found, pulse))


def _screen(ground: Ground, recent: Recent, room_id: str, pulse: Pulse) -> Screen:
    room = _caught_up(ground, ground.room(room_id))
    sections = tuple(as_seen(one, ground.wall()) for one in ground.store.sections(room.id))
    here = (room.current_section, room.current_round)
    current = next((one for one in sections if (one.section, one.round) == here), None)
    answered = ground.store.answered(room.id)
    shown = panel(ground, room)
    what = "end" if room.phase == "closed" else _what(room)
    return Screen(
        room=room,
        what=what,
        sections=sections,
        pictures=_at(
            what,
            recent.pictures(
                ground, room, picture_seq=room.picture_seq, left=pulse.joined - pulse.people
            ),
        ),
        panel=shown,
        qr_key=str(room.settings.get("qr_key", "")),
        answered=answered.get((current.section, current.round), 0) if current else 0,
        people=shown.people,
        deadline_at=current.deadline_at if current and current.state == "open" else None,
        state=current.state if current else None,
    )


def panel(ground: Ground, room: Room) -> Panel:
    """Return the public numbers."""
    commands = [event.command for event in ground.store.events(room.id)]
    return Panel(
        joined=room.joined,
        people=len(ground.store.people(room.id)),
        removed=commands.count("remove_device"),
        answers=sum(ground.store.answered(room.id).values()),
        k=room.k,
        purge_at=room.purge_at,
        rehearsal=room.rehearsal,
    )


def place(ground: Ground, recent: Recent, room_id: str, token: str) -> Place:
    """Return what one phone shows now; the person and their answers are read, the rest may be kept.

    Raises:
        RoomClosed: the room is over. UnknownParticipant: nobody in it has this token.
    """
    standing = ground.store.standing(room_id, hashed(token))
    if standing is None:
        if ground.room(room_id).phase == "closed":
            raise RoomClosed("the room is closed")
        raise UnknownParticipant("no such person in this room")
    room, sections = recent.agenda(ground, room_id, standing.version)
    person, own = standing.person, {(one.section, one.round): one for one in standing.saved}
    met = [
        _asked(ground, one, person, own.get((one.section, one.round)))
        for one in sections
        if one.section != PROFILE and one.state != "waiting"
    ]
    here = (room.current_section, room.current_round)
    # At everybody's own pace the agenda says what comes first; else the section that was opened.
    led = {(one.section, one.round) for one in sections if one.pace == "presenter"} & {here}
    at_hand = [
        one
        for one in met
        if one.state != "revealed" or ((one.section.id, one.round) == here and _counted(one.saved))
    ]
    return Place(
        room_id=room.id,
        code=room.code,
        title=room.title,
        phase=room.phase,
        slot=person.slot,
        version=room.version,
        asked=tuple(sorted(at_hand, key=lambda one: (one.section.id, one.round) not in led)),
        catch_up=_missed(met) if room.phase == "live" else (),
        pictures=recent.pictures(
            ground, room, picture_seq=standing.picture_seq, left=standing.left
        ),
        picture_seq=standing.picture_seq,
        purge_at=room.purge_at,
        k=room.k,
        rehearsal=room.rehearsal,
    )


def _asked(ground: Ground, one: Section, person: Person, saved: Saved | None) -> Asked:
    asking: Asking = ground.catalogue.workshop.section(one.section)
    deadline = None if one.deadline_at is None else one.deadline_at + person.extra_seconds
    state = one.state
    if state == "open" and deadline is not None and ground.wall() >= deadline:
        state = "locked"
    elif state == "locked" and one.locked_at is not None and person.extra_seconds:
        ends = min(one.locked_at, one.deadline_at or one.locked_at) + person.extra_seconds
        state, deadline = ("open", ends) if ground.wall() < ends else (state, deadline)
    return Asked(asking, one.round, state, deadline, saved)


def _missed(met: list[Asked]) -> tuple[Asked, ...]:
    latest = {one.section.id: one.round for one in met}
    return tuple(
        one
        for one in met
        if one.state == "revealed"
        and one.round == latest[one.section.id]
        and not _counted(one.saved)
    )


def _counted(saved: Saved | None) -> bool:
    return saved is not None and not saved.late


def _caught_up(ground: Ground, room: Room) -> Room:
    room = lock_what_is_over(ground, room)
    if room.phase != "closed" and publish_missing(ground, room, ground.store.sections(room.id)):
        return ground.room(room.id)
    return room


def _what(room: Room) -> str:
    return str(room.settings.get("screen", "join"))


def _at(what: str, pictures: tuple[Picture, ...]) -> tuple[Picture, ...]:
    kind, _, rest = what.partition(":")
    if kind == "profile":
        return tuple(one for one in pictures if one.section == PROFILE)
    if kind == "picture":
        return tuple(one for one in pictures if f"{one.section}:{one.round}" == rest)
    if kind == "change":
        rounds = [one for one in pictures if one.section == rest]
        return (max(rounds, key=lambda one: one.round),) if rounds else ()
    return ()
