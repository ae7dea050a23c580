"""Making a room from a plan."""

from throughline.content.workshop import GROUP_PROFILE
from throughline.errors import CodeTaken, PlanRefused
from throughline.workshop.authority import HOUR, RECOVERY_LASTS, new_grant
from throughline.workshop.ground import Ground, hashed
from throughline.workshop.joining import check_host_key
from throughline.workshop.room import K, Room, Section
from throughline.workshop.views import NewRoom, RoomPlan

DAY = 24 * HOUR
LONGEST_TITLE, MOST_PEOPLE, MOST_ROOMS = 80, 1_000, 10
_TRIES = 20


def create(ground: Ground, host_key: str, plan: RoomPlan, *, client: str) -> NewRoom:
    """Make a room.

    Raises:
        NotAllowed, TooManyKeys: the host key is wrong, or too many wrong ones were typed.
        PlanRefused: the plan cannot be carried out, or too many rooms were made this hour.
    """
    check_host_key(ground, host_key, client=client)
    now = int(ground.wall())
    title, agenda = _title(plan), _agenda(ground, plan)
    _check_numbers(plan)
    if ground.store.rooms_created_since(now - HOUR) >= MOST_ROOMS:
        raise PlanRefused("Ten rooms were made within the last hour. Try again later.")
    room_id, qr_key = ground.new_id(), ground.new_key()
    control, control_grant = new_grant(ground, room_id, "control")
    recovery, recovery_grant = new_grant(
        ground, room_id, "control", recovery=True, lasts=RECOVERY_LASTS
    )
    sections = tuple(Section(one, 1, "waiting", "presenter") for one in agenda)
    for _ in range(_TRIES):
        code = ground.new_code()
        room = Room(
            id=room_id,
            code=code,
            qr_key_hash=hashed(qr_key),
            title=title,
            lang=plan.lang[:8],
            model_version=ground.catalogue.model.version,
            k=plan.k,
            settings={
                "template": plan.template[:40],
                "sections": list(agenda),
                "rounds": plan.rounds,
                "handout_minutes": plan.handout_minutes,
                "qr_key": qr_key,
                "screen": "join",
            },
            phase="lobby",
            current_section=None,
            current_round=None,
            joins_locked=False,
            qr_only=plan.qr_only,
            max_people=plan.max_people,
            joined=0,
            version=0,
            answer_seq=0,
            picture_seq=0,
            rehearsal=plan.rehearsal,
            created_at=now,
            opened_at=None,
            closed_at=None,
            purge_at=now + DAY,
        )
        try:
            ground.store.create_room(room, sections, (control_grant, recovery_grant))
        except CodeTaken:
            continue
        return NewRoom(room_id, code, qr_key, control, recovery)
    raise CodeTaken("no free code was found")


def _title(plan: RoomPlan) -> str:
    title = " ".join("".join(c for c in plan.title if c.isprintable() or c.isspace()).split())
    if not title or len(title) > LONGEST_TITLE:
        raise PlanRefused(f"The room needs a name of 1 to {LONGEST_TITLE} characters.")
    return title


def _agenda(ground: Ground, plan: RoomPlan) -> tuple[str, ...]:
    content = ground.catalogue.workshop
    asked = tuple(one for one in plan.sections if one != GROUP_PROFILE)
    if not asked or len(set(asked)) < len(asked) or not set(asked) <= set(content.by_id):
        raise PlanRefused("Choose at least one section, each of them once.")
    if pair := content.twice(asked):
        raise PlanRefused(
            f"“{pair[0].title}” and “{pair[1].title}” ask some of the same questions. Choose one."
        )
    return (*asked, GROUP_PROFILE)


def _check_numbers(plan: RoomPlan) -> None:
    fits = (
        plan.k >= K
        and plan.k <= plan.max_people <= MOST_PEOPLE
        and plan.rounds in (1, 2)
        and 1 <= plan.handout_minutes <= 240
    )
    if not fits:
        raise PlanRefused(
            f"A room takes {K} to {MOST_PEOPLE} people, one or two rounds, 1 to 240 minutes at the end."
        )
