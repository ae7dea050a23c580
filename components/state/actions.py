"""The callbacks of the actions: take a suggestion on or put it away, write, change, and onto the timeline."""

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from components.state.goals import add_goal, new_goal_id
from components.state.keys import key
from components.state.planning import (
    close_drawer,
    issues_said,
    keep,
    new_record_id,
    planning,
    renew,
    say,
)
from components.state.timeline import plan
from throughline.actions import (
    ACTION_LIMIT,
    Action,
    action_from,
    as_record,
    goal_from_action,
    goal_from_step,
    read_action,
)
from throughline.content.actions import Status
from throughline.goals import Goal
from throughline.goals.goal import Kind

SAID = {"in_progress": "started", "done": "finished", "dropped": "dropped"}


def pick_suggestion(suggestion_id: str, why: str) -> None:
    """Callback: take a suggestion on as an action, with its cause on this day."""
    now = planning()
    for one in now.content.suggestions:
        if one.id == suggestion_id and one.id not in now.away:  # a second click of a double click
            _add(action_from(one, action_id=new_record_id("a"), why=why, today=now.today))


def write_action(widget: str) -> None:
    """Callback of the line above the actions: an action of the words in that input, opened to go on."""
    why = planning().content.reasons["own"]
    record = {"id": new_record_id("a"), "what": st.session_state.get(widget), "why": why}
    action, issues = read_action(record)
    if action is None:
        say(issues_said(issues))
    elif _add(action, issues_said(issues)):
        st.session_state[widget] = ""
        _open(action.id)


def edit_action(action_id: str, field: str, widget: str) -> None:
    """Callback of one input of the drawer: keep what it says, or say why not and change nothing."""
    before = _action(action_id)
    if before is None:
        return
    after, issues = read_action(as_record(before) | {field: st.session_state.get(widget)})
    said = issues_said(issues)
    if issues:
        renew()
    if after is None or after == before:
        say(said)
    else:
        _keep(_with(after), said or planning().content.words["changed"])


def mark_action(action_id: str, status: Status) -> None:
    """Callback: say where an action stands."""
    if one := _action(action_id):
        words = planning().content.words
        _keep(_with(replace(one, status=status)), words[SAID.get(status, "changed")])
        renew()


def remove_action(action_id: str) -> None:
    """Callback: take an action out of the plan."""
    if _action(action_id):
        left = (one for one in planning().actions if one.id != action_id)
        _keep(left, planning().content.words["removed"])
    close_drawer()


def open_action(action_id: str) -> None:
    """Callback: edit one action."""
    say("")
    _open(action_id)


def goal_of_action(action_id: str, kind: Kind) -> None:
    """Callback: put an action on the timeline, and remember the goal it became."""
    now = planning()
    one = _action(action_id)
    if one and all(goal.id != one.goal for goal in plan().goals):
        goal = goal_from_action(
            one, goal_id=new_goal_id(), kind=kind, today=now.today, content=now.content
        )
        linked = _with(replace(one, goal=goal.id))
        _put_on_timeline(goal, {key("actions"): [as_record(each) for each in linked]})


def goal_of_step(habit: str, title: str, kind: Kind) -> None:
    """Callback: put one of the six steps on the timeline."""
    now = planning()
    if all(goal.origin != habit for goal in plan().goals):
        goal = goal_from_step(
            habit, title, goal_id=new_goal_id(), kind=kind, today=now.today, content=now.content
        )
        _put_on_timeline(goal, {})


def _open(action_id: str) -> None:
    close_drawer()
    st.session_state[key("plan-open", "action")] = action_id


def _put_on_timeline(goal: Goal, changes: dict[str, object]) -> None:
    words = planning().content.words
    if add_goal(goal):
        keep(words["goal_made"].format(title=goal.title), changes, goal=goal.id)
    else:
        say(words["goal_refused"])


def _add(action: Action, noted: str = "") -> bool:
    now = planning()
    if len(now.actions) >= ACTION_LIMIT:
        say(now.content.words["actions_full"].format(limit=ACTION_LIMIT))
        return False
    _keep((*now.actions, action), noted or now.content.words["added"])
    return True


def _action(action_id: str) -> Action | None:
    return next((one for one in planning().actions if one.id == action_id), None)


def _with(changed: Action) -> list[Action]:
    return [changed if one.id == changed.id else one for one in planning().actions]


def _keep(actions: Iterable[Action], said: str) -> None:
    keep(said, {key("actions"): [as_record(one) for one in actions]})
