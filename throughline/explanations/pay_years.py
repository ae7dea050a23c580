"""Explains pay over the years: years 1 to 5, worth today, a move that pays back, the chance, and the market."""

import math

from throughline.compensation.constants import PayConstants
from throughline.compensation.move import Move, compare
from throughline.compensation.package import MONTHS_IN_YEAR, Package
from throughline.compensation.path import Path, discount, expected_path
from throughline.compensation.run_rate import mix
from throughline.compensation.simulation import Fan
from throughline.errors import NotEnoughAnswers
from throughline.explanations.arithmetic import ROUNDED, amount, rounded
from throughline.explanations.explanation import Explanation, Line
from throughline.market import PERCENTILES, Placement
from throughline.wording import half_up, money

_SHOWN = (60, 120)


def explain_years(package: Package, constants: PayConstants) -> Explanation:
    """Explain the expected pay of each year beside a year at today's rate (report currency).

    Raises:
        NotEnoughAnswers: no pay is expected in these years.
    """
    path = expected_path(package, months=constants.months_shown)
    if not path.cumulative[-1]:
        raise NotEnoughAnswers("There is no pay to explain yet.")
    rise = (1 + package.growth) * (1 + package.promo_p * package.promo_raise)
    promotion = f"(1 + {amount(package.promo_p)} × {amount(package.promo_raise)})"
    lines = [
        Line("A year at today's rate", money(mix(package).total)),
        Line("Raise a year", f"(1 + {amount(package.growth)}) × {promotion} = {amount(rise)}"),
    ]
    for number, year in enumerate(path.years, start=1):
        parts = [*(value for value in year.amounts.values() if value)]
        if year.sign_on:
            parts.append(year.sign_on)
        terms = " + ".join(amount(one) for one in parts) or "0"
        label = f"Year {number}" + (", with the sign-on" if year.sign_on else "")
        lines.append(Line(label, f"{terms} = {money(year.total)}"))
    total = " + ".join(amount(year.total) for year in path.years)
    lines.append(Line("All years", f"{total} = {money(path.cumulative[-1])}"))
    return Explanation(
        title="Your pay year by year",
        says="What each year is expected to bring before tax, as long as the job is not lost.",
        lines=(*lines, Line("Rounding", ROUNDED)),
        formula=(
            "each year: salary, hourly pay, bonus and retirement × the raises so far, flat "
            "benefits, and the equity that vests in that year at its expected price"
        ),
        section="Pay over the years",
    )


def explain_fan(fan: Fan, path: Path, *, paths: int, seed: int) -> Explanation:
    """Explain where the simulated futures of one package end, beside its expected path (report currency).

    Raises:
        NotEnoughAnswers: no pay is expected in these years.
    """
    if not path.cumulative[-1]:
        raise NotEnoughAnswers("There is no pay to explain yet.")
    months = len(next(iter(fan.bands.values())))
    total = " + ".join(amount(year.total) for year in path.years)
    expected, middle = path.cumulative[months - 1], fan.bands[50][-1]
    return Explanation(
        title="Five years, added up",
        says=f"Where {paths:,} simulated futures stand after {months} months, job loss included.",
        lines=(
            Line("Futures drawn", f"{paths:,}, always the same ones (seed {seed})"),
            *(
                Line(f"{share:g} of 100 futures bring less than", money(band[-1]))
                for share, band in fan.bands.items()
            ),
            Line("Expected, without job loss", f"{total} = {money(expected)}"),
            Line("Middle of the futures less that", _less(middle, expected)),
            Line("Rounding", ROUNDED),
        ),
        formula=(
            "in each future raises, promotions, hours, bonuses, share prices and job loss are drawn "
            "as you entered them, and its months are added up; a percentile is read from the sums"
        ),
        section="Pay over the years",
    )


def _less(one: float, other: float) -> str:
    return f"{amount(one)} − {amount(other)} = {money(one - other)}"


def explain_present_value(package: Package, constants: PayConstants, *, rate: float) -> Explanation:
    """Explain what the expected pay is worth today at a yearly discount ``rate`` (>= 0, report currency).

    Raises:
        NotEnoughAnswers: no pay is expected in these years.
    """
    path = expected_path(package, months=constants.months_shown)
    months = path.total
    if not path.cumulative[-1]:
        raise NotEnoughAnswers("There is no pay to explain yet.")
    worths = []
    for start in range(0, len(months), MONTHS_IN_YEAR):
        year = enumerate(months[start : start + MONTHS_IN_YEAR], start=start + 1)
        worths.append(sum(pay * discount(rate, month=month) for month, pay in year))
    lines = [
        Line(
            "Worth today of 1 paid in a month, as a share of the month before",
            f"(1 + {amount(rate)})^(−1 / 12) = {rounded(discount(rate, month=1), 6)}",
        ),
        *(
            Line(f"Year {number}, worth today", f"{money(worth)} of {money(year.total)}")
            for number, (worth, year) in enumerate(zip(worths, path.years, strict=True), start=1)
        ),
        Line(
            "All years, worth today",
            f"{' + '.join(amount(one) for one in worths)} = {money(path.net_present_value(rate))}",
        ),
    ]
    return Explanation(
        title="Worth today",
        says="What the expected pay of these years is worth if a later sum counts less.",
        lines=(*lines, Line("Rounding", ROUNDED)),
        formula="worth today = sum of pay of a month / (1 + rate) to the power of (month / 12)",
        section="Pay over the years",
    )


