"""Two looks at one goal in the drawer: how it is worded, and how sure the person is that it will be reached."""

import streamlit as st

from components import state
from components.state import Plan
from throughline.goals import Goal, active_hours_of, smart
from throughline.goals.goal import NOTE_LENGTH
from throughline.goals.limits import CONFIDENCE
from throughline.goals.words import day_words
from throughline.wording import literal

SHOWN = 6


def wording_test(plan: Plan, goal: Goal) -> None:
    """The five checks of the wording, with what is missing and how to add it."""
    words = plan.words
    st.subheader(words.wording_test["title"], anchor=False)
    st.markdown(f":gray[{words.wording_test['lead']}]")
    named = st.checkbox(
        words.smart["specific"].ask,
        key=state.key("goal-named", goal.id),
        persist_state="session",
    )
    standings = plan.timeline.standings
    hours = active_hours_of((one, standings[one.id].status) for one in plan.goals)
    found = smart(goal, names_action=named, active_hours=hours, free_hours=plan.free_hours)
    if not found.missing:
        st.markdown(words.wording_test["all"])
        return
    missing = ", ".join(words.smart[one].name.lower() for one in found.missing)
    st.markdown(words.wording_test["some"].format(points=found.points, missing=missing))
    limit = f"{words.constants['smart_words'].value:g}"
    lines = [
        f"- **{words.smart[one].name}.** {words.smart[one].missing} {words.smart[one].add}"
        for one in found.missing
    ]
    st.markdown("\n".join(lines).format(words=limit))


def check_in(plan: Plan, goal: Goal) -> None:
    """Ask how sure the person is today, and show what they said before, the newest first."""
    words = plan.words.check_in
    st.markdown(f":gray[{words['lead']}]")
    sure = state.key("goal-sure", f"{goal.id}.{plan.round}")
    note = state.key("goal-sure-note", f"{goal.id}.{plan.round}")
    low, high = CONFIDENCE
    with st.container(key="drawer_sure"):
        st.segmented_control(
            words["confidence"], list(range(low, high + 1)), key=sure, persist_state="session"
        )
    st.markdown(f":gray[{words['confidence_low']}. {words['confidence_high']}.]")
    st.text_input(
        words["note"],
        max_chars=NOTE_LENGTH,
        placeholder=words["note_placeholder"],
        key=note,
        persist_state="session",
    )
    st.button(
        words["save"],
        key="drawer_check_in",
        on_click=state.check_in_goal,
        args=[goal.id, sure, note],
    )
    if not goal.check_ins:
        st.markdown(f":gray[{words['first']}]")
        return
    if goal.check_ins[-1].day == plan.today:
        st.markdown(f":gray[{words['again']}]")
    lines = []
    for one in reversed(goal.check_ins):
        told = f": {literal(one.note)}" if one.note else ""
        lines.append(f"- {day_words(one.day)}, **{one.confidence} of {high}**{told}")
    st.markdown("\n".join(lines[:SHOWN]))
    if rest := lines[SHOWN:]:
        with st.expander(words["history"], type="compact", key="drawer_history"):
            st.markdown("\n".join(rest))
