"""How numbers and long texts are printed, in tables and figures alike."""

from throughline.wording import half_up

MINUS = "\N{MINUS SIGN}"
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def points(value: float, *, decimals: int = 0) -> str:
    """Print a difference with its sign, halves up: "+42", "−3", "0". ``decimals`` is for levers under a point."""
    size = _rounded(abs(value), decimals)
    if not float(size):
        return "0"
    return f"{'+' if value > 0 else MINUS}{size}"


def whole(value: float) -> str:
    """Print a value on 0-100 as whole points, halves up: "28"."""
    return _rounded(value, 0)


def tenths(value: float) -> str:
    """Print a value on 0-100 with one decimal, halves up: "28.0"."""
    return _rounded(value, 1)


def out_of_ten(value: float) -> str:
    """Print a score on 0-10 with at most one decimal, halves up: "2.8", "7"."""
    return _rounded(value, 1).removesuffix(".0")


def percent(share: float) -> str:
    """Print a share 0-1 as whole percent, halves up: "12%"."""
    return f"{_rounded(100 * share, 0)}%"


def range_by_pole(low: float, high: float) -> tuple[str, str]:
    """Print a range on the future scale for present and for future, cut at 0 and 100: ("69-75", "25-31")."""
    low, high = max(0.0, low), min(100.0, high)
    present = f"{whole(100 - high)}-{whole(100 - low)}"
    return present, f"{whole(low)}-{whole(high)}"


def shorten(text: str, limit: int = 48) -> str:
    """Cut a text to ``limit`` characters, an ellipsis included, at the end of a word where one is near."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    at_word = cut.rfind(" ")
    return (cut[:at_word] if at_word > limit * 0.7 else cut).rstrip(" ,;:.(") + ELLIPSIS


def _rounded(value: float, decimals: int) -> str:
    # Products of halves such as 57.49999999999999 are halves: drop the binary dust first.
    steps = half_up(round(value * 10**decimals, 9))
    return f"{steps / 10**decimals:.{decimals}f}"
