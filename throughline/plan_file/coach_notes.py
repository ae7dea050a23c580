"""A coach's notes as a file of their own: label of a plan -> what was noted about it."""

import json
from collections.abc import Mapping

from throughline.goals.words import shown, visible
from throughline.plan_file.decoding import BrokenFile, decode
from throughline.plan_file.document import APP, OWNER_LENGTH

KIND = "coach-notes"
NOTE_LENGTH = 4000
NOTES_LIMIT = 60


def write_notes(notes: Mapping[str, str]) -> str:
    """Write notes as JSON; empty ones are left out."""
    kept = {label: text for label, text in notes.items() if text.strip()}
    document = {"app": APP, "kind": KIND, "format": 1, "notes": kept}
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def read_notes(data: object) -> dict[str, str] | None:
    """Read a file of notes, or None if it is something else; what can not be a note is left out."""
    try:
        document = decode(data)
    except BrokenFile:
        return None
    notes = document.get("notes")
    if document.get("kind") != KIND or not isinstance(notes, dict):
        return None
    found = {}
    for label, text in list(notes.items())[:NOTES_LIMIT]:
        name = label_of(label)
        if name and isinstance(text, str) and visible(text):
            kept = "".join(one for one in text if one == "\n" or shown(one))
            found[name] = kept[:NOTE_LENGTH]
    return found


def label_of(text: str) -> str:
    """What a plan is called, from any text: one line of up to 80 characters; "" if there is nothing to see."""
    plain = " ".join("".join(one if shown(one) else " " for one in text).split())
    return plain[:OWNER_LENGTH].strip() if visible(plain) else ""
