"""Values of a group into numbers that may be shown: the gates by n, sameness, rounding, small counts, bands."""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import fmean, median, quantiles, stdev

from throughline.distributions import t_quantile
from throughline.workshop.item_statistics import figures_allowed
from throughline.workshop.numbers import up_to
from throughline.workshop.picture import BANDS, PERCENTILES, GroupFigure, Kind
from throughline.workshop.room import K

MEANS_FROM = 10
FINE_SHARES_FROM = 20
PAY_STEP = 5
BALANCE_STEP = 10
_BAND_ENDS = (10 / 3, 20 / 3)


def waiting(figure_id: str, kind: Kind, *, needs: int = K) -> GroupFigure:
    """Return a figure that waits for people."""
    return GroupFigure(figure_id, kind, "waiting", needs=needs)


def numbers_of(
    figure_id: str,
    kind: Kind,
    values: Sequence[float],
    *,
    sensitive: bool = False,
    coarse: bool = False,
    strip_step: float | None = None,
    whole_points: bool = False,
    others: Collection[int] = (),
) -> GroupFigure:
    """Sum up one number per person.

    Args:
        figure_id: id of the figure.
        kind: its kind.
        values: one number per person, on 0-10 or in points on 0-100.
        sensitive: shares in three bands in place of a strip.
        coarse: nothing that could be added up: the median and three bands only.
        strip_step: width of the places of the strip; None for no strip.
        whole_points: values are points on 0-100: they are rounded to whole points.
        others: numbers of people that the figure must not be told from, see ``Numbers``.
    """
    n = len(values)
    allowed = figures_allowed(n)
    if "medians" not in allowed:
        return waiting(figure_id, kind)
    digits = 0 if whole_points else 1
    figure = GroupFigure(
        figure_id,
        kind,
        "shown",
        n=0 if others else n,
        sensitive=sensitive,
        coarse=coarse,
        up_to=bool(others),
        median=rounded(median(values), digits),
    )
    if sensitive or coarse:
        figure = replace(figure, rows=_bands(values, 10 if whole_points else 1, others))
    if coarse:
        return figure
    places = [_place(value, strip_step or 0.5) for value in values]
    common, people = Counter(places).most_common(1)[0]
    if people >= n - 1 and not whole_points:
        # A mean beside "all but one" would give the one away.
        same = None if sensitive else common
        return replace(figure, same=same, median=common if same is not None else figure.median)
    if strip_step is not None and not sensitive:
        dots = up_to(Counter(places), n, others) or {} if others else Counter(places)
        figure = replace(figure, strip=tuple(sorted(dots.items())))
    if "means" in allowed:
        figure = replace(
            figure, mean=rounded(fmean(values), digits), sd=rounded(stdev(values), digits)
        )
    return figure


def balance_numbers(
    values: Sequence[float], *, coarse: bool = False, others: Collection[int] = ()
) -> GroupFigure:
    """Sum up balances (0-100, future end): a strip in steps of 10, from 10 people the range of their mean.

    From 100 people also between which points half and four in five of them lie.
    """
    figure = numbers_of(
        "balance",
        "balance",
        values,
        coarse=coarse,
        strip_step=BALANCE_STEP,
        whole_points=True,
        others=others,
    )
    n = len(values)
    if "percentiles" in figures_allowed(n):
        cuts = quantiles(values, n=100, method="inclusive")
        band = [(name, rounded(cuts[share - 1], 0)) for name, share in PERCENTILES.items()]
        figure = replace(figure, rows=(*figure.rows, *band))
    if figure.mean is None:
        return figure
    reach = t_quantile(0.95, n - 1) * stdev(values) / math.sqrt(n)
    low, high = (rounded(min(100.0, max(0.0, fmean(values) + side * reach)), 0) for side in (-1, 1))
    return replace(figure, low=low, high=high)


def change_numbers(
    figure_id: str,
    both: Sequence[Sequence[float]],
    *,
    sensitive: bool,
    others: Collection[int] = (),
) -> GroupFigure:
    """Sum up pairs of before and after: up, same, down, the median shift; from 10 pairs mean, SD, mean/SD."""
    shifts = [after - before for before, after in both]
    if len(shifts) < K:
        return waiting(figure_id, "change")
    counts = {
        "up": sum(shift > 0 for shift in shifts),
        "same": sum(shift == 0 for shift in shifts),
        "down": sum(shift < 0 for shift in shifts),
    }
    figure = GroupFigure(
        figure_id,
        "change",
        "shown",
        n=0 if others else len(shifts),
        sensitive=sensitive,
        up_to=bool(others),
        median=rounded(median(shifts), 1),
        rows=() if sensitive else people_in(counts, others),
    )
    # All but one moved alike: the mean would tell how far the one went.
    alike = Counter(shifts).most_common(1)[0][1] >= len(shifts) - 1
    if len(shifts) < MEANS_FROM or alike:
        return figure
    mean, sd = fmean(shifts), stdev(shifts)
    ratio = () if sd < 1e-9 else (("mean_by_sd", rounded(mean / sd, 1)),)
    return replace(figure, mean=rounded(mean, 1), sd=rounded(sd, 1), rows=(*figure.rows, *ratio))


