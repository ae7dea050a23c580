"""A person's answers in a room: saving a section, its form, and taking the own result along."""

from contextlib import suppress
from dataclasses import replace

import streamlit as st

from components import resources
from components.state.keeping import whole_plan
from components.state.room import note, noted, noted_text, sentence
from components.state.store import replace_plan
from throughline.answers import Answers
from throughline.errors import Conflict, NotSaved, RoomError
from throughline.plan_file import PlanFile, write_plan
from throughline.workshop.entries import Entries, read_entries, taken_over, write_entries
from throughline.workshop.views import Asked, Place


def save(section: str, round_no: int, base_rev: int, entries: Entries | str) -> None:
    """Save one section; entries that are a sentence are what is wrong with the form, and nothing is sent."""
    words = resources.catalogue().room.join
    note(said="")
    if isinstance(entries, str):
        note(said=entries)
        return
    submission = _submission(section, round_no, write_entries(entries))
    try:
        saved = resources.workshop().submit(
            noted_text("id"),
            noted_text("token"),
            section,
            round_no,
            base_rev=base_rev,
            submission_id=submission,
            entries=entries,
        )
    except Conflict:
        note(conflict=[section, round_no], mine=write_entries(entries))
        _renew_submission(section, round_no)
    except NotSaved:
        note(said=words["not_saved"])
    except RoomError as error:
        note(said=sentence(error))
    else:
        _renew_submission(section, round_no)
        leave_form(section, round_no)
        note(said=words["late_saved"] if saved.late else "")


def use_mine(section: str, round_no: int, base_rev: int) -> None:
    """Callback: save what this tab had entered in the place of what another tab saved first."""
    save(section, round_no, base_rev, read_entries(noted_text("mine")))


def conflicting(section: str, round_no: int) -> bool:
    """Whether another tab or phone of this person saved the section first."""
    return noted("conflict") == [section, round_no]


def open_form(section: str, round_no: int) -> None:
    """Callback: draw the form of a section again."""
    note(open=[section, round_no])


def form_open(section: str, round_no: int) -> bool:
    """Whether the form of a saved section is open for a change, or of a missed one to be caught up."""
    return noted("open") == [section, round_no]


def leave_form(section: str, round_no: int) -> None:
    """Callback: close a form; the next one is filled from what is saved."""
    count = form_number(section, round_no) + 1
    st.session_state[f"room.form.{section}.{round_no}"] = count
    note(open=None, conflict=None, said="")


def form_number(section: str, round_no: int) -> int:
    """How often the form of a section was closed: a new number lays it out anew."""
    count = st.session_state.get(f"room.form.{section}.{round_no}")
    return count if isinstance(count, int) else 0


def draft_name(asked: Asked) -> str:
    """What the phone keeps unsent answers under: this person, this section, and what it had saved before."""
    rev = asked.saved.rev if asked.saved else 0
    here = noted("last")
    person = f"{here.room_id}.{here.slot}" if isinstance(here, Place) else ""
    return f"{person}.{asked.section.id}.{asked.round}.{rev}"


def own_answers() -> Answers | None:
    """Everything this person has answered, or None while nothing is saved.

    Raises:
        NotSaved: the database is away; what is saved there is not lost.
    """
    try:
        answers = resources.workshop().own(noted_text("id"), noted_text("token"))
    except NotSaved:
        raise
    except RoomError:
        return None
    return answers if answers.markers else None


def own_shift(section: str) -> tuple[Entries, Entries] | None:
    """What this person saved in the last two rounds of a section, or None with fewer."""
    with suppress(RoomError):
        rounds = resources.workshop().own_rounds(noted_text("id"), noted_text("token"), section)
        return (rounds[-2], rounds[-1]) if len(rounds) > 1 else None
    return None


def own_plan(answers: Answers) -> PlanFile:
    """The visitor's own plan with the answers of the room in it."""
    plan = whole_plan()
    questions = resources.catalogue().questionnaire
    return replace(plan, answers=taken_over(plan.answers, answers, questions))


def plan_bytes(answers: Answers) -> bytes:
    """The same as a file."""
    return write_plan(own_plan(answers)).encode()


def take_result() -> None:
    """Callback: put the answers of the room into the visitor's own sheet; it can be undone there."""
    with suppress(NotSaved):
        if answers := own_answers():
            replace_plan(own_plan(answers))


def _submission(section: str, round_no: int, payload: str) -> str:
    """The name of this save: one for every try of the same answers, another for other answers."""
    name = f"room.submission.{section}.{round_no}"
    held = st.session_state.get(name)
    if not isinstance(held, list) or held[1:] != [payload]:
        held = st.session_state[name] = [resources.new_id(), payload]
    return str(held[0])


def _renew_submission(section: str, round_no: int) -> None:
    st.session_state.pop(f"room.submission.{section}.{round_no}", None)
