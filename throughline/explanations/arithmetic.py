"""Numbers as text in arithmetic: proper signs, halves rounded up, no minus before a zero."""

import math
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

MINUS = "−"
ROUNDED = "Parts are shown rounded and added unrounded, so a last digit can differ by one."


def rounded(value: float, places: int = 2) -> str:
    """Return ``value`` with ``places`` decimals, halves away from zero: 1.875 is "1.88"."""
    # Nine decimals first: 2.375 can arrive as 2.3749999999999996 and is still a half.
    exact = Decimal(repr(round(float(value), 9)))
    text = f"{abs(exact).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    return f"{MINUS}{text}" if value < 0 and float(text) else text


def signed(value: float, places: int = 2) -> str:
    """Return ``value`` with its sign, as a move: "+1.61", "−0.10", and "0.00" without one."""
    text = rounded(value, places)
    return text if text.startswith(MINUS) or not float(text) else f"+{text}"


def plain(value: float, places: int = 2) -> str:
    """Return ``value`` as a person would type it: "7", "8.5", up to ``places`` decimals."""
    text = rounded(value, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: float) -> str:
    """Return a number to calculate with: "50,400", "9,979.20", "21.53"; below 100 with six digits: "0.601025"."""
    size = abs(value)
    places = 2 if size >= 100 or not size else min(9, max(6, 5 - math.floor(math.log10(size))))
    text = plain(value, places) if size < 100 else rounded(value, 2).removesuffix(".00")
    whole, point, rest = text.removeprefix(MINUS).partition(".")
    return f"{MINUS if text.startswith(MINUS) else ''}{int(whole):,}{point}{rest}"


def added(values: Iterable[float], places: int = 2) -> str:
    """Return a sum as text, subtracting what is negative: "6.00 + 5.18 − 0.36"."""
    text = ""
    for value in values:
        number = rounded(value, places)
        if not text:
            text = number
        elif number.startswith(MINUS):
            text += f" {MINUS} {number.removeprefix(MINUS)}"
        else:
            text += f" + {number}"
    return text


def total_of(values: Iterable[float]) -> str:
    """Return a sum of amounts as text, in brackets unless it is one number: "(50,400 + 21.53)", "0" of none."""
    numbers = [amount(value) for value in values]
    return f"({' + '.join(numbers)})" if len(numbers) > 1 else "".join(numbers) or "0"


def mean_of(values: Sequence[float]) -> str:
    """Return the mean of answers as a calculation: "(2 + 3 + 2) / 3"."""
    total = " + ".join(plain(value) for value in values)
    return f"({total}) / {len(values)}" if len(values) > 1 else f"{total} / 1"


def weighted(values: Sequence[float], weights: Sequence[float], places: int = 2) -> str:
    """Return a weighted sum as text; weights that are all 1 are not written."""
    numbers = [rounded(value, places) for value in values]
    if all(weight == 1 for weight in weights):
        return " + ".join(numbers)
    pairs = zip(weights, numbers, strict=True)
    return " + ".join(f"{plain(weight)} × {number}" for weight, number in pairs)
