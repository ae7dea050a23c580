"""What the plan opens with, and what is missing while there is no way to show (docs/method.md, "Levers")."""

from throughline.answers import Answers
from throughline.content.actions import Outlook, Waiting
from throughline.levers import Plan, Way
from throughline.scoring.profile import Profile

_OPENS: dict[Plan, Outlook] = {"steps": "steps", "room": "present", "close": "close"}


def outlook(way: Way | None) -> Outlook:
    """What the plan opens with; without a way it asks where the person wants to be.

    The limits are those of the way itself: a gap above 5 points opens the steps; else a gap below -5 points
    opens more room for the present; else the person is close. A gap of exactly 5 is close.
    """
    return "no_target" if way is None else _OPENS[way.plan]


def waiting_for(profile: Profile, answers: Answers) -> Waiting:
    """What a plan without a way waits for: answers, importance, the Full form or a target."""
    if profile.balance is None:
        # Enough answers and no balance: every area with answers has importance 0.
        counted = not profile.gate.answers_needed and not profile.gate.domains_needed
        return "importance" if counted else "answers"
    if profile.form == "quick":
        return "form" if answers.form == "quick" else "answers"
    return "target"
