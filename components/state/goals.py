"""The callbacks of the five-year plan: every change is kept with one way back, and says what it did."""

import datetime
from collections.abc import Callable, Mapping

import streamlit as st

from components import resources
from components.state.keys import key
from components.state.timeline import Plan, goal_history, goal_records, plan
from throughline.content.pathways import ExamplePathway
from throughline.goals import Goal, as_record, editing
from throughline.goals.edit import Edit
from throughline.goals.editing import Mark
from throughline.goals.pathway import place

UNDO_LIMIT = 30


def new_goal_id() -> str:
    """An id that no goal of this sheet has or had."""
    count = st.session_state.get(key("goal-count"))
    taken = {str(one.get("id")) for one in goal_records() if isinstance(one, Mapping)}
    number = (count if isinstance(count, int) else 0) + 1
    while f"g{number}" in taken:
        number += 1
    st.session_state[key("goal-count")] = number
    return f"g{number}"


def write_goal(title: str, end: str) -> None:
    """Callback of the line above the plan: a goal of the title in that input, due at the end in that one."""
    now, goal_id = plan(), new_goal_id()
    text, chosen = st.session_state.get(title), st.session_state.get(end)
    months = next((one.months for one in now.words.ends if one.name == chosen), None)
    edit = editing.write_down(now.goals, goal_id, text, months, now.today, now.words)
    if _apply(edit):
        st.session_state[title] = ""
        st.session_state[key("goal-added")] = goal_id


def add_goal(goal: Goal) -> str:
    """Add a goal made elsewhere, from a step or an action, and return its id; empty if there is no room."""
    now = plan()
    said = now.words.undo["added"].format(title=goal.title)
    return goal.id if _apply(editing.add(now.goals, (goal,), said, now.words)) else ""


def place_pathway(pathway: ExamplePathway, start: datetime.date, steps: list[str]) -> None:
    """Callback: put the chosen steps of an example on the plan, from a day on."""
    now, texts = plan(), resources.catalogue().pathways.texts
    goals = place(pathway, start, new_goal_id, keep=set(steps))
    there = {(one.origin, one.due) for one in now.goals}
    if all((one.origin, one.due) in there for one in goals):
        _apply(Edit(now.goals, texts["same"]))
        return
    text = texts["placed_one" if len(goals) == 1 else "placed"]
    said = text.format(steps=len(goals), name=pathway.name)
    _apply(editing.add(now.goals, goals, said, now.words))


def open_goal(goal_id: str) -> None:
    """Callback: edit one goal; what an earlier change said is over."""
    st.session_state[key("goal-open")] = goal_id
    st.session_state[key("goal-said")] = ""


def close_goal() -> None:
    """Callback: stop editing."""
    st.session_state.pop(key("goal-open"), None)


def edit_goal(goal_id: str, field: str, widget: str) -> None:
    """Callback of one input of the editor: keep what it says, or say why not and change nothing."""
    value = st.session_state.get(widget)
    _change(lambda now: editing.set_field(now.goals, goal_id, field, value, now.today, now.words))


def mark_goal(goal_id: str, what: Mark) -> None:
    """Callback: done, open again, no longer relevant, or back in the plan."""
    _change(lambda now: editing.mark(now.goals, goal_id, what, now.today, now.words))


def move_goal(goal_id: str, months: int) -> None:
    """Callback: move one goal by months, minus = earlier."""
    _change(lambda now: editing.move_by(now.goals, goal_id, months, now.today, now.words))


def push_goals(goal_id: str) -> None:
    """Callback: push whatever depends on a goal just far enough."""
    _change(lambda now: editing.push_after(now.goals, goal_id, now.today, now.words))


def check_in_goal(goal_id: str, confidence: str, note: str) -> None:
    """Callback: keep how sure the person is today, from two inputs."""
    sure, text = st.session_state.get(confidence), st.session_state.get(note)
    _change(lambda now: editing.check_in(now.goals, goal_id, sure, text, now.today, now.words))


def copy_goal(goal_id: str) -> None:
    """Callback: add a copy of a goal, and edit it."""
    new_id = new_goal_id()
    if _change(lambda now: editing.copy(now.goals, goal_id, new_id, now.words)):
        st.session_state[key("goal-open")] = new_id


def delete_goal(goal_id: str) -> None:
    """Callback: take a goal out of the plan."""
    _change(lambda now: editing.delete(now.goals, goal_id, now.words))
    close_goal()


def shift_goal(goal_id: str, places: int) -> None:
    """Callback: draw a goal further up or down in its lane."""
    _change(lambda now: editing.shift(now.goals, goal_id, places, now.words))


def clear_goals() -> None:
    """Callback: empty the plan."""
    _change(lambda now: editing.empty(now.goals, now.words))
    close_goal()


def put_hint_aside(name: str) -> None:
    """Callback: leave one hint as it is."""
    st.session_state[key("goal-hints-aside")] = sorted(plan().put_aside | {name})


def show_hints() -> None:
    """Callback: bring every hint back that was put aside."""
    st.session_state.pop(key("goal-hints-aside"), None)


def undo_goals() -> None:
    """Callback: take the last change of the plan back."""
    if history := goal_history():
        st.session_state[key("goals")] = history[-1]
        st.session_state[key("goals-history")] = history[:-1]
        st.session_state[key("goal-said")] = plan().words.undo["undone"]
        _renew()


def _change(change: Callable[[Plan], Edit]) -> bool:
    return _apply(change(plan()))


def _apply(edit: Edit) -> bool:
    """Keep a changed plan and the way back; say what was said either way."""
    st.session_state[key("goal-said")] = edit.said
    st.session_state.pop(key("goal-added"), None)
    if edit.fresh:
        _renew()
    if edit.goals == plan().goals:
        return False
    st.session_state[key("goals-history")] = [*goal_history(), goal_records()][-UNDO_LIMIT:]
    st.session_state[key("goals")] = [as_record(goal) for goal in edit.goals]
    st.session_state[key("plan-saved")] = resources.now()
    return True


def _renew() -> None:
    st.session_state[key("goal-round")] = plan().round + 1
