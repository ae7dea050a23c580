"""Two sittings compared: the change in words with its arithmetic, and the rating of then and now beside it."""

import zlib

import streamlit as st

from components import cards, state
from components.state import Progress, Session
from throughline import explanations, tables
from throughline.change import Change
from throughline.goals.words import day_words
from throughline.plan_file import Sitting
from throughline.plan_file.document import End
from throughline.plan_file.history import Comparison, then_and_now, then_and_now_sentences
from throughline.tables.formats import tenths
from throughline.wording import literal

TITLES = {
    "no clear change": "word_no",
    "possible change": "word_possible",
    "clear change": "word_clear",
}


def change(session: Session, progress: Progress) -> None:
    """The change between two sittings; the last two unless others are chosen."""
    words = progress.words.change
    with st.container(key="card_change"):
        st.header(words["title"], anchor="change")
        if len(progress.sittings) > 2:
            _choose(progress)
        compared = progress.comparison
        if compared is None:
            cards.pending(words["same"])
            return
        rated = then_and_now(compared.after, session.catalogue.questionnaire)
        if not rated:
            _measured(session, progress, compared)
            return
        left, right = st.columns([3, 2], gap="large")
        with left:
            _measured(session, progress, compared)
        with right:
            st.subheader(words["then_now_title"], anchor=False)
            said = then_and_now_sentences(
                compared.after, session.catalogue.questionnaire, progress.file_words
            )
            cards.table(
                tables.then_and_now_table(rated, session.catalogue.questionnaire),
                alt=" ".join(said),
            )
            st.markdown(f":gray[{said[-1]}]")


def _choose(progress: Progress) -> None:
    words, pair = progress.words.change, progress.compared
    if pair is None:
        return
    names = {one.id: _option(one, words["option"]) for one in reversed(progress.sittings)}
    labels: dict[End, str] = {"from": words["one"], "to": words["other"]}
    # Under other names it is another input: a browser would go on showing the old name.
    told = zlib.crc32("\n".join([*names, *names.values()]).encode())
    columns = st.columns(2)
    for column, (end, label), sitting in zip(columns, labels.items(), pair, strict=True):
        widget = state.key("sitting-choice", f"{end}.{told}")
        with column:
            st.selectbox(
                label,
                list(names),
                index=list(names).index(sitting.id),
                format_func=lambda one: names.get(one, ""),
                help=words["choose_help"],
                key=widget,
                persist_state="session",
                on_change=state.compare_sitting,
                args=[end, widget],
            )


def _option(sitting: Sitting, text: str) -> str:
    return text.format(name=sitting.name, day=day_words(sitting.day))


def _measured(session: Session, progress: Progress, compared: Comparison) -> None:
    words, found = progress.words.change, compared.change
    st.subheader(words[TITLES[found.word] if found else "pending"], anchor=False)
    st.markdown("\n\n".join(literal(one) for one in compared.sentences))
    if found:
        _thresholds(session, progress, found)


def _thresholds(session: Session, progress: Progress, found: Change) -> None:
    words, numbers = progress.words.change, session.catalogue.model.numbers
    meaning = words["meaning"].format(
        threshold=tenths(found.threshold), clear=f"{numbers.clear_change_points:g}"
    )
    st.markdown(f":gray[{meaning}]")
    cards.explain(
        explanations.explain_change(found, session.catalogue.questionnaire, numbers),
        key="change",
        label=words["explain"],
    )
