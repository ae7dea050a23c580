"""Table twins of the pay figures, and how money is printed in charts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from throughline.compensation.certainty import Certainty, Piece
from throughline.compensation.move import Comparison
from throughline.compensation.path import Path
from throughline.compensation.run_rate import Mix
from throughline.compensation.simulation import Fan
from throughline.content.compensation import Cell, Compensation, Part
from throughline.market import PERCENTILES, Market, Placement, medians_ratio
from throughline.tables.formats import MINUS, percent
from throughline.wording import half_up, money

if TYPE_CHECKING:
    import pandas as pd

YEAR = 12
NOT_PUBLISHED = "not published"


def pay_mix_table(
    mixes: Mapping[str, Mix], content: Compensation, *, symbol: str = ""
) -> "pd.DataFrame":
    """A year of pay by part for each package (name -> mix): amount (currency ``symbol``) and share, both totals."""
    import pandas as pd

    rows = []
    for part in content.parts:
        cells = [
            f"{money(m.amounts[part.id], symbol)} ({percent(m.shares[part.id])})"
            for m in mixes.values()
        ]
        rows.append((part.name, *cells))
    rows.append(("Total", *(money(m.total, symbol) for m in mixes.values())))
    without = (money(m.total_without_equity, symbol) for m in mixes.values())
    rows.append(("Total without equity", *without))
    return pd.DataFrame(rows, columns=["Part of pay", *mixes])


def pay_certainty_table(
    certainty: Certainty, content: Compensation, *, symbol: str = ""
) -> "pd.DataFrame":
    """A year of pay by certainty and time: amount, share, and the parts each cell is made of."""
    import pandas as pd

    total = sum(piece.amount for piece in certainty.pieces)
    names = {part.id: part.name for part in content.parts}
    rows = []
    for cell in content.certainty.cells:
        inside = [p for p in certainty.pieces if cell_of(p) == cell.id and p.amount]
        amount = sum(piece.amount for piece in inside)
        made_of = ", ".join(f"{names[one.part]} {money(one.amount, symbol)}" for one in inside)
        share = percent(amount / total) if total else percent(0)
        rows.append((cell.name, money(amount, symbol), share, made_of or "nothing"))
    return pd.DataFrame(rows, columns=["When and how sure", "A year", "Share", "Made of"])


def pay_market_table(placement: Placement) -> "pd.DataFrame":
    """The published percentiles of one occupation and the pay compared with them, US dollars."""
    import pandas as pd

    rows = [
        (f"P{share}", rate(point, placement.unit))
        for share, point in zip(PERCENTILES, placement.points, strict=True)
    ]
    rows.append((f"Your pay, {position(placement)}", rate(placement.pay, placement.unit)))
    return pd.DataFrame(rows, columns=["Point", f"US dollars {per(placement)}"])


def market_pairs_table(market: Market, content: Compensation) -> "pd.DataFrame":
    """The pairs of the article: annual P10, median and P90 of both, and the ratio of the medians."""
    import pandas as pd

    rows = []
    for pair in content.market.pairs:
        job, step = market.by_soc[pair.job], market.by_soc[pair.step]
        ratio = medians_ratio(job, step)
        said = NOT_PUBLISHED if ratio is None else f"{ratio:.2f}"
        rows.append((job.title, _spread(job.annual), step.title, _spread(step.annual), said))
    wages = "US dollars a year: P10 / median / P90"
    columns = ["Job", wages, "Career step", f"{wages} of the step", "Ratio of medians"]
    return pd.DataFrame(rows, columns=columns)


def pay_fan_table(
    fans: Mapping[str, Fan], paths: Mapping[str, Path], *, symbol: str = ""
) -> "pd.DataFrame":
    """Pay added up by the end of each year: each percentile of each package, and what is expected."""
    import pandas as pd

    rows = []
    for name, fan in fans.items():
        lines = {percentile_name(share): line for share, line in fan.bands.items()}
        lines["Expected, without job loss"] = paths[name].cumulative
        rows += [
            (name, label, *(money(line[end], symbol) for end in range(YEAR - 1, len(line), YEAR)))
            for label, line in lines.items()
        ]
    years = len(rows[0]) - 2 if rows else 0
    columns = ["Package", "Line", *(f"Year {year}" for year in range(1, years + 1))]
    return pd.DataFrame(rows, columns=columns)


def pay_break_even_table(comparison: Comparison, *, symbol: str = "") -> "pd.DataFrame":
    """What the move has brought by the end of each year, less what staying would have, discounted."""
    import pandas as pd

    ends = range(YEAR, len(comparison.difference) + 1, YEAR)
    rows = [(str(end), signed_money(comparison.difference[end - 1], symbol)) for end in ends]
    even = comparison.break_even
    rows.append(("Even from month", "none in this time" if even is None else str(even)))
    return pd.DataFrame(rows, columns=["Month", "Difference"])


def own_figure(part: Part, certainty: Certainty, content: Compensation) -> str:
    """Say the reader's own figure of one part of pay: "39 of 100 comes from hours that can change."."""
    words = next(one for one in content.parts if one.id == part)
    pieces = [piece for piece in certainty.pieces if piece.part == part and piece.amount]
    if not pieces:
        return words.none
    open_pieces = [piece for piece in pieces if piece.sureness == "at risk"]
    told = open_pieces or pieces if words.sure else pieces
    share = sum(p.amount for p in told) / sum(p.amount for p in certainty.pieces)
    template = words.sure if words.sure and not open_pieces else words.own
    return template.format(n=half_up(100 * share) or "Less than 1")


