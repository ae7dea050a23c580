"""The Balance page, second half: what can be shown for it, needs, habits, and notes on how it was answered."""

import streamlit as st

from components import charts, shell, state
from components.cards import explain
from components.state import Session
from throughline import explanations, figures, tables
from throughline.tables.formats import whole
from throughline.wording import quality_notes


def claims(session: Session) -> None:
    """Sliders against boxes, area by area."""
    profile, questions = session.profile, session.catalogue.questionnaire
    if not profile.quality.claim_minus_evidence:
        return
    numbers = session.catalogue.model.numbers
    with st.container(key="card_claims"):
        st.header("What you say, and what you can point to", anchor="claims")
        charts.show(
            figures.claim_vs_evidence(profile, questions, look=charts.look()),
            key="chart_claims",
            alt=figures.claim_vs_evidence_alt(profile, questions),
            table=lambda: tables.claim_vs_evidence_table(profile, questions),
        )
        st.markdown("Explain the difference in:")
        with st.container(horizontal=True):
            for domain in profile.quality.claim_minus_evidence:
                explain(
                    explanations.explain_claim(profile, domain, questions, numbers),
                    key=f"claim_{domain}",
                    label=questions.domain(domain).short,
                )


def support(session: Session) -> None:
    """Present support from the needs, the lowest of them, and the gaps to their targets."""
    profile, catalogue = session.profile, session.catalogue
    if profile.support is None:
        return
    answers, questions, numbers = session.answers, catalogue.questionnaire, catalogue.model.numbers
    lowest = questions.by_id[profile.support.lowest].text
    with st.container(key="card_support"):
        st.header("What work does for life today", anchor="support")
        st.markdown(
            f"Present support is **{whole(profile.support.value)} of 100**. "
            f"The need met least: **{lowest}**."
        )
        charts.show(
            figures.needs_now_target(answers, questions, numbers, look=charts.look()),
            key="chart_needs",
            alt=figures.needs_now_target_alt(profile.support, questions),
            table=lambda: tables.needs_now_target_table(answers, questions, numbers),
        )
        if gaps := profile.support.gaps:
            named = "; ".join(f"{questions.by_id[g.id].text} ({g.gap:g})" for g in gaps)
            st.markdown(f"**Furthest from their targets, in steps of the scale:** {named}.")
        with st.container(horizontal=True):
            explain(
                explanations.explain_support(profile, answers, questions),
                key="support",
                label="Explain present support",
            )
            explain(
                explanations.explain_lowest_need(profile, answers, questions, numbers),
                key="lowest",
                label="Explain the need met least",
            )


def habits(session: Session) -> None:
    """The six habits and the momentum they add up to."""
    profile, questions = session.profile, session.catalogue.questionnaire
    if not profile.habits.levels:
        return
    momentum = profile.habits.momentum
    with st.container(key="card_habits"):
        st.header("Six habits", anchor="habits")
        if momentum is not None:
            st.markdown(f"Momentum is **{whole(momentum)} of 100**: the mean of the habits below.")
        charts.show(
            figures.habit_bars(profile.habits, questions, look=charts.look()),
            key="chart_habits",
            alt=figures.habit_bars_alt(profile.habits, questions),
            table=lambda: tables.habit_bars_table(profile.habits, questions),
        )
        if momentum is not None:
            numbers = session.catalogue.model.numbers
            explained = explanations.explain_momentum(profile, session.answers, questions, numbers)
            explain(explained, key="momentum", label="Explain momentum")


def notes(session: Session) -> None:
    """Soft notes on how the form was filled in; they change nothing."""
    profile, catalogue = session.profile, session.catalogue
    if profile.balance is None:
        return
    with st.container(key="card_notes"):
        st.header("How you answered", anchor="notes")
        said = quality_notes(profile.quality, catalogue.questionnaire, catalogue.wording)
        for note in said or [catalogue.wording.notes["none"]]:
            st.markdown(f"- {note}")
        indices = explanations.explain_quality(
            profile, session.answers, catalogue.questionnaire, catalogue.model.numbers
        )
        if indices:
            st.markdown("Explain:")
        with st.container(horizontal=True):
            for index in indices:
                explain(index, key=f"quality_{index.title}", label=index.title)
        if session.form == "quick" or profile.form == "quick":
            st.markdown(
                "The Full form adds boxes, needs, and the way from now to where you want to be."
            )
            if st.button(
                "Go on to the full form", on_click=state.go, args=["d1", "full"], key="go_full"
            ):
                st.switch_page(shell.ASSESS)
