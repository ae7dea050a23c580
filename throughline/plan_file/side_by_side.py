"""Plan files beside each other: what each one shows, and between which of them the balance differs clearly."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from throughline.content.coach import CoachWords
from throughline.content.constants import Model
from throughline.content.questionnaire import Questionnaire
from throughline.plan_file.document import PlanFile
from throughline.scoring import Profile, score
from throughline.scoring.balance import Balance

FILE_LIMIT = 8
DATES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One file as it stands beside others.

    Attributes:
        label: what the coach calls it.
        plan: what it holds.
        profile: the result of its answers, worked out anew with the present model.
        dates: the next due dates of goals and actions from today on, at most three, with their titles.
    """

    label: str
    plan: PlanFile
    profile: Profile
    dates: tuple[tuple[datetime.date, str], ...]


def side_of(
    label: str, plan: PlanFile, questionnaire: Questionnaire, model: Model, today: datetime.date
) -> Side:
    """Work out what one file shows."""
    goals = [
        (one.due, one.title)
        for one in plan.goals
        if one.due and not one.done_on and not one.dropped
    ]
    actions = [(one.due, one.what) for one in plan.actions if one.due and one.open]
    ahead = sorted((day, what) for day, what in [*goals, *actions] if day >= today)
    profile = score(plan.answers, questionnaire, model)
    return Side(label, plan, profile, tuple(ahead[:DATES_SHOWN]))


def apart(first: Balance, second: Balance) -> bool:
    """Whether two balances differ clearly: their ranges, cut at 0 and 100 as they are shown, do not touch."""
    low, high = max(0.0, min(first.high, second.high)), min(100.0, max(first.low, second.low))
    return low < high


def difference_sentences(sides: Sequence[Side], words: CoachWords) -> tuple[str, ...]:
    """Say between which files the balance differs clearly; never which one is higher.

    Labels stand in the sentences as they are: print them literally.
    """
    said = words.compare
    shown = [(one.label, one.profile.balance) for one in sides]
    known = [(label, balance) for label, balance in shown if balance is not None]
    if len(known) < 2:
        return (said["none"],)
    clear, unclear = list[str](), list[str]()
    for (first, x), (second, y) in combinations(known, 2):
        pair = said["pair"].format(first=first, second=second)
        (clear if apart(x, y) else unclear).append(pair)
    # Eight files make 28 pairs: the shorter list is said, the other one is the rest.
    if not clear:
        sentences = [said["unclear"]]
    elif len(clear) <= len(unclear) or len(known) == 2:
        sentences = [
            said["apart"].format(pairs="; ".join(clear)),
            *[said["others"]][: len(unclear)],
        ]
    elif unclear:
        sentences = [said["overlap"].format(pairs="; ".join(unclear)), said["others_apart"]]
    else:
        sentences = [said["all_apart"]]
    if len({one.profile.form for one in sides if one.profile.balance}) > 1:
        sentences.append(said["forms"])
    return tuple(sentences)
