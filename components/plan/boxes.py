"""Boxes that the log may support: what was found, what to look at, and a tick that only the person sets."""

import streamlit as st

from components import state
from components.plan.suggestions import bring_back
from components.state import Session
from throughline.journal import BoxSuggestion, suggest_boxes

SHOWN_AT_ONCE = 3


def boxes(session: Session) -> None:
    """Every box on offer, the first few at once; nothing is ticked here without a click."""
    planning = session.planning
    words = planning.log.words
    found = suggest_boxes(
        planning.entries,
        session.answers,
        session.catalogue.questionnaire,
        planning.log,
        planning.today,
    )
    away = planning.put_away(state.BOXES)
    offered = [one for one in found if one.box not in away]
    if not planning.entries or session.form == "quick":
        return
    with st.container(key="card_plan_boxes"):
        st.subheader(words["boxes_title"], anchor=False)
        st.markdown(words["boxes_lead"] if offered else words["boxes_empty"])
        for one in offered[:SHOWN_AT_ONCE]:
            _box(session, one)
        if further := offered[SHOWN_AT_ONCE:]:
            title = words["boxes_further"].format(count=len(further))
            panel = st.expander(title, key="boxes_further", type="compact", on_change="rerun")
            if panel.open:
                with panel:
                    for one in further:
                        _box(session, one)
        bring_back(planning, state.BOXES)


def _box(session: Session, one: BoxSuggestion) -> None:
    words = session.planning.log.words
    later = "" if one.counts else f" {words['not_reviewed']}"
    with st.container(key=f"suggestion_{one.box}", gap="xsmall"):
        st.markdown(f"**{one.text}**  \n{one.reason} {one.check}:gray[{later}]")
        with st.container(horizontal=True, gap="small"):
            st.button(
                words["confirm"],
                icon=":material/check_box:",
                key=f"confirm_{one.box}",
                on_click=state.confirm_box,
                args=[one.box],
            )
            st.button(
                words["dismiss"],
                type="tertiary",
                key=f"box_away_{one.box}",
                on_click=state.dismiss,
                args=[state.BOXES, one.box],
            )
