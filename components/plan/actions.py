"""My actions: a line to write one, a card for each, and what studies say about planning like this."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components import state
from components.cards import pending
from components.plan.timeline import put_on_timeline
from components.reading import cited
from components.state import Planning, Session
from throughline.actions import Action
from throughline.content.actions import WHAT_LENGTH, Status
from throughline.goals.words import day_words
from throughline.wording import literal


def actions(session: Session) -> None:
    """Every action: those open by their date, the others behind one line."""
    planning = session.planning
    words = planning.content.words
    st.header(words["actions_title"], anchor="actions")
    _write_down(planning)
    open_ones = sorted(
        (one for one in planning.actions if one.open), key=lambda one: str(one.due or "9999")
    )
    rest = [one for one in planning.actions if not one.open]
    if not planning.actions:
        pending(words["actions_empty"])
    elif len(open_ones) > 2:
        st.markdown(f":gray[{words['actions_few']}]")
    for one in open_ones:
        _card(session, one)
    if rest:
        title = words["rest_title"].format(count=len(rest))
        panel = st.expander(title, key="actions_rest", on_change="rerun", expanded=not open_ones)
        if panel.open:
            with panel:
                for one in rest:
                    _card(session, one)
    _facts(session)


def _write_down(planning: Planning) -> None:
    words = planning.content.words
    with st.container(key="card_action_new"):
        left, right = st.columns([5, 2], vertical_alignment="bottom")
        what = state.key("action-new", "what")
        with left:
            st.text_input(
                words["label_what"],
                max_chars=WHAT_LENGTH,
                placeholder=words["own_placeholder"],
                help=words["help_what"],
                key=what,
                persist_state="session",
            )
        with right:
            st.button(
                words["add_own"],
                key="cta_add_action",
                type="primary",
                width="stretch",
                on_click=state.write_action,
                args=[what],
            )


def _card(session: Session, action: Action) -> None:
    planning = session.planning
    words, status = planning.content.words, planning.content.statuses[action.status]
    with st.container(key=f"card_action_{action.id}"):
        st.subheader(literal(action.what), anchor=False)
        by = words["due"].format(due=day_words(action.due)) if action.due else ""
        told = " · ".join(filter(None, (status.name, by)))
        st.markdown("  \n".join([f":gray[{status.icon} {told}]", *_lines(planning, action)]))
        with st.container(horizontal=True, gap="small"):
            st.button(
                words["edit"],
                icon=":material/edit:",
                key=f"change_{action.id}",
                on_click=state.open_action,
                args=[action.id],
            )
            _next_status(planning, action)
            put_on_timeline(session, action.id, action.goal, state.goal_of_action, [action.id])
            _more(planning, action)


def _lines(planning: Planning, action: Action) -> list[str]:
    """What an action says, in the person's words; what is empty is left out."""
    words = planning.content.words
    said = [literal(action.why)]
    if action.first_step:
        said.append(words["first_step"].format(first_step=literal(action.first_step)))
    if action.if_when and action.then_do:
        line = words["if_then"].format(
            if_when=literal(action.if_when), then_do=literal(action.then_do)
        )
        said.append(f"**{line}**")
        if action.open and action.has_blanks:
            said.append(f":gray[:material/edit_note: {words['blanks']}]")
    if action.seen_by:
        said.append(words["seen_by"].format(seen_by=literal(action.seen_by)))
    return [one for one in said if one]


def _next_status(planning: Planning, action: Action) -> None:
    """The step that usually comes next."""
    words = planning.content.words
    following: dict[Status, tuple[str, Status]] = {
        "not_started": ("start", "in_progress"),
        "in_progress": ("finish", "done"),
        "done": ("reopen", "in_progress"),
        "dropped": ("reopen", "not_started"),
    }
    name, status = following[action.status]
    st.button(
        words[name],
        key=f"next_{action.id}",
        on_click=state.mark_action,
        args=[action.id, status],
    )


def _more(planning: Planning, action: Action) -> None:
    words = planning.content.words
    offered: dict[str, Callable[[], object]] = {}
    if action.status == "not_started":
        offered[words["finish"]] = partial(state.mark_action, action.id, "done")
    if action.open:
        offered[words["drop"]] = partial(state.mark_action, action.id, "dropped")
    offered[words["log_it"]] = partial(state.log_action, action.what)
    offered[words["remove"]] = partial(state.remove_action, action.id)
    menu = f"more_{action.id}"
    st.menu_button(
        words["more"],
        list(offered),
        key=menu,
        type="tertiary",
        on_click=partial(_chosen, menu, offered),
    )


def _chosen(menu: str, offered: dict[str, Callable[[], object]]) -> None:
    if do := offered.get(str(state.held(menu))):
        do()


def _facts(session: Session) -> None:
    content = session.planning.content
    with st.expander(content.words["facts_title"], key="plan_facts", type="compact"):
        lines = [f"- {one.text} {cited(session.catalogue, one)}" for one in content.facts]
        st.markdown("\n".join(lines))
        st.markdown(f":gray[{content.words['facts_about']}]")
