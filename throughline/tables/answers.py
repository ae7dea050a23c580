"""The review of a sheet: every question with its answer in words."""

from typing import TYPE_CHECKING

from throughline.answers import Answers, State
from throughline.content.questionnaire import Domain, EvidenceList, Item, Questionnaire, Step
from throughline.tables.formats import out_of_ten

if TYPE_CHECKING:
    import pandas as pd

WITHOUT_NUMBER: dict[State, str] = {
    "untouched": "not answered yet",
    "skipped": "skipped",
    "na": "not applicable",
}
COUNTS = {0: "left out", 1: "as the others", 2: "twice", 3: "three times"}


def answer_words(answers: Answers, item: Item) -> str:
    """Say one answer with the number on its screen, or why there is none.

    Between two poles it is also said which one is nearer: "7 of 10, towards: is vital for progressing".
    """
    state = answers.state(item.id)
    if state != "answered":
        return WITHOUT_NUMBER[state]
    marker = answers.markers[item.id]
    if item.kind != "two-pole":
        return f"{out_of_ten(marker)} of 10"
    if item.flipped and answers.flips_on:
        return _between(marker, left=item.high, right=item.low)
    return _between(marker, left=item.low, right=item.high)


def wanted_words(answers: Answers, domain: Domain) -> str:
    """Say where an area is wanted: "7.5 of 10, towards: the career side"."""
    wanted = answers.wanted.get(domain.id)
    if wanted is None:
        return WITHOUT_NUMBER["untouched"]
    # The ends of the scale name their pole first, "Future: the career side".
    left, right = (end.rpartition(": ")[2] for end in (domain.wanted_low, domain.wanted_high))
    return _between(wanted, left=left, right=right)


def importance_words(answers: Answers, domain: Domain) -> str:
    """Say how much an area counts in the balance: "twice", or "default" when nothing was chosen."""
    weight = answers.importance.get(domain.id)
    if weight is None:
        return "default"
    return COUNTS.get(int(weight), "") if weight == int(weight) else f"{out_of_ten(weight)} times"


def _between(marker: float, *, left: str, right: str) -> str:
    said = f"{out_of_ten(marker)} of 10"
    if marker == 5:
        return f"{said}, in the middle"
    return f"{said}, towards: {right if marker > 5 else left}"


def step_table(answers: Answers, questionnaire: Questionnaire, step: Step) -> "pd.DataFrame":
    """Everything asked on one screen, with the answer in words: sliders, boxes, wanted, weight, targets, facts."""
    import pandas as pd

    rows = [(item.text, answer_words(answers, item)) for item in questionnaire.of_step(step)]
    if step.form == "full":
        habits = [i.id for i in questionnaire.of_kind("habit") if "habit" in step.kinds]
        lists = [questionnaire.lists.get(one) for one in (*step.domains, *habits)]
        rows += [(f"Boxes: {one.title}", box_words(answers, one)) for one in lists if one]
        for domain in questionnaire.domains if step.wanted else ():
            rows.append((f"Where I want to be: {domain.name}", wanted_words(answers, domain)))
            counts = importance_words(answers, domain)
            rows.append((f"How much it counts: {domain.name}", counts))
        for fact in questionnaire.facts:
            if fact.domain in step.domains:
                told = answers.facts.get(fact.id, "not answered yet")
                rows.append((fact.text, "yes" if told is True else str(told)))
        if "need" in step.kinds:
            chosen = answers.need_targets
            for need in questionnaire.of_kind("need"):
                target = f"{out_of_ten(chosen[need.id])} of 10" if need.id in chosen else "default"
                rows.append((f"Target: {need.text}", target))
    return pd.DataFrame(rows, columns=["Question", "Answer"])


def box_words(answers: Answers, boxes: EvidenceList) -> str:
    """Say which boxes of a list are ticked, and whether the list was gone through."""
    ticked = [box.text for box in boxes.boxes if box.id in answers.ticks]
    said = "; ".join(ticked) if ticked else "none ticked"
    return said if boxes.id in answers.reviewed else f"{said} (list not reviewed yet)"
