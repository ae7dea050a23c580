"""The card that keeps today's answers as a sitting, and what comes next while there are fewer than two."""

from functools import partial

import streamlit as st

from components import shell, state
from components.progress.rating import ask_rating
from components.state import Progress, Session
from throughline.goals.words import day_words
from throughline.plan_file import SITTING_NAME_LENGTH


def keep_today(session: Session, progress: Progress) -> None:
    """Offer to keep the answers of today; without any, lead to the questions."""
    words = progress.words
    if not session.answers.markers:
        _nothing_to_keep(progress)
        return
    with st.container(key="card_take"):
        st.header(words.taking["title"], anchor="keep")
        st.markdown(words.taking["lead"].format(day=day_words(progress.today)))
        name, keep = st.columns([5, 2], vertical_alignment="bottom")
        with name:
            st.text_input(
                words.taking["name"],
                max_chars=SITTING_NAME_LENGTH,
                placeholder=progress.next_name,
                help=words.taking["name_help"],
                key=state.new_sitting_key("name"),
                persist_state="session",
            )
        with keep:
            st.button(
                words.taking["keep"],
                type="primary",
                icon=":material/bookmark_add:",
                width="stretch",
                key="cta_take_sitting",
                on_click=state.take_sitting,
            )
        with st.expander(words.rating["title"], type="compact", key="rating_new"):
            ask_rating(
                session.catalogue.questionnaire,
                words,
                lambda end, area: state.new_sitting_key(f"{end}.{area}"),
            )


def what_next(session: Session, progress: Progress) -> None:
    """Say what a second sitting will show, and lead back to the questions."""
    words = progress.words.page
    with st.container(key="card_next"):
        st.header(words["one_title"], anchor="next")
        st.markdown(words["one"])
        _to_questions(session, words["again"], "again")


def _nothing_to_keep(progress: Progress) -> None:
    words = progress.words
    title, text = words.page["empty_title"], words.page["empty"]
    if progress.sittings:
        title, text = words.taking["title"], words.taking["none"]
    with st.container(key="card_take"):
        st.header(title, anchor="keep")
        st.markdown(text)
        _to_questions(state.current(), words.page["go"], "cta_to_questions")


def _to_questions(session: Session, label: str, key: str) -> None:
    first = session.catalogue.questionnaire.steps_of(session.form)[0].id
    primary = key.startswith("cta")
    if st.button(
        label,
        type="primary" if primary else "secondary",
        icon=":material/arrow_forward:",
        key=key,
        on_click=partial(state.go, first),
    ):
        st.switch_page(shell.ASSESS)
