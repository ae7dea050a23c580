"""The plan file: taken along as it is now, or opened with a look inside before anything is replaced."""

from functools import partial

import streamlit as st

from components import state
from components.state import Progress, Session
from throughline.plan_file import Opened, PlanFile, fits, read_plan, sentences, write_plan
from throughline.plan_file.summary import difference, summary
from throughline.wording import literal

MOST_LINES = 12


def plan_file(session: Session, progress: Progress) -> None:
    """Download everything in one file, or open one."""
    words = progress.words.file
    with st.container(key="card_plan_file"):
        st.header(words["title"], anchor="file")
        st.markdown(words["lead"])
        if session.sample is not None:
            st.markdown(words["sample"])
            st.button(words["leave_sample"], key="leave_for_file", on_click=state.leave_sample)
            return
        here = state.whole_plan()
        _download(progress, here)
        _open(progress, here)


def _download(progress: Progress, here: PlanFile) -> None:
    words = progress.words.file
    if not fits(write_plan(here)):
        st.info(progress.file_words.summary["too_big_to_open"], icon=":material/info:")
    st.download_button(
        words["download"],
        partial(_bytes, here),
        file_name=f"throughline-plan-{progress.today.isoformat()}.json",
        mime="application/json",
        icon=":material/download:",
        on_click="ignore",
        key="plan_file_download",
    )
    st.markdown(f":gray[{words['private']}]")


def _bytes(plan: PlanFile) -> bytes:
    return write_plan(plan).encode()


def _open(progress: Progress, here: PlanFile) -> None:
    words = progress.words.file
    # No `type`: the name of a file proves nothing, and a forged one would raise before we could look.
    chosen = st.file_uploader(
        words["open"],
        max_upload_size=1,
        key=state.plan_file_key(),
        help=words["open_help"],
    )
    if chosen is None:
        _told(progress)
        return
    opened = read_plan(chosen.getvalue(), state.content(), progress.today)
    if isinstance(opened, Opened):
        _preview(progress, here, opened)
    else:
        st.info(words["refused"].format(sentence=opened.sentence), icon=":material/block:")


def _preview(progress: Progress, here: PlanFile, opened: Opened) -> None:
    words, file_words = progress.words.file, progress.file_words
    with st.container(key="plan_file_preview"):
        inside, change = st.columns(2, gap="large")
        with inside:
            st.subheader(words["preview_title"], anchor=False)
            said = summary(opened.plan, state.content(), came_in=opened.came_in)
            _lines(said[:MOST_LINES])
            if more := said[MOST_LINES:]:
                label = words["more"].format(count=len(more))
                with st.expander(label, type="compact", key="plan_file_more"):
                    _lines(more)
        with change:
            st.subheader(words["differs_title"], anchor=False)
            found = difference(here, opened.plan, file_words)
            changes = tuple(one.sentence for one in found if not one.same)
            _lines(changes or (file_words.difference["nothing"],))
        if notes := sentences(opened.notes, file_words):
            count = sum(note.count for note in opened.notes)
            text = words["notes_one" if count == 1 else "notes"].format(count=count)
            with st.expander(text, type="compact", key="plan_file_notes"):
                _lines(notes)
        st.markdown(f":gray[{file_words.difference['undo']}]")
        with st.container(horizontal=True):
            st.button(
                words["replace"],
                type="primary",
                key="cta_open_plan_file",
                on_click=state.open_plan_file,
            )
            st.button(words["leave"], key="drop_plan_file", on_click=state.drop_plan_file)


def _lines(said: tuple[str, ...]) -> None:
    st.markdown("\n".join(f"- {literal(one)}" for one in said))


def _told(progress: Progress) -> None:
    """Say here too that a plan was replaced: the line at the top of the page may be out of sight."""
    state.saving()  # first, so that what this very click has done is known
    known = state.keeping()
    if known.told != "taken":
        return
    with st.container(horizontal=True, vertical_alignment="center", key="plan_file_told"):
        st.markdown(progress.words.file["replaced"], width="stretch")
        if known.can_undo:
            st.button(
                progress.words.file["undo"],
                icon=":material/undo:",
                key="undo_open_plan_file",
                on_click=state.undo_replace,
            )
