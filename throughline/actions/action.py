"""One action of a person's plan, and how it begins from a suggestion."""

import datetime
from dataclasses import dataclass

from throughline.content.actions import BLANK, Status, Suggestion

ACTION_LIMIT = 60
WHY_LENGTH = 200
SEEN_BY_LENGTH = 60
LINKS_LIMIT = 19


@dataclass(frozen=True, slots=True)
class Action:
    """One action; every value is legal, see ``read_action``.

    Attributes:
        id: set once and never reused.
        what: what it is, 1-80 characters.
        why: the cause in the person's own numbers on the day it was picked, or their own words, up to 200.
        first_step: a small beginning, up to 120 characters.
        if_when, then_do: the two halves of the if-then line, up to 120 characters each.
        due: the day it should be done; None = no date.
        seen_by: who could see the result, up to 60 characters.
        status: where it stands; ``dropped`` reads "no longer relevant".
        links: ids of the areas, habits and needs it serves, each once.
        origin: id of the suggestion it came from; empty = written by the person.
        goal: id of the goal made from it; empty = none.
    """

    id: str
    what: str
    why: str = ""
    first_step: str = ""
    if_when: str = ""
    then_do: str = ""
    due: datetime.date | None = None
    seen_by: str = ""
    status: Status = "not_started"
    links: tuple[str, ...] = ()
    origin: str = ""
    goal: str = ""

    @property
    def open(self) -> bool:
        """Whether it is to be done or under way."""
        return self.status in ("not_started", "in_progress")

    @property
    def has_blanks(self) -> bool:
        """Whether when or where is to be filled in."""
        return BLANK in self.if_when


def action_from(
    suggestion: Suggestion, *, action_id: str, why: str, today: datetime.date
) -> Action:
    """Begin an action from a suggestion: its words to change, its usual length from today."""
    return Action(
        id=action_id,
        what=suggestion.what,
        why=why[:WHY_LENGTH].rstrip(),
        first_step=suggestion.first_step,
        if_when=suggestion.if_when,
        then_do=suggestion.then_do,
        due=today + datetime.timedelta(days=suggestion.days),
        links=(suggestion.serves,),
        origin=suggestion.id,
    )
