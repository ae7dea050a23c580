"""The projector: how to join, who has answered, and the pictures of the room; it commands nothing."""

import streamlit as st

from components import charts, resources
from components.countdown import countdown
from components.room.names import day
from components.state.projecting import drawn, needs_redraw, projecting
from components.state.room import base_address, join_link
from components.wall import Wall, wall
from throughline import figures
from throughline.content.room import RoomWords
from throughline.wording import literal
from throughline.workshop.invitation import qr_svg, shown_code
from throughline.workshop.picture import Picture
from throughline.workshop.room import PROFILE
from throughline.workshop.views import Screen

EVERY = 2.0


def projector() -> None:
    """Show what the facilitator put on the screen, and follow the room from then on."""
    here = projecting()
    if here.screen is None:
        words = resources.catalogue().room.screen
        with st.container(key="slide"):
            st.title(words["no_room"], anchor=False)
            st.markdown(words["no_room_lead"])
        return
    screen = here.screen
    mark = _mark(screen)
    drawn(mark)
    with st.container(key="stage_room"):
        st.title(_title(screen), anchor=False)
        pictures = _pictures(screen)
        if pictures:
            _draw(screen, pictures[-1])
        _timer(screen)
        st.fragment(_live, run_every=None if screen.room.phase == "closed" else EVERY)()


def _live() -> None:
    here = projecting()
    if here.screen is None:
        st.rerun()
    else:
        if needs_redraw(_mark(here.screen)):
            st.rerun()
        wall(frame(here.screen, resources.catalogue().room), key="wall")


def _mark(screen: Screen) -> tuple[object, ...]:
    room = screen.room
    return (room.version, room.picture_seq, room.phase, screen.what)


def _title(screen: Screen) -> str:
    words, content = resources.catalogue().room.screen, resources.catalogue().workshop
    kind, _, rest = screen.what.partition(":")
    section, _, number = rest.partition(":")
    if kind == "picture" and section != PROFILE and section in content.by_id:
        title = content.section(section).title
        return title if number in ("", "1") else words["round"].format(title=title, round=number)
    if kind == "change" and section in content.by_id:
        return words["change"].format(title=content.section(section).title)
    if kind == "profile" or section == PROFILE:
        return words["profile"]
    if kind == "end":
        return words["end"]
    if kind == "join":
        return literal(screen.room.title)
    open_now = screen.room.current_section
    if open_now and open_now in content.by_id:
        title = content.section(open_now).title
        number = str(screen.room.current_round or 1)
        return title if number == "1" else words["round"].format(title=title, round=number)
    return literal(screen.room.title)


def _pictures(screen: Screen) -> tuple[Picture, ...]:
    if screen.what.partition(":")[0] in ("picture", "change", "profile"):
        return tuple(screen.pictures)
    return ()


def _draw(screen: Screen, picture: Picture) -> None:
    catalogue, words = resources.catalogue(), resources.catalogue().room.screen
    shown = [one for one in picture.figures if one.state == "shown"]
    if not shown:
        st.markdown(words["waiting_five"].format(k=screen.room.k, n=picture.n))
        return
    look = charts.look(stage=True)
    with st.container(key=f"stage_grid_{min(len(shown), 9)}"):
        for one in shown:
            charts.project(
                figures.room_figure(one, catalogue, look=look, stage=True),
                key=f"{picture.section}_{picture.round}_{one.id}",
                alt=figures.room_alt(one, catalogue),
            )


def _timer(screen: Screen) -> None:
    words = resources.catalogue().room.screen
    if screen.deadline_at and screen.what == "waiting":
        with st.container(key="stage_timer"):
            countdown(
                screen.deadline_at,
                resources.now(),
                key="screen_time",
                words=words["left"],
                over=words["over"],
            )


def frame(screen: Screen, room_words: RoomWords) -> Wall:
    """Everything around the picture, from the state of the room."""
    words, room, panel = room_words.screen, screen.room, screen.panel
    may_join = room.phase in ("lobby", "live") and not room.joins_locked and bool(room.code)
    link = join_link(room.code or "", screen.qr_key) if may_join else ""
    mode = screen.what if screen.what in ("join", "waiting") else ""
    big, says, hint, done = _tally(screen, words)
    return Wall(
        mode="join" if mode == "join" and may_join else "tally" if mode else "strip",
        qr=qr_svg(link) if link else "",
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
        panel=words["panel"].format(people=panel.joined, k=panel.k, day=day(panel.purge_at))
        + (" · " + words["removed"].format(count=panel.removed) if panel.removed else ""),
        rehearsal=words["rehearsal"] if room.rehearsal else "",
        said=words["said"].format(people=screen.people, answered=screen.answered),
    )


def _counts(screen: Screen, words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    counts = [(words["joined"], str(screen.people))]
    if screen.room.current_section:
        counts.append((words["answered"], str(screen.answered)))
    return tuple(counts)


def _tally(screen: Screen, words: dict[str, str]) -> tuple[str, str, str, int]:
    people, answered = screen.people, screen.answered
    if screen.room.phase == "lobby" or not screen.room.current_section:
        return str(people), words["tally_none"], words["hint_waiting"], -1
    hint = words["hint_open"] if screen.state == "open" else words["hint_locked"]
    if people and answered >= people and screen.state == "open":
        hint = words["hint_full"]
    done = round(100 * answered / people) if people else 0
    big = words["tally"].format(answered=answered, people=people)
    return big, words["tally_says"], hint, min(done, 100)