def signed_money(amount: float, symbol: str = "") -> str:
    """Print a difference with its sign: "+€37,200", "−€12.50", "€0"."""
    plus = "+" if amount > 0 and half_up(100 * amount) else ""
    return f"{plus}{money(amount, symbol)}"


def short_money(amount: float, symbol: str = "") -> str:
    """Print an amount in four digits at most for the side of a chart: "950", "€250k", "1.5m", "5bn"."""
    size = abs(amount)
    minus = MINUS if amount < 0 else ""
    for limit, letter in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if size >= limit:
            return f"{minus}{symbol}{float(f'{size / limit:.4g}'):g}{letter}"
    return f"{minus}{symbol}{size:.4g}"


def chart_money(amount: float, symbol: str = "") -> str:
    """Print an amount inside a chart, where from a hundred million on whole units find no room."""
    return money(amount, symbol) if abs(amount) < 1e8 else short_money(amount, symbol)


def rate(amount: float, unit: str) -> str:
    """Print pay for an hour in cents and pay for a year in whole units: "21.53", "44,770"."""
    return f"{amount:,.2f}" if unit == "hour" else money(amount)


def per(placement: Placement) -> str:
    """Name the unit that was compared: "an hour" or "a year"."""
    return "an hour" if placement.unit == "hour" else "a year"


def position(placement: Placement) -> str:
    """Say where pay lies: "about P41", "below P10" or "above P90"."""
    if placement.percentile is None:
        return str(placement.outside)
    return f"about P{half_up(placement.percentile)}"


def percentile_name(share: float) -> str:
    """Name a percentile 0-100 of a fan: "Median" for the middle, else "P5"."""
    return "Median" if share == 50 else f"P{share:g}"


def cell_of(piece: Piece) -> Cell:
    """Return the cell of the two-by-two that a piece of pay belongs to."""
    if piece.when == "later":
        return "certain_later" if piece.sureness == "certain" else "open_later"
    return "certain_now" if piece.sureness == "certain" else "open_now"


def _spread(points: tuple[float, ...] | None) -> str:
    if points is None:
        return NOT_PUBLISHED
    return " / ".join(money(points[place]) for place in (0, 2, 4))
