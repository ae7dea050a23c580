"""The optional rating of the seven areas then and now: two small inputs for each, empty until answered."""

from collections.abc import Callable, Mapping

import streamlit as st

from throughline.answers import HIGHEST, LOWEST
from throughline.content.progress import ProgressWords
from throughline.content.questionnaire import Questionnaire
from throughline.plan_file import Sitting

Rate = Callable[[str, str, str, str], None]


def ask_rating(
    questionnaire: Questionnaire,
    words: ProgressWords,
    key: Callable[[str, str], str],
    *,
    sitting: Sitting | None = None,
    on_change: Rate | None = None,
) -> None:
    """Ask both ratings of every area.

    Args:
        questionnaire: the areas.
        words: the words of the page.
        key: the key of one input, by end (``then`` or ``now``) and area.
        sitting: the sitting whose ratings show; None = a new one.
        on_change: the callback that keeps a rating: sitting, end, area, key of the input.
    """
    st.markdown(words.rating["lead"])
    given: Mapping[str, Mapping[str, float]] = {
        "then": sitting.then if sitting else {},
        "now": sitting.now if sitting else {},
    }
    with st.container(
        horizontal=True, gap="medium", key=f"rating_areas_{sitting.id if sitting else ''}"
    ):
        for domain in questionnaire.domains:
            with st.container(horizontal=True, width=300, gap="small"):
                for end, values in given.items():
                    value = values.get(domain.id)
                    name = key(end, domain.id)
                    st.number_input(
                        words.rating[end].format(area=domain.short),
                        min_value=LOWEST,
                        max_value=HIGHEST,
                        value=value,
                        step=1.0,
                        format="%g",
                        placeholder="0-10",
                        width=142,
                        key=name,
                        persist_state="session",
                        on_change=on_change,
                        args=[sitting.id if sitting else "", end, domain.id, name],
                    )
