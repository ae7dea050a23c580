"""The Learn and Method pages in pieces: sections with their tables and questions, constants with their sources."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components import shell, state
from components.state import Session
from throughline.content.catalogue import Catalogue
from throughline.content.constants import Constant
from throughline.content.learn import LearnFact, LearnSection, LearnTable
from throughline.content.sources import Source


def learn_section(session: Session, section: LearnSection) -> None:
    """Show one section: lead, text, table, examples, findings, and the questions it feeds."""
    with st.container(key=f"card_learn_{section.id}"):
        st.header(section.title, anchor=section.id)
        st.markdown(f"**{section.lead}**")
        if section.traits:
            st.markdown("\n".join(f"- {trait}" for trait in section.traits))
        st.markdown(section.body)
        if section.table:
            comparison(section.table)
        if section.examples:
            st.markdown("\n".join(f"- {example}" for example in section.examples))
        for fact in section.facts:
            st.markdown(f"- {fact.text} {cited(session.catalogue, fact)}")
        _feeds(session, section)


def comparison(table: LearnTable, *, captioned: bool = True) -> None:
    """Show a table whose first column names its rows, under its caption unless a title says it."""
    if captioned:
        st.markdown(f"**{table.caption}**")
    head = [f"| {' | '.join(table.columns)} |", "|" + " --- |" * len(table.columns)]
    st.markdown("\n".join([*head, *(f"| {' | '.join(row)} |" for row in table.rows)]))


def constants(catalogue: Catalogue) -> None:
    """Print every constant of the model, of pay and of goals with its unit and where it comes from."""
    st.header(f"Constants of model version {catalogue.model.version}", anchor="constants")
    _listed(catalogue.model.constants)
    st.markdown("**Link strengths of the six steps** (judgement, read from the Learn page)")
    domains = catalogue.questionnaire.domains
    rows = [
        f"| Step | {' | '.join(d.short for d in domains)} |",
        "|" + " --- |" * (len(domains) + 1),
    ]
    for habit in catalogue.questionnaire.of_kind("habit"):
        links = " | ".join(f"{catalogue.model.link(habit.id, d.id):g}" for d in domains)
        rows.append(f"| {habit.step} | {links} |")
    st.markdown("\n".join(rows))
    st.header(f"Constants of pay, version {catalogue.compensation.version}", anchor="pay-constants")
    _listed(catalogue.compensation.constants)
    st.header(f"Constants of goals, version {catalogue.goals.version}", anchor="goal-constants")
    _listed(catalogue.goals.constants)


def source_list(catalogue: Catalogue) -> None:
    """List every source, marked as read by us or reported by somebody else."""
    st.header("Sources", anchor="sources")
    st.markdown("\n".join(f"- **{one.id}** {_source(one)}" for one in catalogue.sources.sources))


def _listed(constants: Mapping[Any, Constant]) -> None:
    st.markdown(
        "\n".join(
            f"- `{name}` **{one.value:.8g}** {one.unit}: {one.meaning}. :gray[Source: {one.source}]"
            for name, one in constants.items()
        )
    )


def _feeds(session: Session, section: LearnSection) -> None:
    questions = session.catalogue.questionnaire
    asked = [item for item in questions.items if item.id in section.questions]
    if not asked:
        return
    with st.expander(
        f"Questions this feeds ({len(asked)})", type="compact", key=f"feeds_{section.id}"
    ):
        for step in questions.steps_of("full"):
            here = [item for item in questions.of_step(step) if item in asked]
            if not here:
                continue
            st.markdown("\n".join(f"- {item.text} ({item.id})" for item in here))
            if st.button(
                f"Answer them in {step.name}",
                key=f"feed_{section.id}_{step.id}",
                type="tertiary",
                icon=":material/arrow_forward:",
                on_click=state.go,
                args=[step.id, "full"],
            ):
                st.switch_page(shell.ASSESS)


def cited(catalogue: Catalogue, fact: LearnFact) -> str:
    """Name the place, the year and the source of a finding."""
    kinds = {source.id: source.kind for source in catalogue.sources.sources}
    reported = "reported by " if kinds[fact.source] == "reported" else ""
    return f":gray[({fact.place}, {fact.year}; {reported}{fact.source})]"


def _source(source: Source) -> str:
    link = f" [{source.url}]({source.url})" if source.url else ""
    kind = "" if source.kind == "read" else " (reported by others)"
    return f"{source.citation}{kind}{link}"
