"""The drawer in which one goal is edited: every change is kept at once, and can be taken back."""

from collections.abc import Mapping
from typing import TypeVar

import streamlit as st

from components import state
from components.goals.cards import MOVES, PLACES, dates
from components.goals.fields import Editor, Option
from components.goals.review import check_in, wording_test
from components.state import Plan, Session
from throughline.content.goal_words import FocusWords, NamedWords, TrackWords
from throughline.goals import Goal, limits
from throughline.goals.editing import Mark
from throughline.wording import literal

K = TypeVar("K", bound=str)


def editor(session: Session) -> None:
    """Open the drawer for the goal being edited, if there is one."""
    if session.plan.opened is not None:
        title = session.plan.words.page["drawer"]
        st.dialog(title, position="right", on_dismiss=state.close_goal)(_drawer)()


def _drawer() -> None:
    session = state.current()
    plan = session.plan
    goal = plan.opened
    if goal is None:
        st.rerun()
    words = plan.words
    status = words.statuses[plan.timeline.standings[goal.id].status]
    told = f"{status.icon} {status.name} · {dates(plan, goal)}"
    st.markdown(f"**{literal(goal.title)}**  \n:gray[{told}]")
    if plan.said:
        st.markdown(f":material/info: {literal(plan.said)}")
    ask = Editor(plan, goal)
    names = ("tab_goal", "tab_measure", "tab_links", "tab_review")
    first, second, third, last = st.tabs([words.page[one] for one in names])
    with first:
        _essentials(ask, goal)
    with second:
        _how_known(ask, goal)
    with third:
        others = {one.id: one.title for one in plan.goals if one.id != goal.id}
        ask.several("after", others)
        ask.several("links", _links(session))
        ask.long_text("note")
    with last:
        check_in(plan, goal)
        ask.choice(
            "outcome",
            [(one.value, one.name) for one in words.outcomes],
            empty=words.attainment["not_judged"],
        )
        ask.number("weight", *limits.WEIGHT)
    _ends(plan, goal)


def _essentials(ask: Editor, goal: Goal) -> None:
    words = ask.plan.words
    ask.text("title")
    _dates(ask, goal)
    ask.choice("track", _named(words.tracks))
    ask.choice("kind", _named(words.kinds))
    ask.choice("timeframe", _named(words.timeframes), empty=words.page["follows_due"])
    ask.choice_or_own("purpose", _named(words.purposes))
    ask.choice_or_own("growth_plan", _named(words.growth_plans))


def _dates(ask: Editor, goal: Goal) -> None:
    left, right = st.columns(2)
    if goal.kind == "goal":
        with left:
            ask.day("start")
    with right if goal.kind == "goal" else left:
        ask.day("due")
    if not goal.due or goal.done or goal.dropped:
        return
    plan = ask.plan
    with st.container(horizontal=True, key="drawer_moves", gap="xsmall"):
        for name, months in MOVES.items():
            st.button(
                plan.words.buttons[name],
                key=f"drawer_{name}",
                on_click=state.move_goal,
                args=[goal.id, months],
            )
        if goal.id in plan.timeline.conflicts or plan.timeline.sequence.followers[goal.id]:
            st.button(
                plan.words.pushing["offer"],
                key="drawer_push",
                help=plan.words.pushing["offer_help"],
                on_click=state.push_goals,
                args=[goal.id],
            )


def _how_known(ask: Editor, goal: Goal) -> None:
    left, right = st.columns(2)
    with left:
        ask.number("measure_value", *limits.MEASURE)
    with right:
        ask.text("measure_unit")
    left, right = st.columns(2)
    with left:
        ask.number("hours_week", *limits.HOURS_WEEK)
    with right:
        ask.number("progress", *limits.PROGRESS)
    wording_test(ask.plan, goal)


def _links(session: Session) -> dict[str, str]:
    questions = session.catalogue.questionnaire
    areas = {domain.id: domain.name for domain in questions.domains}
    return areas | {habit.id: str(habit.step) for habit in questions.of_kind("habit")}


def _ends(plan: Plan, goal: Goal) -> None:
    """What is done with the goal as a whole, on every tab."""
    words = plan.words.buttons
    with st.container(key="drawer_ends", gap="small"):
        with st.container(horizontal=True, gap="xsmall"):
            if goal.dropped:
                _mark("restore", "restored", plan, goal)
            elif goal.done:
                _mark("reopen", "reopened", plan, goal)
            else:
                _mark("done", "done", plan, goal)
                _mark("drop", "dropped", plan, goal)
            for name, places in PLACES.items():
                st.button(
                    plan.words.page[name],
                    key=f"drawer_{name}",
                    on_click=state.shift_goal,
                    args=[goal.id, places],
                )
            st.button(words["copy"], key="drawer_copy", on_click=state.copy_goal, args=[goal.id])
            if st.button(
                words["delete"], key="drawer_delete", on_click=state.delete_goal, args=[goal.id]
            ):
                st.rerun()
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            if st.button(
                plan.words.page["close"],
                key="cta_drawer_close",
                type="primary",
                on_click=state.close_goal,
            ):
                st.rerun()
            if plan.can_undo:
                st.button(
                    words["undo"],
                    key="drawer_undo",
                    icon=":material/undo:",
                    on_click=state.undo_goals,
                )
            st.markdown(f":gray[{plan.words.page['saved_as_you_go']}]", width="content")


def _mark(button: str, what: Mark, plan: Plan, goal: Goal) -> None:
    st.button(
        plan.words.buttons[button],
        key=f"drawer_{button}",
        on_click=state.mark_goal,
        args=[goal.id, what],
    )


def _named(words: Mapping[K, NamedWords | TrackWords | FocusWords]) -> list[Option]:
    return [(str(name), one.name) for name, one in words.items()]
