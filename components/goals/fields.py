"""The inputs of the drawer: each one writes its field of the goal as soon as it changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import streamlit as st

from components import state
from components.state import Plan
from throughline.content.goal_words import FieldWords, GoalField
from throughline.goals import Goal, entry_limits
from throughline.goals.goal import CHOICE_LENGTH, NOTE_LENGTH, TITLE_LENGTH, UNIT_LENGTH

LENGTHS = {
    "title": TITLE_LENGTH,
    "measure_unit": UNIT_LENGTH,
    "note": NOTE_LENGTH,
    "purpose": CHOICE_LENGTH,
    "growth_plan": CHOICE_LENGTH,
}


Option = tuple[str | int | None, str]


@dataclass(frozen=True)
class Editor:
    """Asks the fields of one goal."""

    plan: Plan
    goal: Goal

    def text(self, field: GoalField) -> None:
        """Ask a line of text."""
        key, words = self._key(field), self._words(field)
        st.text_input(
            words.label,
            value=str(getattr(self.goal, field)),
            max_chars=LENGTHS[field],
            placeholder=words.placeholder or None,
            help=words.help,
            key=key,
            persist_state="session",
            on_change=state.edit_goal,
            args=[self.goal.id, field, key],
        )

    def long_text(self, field: GoalField) -> None:
        """Ask several lines of text."""
        key, words = self._key(field), self._words(field)
        st.text_area(
            words.label,
            value=str(getattr(self.goal, field)),
            max_chars=LENGTHS[field],
            placeholder=words.placeholder or None,
            help=words.help,
            key=key,
            persist_state="session",
            on_change=state.edit_goal,
            args=[self.goal.id, field, key],
        )

    def number(self, field: GoalField, low: float, high: float) -> None:
        """Ask a number within limits; whole ones stay whole."""
        key, words = self._key(field), self._words(field)
        value = getattr(self.goal, field)
        whole = isinstance(low, int)
        st.number_input(
            f"{words.label} :gray[({words.unit})]" if words.unit else words.label,
            min_value=low,
            max_value=high,
            value=value if value is None or whole else float(value),
            step=5 if whole else 1.0,
            format="%d" if whole else "%g",
            placeholder=words.placeholder or None,
            help=words.help,
            key=key,
            persist_state="session",
            on_change=state.edit_goal,
            args=[self.goal.id, field, key],
        )

    def day(self, field: GoalField) -> None:
        """Ask a date; a saved one outside of what may be entered today stays reachable."""
        key, words = self._key(field), self._words(field)
        value = getattr(self.goal, field)
        first, last = entry_limits(self.plan.today)
        st.date_input(
            words.label,
            value=value,
            min_value=min(first, value or first),
            max_value=max(last, value or last),
            format="YYYY-MM-DD",
            help=words.help,
            key=key,
            persist_state="session",
            on_change=state.edit_goal,
            args=[self.goal.id, field, key],
        )

    def choice(self, field: GoalField, options: Iterable[Option], *, empty: str = "") -> None:
        """Ask for one of several; ``empty`` names the choice that says nothing."""
        self._select(field, ({None: empty} if empty else {}) | dict(options))

    def choice_or_own(self, field: GoalField, options: Iterable[Option]) -> None:
        """Ask for one of several, or for own words."""
        own, offered = getattr(self.goal, field), dict(options)
        empty: dict[str | int | None, str] = {None: self.plan.words.page["not_said"]}
        self._select(
            field, empty | offered | ({own: offered.get(own, own)} if own else {}), own=True
        )

    def several(self, field: GoalField, options: Mapping[str, str]) -> None:
        """Ask for any number of several."""
        key, words = self._key(field), self._words(field)
        st.multiselect(
            words.label,
            list(options),
            default=[one for one in getattr(self.goal, field) if one in options],
            format_func=lambda one: options.get(one, one),
            placeholder=words.placeholder or words.short,
            help=words.help,
            key=key,
            persist_state="session",
            on_change=state.edit_goal,
            args=[self.goal.id, field, key],
        )

    def _select(
        self, field: GoalField, options: Mapping[str | int | None, str], *, own: bool = False
    ) -> None:
        key, words = self._key(field), self._words(field)
        ids, value = list(options), getattr(self.goal, field)
        st.selectbox(
            words.label,
            ids,
            index=ids.index(value or None if own else value),
            format_func=lambda one: options.get(one, str(one)),
            placeholder=self.plan.words.page["choose_or_own" if own else "not_said"],
            accept_new_options=own,
            help=words.help,
            key=key,
            persist_state="session",
            on_change=state.edit_goal,
            args=[self.goal.id, field, key],
        )

    def _words(self, field: GoalField) -> FieldWords:
        return self.plan.words.fields[field]

    def _key(self, field: GoalField) -> str:
        return state.key("goal-edit", f"{self.goal.id}.{self.plan.round}.{field}")
