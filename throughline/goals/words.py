"""Text a person typed or a file held, made safe to show, and days in words."""

import datetime
import unicodedata

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# Marks that turn the direction of all text after them, and two code points that XML forbids.
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_FORBIDDEN = "\ufffe\uffff"
_JOINER = "\u200d"  # between two emoji; at the end it would join whatever comes next


def clean(text: str, *, lines: bool = False) -> str:
    """Return the text without what cannot be shown, and without space around it.

    Tabs and line breaks become spaces; with ``lines`` line breaks stay. Right-to-left writing and emoji
    stay as they are; marks that would turn the text around them are left out.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    for mark in ("\u2028", "\u2029", "\x85"):
        text = text.replace(mark, "\n")
    if not lines:
        text = text.replace("\n", " ")
    if text.isascii() and text.isprintable():
        return text.strip()
    return "".join(one for one in text if one == "\n" or shown(one)).strip()


def cut(text: str, length: int) -> str:
    """Return a clean text of at most ``length`` characters that does not end in a space or a joiner."""
    return text if len(text) <= length else text[:length].rstrip().rstrip(_JOINER).rstrip()


def visible(text: str) -> bool:
    """Whether there is anything to see in a text."""
    return any(unicodedata.category(one) != "Cf" and not one.isspace() for one in text)


def shown(one: str) -> bool:
    """Whether a character can be part of a shown text."""
    return unicodedata.category(one) not in ("Cc", "Cs") and one not in _TURNING + _FORBIDDEN


def day_words(day: datetime.date | None) -> str:
    """Print a day in the same words everywhere, whatever the language of the machine: "31 Mar 2027"."""
    return "" if day is None else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
