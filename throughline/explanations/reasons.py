"""Says why: a step its place, a suggestion its cause, and the plan what it opens with, in the person's own numbers."""

from throughline.actions import (
    AreaCause,
    Cause,
    NeedCause,
    StepCause,
    StepRanking,
    outlook,
    place_with,
    tied_with,
    waiting_for,
)
from throughline.answers import Answers
from throughline.content.actions import ActionContent, OutlookWords
from throughline.content.constants import Constants
from throughline.content.questionnaire import Questionnaire
from throughline.explanations.arithmetic import plain, rounded
from throughline.levers import Way
from throughline.scoring.profile import Profile


def plan_opening(
    profile: Profile,
    way: Way | None,
    answers: Answers,
    content: ActionContent,
    constants: Constants,
) -> OutlookWords:
    """Heading and lead of the plan; without a way the lead also says what it waits for."""
    words = content.outlooks[outlook(way)]
    lead = words.lead.format(near=plain(constants.near_target_points))
    if way is None:
        lead = f"{lead} {content.waiting[waiting_for(profile, answers)]}"
    return OutlookWords(title=words.title, lead=lead)


def reason(cause: Cause, questionnaire: Questionnaire, content: ActionContent) -> str:
    """Say in one sentence why something is suggested, with the numbers it rests on."""
    match cause:
        case StepCause():
            return _step_reason(cause, content)
        case AreaCause():
            return _area_reason(cause, content)
        case NeedCause(gap=gap):
            return content.reasons["need"].format(
                need=questionnaire.by_id[gap.id].text,
                now=plain(gap.now, 1),
                target=plain(gap.target, 1),
                gap=plain(gap.gap, 1),
            )


def tie_sentence(
    habit: str, ranking: StepRanking, questionnaire: Questionnaire, content: ActionContent
) -> str:
    """Say which steps share the priority of a ranked one, or "" when none does."""
    others = [questionnaire.by_id[one].step for one in tied_with(ranking, habit)]
    return content.reasons["tie"].format(others=_listed(others)) if others else ""


def ease_sentence(
    habit: str,
    ranking: StepRanking,
    answers: Answers,
    content: ActionContent,
    constants: Constants,
) -> str:
    """Say what the effort does to the place of a ranked step, or "" for a small effort."""
    effort = answers.ease.get(habit, "small")
    if effort == "small":
        return ""
    place = [one.id for one in ranking.ranked].index(habit) + 1
    small = place_with(ranking, habit, constants.ease_small)
    key = "ease_same" if small == place else "ease_moved"
    return content.reasons[key].format(effort=effort, place=content.places[small - 1].lower())


def kept_habits(
    profile: Profile, questionnaire: Questionnaire, content: ActionContent
) -> tuple[str, ...]:
    """One sentence for each habit to keep, in the order of the six steps."""
    return tuple(
        content.reasons["keep"].format(
            step=questionnaire.by_id[habit].step, level=rounded(100 * level, 0)
        )
        for habit, level in profile.habits.levels.items()
    )


def _step_reason(cause: StepCause, content: ActionContent) -> str:
    place = content.places[cause.place - 1]
    level = rounded(100 * (1 - cause.step.room), 0)
    if cause.area is None:
        return content.reasons["step_there"].format(place=place, level=level)
    area = content.areas[cause.area.domain]
    return content.reasons["step"].format(
        place=place, noun=area.noun, verb=area.verb, gap=_points(cause.area.gap), level=level
    )


def _area_reason(cause: AreaCause, content: ActionContent) -> str:
    area = content.areas[cause.id]
    text = content.reasons[f"area_{cause.towards}"].format(
        noun=area.noun,
        verb=area.verb,
        gap=_points(cause.gap.gap),
        points=f"{rounded(abs(cause.gap.points), 1)} points",
    )
    return text[0].upper() + text[1:]


def _points(value: float) -> str:
    """A size in whole points: "61 points", "1 point", "less than 1 point"."""
    size = rounded(abs(value), 0)
    if size == "0":
        return "less than 1 point"
    return f"{size} point" if size == "1" else f"{size} points"


def _listed(names: list[str]) -> str:
    """Names as a person lists them: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
