"""Stored primitives -> legal values: whatever is not legal counts as not entered."""

import math
from collections.abc import Mapping

from throughline.answers import Effort, legal_marker


def numbers(stored: Mapping[str, object], increment: float = 1.0) -> dict[str, float]:
    """Keep numbers 0-10 on the grid of ``increment``."""
    legal = {name: legal_marker(value, increment=increment) for name, value in stored.items()}
    return {name: value for name, value in legal.items() if value is not None}


def times(stored: Mapping[str, object]) -> dict[str, float]:
    """Keep finite moments in seconds."""
    return {n: t for n, t in stored.items() if isinstance(t, float) and math.isfinite(t)}


def weights(stored: Mapping[str, object], highest: float) -> dict[str, float]:
    """Keep whole weights from 0 to ``highest``."""
    return {n: float(v) for n, v in stored.items() if type(v) is int and 0 <= v <= highest}


def efforts(stored: Mapping[str, object]) -> dict[str, Effort]:
    """Keep the three words for effort."""
    words: tuple[Effort, ...] = ("small", "medium", "large")
    return {name: word for name, value in stored.items() for word in words if word == value}


def choices(
    stored: Mapping[str, object], options: Mapping[str, tuple[str, ...]]
) -> dict[str, str | bool]:
    """Keep one of a fact's options, or True for a fact without options."""
    return {
        name: value
        for name, value in stored.items()
        if (value is True and not options[name])
        or (isinstance(value, str) and value in options[name])
    }
