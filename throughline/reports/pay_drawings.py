"""The drawings of pay as numbers: a year by part, five years added up, and a place among wages."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from throughline import figures
from throughline.compensation.run_rate import Mix
from throughline.compensation.simulation import Fan
from throughline.content.compensation import Part
from throughline.figures.pay_fan import MEDIAN, ticks_to
from throughline.figures.pay_mix import shares_of
from throughline.market import PERCENTILES, Placement
from throughline.reports.material import Desk
from throughline.reports.shapes import (
    FanDrawing,
    FanPanel,
    PayBar,
    PayDrawing,
    PayPartDrawn,
    StripDrawing,
)
from throughline.tables.formats import percent
from throughline.tables.pay import (
    YEAR,
    chart_money,
    per,
    percentile_name,
    position,
    rate,
    short_money,
)

HEADROOM = 1.04
OUTSIDE = 0.06


def pay_drawing(desk: Desk) -> PayDrawing:
    """Draw the parts of every package as shares of its year."""
    content, mixes = desk.catalogue.compensation, desk.material.mixes
    names = {part.id: part.name for part in content.parts}
    bars = tuple(
        PayBar(name, _totals(desk, one), tuple(_parts(one, names))) for name, one in mixes.items()
    )
    alt = figures.pay_mix_alt(mixes, content)
    return PayDrawing(alt=alt, bars=bars, empty=content.texts["no_pay"])


def fan_drawing(desk: Desk) -> FanDrawing:
    """Draw the range, the median and the expected line of every package on one scale."""
    content, material = desk.catalogue.compensation, desk.material
    fans, paths, symbol = material.fans, material.paths, material.symbol
    highest = max(max(band) for fan in fans.values() for band in fan.bands.values())
    highest = max(highest, *(paths[name].cumulative[-1] for name in fans))
    top = HEADROOM * highest or 1.0
    months = max(len(fan.bands[MEDIAN]) for fan in fans.values())
    low, high = _edges(next(iter(fans.values())))
    band = desk.words.report.fan_band.format(inside=f"{high - low:g}")
    expected = desk.words.report.fan_expected.format(expected=content.texts["expected"])
    return FanDrawing(
        alt=figures.pay_fan_alt(fans, paths, content, symbol=symbol),
        panels=tuple(
            _panel(desk, name, fan, paths[name].cumulative, top) for name, fan in fans.items()
        ),
        ticks=tuple(
            (round(tick / top, 4), short_money(tick, symbol)) for tick in ticks_to(highest)
        ),
        years=tuple(str(month // YEAR) for month in range(0, months + 1, YEAR)),
        names=(band, desk.words.report.fan_median, expected),
    )


def strip_drawing(desk: Desk) -> StripDrawing | None:
    """Draw where the pay lies among the wages of the occupation; None without an occupation."""
    placement = desk.material.placement
    if placement is None:
        return None
    return StripDrawing(
        alt=figures.pay_market_alt(placement, desk.catalogue.compensation),
        title=placement.occupation.title,
        points=tuple(
            (percentile_name(share), rate(point, placement.unit))
            for share, point in zip(PERCENTILES, placement.points, strict=True)
        ),
        at=_along(placement),
        said=f"{rate(placement.pay, placement.unit)} {per(placement)}, {position(placement)}",
    )


def _panel(desk: Desk, name: str, fan: Fan, expected: Sequence[float], top: float) -> FanPanel:
    low, high = _edges(fan)
    symbol = desk.material.symbol
    sums = {at: chart_money(fan.bands[at][-1], symbol) for at in (low, MEDIAN, high)}
    said = desk.words.report.fan_said.format(median=sums[MEDIAN], low=sums[low], high=sums[high])

    def line(amounts: Sequence[float]) -> tuple[float, ...]:
        return tuple(round(one / top, 4) for one in (0.0, *amounts))

    middle = fan.bands[MEDIAN]
    return FanPanel(
        name=name,
        said=said,
        low=line(fan.bands[low]),
        high=line(fan.bands[high]),
        middle=line(middle),
        expected=line(expected[: len(middle)]),
    )


def _edges(fan: Fan) -> tuple[float, float]:
    return min(fan.bands), max(fan.bands)


def _along(placement: Placement) -> float:
    """Place pay with equal steps between the points: 0 at the first, 1 at the last."""
    at = placement.percentile
    if at is None:
        return -OUTSIDE if placement.outside == "below P10" else 1 + OUTSIDE
    steps = len(PERCENTILES) - 1
    for place, (low, high) in enumerate(pairwise(PERCENTILES)):
        if at <= high:
            return round((place + (at - low) / (high - low)) / steps, 4)
    return 1.0


def _totals(desk: Desk, one: Mix) -> str:
    texts, symbol = desk.catalogue.compensation.texts, desk.material.symbol
    if not one.total:
        return ""
    template = texts["with_equity" if one.amounts["equity"] else "total"]
    return template.format(
        total=chart_money(one.total, symbol), without=chart_money(one.total_without_equity, symbol)
    )


def _parts(one: Mix, names: Mapping[Part, str]) -> Iterator[PayPartDrawn]:
    shares = shares_of(one, equity=True)
    for place, (part, name) in enumerate(names.items()):
        if share := shares.get(part, 0.0):
            yield PayPartDrawn(place, name, round(share, 4), percent(share))
