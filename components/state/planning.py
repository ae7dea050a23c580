"""Actions and log in the session: what is read from plain records, and one undo for every change."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import streamlit as st

from components import resources
from components.state.goals import delete_goal
from components.state.keys import key
from throughline.actions import Action, read_actions
from throughline.content.actions import ActionContent
from throughline.content.journal import JournalContent
from throughline.journal import Entry, Issue, read_entries

UNDO_LIMIT = 30
SUGGESTIONS, BOXES = "actions-away", "boxes-away"


@dataclass(frozen=True)
class Planning:
    """The actions and the log of the sheet in use, read anew in every run."""

    content: ActionContent
    log: JournalContent
    today: datetime.date

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Every action that can be read."""
        return read_actions(st.session_state.get(key("actions")))[0]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry that can be read, oldest first."""
        return read_entries(st.session_state.get(key("journal")))[0]

    @property
    def away(self) -> frozenset[str]:
        """Suggestions put away, and those that are among the actions already."""
        return self.put_away(SUGGESTIONS) | {action.origin for action in self.actions}

    def put_away(self, kind: str) -> frozenset[str]:
        """What is not for this person, of one kind: suggested actions, or boxes."""
        known = {
            SUGGESTIONS: [one.id for one in self.content.suggestions],
            BOXES: [rule.box for rule in self.log.rules],
        }
        stored = st.session_state.get(key(kind))
        listed = stored if isinstance(stored, list) else []
        return frozenset(one for one in known[kind] if one in listed)

    @property
    def opened_action(self) -> Action | None:
        """The action being edited."""
        wanted = st.session_state.get(key("plan-open", "action"))
        return next((one for one in self.actions if one.id == wanted), None)

    @property
    def opened_entry(self) -> Entry | None:
        """The entry being edited."""
        wanted = st.session_state.get(key("plan-open", "entry"))
        return next((one for one in self.entries if one.id == wanted), None)

    @property
    def said(self) -> str:
        """What the last change did, or why it did nothing."""
        return str(st.session_state.get(key("plan-said"), ""))

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(_history())

    @property
    def round(self) -> int:
        """Grows whenever values change behind the back of an input, so that inputs start anew."""
        count = st.session_state.get(key("plan-round"))
        return count if isinstance(count, int) else 0


def planning() -> Planning:
    """Return the actions and the log of the sheet in use."""
    catalogue = resources.catalogue()
    return Planning(catalogue.actions, catalogue.journal, resources.today())


def close_drawer() -> None:
    """Callback: stop editing an action or an entry."""
    for name in ("action", "entry"):
        st.session_state.pop(key("plan-open", name), None)


def undo_planning() -> None:
    """Callback: take the last change of actions or log back."""
    if not (history := _history()):
        return
    step = history[-1]
    st.session_state[key("plan-history")] = history[:-1]
    for name, value in step["before"].items():
        st.session_state[name] = value
    if goal := step.get("goal"):
        delete_goal(goal)
    renew()
    say(planning().content.words["undone"])


def dismiss(kind: str, name: str) -> None:
    """Callback: put a suggested action or a box away."""
    now = planning()
    words = now.content.words if kind == SUGGESTIONS else now.log.words
    keep(words["dismissed"], {key(kind): sorted(now.put_away(kind) | {name})})


def restore(kind: str) -> None:
    """Callback: bring back everything put away of one kind."""
    now = planning()
    # A saved plan holds both kinds in one list: each key may carry names of the other.
    left = {
        key(one): sorted(now.put_away(one) - now.put_away(kind)) for one in (SUGGESTIONS, BOXES)
    }
    keep(now.content.words["restored"], left)


def keep(
    said: str,
    changes: Mapping[str, object],
    *,
    before: Mapping[str, object] | None = None,
    goal: str = "",
) -> None:
    """Write values and remember what they replace.

    Args:
        said: what to say about it.
        changes: session key -> new value; lists are replaced as a whole, never changed in place.
        before: what an undo writes, if it is not what stands there now; absent lists are empty.
        goal: id of a goal that an undo takes off the timeline.
    """
    replaced = before or {name: st.session_state.get(name, []) for name in changes}
    step = {"before": replaced, "goal": goal}
    st.session_state[key("plan-history")] = [*_history(), step][-UNDO_LIMIT:]
    for name, value in changes.items():
        st.session_state[name] = value
    say(said)


def say(sentence: str) -> None:
    """Say what a change did, until the next one."""
    st.session_state[key("plan-said")] = sentence


def issues_said(issues: Sequence[Issue]) -> str:
    """Say what had to be put right, in the words of the inputs."""
    now = planning()
    labels = {**now.content.words, **now.log.words}
    return " ".join(
        now.log.issues[one.kind].format(field=labels.get(f"label_{one.field}", one.field))
        for one in issues
    )


def new_record_id(letter: str) -> str:
    """An id that no action ("a") or entry ("e") of this sheet has or had."""
    now, name = planning(), key("plan-count", letter)
    count = st.session_state.get(name)
    taken = {one.id for one in now.actions} | {one.id for one in now.entries}
    number = (count if isinstance(count, int) else 0) + 1
    while f"{letter}{number}" in taken:
        number += 1
    st.session_state[name] = number
    return f"{letter}{number}"


def renew() -> None:
    """Let the inputs of the drawer start anew, from what is kept."""
    st.session_state[key("plan-round")] = planning().round + 1


def _history() -> list[dict[str, Any]]:
    history = st.session_state.get(key("plan-history"))
    listed = history if isinstance(history, list) else []
    return [one for one in listed if isinstance(one, dict) and isinstance(one.get("before"), dict)]
