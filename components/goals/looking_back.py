"""How the goals turned out, summed up against the person's own expectations."""

import streamlit as st

from components.cards import explain, pending
from components.state import Session
from throughline.explanations import explain_attainment
from throughline.goals import attainment
from throughline.tables.formats import tenths


def looking_back(session: Session) -> None:
    """Show the attainment once a goal is over or has an outcome; goals let go are left out."""
    plan = session.plan
    words, constants = plan.words.attainment, session.catalogue.model.numbers
    kept = [goal for goal in plan.goals if not goal.dropped]
    judged = [goal for goal in kept if goal.outcome is not None]
    over = any(plan.timeline.standings[one.id].status in ("done", "overdue") for one in kept)
    if not judged and not over:
        return
    outcomes = [goal.outcome for goal in judged if goal.outcome is not None]
    weights = [goal.weight for goal in judged]
    value = attainment(outcomes, weights, constants)
    with st.container(key="card_goal_outcomes"):
        st.header(words["title"], anchor="outcomes")
        st.markdown(words["lead"])
        if value is None:
            pending(words["none"])
            return
        said = words["one" if len(judged) == 1 else "sentence"]
        st.markdown(f"**{said.format(count=len(judged), value=tenths(value))}**")
        explain(explain_attainment(outcomes, weights, constants), key="attainment")
        st.markdown(f":gray[{words['note']}]")
