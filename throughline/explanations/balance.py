"""Explains the balance, the range around it, and what the open answers could do to it."""

from collections.abc import Iterable

from throughline.answers import HIGHEST, LOWEST, Answers
from throughline.content.constants import Constants, Model
from throughline.content.questionnaire import Item, Questionnaire
from throughline.errors import NotEnoughAnswers
from throughline.explanations.arithmetic import ROUNDED, added, plain, rounded, weighted
from throughline.explanations.domains import composition, question_of
from throughline.explanations.explanation import Explanation, Line
from throughline.scoring import score_form
from throughline.scoring.balance import Balance
from throughline.scoring.domains import DomainScore
from throughline.scoring.profile import Profile
from throughline.wording import half_up, percent_pair


def explain_balance(profile: Profile, questionnaire: Questionnaire) -> Explanation:
    """Explain the balance, 0-100 on the future scale.

    Raises:
        NotEnoughAnswers: there is no balance yet.
    """
    balance = _balance(profile)
    present, future = percent_pair(balance.value)
    lines = [_domain_line(profile, domain, questionnaire) for domain in profile.domains.values()]
    lines += [
        Line("Balance", _mean(profile.available, balance.value)),
        Line("On screen", f"present {present} : {future} future, in whole points"),
        Line("Rounding", ROUNDED),
    ]
    return Explanation(
        title="Your balance",
        says=(
            "How your answers divide 100 points between present needs and future identity, "
            "as an average of the areas you answered."
        ),
        lines=tuple(lines),
        formula="balance = sum of (importance × area score) / sum of importance × 10",
        section="Balance",
    )


def explain_range(
    profile: Profile, questionnaire: Questionnaire, constants: Constants
) -> Explanation:
    """Explain the range around the balance, in points.

    Raises:
        NotEnoughAnswers: there is no balance yet.
    """
    balance = _balance(profile)
    spread = profile.spread
    squares = [_squares(scale.values.values()) for scale in profile.scales.values() if scale.values]
    prior = f"{plain(constants.prior_df)} × {plain(constants.prior_sd)}²"
    count = f"{plain(constants.prior_df)} + {spread.df}"
    errors = [domain.se or 0.0 for domain in profile.available]
    weights = [domain.weight for domain in profile.available]
    reach = f"{rounded(spread.t, 3)} × {rounded(balance.se)}"
    lines = [
        Line(
            "Squared distances from the mean of each scale",
            f"{added(squares, 3)} = {rounded(sum(squares))}",
        ),
        Line(
            "Spread of your answers inside a scale",
            f"√(({prior} + {rounded(sum(squares))}) / ({count})) = {rounded(spread.sd, 3)}",
        ),
        *(_error_line(profile, domain, questionnaire) for domain in profile.available),
        Line(
            "Standard error of the balance",
            f"10 × √({_squared(errors, weights)}) / {plain(sum(weights))} = {rounded(balance.se)}",
        ),
        Line("From", f"{rounded(balance.value)} − {reach} = {rounded(balance.low, 1)}"),
        Line("To", f"{rounded(balance.value)} + {reach} = {rounded(balance.high, 1)}"),
        Line("On screen", _on_screen(balance.value, balance.low, balance.high)),
        Line("Rounding", ROUNDED),
    ]
    percent = plain(100 * constants.range_level)
    return Explanation(
        title="The range around your balance",
        says=(
            "The stretch that would hold the balance from other, similar questions about "
            f"{percent} times in 100; mood and day are not part of it."
        ),
        lines=tuple(lines),
        formula="range = balance ± t × standard error of the balance",
        section="Range",
    )


