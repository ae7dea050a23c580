"""The Balance page, first half: the balance itself, the place on the map, and the areas now and wanted."""

import streamlit as st

from components import charts, shell, state
from components.cards import explain, pending
from components.state import Session
from throughline import explanations, figures, tables
from throughline.wording import balance_sentence, needs, pending_sentence, place_label


def headline(session: Session) -> None:
    """The balance with its range, or what is missing and where."""
    profile, wording = session.profile, session.catalogue.wording
    with st.container(key="card_headline"):
        st.header("Present and future", anchor="balance")
        if profile.balance is None:
            pending(pending_sentence(profile.gate, wording))
            _missing(session)
            return
        label = wording.balance[f"{profile.form}_label"]
        st.markdown(f":gray-badge[{label}] :gray-badge[Model {profile.model_version}]")
        st.subheader(balance_sentence(profile, wording), anchor=False)
        charts.show(
            figures.balance_bar(profile, wording, look=charts.look()),
            key="chart_balance",
            alt=figures.balance_bar_alt(profile, wording),
            table=lambda: tables.balance_bar_table(profile),
        )
        st.markdown(f":gray[{wording.balance['covers']}]")
        questions, model = session.catalogue.questionnaire, session.catalogue.model
        with st.container(horizontal=True):
            explain(
                explanations.explain_balance(profile, questions),
                key="balance",
                label="Explain the balance",
            )
            explain(
                explanations.explain_range(profile, questions, model.numbers),
                key="range",
                label="Explain the range",
            )
            explain(
                explanations.explain_bounds(profile, session.answers, questions, model),
                key="bounds",
                label="Explain the open answers",
            )
        if profile.form != session.form:
            gate = session.own_gate
            st.info(wording.balance["quick_in_full"].format(needs=needs(gate)))


def _missing(session: Session) -> None:
    """Name the steps that still need answers, with the way to each."""
    profile, answers = session.profile, session.answers
    questions = session.catalogue.questionnaire
    steps = questions.steps_of(session.form)
    missing = {s.id: sum(profile.domains[d].missing for d in s.domains) for s in steps}
    word = "more"
    if not any(missing.values()):
        # Every area has its minimum; what is short is the number of answers in all.
        asked = {s.id: [i.id for d in s.domains for i in questions.of_domain(d)] for s in steps}
        missing = {step: sum(map(answers.open, items)) for step, items in asked.items()}
        word = "open"
    if not profile.gate.weighted or not any(missing.values()):
        return
    st.markdown("Where answers are missing:")
    with st.container(horizontal=True):
        for step in steps:
            if missing[step.id] and st.button(
                f"{step.name}: {missing[step.id]} {word}",
                key=f"missing_{step.id}",
                on_click=state.go,
                args=[step.id],
            ):
                st.switch_page(shell.ASSESS)


def place(session: Session) -> None:
    """The two-axis map with its ellipse, and graded membership in the neutral voice."""
    profile, wording = session.profile, session.catalogue.wording
    found = profile.place
    if found is None:
        return
    with st.container(key="card_place"):
        st.header(place_label(found, wording), anchor="map")
        st.markdown("Present needs and path are scored apart, so both can be high, or neither.")
        shares = figures.membership_bars_alt(found, wording)
        chart, words = st.columns([3, 2], gap="large")
        with chart:
            charts.show(
                figures.place_map(found, wording, look=charts.look()),
                key="chart_map",
                alt=figures.place_map_alt(found, wording),
                table=lambda: tables.place_map_table(found, wording, profile.path, profile.purpose),
            )
        with words:
            charts.show(
                figures.membership_bars(found, wording, look=charts.look()),
                key="chart_membership",
                alt=shares,
            )
            for quarter in found.named:
                said = wording.places[quarter]
                st.markdown(f"**{said.name}.** {said.gives}  \n*{said.question}*")
        charts.twin(
            lambda: tables.membership_bars_table(found, wording), key="chart_membership", alt=shares
        )
        numbers = session.catalogue.model.numbers
        explain(
            explanations.explain_place(profile, wording, numbers),
            key="place",
            label="Explain the map",
        )


def areas(session: Session) -> None:
    """The seven areas, now and wanted, each with its arithmetic."""
    profile, questions = session.profile, session.catalogue.questionnaire
    if not profile.available:
        return
    wanted = session.answers.wanted
    with st.container(key="card_areas"):
        st.header("Seven areas, now and wanted" if wanted else "Seven areas", anchor="areas")
        charts.show(
            figures.domains_now_wanted(profile, wanted, questions, look=charts.look()),
            key="chart_areas",
            alt=figures.domains_now_wanted_alt(profile, wanted, questions),
            table=lambda: tables.domains_now_wanted_table(profile, wanted, questions),
        )
        st.markdown("Explain the score of:")
        with st.container(horizontal=True):
            for domain in profile.available:
                explain(
                    explanations.explain_domain(profile, domain.id, session.answers, questions),
                    key=f"area_{domain.id}",
                    label=questions.domain(domain.id).short,
                )
