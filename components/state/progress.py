"""The sittings of the sheet in use: plain records, read anew in every run, and the two being compared."""

import datetime
from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from components import resources
from components.state.keeping import content
from components.state.keys import key
from throughline.content.plan_file import PlanFileWords
from throughline.content.progress import ProgressWords
from throughline.plan_file import Sitting, read_sittings
from throughline.plan_file.document import End
from throughline.plan_file.history import Comparison, compare

ENDS: tuple[End, ...] = ("from", "to")


@dataclass(frozen=True)
class Progress:
    """The sittings of the sheet in use, read anew in every run."""

    words: ProgressWords
    file_words: PlanFileWords
    today: datetime.date

    @cached_property
    def sittings(self) -> tuple[Sitting, ...]:
        """Every sitting that can be read, by day."""
        return read_sittings(sitting_records(), content())

    @property
    def opened(self) -> Sitting | None:
        """The sitting being changed."""
        return self.find(st.session_state.get(key("sitting-open")))

    @property
    def next_name(self) -> str:
        """What the next sitting is called without a name of its own."""
        return self.file_words.sittings["unnamed"].format(number=next_sitting_number())

    @property
    def compared(self) -> tuple[Sitting, Sitting] | None:
        """The two sittings being compared, the last two unless others were chosen; None of fewer than two."""
        if len(self.sittings) < len(ENDS):
            return None
        chosen = compared_ids()
        first, second = (
            self.find(chosen.get(end)) or usual
            for end, usual in zip(ENDS, self.sittings[-2:], strict=True)
        )
        return first, second

    @cached_property
    def comparison(self) -> Comparison | None:
        """The two sittings compared; None of fewer than two different ones."""
        pair = self.compared
        if pair is None or pair[0] == pair[1]:
            return None
        catalogue = resources.catalogue()
        # In the order they were kept, since of one day the first given counts as the earlier.
        one, other = sorted(pair, key=self.sittings.index)
        return compare(one, other, catalogue.questionnaire, catalogue.model, self.file_words)

    @property
    def said(self) -> str:
        """What the last change did, or why it did nothing."""
        return str(st.session_state.get(key("sitting-said"), ""))

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(sitting_history())

    @property
    def round(self) -> int:
        """Grows whenever values change behind the back of an input, so that inputs start anew."""
        count = st.session_state.get(key("sitting-round"))
        return count if isinstance(count, int) else 0

    def find(self, sitting_id: object) -> Sitting | None:
        """The sitting with an id."""
        return next((one for one in self.sittings if one.id == sitting_id), None)


def progress() -> Progress:
    """Return the sittings of the sheet in use."""
    catalogue = resources.catalogue()
    return Progress(catalogue.progress, catalogue.plan_file, resources.today())


def compared_ids() -> dict[str, object]:
    """End -> id of the sitting chosen for it; what stands there can be anything."""
    chosen = st.session_state.get(key("sitting-compared"))
    return dict(chosen) if isinstance(chosen, dict) else {}


def sitting_records() -> list[object]:
    """The sittings as they are kept; a record can be anything."""
    records = st.session_state.get(key("sittings"))
    return list(records) if isinstance(records, list) else []


def sitting_history() -> list[list[object]]:
    """What the sittings were before each change, the last one last."""
    history = st.session_state.get(key("sitting-history"))
    return [one for one in history if isinstance(one, list)] if isinstance(history, list) else []


def next_sitting_number() -> int:
    """The number of the next sitting, which no sitting of this sheet has or had."""
    count = st.session_state.get(key("sitting-count"))
    taken = {str(one.get("id")) for one in sitting_records() if isinstance(one, dict)}
    number = (count if type(count) is int and count >= 0 else 0) + 1
    while f"s{number}" in taken:
        number += 1
    return number
