"""Explains a domain score from its sliders and boxes, and the distance between the two."""

from throughline.answers import Answers, turned
from throughline.content.constants import Constants
from throughline.content.questionnaire import EvidenceList, Item, Questionnaire
from throughline.errors import NotEnoughAnswers
from throughline.explanations.arithmetic import ROUNDED, mean_of, plain, rounded, signed
from throughline.explanations.explanation import Explanation, Line
from throughline.scoring.domains import DomainScore
from throughline.scoring.profile import Profile

_LEFT_OUT = {
    "untouched": "open, left out",
    "skipped": "skipped, left out",
    "na": "does not apply, left out",
}
PATH, PURPOSE = "Path: roles that connect", "Purpose and values"
# The two sub-means that the profile takes of the career statements.
CAREER_PARTS = {PATH: ("C2", "C3", "C4", "C6"), PURPOSE: ("C1", "C5")}
SCALE_NAMES = {"J": "Job statements", "C": "Career statements"}


def explain_domain(
    profile: Profile, domain_id: str, answers: Answers, questionnaire: Questionnaire
) -> Explanation:
    """Explain one domain score, 0-10 from the present pole to the future pole.

    Raises:
        NotEnoughAnswers: the domain has no score yet.
        UnknownQuestion: there is no such domain.
    """
    asked = questionnaire.domain(domain_id)
    domain = profile.domains[domain_id]
    if domain.score is None:
        raise NotEnoughAnswers(f"{asked.name} has too few answers for a score.")
    lines = [
        Line(question_of(item), _item_value(item, answers))
        for item in questionnaire.of_domain(domain_id, profile.form)
    ]
    for scale in asked.scales:
        name = SCALE_NAMES.get(scale, "Mean of the sliders")
        lines.append(Line(name, scale_mean(profile, scale)))
    if "C" in asked.scales:
        lines += _career_parts(profile)
    boxes = questionnaire.lists.get(domain_id)
    if boxes is not None:
        lines += _box_lines(profile, domain, boxes, answers.ticks)
    lines += [Line(asked.name, composition(profile, domain)), Line("Rounding", ROUNDED)]
    return Explanation(
        title=asked.name,
        says=(
            "Where your answers in this area lie between present needs at 0 and future identity "
            "at 10."
        ),
        lines=tuple(lines),
        formula=(
            "score = 5 + (mean of career statements − mean of job statements) / 2"
            if len(asked.scales) > 1
            else "score = (1 − evidence share) × mean of sliders + evidence share × boxes"
        ),
        section="Domains",
    )


def explain_claim(
    profile: Profile, domain_id: str, questionnaire: Questionnaire, constants: Constants
) -> Explanation:
    """Explain how far the sliders of one domain lie above its boxes, in points (−100 to 100).

    Raises:
        NotEnoughAnswers: the domain has no score, or its boxes were not reviewed.
        UnknownQuestion: there is no such domain.
    """
    name = questionnaire.domain(domain_id).name
    domain = profile.domains[domain_id]
    claim = profile.quality.claim_minus_evidence.get(domain_id)
    if claim is None or domain.slider is None or domain.evidence is None:
        raise NotEnoughAnswers(f"{name} needs a score and a reviewed list of boxes.")
    limit = plain(constants.claim_flag_points)
    found = "one" if domain_id in profile.quality.claim_flags else "none"
    difference = f"10 × ({rounded(domain.slider)} − {rounded(domain.evidence)})"
    return Explanation(
        title=f"Sliders and boxes: {name}",
        says="How far your sliders in this area lie above what the boxes show, in points.",
        lines=(
            Line("Sliders, boxes", f"{rounded(domain.slider)} and {rounded(domain.evidence)}"),
            Line("Difference", f"{difference} = {signed(claim, 1)}"),
            Line("Note", f"a note appears from {limit} points either way; here {found}"),
            Line("Rounding", ROUNDED),
        ),
        formula="difference = 10 × (mean of sliders − boxes)",
        section="Quality notes",
    )


def composition(profile: Profile, domain: DomainScore) -> str:
    """Return the last step to a domain's score: "0.75 × 2.50 + 0.25 × 0.00 = 1.88"."""
    result = rounded(domain.score or 0.0)
    if domain.id == "D1":
        job, career = (profile.scales[scale].mean or 0.0 for scale in ("J", "C"))
        return f"5 + ({rounded(career)} − {rounded(job)}) / 2 = {result}"
    if domain.evidence is None or domain.slider is None:
        return scale_mean(profile, domain.id)
    share = domain.evidence_share
    sliders = f"{rounded(1 - share)} × {rounded(domain.slider)}"
    return f"{sliders} + {rounded(share)} × {rounded(domain.evidence)} = {result}"


def question_of(item: Item) -> str:
    """Return the wording of a question as a label, without its full stop."""
    return item.text.removesuffix(".")


def scale_mean(profile: Profile, scale_id: str) -> str:
    """Return the mean of one scale's answers as arithmetic."""
    scale = profile.scales[scale_id]
    return f"{mean_of(tuple(scale.values.values()))} = {rounded(scale.mean or 0.0)}"


def box_sum(boxes: EvidenceList, ticks: frozenset[str]) -> str:
    """Return the boxes of one list, 0-10, as a calculation: "10 × (1/3 + 1/3 + 1) / 4"."""
    worth = [counted for counted in _worth(boxes, ticks).values() if counted]
    worth = worth or ["0"]
    total = f"({' + '.join(worth)})" if len(worth) > 1 else worth[0]
    return f"10 × {total} / {boxes.out_of}"


def _worth(boxes: EvidenceList, ticks: frozenset[str]) -> dict[str, str]:
    """What each ticked box adds before the division, "" for one that counts no further."""
    worth: dict[str, str] = {}
    before: frozenset[str] = frozenset()
    for box in boxes.boxes:
        if box.id in ticks:
            adds = boxes.share(before | {box.id}) > boxes.share(before)
            parts = boxes.divide.get(box.role, 1)
            worth[box.id] = "" if not adds else "1" if parts == 1 else f"1/{parts}"
            before |= {box.id}
    return worth


def _career_parts(profile: Profile) -> list[Line]:
    career = profile.scales["C"].values
    means = {PATH: profile.path, PURPOSE: profile.purpose}
    lines = []
    for name, ids in CAREER_PARTS.items():
        mean, values = means[name], tuple(career[one] for one in ids if one in career)
        if mean is not None:
            lines.append(Line(name, f"{mean_of(values)} = {rounded(mean)}"))
    return lines


def _item_value(item: Item, answers: Answers) -> str:
    value = answers.keyed(item)
    if value is None:
        return _LEFT_OUT[answers.state(item.id)]
    if turned(item, flips_on=answers.flips_on):
        return f"marker {plain(answers.markers[item.id])}, turned: {plain(value)}"
    return f"marker {plain(value)}"


def _box_lines(
    profile: Profile, domain: DomainScore, boxes: EvidenceList, ticks: frozenset[str]
) -> list[Line]:
    if domain.evidence is None:
        asked = "the Quick form asks none" if profile.form == "quick" else "list not reviewed"
        return [Line("Boxes", f"{asked}, so the sliders make the whole score")]
    texts = {box.id: box.text for box in boxes.boxes}
    lines = [
        Line(texts[box_id], f"ticked, counts {adds or 'no further: one of these is enough'}")
        for box_id, adds in _worth(boxes, ticks).items()
    ]
    return [*lines, Line("Boxes", f"{box_sum(boxes, ticks)} = {rounded(domain.evidence)}")]
