"""Everything that calls for a move: the six steps, the areas and the needs, in the order the outcome asks for."""

from collections.abc import Mapping

import streamlit as st

from components import shell, state
from components.cards import explain, pending
from components.plan.steps import steps
from components.plan.suggestions import bring_back, suggestions
from components.state import Session
from throughline import explanations
from throughline.actions import (
    AreaCause,
    Cause,
    Moves,
    NeedCause,
    StepCause,
    find_causes,
    find_moves,
    outlook,
    rank_steps,
)
from throughline.explanations.reasons import kept_habits, reason


def moves(session: Session) -> None:
    """The causes in their order, what the plan opens with first."""
    catalogue, planning, way = session.catalogue, session.planning, session.way
    questions, model = catalogue.questionnaire, catalogue.model
    ranking = rank_steps(session.profile, way, session.answers, questions, model)
    causes = find_causes(session.profile, way, ranking, model)
    found = {one.cause.id: one for one in find_moves(causes, planning.content, planning.away)}
    areas = [one for one in causes if isinstance(one, AreaCause)]
    needs = [one for one in causes if isinstance(one, NeedCause)]
    if way is None:
        _preview(session)
    if way is not None and outlook(way) == "steps":
        ranked = tuple(one for one in causes if isinstance(one, StepCause))
        steps(session, way, ranking, ranked, found)
        _areas(session, areas, found)
        _needs(session, needs, found)
    else:
        _needs(session, needs, found)
        _areas(session, areas, found)
        if way is not None:
            _kept(session)
    bring_back(planning, state.SUGGESTIONS)


def _preview(session: Session) -> None:
    """What the six steps are, while nothing can rank them."""
    content, questions = session.planning.content, session.catalogue.questionnaire
    with st.container(key="card_plan_preview"):
        st.header(content.words["preview_title"], anchor="steps")
        st.markdown(content.words["preview_lead"])
        for columns in (list(content.steps.items())[:3], list(content.steps.items())[3:]):
            for column, (habit, words) in zip(st.columns(3), columns, strict=True):
                step = questions.by_id[habit].step
                column.markdown(f"**{step}**  \n{words.means} :gray[{words.adds}]")


def _areas(session: Session, causes: list[AreaCause], found: Mapping[str, Moves]) -> None:
    """Areas with a gap, each closed until somebody looks."""
    if not causes or session.way is None:
        return
    words, questions = session.planning.content.words, session.catalogue.questionnaire
    with st.container(key="card_plan_areas"):
        st.header(words["areas_title"], anchor="areas")
        st.markdown(words["areas_lead"])
        for cause in causes:
            _cause(session, cause, questions.domain(cause.id).name, found)
        explain(
            explanations.explain_way(session.way, session.profile, questions),
            key="plan_areas",
            label=words["why"],
        )


def _needs(session: Session, causes: list[NeedCause], found: Mapping[str, Moves]) -> None:
    """Needs below their target, or why none shows."""
    profile, catalogue = session.profile, session.catalogue
    words, questions = session.planning.content.words, catalogue.questionnaire
    if profile.support is None and session.way is None:
        return
    with st.container(key="card_plan_needs"):
        st.header(words["needs_title"], anchor="needs")
        if profile.support is None:
            least = f"{catalogue.model.numbers.min_needs:g}"
            pending(words["needs_open"].format(least=least))
            name = next(s.name for s in questions.steps_of("full") if s.id == "needs")
            if st.button(
                words["answer"].format(step=name),
                key="plan_go_needs",
                on_click=state.go,
                args=["needs", "full"],
            ):
                st.switch_page(shell.ASSESS)
            return
        st.markdown(words["needs_lead"] if causes else words["needs_empty"])
        for cause in causes:
            _cause(session, cause, questions.by_id[cause.id].text, found)
        explain(
            explanations.explain_support(profile, session.answers, questions),
            key="plan_needs",
            label=words["why"],
        )


def _cause(session: Session, cause: Cause, name: str, found: Mapping[str, Moves]) -> None:
    """One cause by its name; its reason and its suggestions wait inside."""
    planning = session.planning
    panel = st.expander(name, key=f"cause_{cause.id}", on_change="rerun")
    if not panel.open:
        return
    with panel:
        why = reason(cause, session.catalogue.questionnaire, planning.content)
        st.markdown(why)
        if cause.id in found:
            suggestions(planning, found[cause.id].suggestions, why)
        else:
            st.markdown(f":gray[{planning.content.words['suggestions_empty']}]")


def _kept(session: Session) -> None:
    """Habits of which nothing is asked."""
    content = session.planning.content
    kept = kept_habits(session.profile, session.catalogue.questionnaire, content)
    if not kept:
        return
    with st.container(key="card_plan_kept"):
        st.header(content.words["keep_title"], anchor="habits")
        st.markdown(content.words["keep_lead"])
        st.markdown("\n".join(f"- {one}" for one in kept))
