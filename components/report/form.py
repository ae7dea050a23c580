"""What the visitor chooses: whose copy it is, the sections, the notes, a name and the paper."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import get_args

import streamlit as st

from components import resources, state
from throughline.reports.model import SECTIONS, Audience, Choice, SectionId
from throughline.reports.pdf import Paper
from throughline.reports.plain import plain

NAME_LENGTH = 80


@dataclass(frozen=True)
class Wish:
    """What the visitor asked for."""

    choice: Choice
    author: str
    paper: Paper


def ask(found: Collection[SectionId], *, noted: bool) -> Wish:
    """Ask for a report.

    Args:
        found: Sections that have something in them; the others are off and say why.
        noted: Whether there are notes to print.
    """
    words = resources.report_words()
    texts = words.page.texts
    with st.container(key="card_report_form"):
        st.header(texts["contents"], anchor=False)
        audience = _audience()
        st.markdown(f":gray[{words.page.copy_help[audience]}]")
        usual = Choice.mine() if audience == "mine" else Choice.shared()
        with st.container(gap="xsmall", key="report_boxes"):
            sections = [one for one in SECTIONS if _section(one, audience, usual, found)]
            notes = st.checkbox(
                texts["notes"] if noted else f"{texts['notes']} :gray[· {texts['no_notes']}]",
                value=usual.notes and noted,
                disabled=not noted,
                key=_key(audience, "notes", there=noted),
                persist_state="session",
            )
        author = st.text_input(
            texts["name"],
            max_chars=NAME_LENGTH,
            placeholder=texts["name_place"],
            key=state.key("report", "name"),
            persist_state="session",
        )
        paper = _paper()
    choice = Choice(audience, frozenset(sections), notes=bool(notes and noted))
    return Wish(choice, plain(author or "")[:NAME_LENGTH], paper)


def _audience() -> Audience:
    words = resources.report_words().page
    audiences: tuple[Audience, ...] = get_args(Audience)
    chosen = st.segmented_control(
        words.texts["copy"],
        audiences,
        default=audiences[0],
        required=True,
        format_func=words.copies.__getitem__,
        key=state.key("report", "copy"),
        persist_state="session",
    )
    return next((one for one in audiences if one == chosen), audiences[0])


def _section(
    section: SectionId, audience: Audience, usual: Choice, found: Collection[SectionId]
) -> bool:
    words, there = resources.report_words(), section in found
    title = words.report.sections[section]
    ticked = st.checkbox(
        title if there else f"{title} :gray[· {words.page.absent[section]}]",
        value=there and section in usual.sections,
        disabled=not there,
        key=_key(audience, section, there=there),
        persist_state="session",
    )
    return there and bool(ticked)


def _paper() -> Paper:
    words = resources.report_words().page
    papers: tuple[Paper, ...] = get_args(Paper)
    chosen = st.segmented_control(
        words.texts["paper"],
        papers,
        default=papers[0],
        required=True,
        format_func=words.papers.__getitem__,
        key=state.key("report", "paper"),
        persist_state="session",
    )
    return next((one for one in papers if one == chosen), papers[0])


def _key(audience: Audience, name: str, *, there: bool) -> str:
    """A box that is off has a key of its own, so that it comes back as it was."""
    return state.key("report", f"{audience}.{name}{'' if there else '.off'}")
