"""The inputs of the two drawers: each one writes its field of the action or the entry as soon as it changes."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import streamlit as st

from components import state


@dataclass(frozen=True)
class Fields:
    """Asks the fields of one record.

    Attributes:
        record: id of the record, and the round of its inputs.
        words: labels and helps by ``label_`` and ``help_`` with the name of the field.
        edit: the callback that keeps a field: record, field, key of the input.
    """

    id: str
    round: int
    words: dict[str, str]
    edit: Callable[[str, str, str], None]

    def text(self, field: str, value: str, limit: int, *, long: bool = False) -> None:
        """Ask a text of up to ``limit`` characters, on one line or several."""
        ask = st.text_area if long else st.text_input
        ask(
            self.words[f"label_{field}"],
            value=value,
            max_chars=limit,
            help=self._help(field),
            key=self._key(field),
            persist_state="session",
            on_change=self.edit,
            args=[self.id, field, self._key(field)],
        )

    def day(
        self,
        field: str,
        value: datetime.date | None,
        first: datetime.date,
        last: datetime.date,
    ) -> None:
        """Ask a day; one that is kept already stays reachable."""
        st.date_input(
            self.words[f"label_{field}"],
            value=value,
            min_value=min(first, value or first),
            max_value=max(last, value or last),
            format="YYYY-MM-DD",
            help=self._help(field),
            key=self._key(field),
            persist_state="session",
            on_change=self.edit,
            args=[self.id, field, self._key(field)],
        )

    def number(self, field: str, value: float | None, most: float) -> None:
        """Ask a number up to ``most`` either way."""
        st.number_input(
            self.words[f"label_{field}"],
            min_value=-most,
            max_value=most,
            value=value,
            step=1.0,
            format="%g",
            help=self._help(field),
            key=self._key(field),
            persist_state="session",
            on_change=self.edit,
            args=[self.id, field, self._key(field)],
        )

    def choice(self, field: str, value: str, options: Iterable[tuple[str, str]]) -> None:
        """Ask for one of several, each an id and its name."""
        names = dict(options)
        ids = list(names)
        st.selectbox(
            self.words[f"label_{field}"],
            ids,
            index=ids.index(value),
            format_func=lambda one: names[one],
            help=self._help(field),
            key=self._key(field),
            persist_state="session",
            on_change=self.edit,
            args=[self.id, field, self._key(field)],
        )

    def _help(self, field: str) -> str | None:
        return self.words.get(f"help_{field}")

    def _key(self, field: str) -> str:
        return state.key("plan-edit", f"{self.id}.{self.round}.{field}")
