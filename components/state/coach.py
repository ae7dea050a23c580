"""The plans of others, opened side by side: plain records under keys of their own, never saved anywhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import streamlit as st

from components import resources
from components.state.keeping import content
from throughline.content.coach import CoachWords
from throughline.plan_file import Opened, read_plan, write_plan
from throughline.plan_file.coach_notes import label_of, read_notes
from throughline.plan_file.side_by_side import FILE_LIMIT, Side, side_of

RECORDS, ROUND, SAID, WAITING = "coach.records", "coach.round", "coach.said", "coach.waiting"
NAME_SHOWN = 60


class Upload(Protocol):
    """A file that a coach has chosen."""

    name: str

    def getvalue(self) -> bytes:
        """Its bytes."""
        ...


@dataclass(frozen=True)
class Coaching:
    """The files that are open, read anew in every run."""

    words: CoachWords

    @cached_property
    def files(self) -> dict[str, str]:
        """Id of each open file -> its name, in the order opened."""
        return {one["id"]: one["file"] for one in _records()}

    @cached_property
    def labels(self) -> dict[str, str]:
        """Id of each open file -> what the coach calls it."""
        return {one["id"]: _label(one) for one in _records()}

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """What each file shows, in the order opened."""
        catalogue, today, found = resources.catalogue(), resources.today(), []
        for one in _records():
            opened = read_plan(one["text"], content(), today)
            if isinstance(opened, Opened):
                found.append(
                    side_of(
                        self.labels[one["id"]],
                        opened.plan,
                        catalogue.questionnaire,
                        catalogue.model,
                        today,
                    )
                )
        return tuple(found)

    @property
    def notes(self) -> dict[str, str]:
        """Label -> what was noted, those that wait for their file included."""
        here = {label: _text(note_key(one)) for one, label in self.labels.items()}
        return _waiting() | {label: text for label, text in here.items() if text}

    @property
    def said(self) -> tuple[str, ...]:
        """What became of the files chosen last; holds names of files."""
        said = st.session_state.get(SAID)
        return tuple(said) if isinstance(said, list) else ()


def coaching() -> Coaching:
    """Return the files that are open."""
    return Coaching(resources.catalogue().coach)


def upload_key() -> str:
    """The key of the input that takes files; under a new one it is empty again."""
    return f"coach.upload.{_round()}"


def label_key(file: str) -> str:
    """The key of the label of one file."""
    return f"coach.label.{file}"


def note_key(file: str) -> str:
    """The key of the notes on one file."""
    return f"coach.note.{file}"


def open_coach_files() -> None:
    """Callback: read the chosen files, and say what became of each; what can not be read changes nothing."""
    chosen: Sequence[Upload] | None = st.session_state.get(upload_key())
    words, said, opened = coaching().words.said, [], 0
    for one in chosen or ():
        name = label_of(one.name)[:NAME_SHOWN]
        is_open, found = _open(name, one.getvalue())
        opened += is_open
        said += [found] if found else []
    if opened:
        said.insert(0, words["opened_one" if opened == 1 else "opened"].format(count=opened))
    if waiting := _waiting():
        said.append(words["unmatched"].format(labels=", ".join(waiting)))
    st.session_state[SAID] = said
    st.session_state[ROUND] = _round() + 1


def close_coach_file(file: str) -> None:
    """Callback: let go of one file; its notes go with it."""
    st.session_state[RECORDS] = [one for one in _records() if one["id"] != file]
    st.session_state[SAID] = []
    for name in (label_key(file), note_key(file)):
        st.session_state.pop(name, None)


def close_coach_files() -> None:
    """Callback: let go of everything on this page."""
    for name in [str(one) for one in st.session_state if str(one).startswith("coach.")]:
        if name != ROUND:
            del st.session_state[name]
    st.session_state[ROUND] = _round() + 1


def _open(name: str, data: bytes) -> tuple[bool, str]:
    """Take one file in: whether a plan is open now, and what there is to say about it."""
    words = coaching().words.said
    if (notes := read_notes(data)) is not None:
        _take_notes(notes)
        return False, words["notes"].format(file=name, count=len(notes))
    opened = read_plan(data, content(), resources.today())
    if not isinstance(opened, Opened):
        return False, words["refused"].format(file=name, reason=opened.sentence)
    records, text = _records(), write_plan(opened.plan)
    if any(one["text"] == text for one in records):
        return False, words["same"].format(file=name)
    if len(records) >= FILE_LIMIT:
        return False, words["full"].format(file=name, limit=FILE_LIMIT)
    st.session_state[RECORDS] = [*records, {"id": resources.new_id(), "file": name, "text": text}]
    record = _records()[-1]
    usual = label_of(opened.plan.owner) or name.rsplit(".", 1)[0] or name
    st.session_state[label_key(record["id"])] = _free(usual)
    _take_notes(_waiting())
    count = sum(note.count for note in opened.notes)
    told = words["put_right_one" if count == 1 else "put_right"] if count else ""
    return True, told.format(file=name, count=count)


def _take_notes(notes: dict[str, str]) -> None:
    """Put notes beside the files of their labels; what is noted there already stays above them."""
    waiting = _waiting() | notes
    for one in _records():
        text = waiting.pop(_label(one), "")
        before = _text(note_key(one["id"]))
        if text and text not in before:
            st.session_state[note_key(one["id"])] = f"{before}\n\n{text}" if before else text
    st.session_state[WAITING] = waiting


def _free(label: str) -> str:
    """A label that no other file has."""
    taken, number, name = {_label(one) for one in _records()}, 1, label
    while name in taken:
        number += 1
        name = f"{label} ({number})"
    return name


def _label(record: dict[str, str]) -> str:
    return label_of(_text(label_key(record["id"]))) or record["file"]


def _records() -> list[dict[str, str]]:
    records = st.session_state.get(RECORDS)
    return list(records) if isinstance(records, list) else []


def _waiting() -> dict[str, str]:
    waiting = st.session_state.get(WAITING)
    return dict(waiting) if isinstance(waiting, dict) else {}


def _text(name: str) -> str:
    value = st.session_state.get(name)
    return value if isinstance(value, str) else ""


def _round() -> int:
    count = st.session_state.get(ROUND)
    return count if isinstance(count, int) else 0
