"""The review of a sheet: every question with its answer in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from throughline.answers import Answers, State
from throughline.content.questionnaire import EvidenceList, Item, Questionnaire, Step
from throughline.tables.formats import out_of_ten

if TYPE_CHECKING:
    import pandas as pd

WITHOUT_NUMBER: dict[State, str] = {
    "untouched": "not answered yet",
    "skipped": "skipped",
    "na": "not applicable",
}


def answers_table(
    answers: Answers, questionnaire: Questionnaire, items: Sequence[Item] | None = None
) -> "pd.DataFrame":
    """Sliders (all of the person's form unless ``items`` says which): area, question, answer in words."""
    import pandas as pd

    items = items or (
        *questionnaire.balance_items(answers.form),
        *questionnaire.of_kind("habit", "need", form=answers.form),
    )
    rows = [(_area(item, questionnaire), item.text, answer_words(answers, item)) for item in items]
    return pd.DataFrame(rows, columns=["Area", "Question", "Answer"])


def answer_words(answers: Answers, item: Item) -> str:
    """Say one answer with the number on its screen: "7 of 10, towards: is vital …", or why there is none."""
    state = answers.state(item.id)
    if state != "answered":
        return WITHOUT_NUMBER[state]
    marker = answers.markers[item.id]
    said = f"{out_of_ten(marker)} of 10"
    if marker == 5:
        return f"{said}, in the middle"
    left, right = item.low, item.high
    if item.flipped and answers.flips_on:
        left, right = right, left
    return f"{said}, towards: {right if marker > 5 else left}"


def _area(item: Item, questionnaire: Questionnaire) -> str:
    if item.domain is not None:
        return questionnaire.domain(item.domain).name
    return "Habits" if item.kind == "habit" else "Needs"


def step_table(answers: Answers, questionnaire: Questionnaire, step: Step) -> "pd.DataFrame":
    """Everything asked on one screen, with the answer in words: sliders, boxes, wanted, targets, facts."""
    import pandas as pd

    rows = [(item.text, answer_words(answers, item)) for item in questionnaire.of_step(step)]
    if step.form == "full":
        habits = [i.id for i in questionnaire.of_kind("habit") if "habit" in step.kinds]
        lists = [questionnaire.lists.get(one) for one in (*step.domains, *habits)]
        rows += [(f"Boxes: {one.title}", box_words(answers, one)) for one in lists if one]
        for domain in step.domains:
            wanted = answers.wanted.get(domain)
            said = "not answered yet" if wanted is None else f"{out_of_ten(wanted)} of 10"
            rows.append((f"Where I want to be: {questionnaire.domain(domain).name}", said))
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
