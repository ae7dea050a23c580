"""A log that says what happened and where, and nothing that would let a reader act or know answers."""

import logging
import re
import traceback
from collections.abc import Callable
from typing import Any

_HIDDEN = (
    (re.compile(r"\?[^\s\"'>\])]+"), "?…"),  # query strings
    (re.compile(r"(?i)\b[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\b"), "…"),  # session ids
    (re.compile(r"(?<![\w-])[\w-]{43}(?![\w-])"), "…"),  # tokens
    (re.compile(r"\b(tl_[dpf]\w*)=[^\s;\"']+"), r"\1=…"),  # cookies
    (re.compile(r"/j/[^\s/?\"']+"), "/j/…"),  # room codes
)


def hush(text: str) -> str:
    """Return a line without query strings, session ids, tokens, cookies and room codes."""
    for pattern, instead in _HIDDEN:
        text = pattern.sub(instead, text)
    return text


def install() -> None:
    """Make every record of this process pass through here, whichever library writes it."""
    inner = logging.getLogRecordFactory()
    if not isinstance(inner, _QuietRecords):
        logging.setLogRecordFactory(_QuietRecords(inner))


class _QuietRecords:
    def __init__(self, inner: Callable[..., logging.LogRecord]) -> None:
        self.inner = inner

    def __call__(self, *args: Any, **kwargs: Any) -> logging.LogRecord:
        record = self.inner(*args, **kwargs)
        record.msg, record.args = hush(_message(record)), None
        if record.exc_info and record.exc_info[0]:
            kind, _, trace = record.exc_info
            # The message of an error may quote what somebody typed: its kind and its place do.
            record.exc_text = "".join([*traceback.format_tb(trace), kind.__name__])
        return record


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):  # a format that does not fit its values
        return str(record.msg)
