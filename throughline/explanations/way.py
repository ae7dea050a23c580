"""Explains the way to the balance you want: the whole gap, one lever of it, one more tick."""

from throughline.answers import Answers
from throughline.content.questionnaire import Questionnaire
from throughline.explanations.arithmetic import ROUNDED, added, plain, rounded, signed
from throughline.explanations.domains import box_sum, question_of
from throughline.explanations.explanation import Explanation, Line
from throughline.levers import DomainGap, Lever, Tick, Way
from throughline.scoring.profile import Profile


def explain_way(way: Way, profile: Profile, questionnaire: Questionnaire) -> Explanation:
    """Explain the wanted balance (0-100) and the gap to it, area by area."""
    lines: list[Line] = []
    for gap in way.domains:
        name = questionnaire.domain(gap.domain).name
        distance = f"10 × ({plain(gap.wanted)} − {rounded(gap.now, 3)})"
        share = _share(profile, gap.domain)
        lines += [
            Line(f"{name}: gap", f"{distance} = {signed(gap.gap)}"),
            Line(
                f"{name}: part of the way", f"{rounded(gap.gap)} × {share} = {signed(gap.points)}"
            ),
        ]
    held = [d.id for d in profile.available if d.id not in {gap.domain for gap in way.domains}]
    lines += [
        Line(questionnaire.domain(one).name, "no target, so it stays where it is") for one in held
    ]
    points = [gap.points for gap in way.domains]
    direction = "−" if way.gap < 0 else "+"
    start = f"{rounded(way.now)} {direction} {rounded(abs(way.gap))}"
    lines += [
        Line("Gap", f"{added(points)} = {signed(way.gap, 1)}"),
        Line("Balance you want", f"{start} = {rounded(way.wanted, 1)}"),
        Line("Rounding", ROUNDED),
    ]
    return Explanation(
        title="The balance you want",
        says="What your balance would be with every area at the target you chose.",
        lines=tuple(lines),
        formula=(
            "part of the way = gap of the area × its importance / sum of importance; "
            "balance you want = balance + all parts"
        ),
        section="Levers",
    )


def explain_lever(
    way: Way, lever: Lever, profile: Profile, questionnaire: Questionnaire
) -> Explanation:
    """Explain what one slider, or the boxes of one area, adds to the way, in points."""
    gap = next(one for one in way.domains if one.domain == lever.domain)
    name = questionnaire.domain(lever.domain).name
    if lever.kind == "evidence":
        title = f"Boxes: {name}"
        formula = "lever = 10 × importance share × evidence share × (target − boxes)"
    else:
        title = question_of(questionnaire.by_id[lever.id])
        formula = "lever = 10 × importance share × slider's part of the area × (target − answer)"
    return Explanation(
        title=title,
        says="What this adds to the way to the balance you want, in points.",
        lines=(
            Line("Area", name),
            Line("Target you chose", plain(gap.wanted)),
            Line("Lever", f"{_lever(gap, lever, profile, questionnaire)} = {signed(lever.points)}"),
            Line("Reading", _reading(gap, lever)),
        ),
        formula=formula,
        section="Levers",
    )


def explain_tick(
    tick: Tick, profile: Profile, answers: Answers, questionnaire: Questionnaire
) -> Explanation:
    """Explain what one more ticked box would add to the balance, in points."""
    boxes = questionnaire.lists[tick.domain]
    texts = {box.id: box.text for box in boxes.boxes}
    domain = profile.domains[tick.domain]
    more = answers.ticks | {tick.boxes[0]}
    after = 10 * boxes.share(more)
    change = f"({rounded(after)} − {rounded(domain.evidence or 0.0)})"
    share = f"10 × {_share(profile, tick.domain)} × {rounded(domain.evidence_share)}"
    lines = [
        Line("Boxes now", f"{box_sum(boxes, answers.ticks)} = {rounded(domain.evidence or 0.0)}"),
        Line("Boxes with this one", f"{box_sum(boxes, more)} = {rounded(after)}"),
        Line("Adds to the balance", f"{share} × {change} = {signed(tick.gain)}"),
        Line("Rounding", ROUNDED),
    ]
    if len(tick.boxes) > 1:
        lines.insert(0, Line("Any one of these", "; ".join(texts[box] for box in tick.boxes)))
    return Explanation(
        title=f"One more tick: {texts[tick.boxes[0]]}",
        says="How far the balance would move towards the target you chose if this box were ticked.",
        lines=tuple(lines),
        formula="gain = 10 × importance share × evidence share × (boxes with the tick − boxes now)",
        section="One more tick",
    )


def _share(profile: Profile, domain_id: str) -> str:
    total = sum(domain.weight for domain in profile.available)
    return f"{plain(profile.domains[domain_id].weight)} / {plain(total)}"


def _reading(gap: DomainGap, lever: Lever) -> str:
    if not lever.keep:
        return "a possible move towards the target you chose"
    if not gap.points:
        return "keep: this area adds nothing to the way"
    if lever.kind == "evidence" and gap.gap < 0 and lever.points < 0:
        return "keep: nobody is asked to untick a box"
    return "keep: it is at the target you chose or past it, so nothing is asked of it"


def _lever(gap: DomainGap, lever: Lever, profile: Profile, questionnaire: Questionnaire) -> str:
    share = f"10 × {_share(profile, lever.domain)}"
    domain = profile.domains[lever.domain]
    wanted = plain(gap.wanted)
    if lever.kind == "evidence":
        distance = f"({wanted} − {rounded(domain.evidence or 0.0)})"
        return f"{share} × {rounded(domain.evidence_share)} × {distance}"
    scale = profile.scales[questionnaire.by_id[lever.id].scale]
    answer = plain(scale.values[lever.id])
    if scale.id == "J":
        return f"{share} × 0.5 / {scale.count} × ({answer} − (10 − {wanted}))"
    if scale.id == "C":
        return f"{share} × 0.5 / {scale.count} × ({wanted} − {answer})"
    kept = f"{rounded(1 - domain.evidence_share)} / {scale.count}"
    return f"{share} × {kept} × ({wanted} − {answer})"