def explain_break_even(
    job: Package, career: Package, move: Move, *, rate: float, constants: PayConstants
) -> Explanation:
    """Explain the month from which a move stays ahead, expected, before tax, without job loss.

    Raises:
        NotEnoughAnswers: neither package has any pay.
    """
    months = constants.months_compared
    stay, leave = (expected_path(one, months=months) for one in (job, career))
    if not stay.cumulative[-1] and not leave.cumulative[-1]:
        raise NotEnoughAnswers("There is no pay to compare yet.")
    found = compare(stay, leave, move, rate=rate, constants=constants)
    lines = []
    if move.cost:
        covered = "nothing, as others pay all of it"
        net = f"{amount(move.cost)} − {amount(move.subsidy)} = {money(move.net_cost)}"
        lines.append(Line("Cost of the training", net if move.net_cost else covered))
    trained = stay.total[: move.train_months]
    searched = stay.total[move.train_months : move.lead_months]
    for label, share, pays in (
        ("Pay given up while training", move.pay_cut, trained),
        ("Pay given up while searching", move.search_cut, searched),
    ):
        if share and pays:
            lost = f"{amount(share)} × {amount(sum(pays))} = {money(share * sum(pays))}"
            lines.append(Line(label, lost))
    first = move.lead_months + 1
    if first <= months:
        old, new = stay.steady[first - 1], leave.steady[0]
        gain = f"{amount(move.success)} × ({amount(new)} − {amount(old)})"
        lines.append(
            Line(
                f"Expected change of pay in month {first}, the first of the new role",
                f"{gain} = {money(move.success * (new - old))}",
            )
        )
    even = found.break_even
    shown = {*_SHOWN, *((even - 1, even) if even else ())}
    lines += [
        Line(f"Ahead of staying at the end of month {month}, worth today", money(difference))
        for month in sorted(shown)
        if month >= 1 and (difference := found.difference_at(month)) is not None
    ]
    never = f"none within {months} months"
    crossover = found.pay_crossover
    lines += [
        Line("First month that pays more", never if crossover is None else str(crossover)),
        Line("Break-even", never if even is None else f"month {even}"),
    ]
    return Explanation(
        title="When the move pays back",
        says="The first month from which the move has brought at least as much as staying would.",
        lines=tuple(lines),
        formula=(
            "difference = sum of (pay of the move − pay of the job) / (1 + rate) to the power of "
            "(month / 12); break-even = the first month from which it stays at 0 or above"
        ),
        section="Moving to other pay",
    )


def explain_chance_ahead(chance: float, *, paths: int, months: int) -> Explanation:
    """Explain the share of simulated futures (0-1) in which a move is ahead after ``months``."""
    ahead = half_up(chance * paths)
    error = 100 * math.sqrt(chance * (1 - chance) / paths)
    return Explanation(
        title="Chance of being ahead",
        says=f"In how many of 100 simulated futures the move has brought as much after {months} months.",
        lines=(
            Line("Futures drawn", amount(paths)),
            Line("Futures ahead or even", amount(ahead)),
            Line(
                "Ahead, of 100",
                f"100 × {amount(ahead)} / {amount(paths)} = {rounded(100 * chance, 1)}",
            ),
            Line(
                "Standard error of drawing, of 100",
                f"100 × √({amount(chance)} × (1 − {amount(chance)}) / {amount(paths)}) "
                f"= {rounded(error, 1)}",
            ),
        ),
        formula=(
            "chance = futures with pay of the move at least that of the job / all futures; raises, "
            "hours, bonuses, share prices, job loss and the success of the move are drawn, both "
            "sides on the same luck"
        ),
        section="Moving to other pay",
    )


def explain_placement(placement: Placement) -> Explanation:
    """Explain the percentile of a rate of pay among the employees of one occupation (10-90)."""
    pay, points, at = amount(placement.pay), placement.points, placement.percentile
    names = [f"P{share}" for share in PERCENTILES]
    lines = [Line(name, amount(point)) for name, point in zip(names, points, strict=True)]
    lines.append(Line(f"Your pay for one {placement.unit}", pay))
    if at is None:
        side = "below the lowest" if placement.outside == "below P10" else "above the highest"
        said = f"{placement.outside}: {side} published point, where the table says no number"
    elif placement.pay in points:
        said = f"{rounded(at, 0)}, a published point"
    else:
        upper = next(place for place, point in enumerate(points) if point > placement.pay)
        start, end = amount(points[upper - 1]), amount(points[upper])
        share, wide = PERCENTILES[upper - 1], PERCENTILES[upper] - PERCENTILES[upper - 1]
        said = f"{share} + {wide} × ln({pay} / {start}) / ln({end} / {start}) = {rounded(at, 1)}"
    return Explanation(
        title="Where your pay lies",
        says=f"Of 100 employees in this occupation, how many are paid less: {placement.occupation.title}.",
        lines=(*lines, Line("Percentile", said)),
        formula=(
            "between two published points the percentile rises with the logarithm of pay; "
            "outside them there is no number"
        ),
        section="Wages in the market",
    )
