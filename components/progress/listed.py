"""The sittings kept, the newest first, and the drawer in which one is renamed or rated."""

from collections.abc import Mapping

import streamlit as st

from components import state
from components.progress.rating import ask_rating
from components.state import Progress, Session
from throughline.goals.words import day_words
from throughline.plan_file import SITTING_NAME_LENGTH, Sitting
from throughline.plan_file.history import Point, history
from throughline.wording import literal, percent_pair

SHOWN = 6


def listed(session: Session, progress: Progress) -> None:
    """Every sitting with its form and its own balance."""
    catalogue, words = session.catalogue, progress.words.listed
    own = history(progress.sittings, catalogue.questionnaire, catalogue.model)
    points = {point.sitting: point for point in own}
    newest_first = progress.sittings[::-1]
    with st.container(key="card_sittings"):
        st.header(words["title"], anchor="sittings")
        for sitting in newest_first[:SHOWN]:
            _line(progress, sitting, points)
        if more := newest_first[SHOWN:]:
            text = words["earlier_one" if len(more) == 1 else "earlier"]
            panel = st.expander(
                text.format(count=len(more)),
                type="compact",
                key="sittings_earlier",
                on_change="rerun",
            )
            if panel.open:
                with panel:
                    for sitting in more:
                        _line(progress, sitting, points)


def drawer(progress: Progress) -> None:
    """Open the drawer of the sitting being changed, if there is one."""
    if (sitting := progress.opened) is not None:
        title = progress.words.listed["edit_title"]
        st.dialog(title, position="right", on_dismiss=state.close_sitting)(_edit)(sitting.id)


def _line(progress: Progress, sitting: Sitting, points: Mapping[str, Point]) -> None:
    words = progress.words.listed
    with st.container(
        horizontal=True, vertical_alignment="center", key=f"sittingline_{sitting.id}"
    ):
        st.markdown(
            f"**{literal(sitting.name)}**  \n:gray[{_about(progress, sitting, points)}]",
            width="stretch",
        )
        with st.container(horizontal=True, width="content", gap="small"):
            st.button(
                words["change"],
                icon=":material/edit:",
                type="tertiary",
                key=f"sitting_change_{sitting.id}",
                on_click=state.open_sitting,
                args=[sitting.id],
            )
            st.button(
                words["remove"],
                icon=":material/delete:",
                type="tertiary",
                key=f"sitting_remove_{sitting.id}",
                on_click=state.remove_sitting,
                args=[sitting.id],
            )


def _about(progress: Progress, sitting: Sitting, points: Mapping[str, Point]) -> str:
    words, point = progress.words.listed, points[sitting.id]
    balance = words["pending"]
    if point.balance:
        present, future = percent_pair(point.balance.value)
        balance = words["balance"].format(present=present, future=future)
    form = progress.file_words.forms[point.form]
    said = [words["line"].format(day=day_words(sitting.day), form=form, balance=balance)]
    said += [words["older_model"]] if point.older_model else []
    said += [words["rated"]] if sitting.then and sitting.now else []
    return " · ".join(said)


def _edit(sitting_id: str) -> None:
    progress = state.progress()
    sitting = progress.find(sitting_id)
    if sitting is None:
        st.rerun()
    words = progress.words
    if progress.said:
        st.markdown(f":material/info: {literal(progress.said)}")
    name = state.key("sitting-edit", f"{sitting.id}.{progress.round}.name")
    st.text_input(
        words.taking["name"],
        value=sitting.name,
        max_chars=SITTING_NAME_LENGTH,
        help=words.taking["name_help"],
        key=name,
        persist_state="session",
        on_change=state.rename_sitting,
        args=[sitting.id, name],
    )
    st.markdown(f"**{words.rating['title']}**")
    ask_rating(
        state.current().catalogue.questionnaire,
        words,
        lambda end, area: state.key("sitting-edit", f"{sitting.id}.{progress.round}.{end}.{area}"),
        sitting=sitting,
        on_change=state.rate_sitting,
    )
    with st.container(horizontal=True, key="sitting_drawer_ends"):
        if progress.can_undo:
            st.button(
                words.page["undo"],
                icon=":material/undo:",
                key="sitting_drawer_undo",
                on_click=state.undo_sittings,
            )
        if st.button(
            words.listed["close"],
            type="primary",
            key="cta_sitting_close",
            on_click=state.close_sitting,
        ):
            st.rerun()
