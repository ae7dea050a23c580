"""Explains how sure and how steady pay is: certainty, a bad month, a bad year, and what an hour brings."""

import math

from throughline.compensation.certainty import certainty
from throughline.compensation.constants import PayConstants
from throughline.compensation.package import WEEKS_IN_YEAR, Package
from throughline.compensation.run_rate import base, equity_on_paper, hourly, mix, yearly
from throughline.compensation.steadiness import hours, month_floor, steadiness
from throughline.errors import NotEnoughAnswers
from throughline.explanations.arithmetic import ROUNDED, amount, plain, rounded, total_of
from throughline.explanations.explanation import Explanation, Line
from throughline.wording import money


def explain_certainty(package: Package) -> Explanation:
    """Explain the guaranteed, variable and long-term shares of a year's pay, in points of 100.

    Raises:
        NotEnoughAnswers: no pay is entered.
    """
    split, total = certainty(package), mix(package).total
    if not total:
        raise NotEnoughAnswers("There is no pay to explain yet.")
    lines = []
    if package.wage and hourly(package):
        sure = f"{amount(package.wage)} × {amount(package.weeks)} × {amount(package.hours_min)}"
        part = f"{sure} / {amount(hourly(package))} = {rounded(split.hours_share, 4)}"
        lines.append(Line("Guaranteed part of the hourly pay", part))
    if package.bonus_target and package.bonus_floor:
        floor = amount(package.bonus_floor)
        paid = f"(1 − {floor}) × {amount(package.bonus_p)} × {amount(package.bonus_k)}"
        part = f"{floor} / ({floor} + {paid}) = {rounded(split.bonus_share, 4)}"
        lines.append(Line("Guaranteed part of the bonus", part))
    kinds = (
        ("Guaranteed", split.guaranteed, ("certain", False)),
        ("Variable", split.variable, ("at risk", False)),
        ("Long-term", split.long_term, (None, True)),
    )
    for label, share, (sureness, later) in kinds:
        inside = [
            piece.amount
            for piece in split.pieces
            if piece.amount
            and (piece.when == "later") == later
            and sureness in (None, piece.sureness)
        ]
        said = f"100 × {total_of(inside)} / {amount(total)} = {rounded(100 * share, 1)}"
        lines.append(Line(f"{label}, of 100", said))
    return Explanation(
        title="How much of your pay is certain",
        says="How a year's pay divides into what is guaranteed, what can vary and what comes later.",
        lines=(*lines, Line("Rounding", ROUNDED)),
        formula=(
            "guaranteed = salary, guaranteed hours, contractual bonus and benefits; variable = the "
            "rest of hourly pay and bonus; long-term = equity and retirement; each of the total"
        ),
        section="Certainty and steadiness of pay",
    )


def explain_predictability(package: Package, constants: PayConstants) -> Explanation:
    """Explain how much of an average month's cash arrives in a bad ordinary month, in points of 100.

    Raises:
        NotEnoughAnswers: no cash is paid.
    """
    found = steadiness(package, constants).predictability
    if found is None:
        raise NotEnoughAnswers("There is no cash to explain yet.")
    own = yearly(package)
    cash = (own["salary"], own["hourly"], own["bonus"])
    month, floor = sum(cash) / 12, month_floor(package, constants)
    lines = [
        Line(
            "Cash of an average month",
            f"{total_of(one for one in cash if one)} / 12 = {money(month)}",
        )
    ]
    parts = [f"{amount(own['salary'])} / 12"] if own["salary"] else []
    if own["hourly"]:
        weeks = f"{amount(package.weeks)} / 12"
        spread = f"{amount(package.wage)} × {amount(package.hours_sd)} × √({weeks})"
        swing = constants.bad_times_z * package.wage * package.hours_sd
        swing *= math.sqrt(package.weeks / 12)
        usual = own["hourly"] / 12
        promised = package.wage * package.hours_min * package.weeks / 12
        sure = f"{amount(package.wage)} × {amount(package.hours_min)} × {weeks} = {money(promised)}"
        rest = f"{amount(own['hourly'])} / 12 − {amount(swing)} = {money(usual - swing)}"
        lines += [
            Line(
                "What a bad month takes from the hours",
                f"{plain(constants.bad_times_z, 7)} × {spread} = {money(swing)}",
            ),
            Line("Hourly pay of a bad ordinary month", rest),
            Line("Guaranteed hours of a month", sure),
        ]
        parts.append(amount(max(usual - swing, promised, 0.0)))
    ratio = 100 * floor / month
    capped = f"{rounded(found, 1)}, as a share of the month" if ratio > 100 else ""
    lines += [
        Line("Cash of a bad ordinary month", f"{' + '.join(parts) or '0'} = {money(floor)}"),
        Line(
            "Predictability",
            capped or f"100 × {amount(floor)} / {amount(month)} = {rounded(found, 1)}",
        ),
        Line("Rounding", ROUNDED),
    ]
    return Explanation(
        title="Predictability",
        says=(
            "How much of an average month's cash arrives in a bad ordinary month, the kind that "
            "comes once in twenty."
        ),
        lines=tuple(lines),
        formula=(
            "predictability = 100 × cash of a bad ordinary month / cash of an average month, "
            "at most 100; the hourly part is the larger of the bad month and the guaranteed hours"
        ),
        section="Certainty and steadiness of pay",
    )


