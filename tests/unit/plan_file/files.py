"""A plan file spoiled in one place at a time, and what came of reading it."""

import json
from typing import Any

from tests.plan_files.strategies import CONTENT, TODAY
from throughline.plan_file import Opened, Refused, read_plan

LEGAL: dict[str, Any] = {"app": "throughline", "format": 1}


def text(**parts: Any) -> str:
    """A plan file with these parts."""
    return json.dumps(LEGAL | parts)


def opened(**parts: Any) -> Opened:
    """The file with these parts, which has to open."""
    found = read_plan(text(**parts), CONTENT, TODAY)
    assert isinstance(found, Opened), found
    return found


def said(**parts: Any) -> list[str]:
    """What is said about the file with these parts."""
    return [note.sentence for note in opened(**parts).notes]


def refused(data: object) -> Refused:
    """The refusal of this file, which must not open."""
    found = read_plan(data, CONTENT, TODAY)
    assert isinstance(found, Refused), found
    return found
