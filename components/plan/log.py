"""The log: a line to write what happened, the boxes it may support, the months, and the entries newest first."""

from itertools import groupby

import streamlit as st

from components import state
from components.cards import pending
from components.plan.boxes import boxes
from components.plan.months import months
from components.state import Planning, Session
from throughline.content.journal import KindWords
from throughline.goals.words import day_words
from throughline.journal import ENTRY_TEXT_LENGTH, Entry
from throughline.journal.entry import ENTRY_UNIT_LENGTH
from throughline.journal.fields import FIRST_DAY, LARGEST_NUMBER
from throughline.wording import literal

OPEN_MONTHS = 2


def log(session: Session) -> None:
    """The log in full."""
    planning = session.planning
    words = planning.log.words
    st.header(words["title"], anchor="log")
    st.markdown(words["lead"])
    _write_down(session)
    if not planning.entries:
        pending(words["empty"])
    else:
        boxes(session)
        months(session)
    newest_first = reversed(planning.entries)
    by_month = groupby(newest_first, key=lambda one: one.day.replace(day=1))
    for place, (month, found) in enumerate(by_month):
        entries = list(found)
        name = words["month"].format(month=f"{month:%B %Y}", count=len(entries))
        panel = st.expander(
            name, key=f"log_{month:%Y_%m}", expanded=place < OPEN_MONTHS, on_change="rerun"
        )
        if panel.open:
            with panel:
                for entry in entries:
                    _line(planning, entry)


def _write_down(session: Session) -> None:
    planning = session.planning
    words, kinds = planning.log.words, planning.log.kinds
    with st.container(key="card_entry_new"):
        chosen = st.pills(
            words["label_kind"],
            list(kinds),
            default=next(iter(kinds)),
            required=True,
            format_func=lambda one: f"{kinds[one].icon} {kinds[one].name}",
            key=state.new_entry_key("kind"),
            persist_state="session",
        )
        kind = kinds[chosen or next(iter(kinds))]
        step = session.catalogue.questionnaire.by_id[kind.habit].step
        st.markdown(f":gray[{kind.help} {words['feeds'].format(step=step)}.]")
        _what_happened(planning, kind)
        st.markdown(f":gray[{words['privacy']}]")


def _what_happened(planning: Planning, kind: KindWords) -> None:
    words = planning.log.words
    day, text = st.columns([1, 4])
    with day:
        st.date_input(
            words["label_day"],
            value=planning.today,
            min_value=FIRST_DAY,
            max_value=planning.today,
            format="YYYY-MM-DD",
            key=state.new_entry_key("day"),
            persist_state="session",
        )
    with text:
        st.text_input(
            words["label_text"],
            max_chars=ENTRY_TEXT_LENGTH,
            placeholder=kind.example,
            help=words["help_text"],
            key=state.new_entry_key("text"),
            persist_state="session",
        )
    number, unit, add = st.columns([2, 2, 2], vertical_alignment="bottom")
    if kind.takes_number:
        with number:
            st.number_input(
                words["label_number"],
                value=None,
                min_value=-LARGEST_NUMBER,
                max_value=LARGEST_NUMBER,
                step=1.0,
                format="%g",
                help=words["help_number"],
                key=state.new_entry_key("number"),
                persist_state="session",
            )
        with unit:
            st.text_input(
                words["label_unit"],
                max_chars=ENTRY_UNIT_LENGTH,
                key=state.new_entry_key("unit"),
                persist_state="session",
            )
    with add if kind.takes_number else number:
        st.button(
            words["add"],
            type="primary",
            width="stretch",
            key="cta_add_entry",
            on_click=state.write_entry,
        )


def _line(planning: Planning, entry: Entry) -> None:
    words, kind = planning.log.words, planning.log.kinds[entry.kind]
    much = ""
    if entry.number is not None:
        told = words["with_unit"].format(number=f"{entry.number:,.10g}", unit=literal(entry.unit))
        much = f" · **{told.strip()}**"
    with st.container(horizontal=True, vertical_alignment="center", key=f"logline_{entry.id}"):
        st.markdown(
            f"{literal(entry.text)}{much}  \n"
            f":gray[{kind.icon} {kind.name} · {day_words(entry.day)}]",
            width="stretch",
        )
        with st.container(horizontal=True, width="content", gap="small"):
            st.button(
                words["change"],
                icon=":material/edit:",
                type="tertiary",
                key=f"entry_change_{entry.id}",
                on_click=state.open_entry,
                args=[entry.id],
            )
            st.button(
                words["remove"],
                icon=":material/delete:",
                type="tertiary",
                key=f"entry_remove_{entry.id}",
                on_click=state.remove_entry,
                args=[entry.id],
            )