def explain_bad_year(package: Package, constants: PayConstants) -> Explanation:
    """Explain how much of an average year's pay arrives in a bad year, in points of 100.

    Raises:
        NotEnoughAnswers: no pay is entered.
    """
    found = steadiness(package, constants).bad_year
    if found is None:
        raise NotEnoughAnswers("There is no pay to explain yet.")
    total, swings, lines = sum(yearly(package).values()), [], []
    by_hours = package.wage * package.hours_sd * math.sqrt(package.weeks)
    if by_hours:
        said = f"{amount(package.wage)} × {amount(package.hours_sd)} × √{amount(package.weeks)}"
        lines.append(Line("Swing of the hours", f"{said} = {money(by_hours)}"))
        swings.append(by_hours)
    p, k, sd = package.bonus_p, package.bonus_k, package.bonus_sd
    at_stake = base(package) * package.bonus_target * (1 - package.bonus_floor) if k else 0.0
    if by_bonus := at_stake * math.sqrt(p * (sd**2 + (1 - p) * k**2)):
        inside = f"{amount(p)} × ({amount(sd)}² + (1 − {amount(p)}) × {amount(k)}²)"
        said = f"{amount(at_stake)} × √({inside}) = {money(by_bonus)}"
        lines.append(Line("Swing of the bonus that is not guaranteed", said))
        swings.append(by_bonus)
    paper, q, growth = equity_on_paper(package), package.eq_q, math.exp(package.eq_sigma**2)
    if by_equity := paper * math.sqrt(q * (growth - q)):
        said = f"{amount(paper)} × √({amount(q)} × ({amount(growth)} − {amount(q)}))"
        lines.append(Line("Swing of the equity", f"{said} = {money(by_equity)}"))
        swings.append(by_equity)
    swing = math.hypot(*swings)
    taken = f"{plain(constants.bad_times_z, 7)} × {amount(swing)}"
    loss = constants.bad_times_z * swing
    if swings:
        squares = " + ".join(f"{amount(one)}²" for one in swings)
        if len(swings) > 1:
            lines.append(Line("All together", f"√({squares}) = {money(swing)}"))
        worse = f"nothing is left, as {amount(loss)} is not less than {amount(total)}"
        left = f"100 × ({amount(total)} − {taken}) / {amount(total)} = {rounded(found, 1)}"
        lines.append(Line("Bad year, of 100", left if loss < total else worse))
    else:
        lines.append(Line("Bad year, of 100", f"{rounded(found, 1)}, as nothing here can vary"))
    return Explanation(
        title="Bad year",
        says="How much of an average year's pay arrives in a bad year, one in twenty.",
        lines=(*lines, Line("Rounding", ROUNDED)),
        formula=(
            f"bad year = 100 × (total − {plain(constants.bad_times_z, 7)} × swing of the year) / total, "
            "at least 0; swing of equity = paper × √(chance × (e to the power of volatility² − "
            "chance)); the parts swing independently, and job loss is not in it"
        ),
        section="Certainty and steadiness of pay",
    )


def explain_hour(package: Package) -> Explanation:
    """Explain what an hour of work brings after tax, travel and costs, and what it brings on paper.

    Raises:
        NotEnoughAnswers: no hours, or no pay, are entered.
    """
    found, year = hours(package), mix(package)
    if found.effective_rate is None or not year.total:
        raise NotEnoughAnswers("There are no hours to explain yet.")
    weeks = f"({WEEKS_IN_YEAR} − {amount(package.leave)})"
    extra = f"({amount(package.week_hours)} + {amount(package.unpaid_ot)})"
    lines = [Line("Hours worked a year", f"{weeks} × {extra} = {amount(found.worked)}")]
    days = f"{weeks} × {amount(package.office_days)}"
    if found.commuting:
        said = f"{days} × {amount(package.commute_h)} = {amount(found.commuting)}"
        lines.append(Line("Hours of travel a year", said))
    travel = (WEEKS_IN_YEAR - package.leave) * package.office_days * package.commute_cost
    costs = (travel + package.other_cost) * package.fx
    if costs:
        said = f"{days} × {amount(package.commute_cost)} + {amount(package.other_cost)}"
        said = said if package.fx == 1 else f"({said}) × {amount(package.fx)}"
        lines.append(Line("Costs of working a year", f"{said} = {money(costs)}"))
    taken = amount(year.total - year.after_tax)
    spent = f"({amount(found.worked)} + {amount(found.commuting)})"
    kept = f"{amount(year.total)} − {taken} − {amount(costs)}"
    effective = f"({kept}) / {spent} = {money(found.effective_rate)}"
    lines += [
        Line("Tax a year", taken),
        Line("Effective rate an hour", effective),
    ]
    if found.nominal_rate is not None and found.gap is not None:
        cash = [year.amounts[part] for part in ("salary", "hourly", "bonus") if year.amounts[part]]
        only_hours = not package.salary and year.amounts["hourly"] > 0
        paid = amount(package.weeks if only_hours else WEEKS_IN_YEAR)
        on_paper = f"{total_of(cash)} / ({paid} × {amount(package.week_hours)})"
        lines += [
            Line("On paper an hour", f"{on_paper} = {money(found.nominal_rate)}"),
            Line("Difference", _difference(found.nominal_rate, found.effective_rate)),
        ]
    return Explanation(
        title="What an hour brings",
        says="Pay after tax and costs of working, for every hour of work and travel.",
        lines=(*lines, Line("Rounding", ROUNDED)),
        formula=(
            "effective rate = (pay after tax − costs of working) / (hours worked + hours of "
            "travel); on paper = (salary + hourly pay + bonus) / paid hours"
        ),
        section="Certainty and steadiness of pay",
    )


def _difference(on_paper: float, effective: float) -> str:
    taken = amount(effective)
    second = f"({taken})" if effective < 0 else taken
    return f"{amount(on_paper)} − {second} = {money(on_paper - effective)}"
