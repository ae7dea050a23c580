"""Explains present support, the need with most room, and momentum."""

from throughline.answers import Answers
from throughline.content.constants import Constants
from throughline.content.questionnaire import Item, Questionnaire
from throughline.errors import NotEnoughAnswers
from throughline.explanations.arithmetic import ROUNDED, mean_of, plain, rounded
from throughline.explanations.domains import question_of
from throughline.explanations.explanation import Explanation, Line
from throughline.scoring.profile import Profile
from throughline.scoring.support import Support


def explain_support(
    profile: Profile, answers: Answers, questionnaire: Questionnaire
) -> Explanation:
    """Explain present support, 0-100.

    Raises:
        NotEnoughAnswers: too few needs are answered.
    """
    support = _support(profile)
    needs = _answered_needs(profile, answers, questionnaire)
    values = [answers.markers[need.id] for need in needs]
    lines = [Line(question_of(need), plain(answers.markers[need.id])) for need in needs]
    lines.append(Line("Present support", f"10 × {mean_of(values)} = {rounded(support.value, 1)}"))
    return Explanation(
        title="Present support",
        says="How far your work covers the needs of today, 0 for not met and 100 for fully met.",
        lines=tuple(lines),
        formula="present support = 10 × mean of the needs you answered",
        section="Support and momentum",
    )


def explain_lowest_need(
    profile: Profile, answers: Answers, questionnaire: Questionnaire, constants: Constants
) -> Explanation:
    """Explain which need is met least, and its distance to the target (scale points).

    Raises:
        NotEnoughAnswers: too few needs are answered.
    """
    support = _support(profile)
    needs = _answered_needs(profile, answers, questionnaire)
    now = answers.markers[support.lowest]
    target = answers.need_targets.get(support.lowest, constants.need_target_default)
    same = sum(answers.markers[need.id] == now for need in needs)
    shared = f"; {same} needs share it and the first is named" if same > 1 else ""
    return Explanation(
        title="The need with most room",
        says="The need you marked nearest to not met.",
        lines=(
            *(Line(question_of(need), plain(answers.markers[need.id])) for need in needs),
            Line("Smallest of these", f"{plain(now)}{shared}"),
            Line(
                question_of(questionnaire.by_id[support.lowest]),
                f"{plain(target)} − {plain(now)} = {plain(target - now)}",
            ),
        ),
        formula="need gap = target − answer",
        section="Support and momentum",
    )


def explain_momentum(
    profile: Profile, answers: Answers, questionnaire: Questionnaire, constants: Constants
) -> Explanation:
    """Explain momentum, 0-100.

    Raises:
        NotEnoughAnswers: too few habits are answered.
    """
    momentum = profile.habits.momentum
    if momentum is None:
        raise NotEnoughAnswers("Momentum needs more answers about habits.")
    habits = [questionnaire.by_id[one] for one in profile.habits.levels]
    found = [habit_level(profile, habit, answers, questionnaire, constants) for habit in habits]
    lines = [Line(question_of(habit), text) for habit, (_, text) in zip(habits, found, strict=True)]
    total = " + ".join(rounded(level) for level, _ in found)
    lines += [
        Line("Momentum", f"({total}) / {len(found)} = {rounded(momentum, 1)}"),
        Line("Rounding", ROUNDED),
    ]
    return Explanation(
        title="Momentum",
        says="How much of a routine the six habits are, 0 for none of them and 100 for all.",
        lines=tuple(lines),
        formula="momentum = mean of the habit levels, each from its slider and its reviewed boxes",
        section="Support and momentum",
    )


def habit_level(
    profile: Profile,
    habit: Item,
    answers: Answers,
    questionnaire: Questionnaire,
    constants: Constants,
) -> tuple[float, str]:
    """Return one habit's level in points (0-100) and its arithmetic."""
    level = 100 * profile.habits.levels[habit.id]
    text = f"{plain(answers.markers[habit.id])} / 10"
    if profile.form == "full" and habit.id in answers.reviewed:
        boxes = questionnaire.lists[habit.id]
        ticked = sum(box.id in answers.ticks for box in boxes.boxes)
        sliders = f"{rounded(constants.habit_slider_share)} × {text}"
        text = f"({sliders} + {rounded(constants.habit_box_share)} × {ticked} / {boxes.out_of})"
    return level, f"100 × {text} = {rounded(level)}"


def _support(profile: Profile) -> Support:
    if profile.support is None:
        raise NotEnoughAnswers("Present support needs more answers about needs.")
    return profile.support


def _answered_needs(profile: Profile, answers: Answers, questionnaire: Questionnaire) -> list[Item]:
    needs = questionnaire.of_kind("need", form=profile.form)
    return [need for need in needs if answers.answered(need.id)]
