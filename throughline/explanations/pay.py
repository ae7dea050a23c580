"""Explains a year of pay: the total with its shares, and what the mix gives."""

from collections.abc import Iterable

from throughline.compensation.impact import LENSES, impact
from throughline.compensation.package import Package
from throughline.compensation.run_rate import mix
from throughline.content.compensation import Compensation
from throughline.content.constants import Model
from throughline.errors import NotEnoughAnswers
from throughline.explanations.arithmetic import ROUNDED, amount, rounded
from throughline.explanations.explanation import Explanation, Line
from throughline.wording import money


def explain_total(package: Package, content: Compensation) -> Explanation:
    """Explain a year's pay and its shares (report currency, points of 100).

    Raises:
        NotEnoughAnswers: no pay is entered.
    """
    year = mix(package)
    if not year.total:
        raise NotEnoughAnswers("There is no pay to explain yet.")
    names = {part.id: part.name for part in content.parts}
    paid = {part: value for part, value in year.amounts.items() if value}
    lines = [Line("Total a year", f"{_sum(paid.values())} = {money(year.total)}")]
    if year.amounts["equity"]:
        rest = [value for part, value in paid.items() if part != "equity"]
        lines += [
            Line("Without equity", f"{_sum(rest)} = {money(year.total_without_equity)}"),
            Line(
                "With equity on paper",
                f"{_sum([*rest, year.equity_on_paper])} = {money(year.total_on_paper)}",
            ),
        ]
    lines += [
        Line(
            f"{names[part]}, of 100",
            f"100 × {amount(value)} / {amount(year.total)} = {rounded(100 * year.shares[part], 1)}",
        )
        for part, value in paid.items()
    ]
    if year.after_tax != year.total:
        taken = amount(year.total - year.after_tax)
        left = f"{amount(year.total)} − {taken} = {money(year.after_tax)}"
        lines.append(Line("After tax", left))
    if package.col != 100:
        real = f"{amount(year.total)} / ({amount(package.col)} / 100) = {money(year.real_value)}"
        lines.append(Line("At the price level 100", real))
    return Explanation(
        title="Your pay in a year",
        says="What the six parts of pay add up to in a year at today's rate, before tax.",
        lines=(*lines, Line("Rounding", ROUNDED)),
        formula="total = salary + hourly pay + bonus + equity + benefits + retirement, without sign-on",
        section="Pay",
    )


def explain_impact(package: Package, content: Compensation, model: Model) -> Explanation:
    """Explain what a mix of pay gives, in points of 100, and its effective number of parts.

    Raises:
        NotEnoughAnswers: no pay is entered.
    """
    year = mix(package)
    found = impact({str(part): value for part, value in year.amounts.items()}, model)
    if found is None:
        raise NotEnoughAnswers("There is no pay to explain yet.")
    names = {part.id: part.name for part in content.parts}
    shares = {part: 100 * share for part, share in year.shares.items() if share}
    lines = [Line(f"{names[part]}, of 100", rounded(share)) for part, share in shares.items()]
    for lens in LENSES:
        weights = {part: model.pay_lens[part].get(lens, 0.0) for part in shares}
        terms = [f"{amount(w)} × {rounded(shares[part])}" for part, w in weights.items() if w]
        sum_of = f"{' + '.join(terms)} = {rounded(100 * found.lens[lens], 1)}" if terms else "0"
        lines.append(Line(lens.replace("_", "-").capitalize(), sum_of))
    squares = " + ".join(f"{amount(year.shares[part])}²" for part in shares)
    lines.append(Line("Breadth", f"1 / ({squares}) = {rounded(found.breadth)}"))
    return Explanation(
        title="What your mix of pay gives",
        says="How much of your pay is of each kind, and how many even parts it would amount to.",
        lines=(*lines, Line("Rounding", ROUNDED)),
        formula="lens = sum of (share × weight); breadth = 1 / sum of squared shares",
        section="Pay",
    )


def _sum(values: Iterable[float]) -> str:
    return " + ".join(amount(value) for value in values) or "0"
