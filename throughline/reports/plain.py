"""What every file does to a person's own words first: what cannot be seen goes, and nothing else changes."""

import re
from unicodedata import bidirectional

# Control, line and direction characters, lone surrogates and the two that are no characters: NUL ends an
# accessible PDF, a surrogate ends any UTF-8 file, and a direction mark can turn a line around.
_UNSEEN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\u2028\\u2029"
    "\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f\\u061c\\ufeff\\ufffe\\uffff]"
)


def plain(text: object) -> str:
    """Return text of one line that can be printed: every run of white space is one space, the ends are trimmed."""
    return " ".join(_UNSEEN.sub("", str(text).replace("\r", "\n")).split())


def beside(text: str) -> str:
    """Return a person's words so that a right-to-left script among them cannot turn the words beside them round."""
    turns = any(bidirectional(one) in ("R", "AL", "AN") for one in text)
    return f"\u2068{text}\u2069" if turns else text


def plain_lines(text: object) -> str:
    """Return text that can be printed with its line breaks kept, each as one line feed."""
    broken = str(text).replace("\r\n", "\n").replace("\r", "\n")
    return _UNSEEN.sub("", broken).strip()
