"""Explains the notes on how a sheet was filled in: agreeing, side, sameness and pace."""

from statistics import fmean

from throughline.answers import Answers
from throughline.content.constants import Constants
from throughline.content.questionnaire import Item, Questionnaire
from throughline.explanations.arithmetic import ROUNDED, mean_of, plain, rounded, signed
from throughline.explanations.domains import SCALE_NAMES
from throughline.explanations.explanation import Explanation, Line
from throughline.scoring.profile import Profile

_SECTION = "Quality notes"


def explain_quality(
    profile: Profile, answers: Answers, questionnaire: Questionnaire, constants: Constants
) -> tuple[Explanation, ...]:
    """Explain every index that the answers allow, in the order of docs/method.md."""
    quality = profile.quality
    balance = questionnaire.balance_items(profile.form)
    markers = [answers.markers[item.id] for item in balance if answers.answered(item.id)]
    found: list[Explanation] = []
    if quality.yes_saying is not None:
        found.append(_yes_saying(quality.yes_saying, answers, questionnaire, constants))
    if quality.side_pull is not None:
        found.append(_side_pull(quality.side_pull, answers, questionnaire, constants))
    if quality.longest_run is not None:
        found.append(_longest_run(quality.longest_run, markers, constants))
    if quality.spread is not None:
        found.append(_spread(quality.spread, markers, constants))
    if quality.seconds is not None:
        found.append(_pace(quality.seconds, len(answers.first_answered), constants))
    return tuple(found)


def _yes_saying(
    value: float, answers: Answers, questionnaire: Questionnaire, constants: Constants
) -> Explanation:
    lines, means = [], []
    for scale, name in SCALE_NAMES.items():
        items = questionnaire.of_scale(scale)
        for label, reverse in ((name, False), (f"{name}, opposite wording", True)):
            markers = _markers(answers, [item for item in items if item.reverse is reverse])
            means.append(fmean(markers))
            lines.append(Line(label, f"{mean_of(markers)} = {rounded(means[-1])}"))
    total = " + ".join(rounded(mean) for mean in means)
    return Explanation(
        title="Agreeing whatever the statement",
        says="Whether you agreed with a statement and with its opposite; near 0 means you did not.",
        lines=(
            *lines,
            Line("Index", f"({total}) / 4 − 5 = {signed(value)}"),
            Line("Note", f"a note appears from {plain(constants.acq_flag)} either way"),
            Line("Rounding", ROUNDED),
        ),
        formula="index = mean of the four group means of markers as drawn − 5",
        section=_SECTION,
    )


def _side_pull(
    value: float, answers: Answers, questionnaire: Questionnaire, constants: Constants
) -> Explanation:
    items = questionnaire.of_kind("two-pole")
    lines, means = [], []
    for label, flipped in (("Future pole on the right", False), ("Future pole on the left", True)):
        markers = _markers(answers, [item for item in items if item.flipped is flipped])
        means.append(fmean(markers))
        lines.append(Line(label, f"{mean_of(markers)} = {rounded(means[-1])}"))
    total = " + ".join(rounded(mean) for mean in means)
    return Explanation(
        title="Pull to one side",
        says="Whether your markers lean to the right or the left of the screen, whatever it meant.",
        lines=(
            *lines,
            Line("Index", f"({total} − 10) / 2 = {signed(value)}"),
            Line("Note", f"a note appears from {plain(constants.pb_flag)} either way"),
            Line("Rounding", ROUNDED),
        ),
        formula="index = (mean of markers, pole right + mean of markers, pole left − 10) / 2",
        section=_SECTION,
    )


def _longest_run(value: int, markers: list[float], constants: Constants) -> Explanation:
    return Explanation(
        title="Longest run",
        says="The most markers in a row that stand in the same place.",
        lines=(
            Line("Markers in order", ", ".join(plain(marker) for marker in markers)),
            Line("Longest run of equal markers", str(value)),
            Line("Note", f"a note appears from {plain(constants.run_flag)} in a row"),
        ),
        formula="longest run = most equal markers in a row, open answers left out",
        section=_SECTION,
    )


def _spread(value: float, markers: list[float], constants: Constants) -> Explanation:
    mean = fmean(markers)
    squares = sum((marker - mean) ** 2 for marker in markers)
    return Explanation(
        title="Spread of your markers",
        says="How far your markers lie from their own mean, in scale points.",
        lines=(
            Line("Mean of your markers", f"{mean_of(markers)} = {rounded(mean)}"),
            Line("Squared distances from it, added", rounded(squares)),
            Line("Spread", f"√({rounded(squares)} / ({len(markers)} − 1)) = {rounded(value)}"),
            Line("Note", f"a note appears under {plain(constants.spread_flag)}"),
        ),
        formula="spread = √(sum of squared distances from the mean / (number of markers − 1))",
        section=_SECTION,
    )


def _pace(value: float, moments: int, constants: Constants) -> Explanation:
    pause = plain(constants.speed_gap_limit_minutes)
    return Explanation(
        title="Pace",
        says="The usual time from one first answer to the next, in seconds.",
        lines=(
            Line("First answers with a time", str(moments)),
            Line("Pauses", f"those longer than {pause} minutes are left out"),
            Line("Median of the times between them", f"{rounded(value, 1)} seconds"),
            Line("Note", f"a note appears under {plain(constants.speed_flag_seconds)} seconds"),
        ),
        formula="pace = median time between first answers",
        section=_SECTION,
    )


def _markers(answers: Answers, items: list[Item]) -> list[float]:
    return [answers.markers[item.id] for item in items if answers.answered(item.id)]