def hide_ones(counts: Mapping[str, int]) -> tuple[tuple[str, float | None], ...]:
    """Return counts with those of 1 hidden; a single hidden one takes the smallest other with it."""
    hidden = {name for name, count in counts.items() if count == 1}
    others = {name: count for name, count in counts.items() if count > 1}
    if len(hidden) == 1 and others:
        hidden.add(min(others, key=lambda name: others[name]))
    return tuple((name, None if name in hidden else float(count)) for name, count in counts.items())


def people_in(
    counts: Mapping[str, int], others: Collection[int]
) -> tuple[tuple[str, float | None], ...]:
    """Return counts as they may be shown: those of 1 hidden, and in percent where their sum may not be told."""
    shown = hide_ones(counts)
    if not others:
        return shown
    shares = up_to(counts, sum(counts.values()), others)
    return tuple(
        (name, None if value is None or shares is None else float(shares[name]))
        for name, value in shown
    )


def pay_shares(
    mixes: Sequence[Mapping[str, float]], parts: Sequence[str], *, others: Collection[int] = ()
) -> GroupFigure:
    """Average the mixes in percent, in steps of 5 that sum to 100; parts of fewer than k people come together."""
    n = len(mixes)
    if n < MEANS_FROM:
        return waiting("pay", "pay", needs=MEANS_FROM)
    averages = {part: fmean(mix.get(part, 0) for mix in mixes) for part in parts}
    holders = {part: {who for who, mix in enumerate(mixes) if mix.get(part, 0)} for part in parts}
    shown = {part: average for part, average in averages.items() if holders[part]}
    pooled: set[int] = set()
    other = 0.0
    for part in sorted(shown, key=lambda part: (len(holders[part]), averages[part])):
        if len(holders[part]) >= K and (not pooled or len(pooled) >= K):
            break
        pooled |= holders[part]
        other += shown.pop(part)
    if pooled:
        shown["other"] = other
    rows = tuple(share_of_hundred(shown, PAY_STEP).items())
    return GroupFigure("pay", "pay", "shown", n=0 if others else n, sensitive=True, rows=rows)


def share_of_hundred(amounts: Mapping[str, float], step: int) -> dict[str, float]:
    """Turn amounts into percent in whole steps that sum to 100, the largest remainders rounded up."""
    total = sum(amounts.values())
    exact = {name: 100 / step * amount / total for name, amount in amounts.items()}
    floors = {name: math.floor(round(value, 9)) for name, value in exact.items()}
    spare = 100 // step - sum(floors.values())
    for name in sorted(exact, key=lambda name: floors[name] - exact[name])[:spare]:
        floors[name] += 1
    return {name: float(step * floor) for name, floor in floors.items()}


def thirds(counts: Mapping[str, int], n: int) -> tuple[tuple[str, float | None], ...]:
    """Say of each name whether few (0), about half (1) or most (2) of ``n`` people chose it."""
    return tuple(
        (name, float(sum(3 * count > edge * n for edge in (1, 2))))
        for name, count in counts.items()
    )


def rounded(value: float, digits: int) -> float:
    """Round halves up, after the binary dust is gone."""
    scale = 10.0**digits
    return math.floor(round(value * scale, 6) + 0.5) / scale


def _place(value: float, step: float) -> float:
    return float(math.floor(round(value / step, 6) + 0.5) * step)


def _bands(
    values: Sequence[float], unit: float, others: Collection[int]
) -> tuple[tuple[str, float | None], ...]:
    edges = [0.0, *(end * unit for end in _BAND_ENDS), math.inf]
    counts = {
        name: sum(low <= value < high for value in values)
        for name, (low, high) in zip(BANDS, pairwise(edges), strict=True)
    }
    if others:
        return people_in(counts, others)
    step = 1 if len(values) >= FINE_SHARES_FROM else PAY_STEP
    shares = share_of_hundred(counts, step)
    shown = dict(hide_ones(counts))
    return tuple((name, None if shown[name] is None else shares[name]) for name in BANDS)
