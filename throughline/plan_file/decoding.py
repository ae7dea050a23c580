"""Bytes from anywhere -> one JSON object, or the reason why not; the cheapest checks come first."""

import codecs
import json
import math
import re
from typing import Any, Never

from throughline.content.plan_file import RefusalCode, Section
from throughline.errors import ThroughlineError
from throughline.plan_file.document import SIZE_LIMIT

DEEPEST = 8  # a plan needs five
MOST_VALUES = 150_000  # a megabyte of check-ins has about 90,000
LONGEST_WHOLE = 15
LONGEST_NUMBER = 32

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
# Possessive, so that a string without an end costs one pass and not one per quote.
_TEXTS = re.compile(r'"(?:[^"\\]++|\\.?)*+"?', re.DOTALL)
_MARKS = re.compile(r"[][{},]")


class BrokenFile(ThroughlineError):
    """A file that is not opened: the code of the reason, and the part of the plan it lies in."""

    def __init__(self, code: RefusalCode, section: Section = "file") -> None:
        super().__init__(code)
        self.code: RefusalCode = code
        self.section: Section = section


def decode(data: object) -> dict[str, Any]:
    """Return the JSON object in ``data``.

    Raises:
        BrokenFile: it holds none, or one that no plan file can be; the code says why.
    """
    text = _text(data)
    if not text.strip():
        raise BrokenFile("empty")
    _measure(text)
    found = _parse(text)
    if not isinstance(found, dict):
        raise BrokenFile("not_a_plan")
    return found


def _text(data: object) -> str:
    """The text of a file, without the mark that some editors put in front."""
    if isinstance(data, str):
        # The first test spares a long text the second, which makes a copy.
        if len(data) > SIZE_LIMIT or len(data.encode("utf-8", "surrogatepass")) > SIZE_LIMIT:
            raise BrokenFile("too_large")
        return data.removeprefix("\ufeff")
    if not isinstance(data, bytes | bytearray):
        raise BrokenFile("not_a_file")
    if len(data) > SIZE_LIMIT:
        raise BrokenFile("too_large")
    if data.startswith(_UTF16) or b"\0" in data[:2]:
        raise BrokenFile("utf16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BrokenFile("encoding") from None


def _measure(text: str) -> None:
    """Refuse what is nested too deep or holds too many values, before anything is built from it."""
    depth = values = 0
    for mark in _MARKS.findall(_TEXTS.sub("", text)):
        if mark in "]}":
            depth -= 1
            continue
        values += 1
        depth += mark != ","
        if depth > DEEPEST:
            raise BrokenFile("too_deep")
        if values > MOST_VALUES:
            raise BrokenFile("too_many_values")


def _parse(text: str) -> Any:
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_whole,
            parse_float=_number,
            parse_constant=_no_number,
        )
    except json.JSONDecodeError as error:
        ended = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        raise BrokenFile("cut_short" if ended else "not_json") from None
    except RecursionError:  # the depth is known by now; a caller deep in its own stack is not
        raise BrokenFile("too_deep") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise BrokenFile("repeated_key")
    return found


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > LONGEST_WHOLE:
        raise BrokenFile("huge_number")
    return int(digits)


def _number(digits: str) -> float:
    if len(digits) > LONGEST_NUMBER or not math.isfinite(value := float(digits)):
        raise BrokenFile("huge_number")
    return value


def _no_number(_constant: str) -> Never:
    raise BrokenFile("no_number")
