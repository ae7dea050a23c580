"""Small pieces every page shares: an explanation behind a number, a plain table, a pending note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components import resources

if TYPE_CHECKING:
    import pandas as pd

    from throughline.explanations import Explanation


def explain(*explanations: Explanation, key: str, label: str = "Explain this number") -> None:
    """Offer the arithmetic behind one or more numbers, with the person's own answers."""
    with st.popover(label, icon=":material/calculate:", type="tertiary", key=f"explain_{key}"):
        st.markdown("\n\n".join(_arithmetic(one) for one in explanations))


def _arithmetic(explanation: Explanation) -> str:
    rows = "\n".join(f"- {line.label}: {line.arithmetic}" for line in explanation.lines)
    return (
        f"**{explanation.title}.** {explanation.says}\n\n{rows}\n\n"
        f":gray[{explanation.formula}]  \n:gray[Method page, “{explanation.section}”]"
    )


def table(frame: pd.DataFrame, *, alt: str) -> None:
    """Show a small table without its row numbers."""
    st.table(frame, border="horizontal", hide_index=True, alt=alt)


def pending(sentence: str) -> None:
    """Say calmly what is missing and what to do; no number and no chart yet."""
    st.info(sentence, icon=":material/hourglass_empty:")


def coach_line() -> None:
    """Name somebody to talk to, if whoever runs the app did; otherwise say nothing."""
    coach = resources.coach()
    if coach is not None:
        st.link_button(f"Talk it over with {coach.name}", coach.url, icon=":material/forum:")
