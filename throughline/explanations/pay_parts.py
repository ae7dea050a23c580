"""Explains the six parts of a year's pay one by one, and the match that is left open."""

from statistics import NormalDist

from throughline.compensation.package import Package, Part, Tier
from throughline.compensation.run_rate import (
    base,
    equity_on_paper,
    hourly,
    mix,
    overtime_hours,
    payout,
    yearly,
)
from throughline.content.compensation import Compensation
from throughline.errors import NotEnoughAnswers
from throughline.explanations.arithmetic import ROUNDED, amount, rounded
from throughline.explanations.explanation import Explanation, Line
from throughline.wording import money


def explain_part(part: Part, package: Package, content: Compensation) -> Explanation:
    """Explain one of the six parts of a year's pay (report currency).

    Raises:
        NotEnoughAnswers: there is none of it.
    """
    own = yearly(package)[part]
    waiting = {"equity": equity_on_paper(package), "retirement": mix(package).match_left}
    if not own and not waiting.get(part):
        raise NotEnoughAnswers("There is nothing of this part of pay to explain.")
    words = next(one for one in content.parts if one.id == part)
    lines, formula = _PARTS[part](package)
    if package.fx != 1:
        said = f"{amount(own)} × {amount(package.fx)} = {money(own * package.fx)}"
        lines = [*lines, Line("In the currency of the report", said)]
    return Explanation(
        title=f"{words.name} in a year",
        says=words.text,
        lines=(*lines, Line("Rounding", ROUNDED)),
        formula=formula,
        section="Pay",
    )


def explain_match_left(package: Package) -> Explanation:
    """Explain the employer's match that a larger own contribution would bring (report currency a year).

    Raises:
        NotEnoughAnswers: there is no match, or no pay it could be a share of.
    """
    if not package.match or not base(package):
        raise NotEnoughAnswers("There is no match to explain.")
    most = " + ".join(_tier(tier, tier.high) for tier in package.match)
    taken = " + ".join(_tier(tier, package.employee_rate) for tier in package.match)
    open_rate = sum(tier.on(tier.high) - tier.on(package.employee_rate) for tier in package.match)
    rate = "" if package.fx == 1 else f" × {amount(package.fx)}"
    left = money(mix(package).match_left)
    return Explanation(
        title="Employer match open to you",
        says="What the employer would add in a year if you put in as much as the match rewards.",
        lines=(
            Line("Your own contribution", f"{amount(100 * package.employee_rate)} % of pay"),
            Line("Share of pay that is open", f"{most} − ({taken}) = {amount(open_rate)}"),
            Line(
                "Match left a year", f"{amount(base(package))} × {amount(open_rate)}{rate} = {left}"
            ),
        ),
        formula="match left = pay × sum of (match rate × the part of each step you do not reach)",
        section="Pay",
    )


def _salary(package: Package) -> tuple[list[Line], str]:
    return [Line("As entered", money(package.salary))], "salary = the amount in the contract"


def _hourly(package: Package) -> tuple[list[Line], str]:
    mean, limit = amount(package.hours), amount(package.ot_threshold)
    lines, weekly = [], mean
    if package.ot_mult > 1:
        spread = package.hours_sd
        extra = overtime_hours(package.hours, sd=spread, threshold=package.ot_threshold)
        label = "Overtime hours in an average week"
        if spread > 0:
            z = (package.hours - package.ot_threshold) / spread
            density = amount(NormalDist().pdf(z))
            distance = f"({mean} − {limit})"
            curve = f"Φ({distance} / {amount(spread)}) + {amount(spread)} × {density}"
            lines.append(Line(label, f"{distance} × {curve} = {rounded(extra, 4)}"))
        elif extra:
            lines.append(Line(label, f"{mean} − {limit} = {amount(extra)}"))
        else:
            lines.append(Line(label, f"none, as {mean} hours do not pass {limit}"))
        if extra:
            weekly = f"({mean} + {amount(package.ot_mult - 1)} × {amount(extra)})"
    paid = f"{amount(package.wage)} × {amount(package.weeks)} × {weekly} = {money(hourly(package))}"
    return (
        [*lines, Line("Hourly pay", paid)],
        "hourly pay = wage × paid weeks × (mean hours + (overtime rate − 1) × overtime hours); "
        "overtime hours = (mean − threshold) × Φ(z) + spread × the normal curve at z, "
        "with z = (mean − threshold) / spread",
    )


def _bonus(package: Package) -> tuple[list[Line], str]:
    own, share, floor = base(package), payout(package), amount(package.bonus_floor)
    target = own * package.bonus_target
    paid = f"(1 − {floor}) × {amount(package.bonus_p)} × {amount(package.bonus_k)}"
    return (
        [
            Line("On target", f"{amount(own)} × {amount(package.bonus_target)} = {money(target)}"),
            Line("Expected part of the target", f"{floor} + {paid} = {amount(share)}"),
            Line("Expected", f"{amount(target)} × {amount(share)} = {money(target * share)}"),
        ],
        "bonus = pay × target × (guaranteed part + (1 − guaranteed part) × chance × size when paid)",
    )


def _equity(package: Package) -> tuple[list[Line], str]:
    grant, paper = package.grant, equity_on_paper(package)
    lines = []
    if package.ownership:
        raised = package.pre_money + package.new_money
        new = f"{amount(package.new_money)} / {amount(raised)}" if raised else "0"
        stake = f"{amount(package.ownership)} × (1 − {new})^{package.rounds}"
        label = "Your part of the company when it is sold"
        sold = f"{stake} × {amount(package.exit_value)} = {money(grant.price)}"
        lines.append(Line(label, sold))
    worth = grant.units * max(grant.price - grant.strike, 0.0)
    gain = f"{amount(grant.price)} − {amount(grant.strike)}"
    gain = gain if package.ownership else f"{amount(grant.units)} × ({gain})"
    inside = f"{gain} = {money(worth)}"
    nothing = "nothing, as the price does not pass what you pay for it"
    years = amount(package.vest_period / 12)
    lines += [
        Line("The whole grant on paper", inside if worth else nothing),
        Line("On paper in a year", f"{amount(worth)} / {years} = {money(paper)}"),
        Line(
            "Expected in a year",
            f"{amount(package.eq_q)} × {amount(paper)} = {money(package.eq_q * paper)}",
        ),
    ]
    return lines, "equity = chance of cash × worth of the grant above its cost / years of vesting"


def _benefits(package: Package) -> tuple[list[Line], str]:
    terms = " + ".join(f"{amount(one.cost)} × {amount(one.use)}" for one in package.benefits)
    total = money(yearly(package)["benefits"])
    return [
        Line("Benefits", f"{terms} = {total}")
    ], "benefits = sum of (employer cost × use to you)"


def _retirement(package: Package) -> tuple[list[Line], str]:
    rates = [amount(package.pension), *(_tier(one, package.employee_rate) for one in package.match)]
    total = money(yearly(package)["retirement"])
    return (
        [Line("Employer's part", f"{amount(base(package))} × ({' + '.join(rates)}) = {total}")],
        "retirement = pay × (share without a match + sum of (match rate × your part of each step))",
    )


_PARTS = {
    "salary": _salary,
    "hourly": _hourly,
    "bonus": _bonus,
    "equity": _equity,
    "benefits": _benefits,
    "retirement": _retirement,
}


def _tier(tier: Tier, contribution: float) -> str:
    reached = min(max(contribution, tier.low), tier.high)
    return f"{amount(tier.rate)} × ({amount(reached)} − {amount(tier.low)})"
