"""What a scale reports, read with suspicion: the visitor's browser can send anything."""

import json
import math
from collections.abc import Mapping
from typing import Any, Literal

from throughline.answers import legal_marker

Answer = float | Literal["skipped", "na"] | None
"""0-10, one of the two ways of not answering, or None for a question that was cleared."""

MAX_BYTES = 64 * 1024
_REFUSED = math.nan  # not an answer, and not None either: None means that a question was cleared


def parse_reply(raw: object, allowed: Mapping[str, float]) -> dict[str, Answer]:
    """Return the answers in a report that can be trusted, by question id.

    An entry that is wrong in any way is left out; a report that is wrong as a whole is {}.
    Nothing is ever replaced by a default.

    Args:
        raw: The report, `{"n": 12, "answers": {"J1": 7, "J2": "skipped", "C1": null}}` as text.
        allowed: Question id -> increment, the distance between two allowed answers.

    Returns:
        Answers 0-10 as float, "skipped", "na", or None where the visitor cleared the question.
    """
    report = _report(raw)
    if report is None:
        return {}
    read = {i: _read(value, allowed[i]) for i, value in report["answers"].items() if i in allowed}
    return {name: answer for name, answer in read.items() if answer is not _REFUSED}


def reply_number(raw: object) -> int:
    """Return the running number of a report, or 0 when it can't be trusted."""
    report = _report(raw)
    return 0 if report is None else int(report["n"])


def _report(raw: object) -> dict[str, Any] | None:
    if not isinstance(raw, str) or len(raw) > MAX_BYTES:
        return None
    if len(raw.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return None
    try:
        report = json.loads(raw, object_pairs_hook=_unique, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    if not isinstance(report, dict) or report.keys() != {"n", "answers"}:
        return None
    if type(report["n"]) is not int or report["n"] < 0 or not isinstance(report["answers"], dict):
        return None
    return report


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a name occurs twice")
    return members


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def _read(value: object, increment: float) -> Answer:
    match value:
        case None | "skipped" | "na":
            return value
    marker = legal_marker(value, increment=increment)
    return _REFUSED if marker is None else marker
