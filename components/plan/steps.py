"""The six steps in the order of the person's own numbers, each with its reason, its effort and its suggestions."""

from collections.abc import Mapping

import streamlit as st

from components import shell, state
from components.cards import explain
from components.plan.suggestions import suggestions
from components.plan.timeline import put_on_timeline
from components.state import Session
from throughline import explanations
from throughline.actions import Moves, StepCause, StepRanking
from throughline.explanations.reasons import ease_sentence, reason, tie_sentence
from throughline.levers import Way

EFFORTS = ("small", "medium", "large")
ABREAST = 3


def steps(
    session: Session,
    way: Way,
    ranking: StepRanking,
    causes: tuple[StepCause, ...],
    moves: Mapping[str, Moves],
) -> None:
    """Every ranked step, and those that cannot be ranked yet."""
    words = session.planning.content.words
    st.header(words["steps_title"], anchor="steps")
    st.markdown(words["steps_lead"])
    _efforts(session, ranking)
    for cause in causes:
        _step(session, way, ranking, cause, moves.get(cause.id))
    _unranked(session, ranking)


def _efforts(session: Session, ranking: StepRanking) -> None:
    """Ask the effort of every ranked step, away from the cards: an input that moved would lose the keyboard."""
    words, questions = session.planning.content.words, session.catalogue.questionnaire
    places = {step.id: place for place, step in enumerate(ranking.ranked, start=1)}
    asked = [habit for habit in questions.of_kind("habit") if habit.id in places]
    with st.expander(words["ease_title"], icon=":material/tune:", key="efforts"):
        st.markdown(words["ease_lead"])
        for row in (asked[:ABREAST], asked[ABREAST:]):
            for column, habit in zip(st.columns(ABREAST), row, strict=False):
                with column:
                    st.segmented_control(
                        str(habit.step),
                        EFFORTS,
                        default=EFFORTS[0],
                        required=True,
                        format_func=lambda one: words[f"effort_{one}"],
                        key=state.key("ease", habit.id),
                        persist_state="session",
                    )
                    place = words["ease_place"].format(place=places[habit.id], count=len(asked))
                    st.markdown(f":gray[{place}]")


def _step(
    session: Session, way: Way, ranking: StepRanking, cause: StepCause, moves: Moves | None
) -> None:
    catalogue, planning = session.catalogue, session.planning
    questions, content, numbers = catalogue.questionnaire, planning.content, catalogue.model.numbers
    name = str(questions.by_id[cause.id].step)
    why = reason(cause, questions, content)
    with st.container(key=f"card_step_{cause.id}"):
        st.subheader(f"{cause.place}. {name}", anchor=False)
        st.markdown(f"{why}  \n:gray[{content.steps[cause.id].means}]")
        notes = (
            tie_sentence(cause.id, ranking, questions, content),
            ease_sentence(cause.id, ranking, session.answers, content, numbers),
        )
        if any(notes):
            st.markdown(f":gray[{' '.join(filter(None, notes))}]")
        with st.container(horizontal=True, gap="small"):
            explain(
                explanations.explain_step(
                    cause.step,
                    way,
                    session.profile,
                    session.answers,
                    questions,
                    catalogue.model,
                    ranking,
                ),
                key=f"step_{cause.id}",
                label=content.words["why"],
            )
            made = next((goal.id for goal in session.plan.goals if goal.origin == cause.id), "")
            put_on_timeline(session, cause.id, made, state.goal_of_step, [cause.id, name])
        if moves is not None:
            with st.expander(
                content.words["suggestions_title"],
                key=f"suggestions_{cause.id}",
                expanded=cause.place == 1,
                type="compact",
            ):
                suggestions(planning, moves.suggestions, why)


def _unranked(session: Session, ranking: StepRanking) -> None:
    """The steps whose habit is to be answered first, or whose areas have no target."""
    if not ranking.unranked:
        return
    words, questions = session.planning.content.words, session.catalogue.questionnaire
    with st.container(key="card_unranked"):
        st.subheader(words["step_unranked"], anchor=False)
        st.markdown(words["step_unranked_lead"])
        with st.container(horizontal=True):
            for habit in ranking.unranked:
                answered = habit in session.profile.habits.levels
                if st.button(
                    str(questions.by_id[habit].step),
                    key=f"unranked_{habit}",
                    icon=":material/arrow_forward:",
                    on_click=state.go,
                    args=["wanted" if answered else "habits", "full"],
                ):
                    st.switch_page(shell.ASSESS)
