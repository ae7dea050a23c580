"""What stands around the picture on the projector, worked out from the state of the room."""

from components import resources
from components.room.names import day
from components.state.room import base_address, join_link
from components.wall import Wall
from throughline.workshop.invitation import shown_code
from throughline.workshop.views import Screen

KEYS = {"+ −": "key_size", "D": "key_dark", "← →": "key_page", "H": "key_help"}


def frame(screen: Screen, words: dict[str, str]) -> Wall:
    """Return everything around the picture: how to join, the numbers, and what this room keeps."""
    room, panel = screen.room, screen.panel
    may_join = room.phase in ("lobby", "live") and not room.joins_locked and bool(room.code)
    link = join_link(room.code or "", screen.qr_key) if may_join else ""
    mode = screen.what if screen.what in ("join", "waiting", "end") else ""
    big, says, hint, done = _tally(screen, words)
    keeps = words["panel_one" if panel.joined == 1 else "panel"]
    kept = keeps.format(people=panel.joined, k=panel.k, day=day(panel.purge_at))
    if panel.removed:
        kept += " · " + words["removed"].format(count=panel.removed)
    return Wall(
        mode="join" if mode == "join" and may_join else "tally" if mode else "strip",
        qr=resources.qr_code(link) if link else "",
        qr_alt=words["qr_alt"],
        scan=words["scan"],
        or_=words["or"],
        type_="" if room.qr_only else words["type"],
        address=f"{base_address()}/join".partition("://")[2] if may_join else "",
        code=shown_code(room.code or "") if may_join and not room.qr_only else "",
        big=big,
        says=says,
        hint=hint,
        done=done,
        counts=_counts(screen, words),
        panel=kept,
        rehearsal=words["rehearsal"] if room.rehearsal else "",
        said=words["said"].format(people=screen.people, answered=screen.answered),
        keys_title=words["keys"],
        keys=tuple((key, words[said]) for key, said in KEYS.items()),
    )


def _counts(screen: Screen, words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    counts = [(words["joined"], str(screen.people))]
    if screen.room.current_section and screen.room.phase == "live":
        counts.append((words["answered"], str(screen.answered)))
    return tuple(counts)


def _tally(screen: Screen, words: dict[str, str]) -> tuple[str, str, str, int]:
    """The large number, what it counts, what to do, and how far the bar under it is."""
    people, answered = screen.people, screen.answered
    if screen.what == "end":
        return "", words["end_lead"], "", -1
    if screen.state not in ("open", "locked"):
        return str(people), words["tally_none"], words["hint_waiting"], -1
    hint = words["hint_open" if screen.state == "open" else "hint_locked"]
    if people and answered >= people and screen.state == "open":
        hint = words["hint_full"]
    done = round(100 * answered / people) if people else 0
    big = words["tally"].format(answered=answered, people=people)
    return big, words["tally_says"], hint, min(done, 100)
