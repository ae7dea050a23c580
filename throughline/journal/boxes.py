"""Evidence boxes that recent entries can support; the person confirms each one, nothing is ticked here."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from throughline.answers import Answers
from throughline.content.journal import BoxRule, JournalContent
from throughline.content.questionnaire import Questionnaire
from throughline.journal.entry import Entry
from throughline.journal.fields import written_day


@dataclass(frozen=True, slots=True)
class BoxSuggestion:
    """A box that is not ticked and has entries that may support it.

    Attributes:
        box: id of the box.
        list_id: the area or habit whose list it stands in.
        text: the wording of the box.
        entries: ids of the entries that count, oldest first.
        since: day of the oldest of them.
        reason: how many entries since when, in words.
        check: what the person looks at before confirming.
        counts: whether a tick counts at once, or after the list has been reviewed.
    """

    box: str
    list_id: str
    text: str
    entries: tuple[str, ...]
    since: datetime.date
    reason: str
    check: str
    counts: bool


def suggest_boxes(
    entries: Sequence[Entry],
    answers: Answers,
    questionnaire: Questionnaire,
    content: JournalContent,
    today: datetime.date,
) -> tuple[BoxSuggestion, ...]:
    """Find the boxes that entries support, in the order they are asked; the Quick form has no boxes."""
    if answers.form == "quick":
        return ()
    rules = {rule.box: rule for rule in content.rules}
    found = []
    for boxes in questionnaire.evidence:
        for box in boxes.boxes:
            rule = rules.get(box.id)
            if rule is None or box.id in answers.ticks:
                continue
            support = _supporting(entries, rule, content.days(rule), today)
            if len(support) < rule.entries:
                continue
            found.append(
                BoxSuggestion(
                    box=box.id,
                    list_id=boxes.id,
                    text=box.text,
                    entries=tuple(entry.id for entry in support),
                    since=support[0].day,
                    reason=_reason(support, rule, content),
                    check=rule.check,
                    counts=boxes.id in answers.reviewed,
                )
            )
    return tuple(found)


def _supporting(
    entries: Sequence[Entry], rule: BoxRule, days: int | None, today: datetime.date
) -> list[Entry]:
    """Entries of the rule's kind in its window, oldest first; a day to come supports nothing yet."""
    fitting = [
        entry
        for entry in entries
        if entry.kind == rule.kind
        and entry.day <= today
        and (days is None or (today - entry.day).days <= days)
        and (entry.number is not None or not rule.needs_number)
    ]
    return sorted(fitting, key=lambda entry: entry.order)


def _reason(support: Sequence[Entry], rule: BoxRule, content: JournalContent) -> str:
    words, kind = content.words, content.kinds[rule.kind]
    one = len(support) == 1
    noun = kind.one if one else kind.many
    if rule.needs_number:
        noun = words["with_number"].format(noun=noun)
    return words["box_one" if one else "box_many"].format(
        count=len(support), noun=noun, since=written_day(support[0].day)
    )