def explain_bounds(
    profile: Profile, answers: Answers, questionnaire: Questionnaire, model: Model
) -> Explanation:
    """Explain how far the open sliders could move the balance, 0-100 on the future scale.

    Raises:
        NotEnoughAnswers: there is no balance yet.
    """
    balance = _balance(profile)
    items = [i for i in questionnaire.balance_items(profile.form) if answers.open(i.id)]
    lines = [Line("Sliders left open", str(len(items)))]
    if items:
        lines += [Line(question_of(item), _ends(item, answers)) for item in items]
        for label, future, bound in (
            ("All at the present end", False, balance.least),
            ("All at the future end", True, balance.most),
        ):
            sheet = _filled(answers, items, future=future)
            ends = score_form(sheet, questionnaire, model, form=profile.form)
            lines.append(Line(label, _mean(ends.available, bound)))
        lines.append(Line("On screen", _on_screen(balance.value, balance.least, balance.most)))
        lines.append(Line("Rounding", ROUNDED))
    else:
        value = rounded(balance.value, 1)
        lines.append(
            Line("Both bounds", f"nothing is open, so both are the balance itself, {value}")
        )
    return Explanation(
        title="What your open answers could do",
        says="The smallest and the largest balance you could reach by answering what is open.",
        lines=tuple(lines),
        formula="bounds = the balance with every open slider at its present end, or its future end",
        section="Bounds",
    )


def _balance(profile: Profile) -> Balance:
    if profile.balance is None:
        raise NotEnoughAnswers("There are not enough answers for a balance.")
    return profile.balance


def _domain_line(profile: Profile, domain: DomainScore, questionnaire: Questionnaire) -> Line:
    name = questionnaire.domain(domain.id).name
    if not domain.available:
        return Line(name, "left out: too few answers for a score")
    label = name if domain.weight == 1 else f"{name} (importance {plain(domain.weight)})"
    return Line(label, composition(profile, domain))


def _mean(domains: Iterable[DomainScore], value: float) -> str:
    scores = [(domain.score or 0.0, domain.weight) for domain in domains]
    values, weights = zip(*scores, strict=True)
    return f"({weighted(values, weights)}) / {plain(sum(weights))} × 10 = {rounded(value, 1)}"


def _squares(values: Iterable[float]) -> float:
    numbers = list(values)
    mean = sum(numbers) / len(numbers)
    return sum((number - mean) ** 2 for number in numbers)


def _squared(errors: list[float], weights: list[float]) -> str:
    if all(weight == 1 for weight in weights):
        return " + ".join(f"{rounded(error, 3)}²" for error in errors)
    pairs = zip(weights, errors, strict=True)
    return " + ".join(f"({plain(weight)} × {rounded(error, 3)})²" for weight, error in pairs)


def _error_line(profile: Profile, domain: DomainScore, questionnaire: Questionnaire) -> Line:
    asked = questionnaire.domain(domain.id)
    spread = rounded(profile.spread.sd, 3)
    counts = [profile.scales[scale].count for scale in asked.scales]
    if len(counts) > 1:
        parts = " + ".join(f"{spread}² / {count}" for count in counts)
        text = f"√({parts}) / {len(counts)}"
    else:
        kept = f"{rounded(1 - domain.evidence_share)} × " if domain.evidence_share else ""
        text = f"{kept}{spread} / √{counts[0]}"
    return Line(f"Standard error: {asked.name}", f"{text} = {rounded(domain.se or 0.0, 3)}")


def _on_screen(value: float, low: float, high: float) -> str:
    """Say the two ends as printed: for the larger number, cut at 0 and 100, in whole points."""
    present, future = percent_pair(value)
    towards_future = future > present
    ends = (low, high) if towards_future else (100 - high, 100 - low)
    first, second = (half_up(min(100.0, max(0.0, end))) for end in ends)
    side = "future" if towards_future else "present"
    turned = "" if towards_future else ", each end taken from 100"
    return f"{first} to {second} for {side}, in whole points{turned}"


def _ends(item: Item, answers: Answers) -> str:
    present, future = (
        _filled(answers, [item], future=end).markers[item.id] for end in (False, True)
    )
    return f"marker {plain(present)} at the present end, {plain(future)} at the future end"


def _filled(answers: Answers, items: list[Item], *, future: bool) -> Answers:
    for item in items:
        end = HIGHEST if future != (item.scale == "J") else LOWEST
        answers = answers.with_keyed(item, end)
    return answers
