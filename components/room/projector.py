"""The projector: how to join, who has answered, and the pictures of the room; it commands nothing."""

from collections.abc import Iterator

import streamlit as st

from components import charts, resources, shell, state
from components.clicker import clicker, parse_key
from components.countdown import countdown
from components.room.frame import frame
from components.room.names import title_of
from components.state.projecting import (
    arrived,
    charts_drawn,
    drawn,
    needs_redraw,
    page_shown,
    projecting,
    told,
    turn_page,
    watching,
)
from components.wall import send, wall
from throughline import figures
from throughline.tables.room_words import Group, room_ends
from throughline.wording import literal
from throughline.workshop.picture import GroupFigure, Picture
from throughline.workshop.room import PROFILE
from throughline.workshop.views import Screen

EVERY = 2.0
ROWS, ROWS_WITH_ENDS = 7, 4
MOVES = {"ArrowRight": "next", "PageDown": "next", "ArrowLeft": "back", "PageUp": "back"}
_PIECE = "stage_keys"

Chart = tuple[str, str, Group]


def projector() -> None:
    """Show what the facilitator put on the screen, and follow the room from then on."""
    here, words = projecting(), resources.catalogue().room.screen
    if here.screen is None:
        said = "away" if here.away else "ended" if here.ended else "no_room"
        with st.container(key="slide"):
            st.title(words[said], anchor=False)
            st.markdown(words[f"{said}_lead"])
        if here.away:
            st.fragment(_wait, run_every=EVERY)()
        return
    screen, shown = here.screen, _charts(here.screen)
    arrived(screen.what)
    page, around = page_shown(len(shown)), frame(screen, words)
    drawn(_mark(screen, page), charts=len(shown))
    told(around)
    with st.container(key="stage_room"):
        with st.container(key="stage_head", horizontal=True, vertical_alignment="center"):
            st.title(_title(screen), anchor=False, width="stretch")
            _place(screen, shown, page)
        if shown:
            _draw(shown[page])
        elif _is_picture(screen):
            st.markdown(words["waiting_five"].format(k=screen.room.k))
        wall(around, key="wall")
        st.fragment(_follow, run_every=None if screen.room.phase == "closed" else EVERY)()
    if not shown:
        _warm_up()
    if len(shown) > 1:
        clicker(key=_PIECE, on_move=lambda: _turned(len(shown)), moves=MOVES)


def _follow() -> None:
    """Look every other second: draw nothing at rest, bring the frame its numbers, or draw the page anew."""
    with shell.calm():
        screen = watching().screen
        if screen is None or needs_redraw(_mark(screen, page_shown(charts_drawn()))):
            st.rerun()
        around = frame(screen, resources.catalogue().room.screen)
        if not told(around):
            send(around, key="wall_courier")


def _wait() -> None:
    """Try again until the database is back."""
    with shell.calm():
        if not projecting().away:
            st.rerun()


def _warm_up() -> None:
    """Load the drawing libraries while nobody waits for a picture."""
    blank = GroupFigure("item.J1", "item", "waiting")
    figures.room_chart([blank], resources.catalogue(), look=charts.look(stage=True))


def _mark(screen: Screen, page: int) -> tuple[object, ...]:
    room = screen.room
    # Whoever leaves may hide a figure.
    left = room.joined - screen.people
    return (room.version, room.picture_seq, room.phase, screen.what, left, page)


def _turned(pages: int) -> None:
    """Callback of the keys: turn the pages of what is shown; the room itself does not move."""
    move = parse_key(state.trigger(_PIECE, "move"), ("next", "back"))
    if move:
        turn_page(1 if move == "next" else -1, pages)


def _is_picture(screen: Screen) -> bool:
    return screen.what.partition(":")[0] in ("picture", "change", "profile")


def _charts(screen: Screen) -> tuple[Chart, ...]:
    """The charts of what is shown."""
    if not _is_picture(screen) or not screen.pictures:
        return ()
    return charts_of(screen.pictures[-1], changes=screen.what.startswith("change"))


def charts_of(picture: Picture, *, changes: bool) -> tuple[Chart, ...]:
    """The charts of a picture: of a change the change alone, of a picture everything else.

    Of the room as a whole only what there is; the report says what was left out, and why.
    """
    found = figures.room_charts(picture, resources.catalogue())
    if picture.section == PROFILE:
        there = [one for one in found if any(figure.state == "shown" for figure in one[2])]
        found = tuple(there) or found
    return tuple(
        (name, title, part)
        for name, title, group in found
        if (name == "change") == changes
        for part in parts(group)
    )


def parts(group: Group) -> Iterator[Group]:
    """A group in parts that a room can read: fewer rows where each row has ends of its own.

    What is wanted in an area stays beside where the area is now: both are drawn in one row.
    """
    catalogue = resources.catalogue()
    rows = [one for one in group if one.kind == "domain"] or list(group)
    shared = len({room_ends(one, catalogue) for one in rows}) == 1
    count = -(-len(rows) // (ROWS if shared else ROWS_WITH_ENDS))
    size = -(-len(rows) // count)
    for start in range(0, len(rows), size):
        part = rows[start : start + size]
        subjects = {one.subject for one in part}
        yield tuple(one for one in group if one in part or one.subject in subjects)


def _title(screen: Screen) -> str:
    words, room = resources.catalogue().room.screen, screen.room
    kind, _, rest = screen.what.partition(":")
    section, _, number = rest.partition(":")
    if kind == "change":
        return words["change"].format(title=title_of(section))
    if kind == "profile" or section == PROFILE:
        return words["profile"]
    if kind == "end":
        return words["end"]
    if kind != "picture":
        section = "" if kind == "join" else room.current_section or ""
        number = str(room.current_round or 1)
    if not section:
        return literal(room.title)
    title = title_of(section)
    return title if number in ("", "1") else words["round"].format(title=title, round=number)


def _place(screen: Screen, shown: tuple[Chart, ...], page: int) -> None:
    """Beside the title: the time that is left, or which of several charts this is."""
    words = resources.catalogue().room.screen
    if screen.deadline_at and screen.what == "waiting" and screen.state == "open":
        with st.container(key="stage_timer", width="content"):
            countdown(
                screen.deadline_at,
                resources.now(),
                key="screen_time",
                words=words["left"],
                over=words["over"],
            )
    elif len(shown) > 1:
        text = words["page"].format(title=shown[page][1], page=page + 1, pages=len(shown))
        st.markdown(f":gray[{text}]", width="content")
    elif _is_picture(screen) and screen.pictures and screen.pictures[-1].n:
        st.markdown(f":gray[{words['n'].format(n=screen.pictures[-1].n)}]", width="content")


def _draw(shown: Chart) -> None:
    catalogue, (name, _, group) = resources.catalogue(), shown
    figure = figures.room_chart(group, catalogue, look=charts.look(stage=True))
    # One key for every chart of the screen: its node is kept and changed in place.
    charts.project(
        figure,
        key=f"room_{'map' if name == 'map' else 'rows'}",
        alt=figures.room_chart_alt(group, catalogue),
    )
