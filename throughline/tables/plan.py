"""Table twins of the way to where a person wants to be: areas, levers, ticks and needs."""

from typing import TYPE_CHECKING

from throughline.answers import Answers
from throughline.content.constants import Constants
from throughline.content.questionnaire import Item, Questionnaire
from throughline.levers import DomainGap, Lever, Way
from throughline.tables.formats import out_of_ten, points, tenths

if TYPE_CHECKING:
    import pandas as pd

KEEP = "keep"


def way_waterfall_table(way: Way, questionnaire: Questionnaire) -> "pd.DataFrame":
    """From now to wanted by area: its parts in points of the balance, to one decimal."""
    import pandas as pd

    rows = [("Now", "", "", tenths(way.now))]
    rows += [
        (
            questionnaire.domain(gap.domain).short,
            out_of_ten(gap.now),
            out_of_ten(gap.wanted),
            points(gap.points, decimals=1),
        )
        for gap in way.domains
    ]
    rows.append(("Wanted", "", "", tenths(way.wanted)))
    return pd.DataFrame(rows, columns=["Area", "Now, 0-10", "Wanted, 0-10", "Balance points"])


def lever_bars_table(gap: DomainGap, questionnaire: Questionnaire) -> "pd.DataFrame":
    """One area's levers in full words, moves first and largest first, in points of the balance."""
    import pandas as pd

    rows = [
        (*lever_words(lever, questionnaire), points(lever.points, decimals=1))
        for lever in in_order(gap)
    ]
    return pd.DataFrame(rows, columns=["Question", "Towards", "Balance points"])


def ticks_table(way: Way, questionnaire: Questionnaire) -> "pd.DataFrame":
    """What one more ticked box would add, largest first; boxes that count once share a row."""
    import pandas as pd

    rows = []
    for tick in way.ticks:
        boxes = {box.id: box.text for box in questionnaire.lists[tick.domain].boxes}
        text = _one_of([boxes[box] for box in tick.boxes])
        rows.append((text, questionnaire.domain(tick.domain).name, points(tick.gain, decimals=1)))
    return pd.DataFrame(rows, columns=["One more tick", "Area", "Balance points"])


def needs_now_target_table(
    answers: Answers, questionnaire: Questionnaire, constants: Constants
) -> "pd.DataFrame":
    """The six needs now, their targets and the gaps, 0-10, and whether the person chose the target."""
    import pandas as pd

    rows = []
    for need in questionnaire.of_kind("need"):
        now = answers.markers[need.id] if answers.answered(need.id) else None
        target, chosen = need_target(answers, need, constants)
        rows.append(
            (
                need.text,
                "not answered" if now is None else out_of_ten(now),
                out_of_ten(target),
                out_of_ten(target - now) if now is not None and now < target else "",
                "your choice" if chosen else "default",
            )
        )
    columns = ["Need", "Now, 0-10", "Target, 0-10", "Gap", "Target set by"]
    return pd.DataFrame(rows, columns=columns)


def need_target(answers: Answers, need: Item, constants: Constants) -> tuple[float, bool]:
    """Return the target of a need, 0-10, and whether the person chose it."""
    chosen = answers.need_targets.get(need.id)
    return (constants.need_target_default, False) if chosen is None else (chosen, True)


def in_order(gap: DomainGap) -> tuple[Lever, ...]:
    """Levers of one area: moves before what to keep, the largest first, ties as asked."""
    return tuple(sorted(gap.levers, key=lambda one: (one.keep, -round(abs(one.points), 9))))


def lever_words(lever: Lever, questionnaire: Questionnaire) -> tuple[str, str]:
    """Return what a lever is about and where its move leads ("keep" when nothing is asked of it)."""
    if lever.kind == "evidence":
        return "Evidence boxes", KEEP if lever.keep else "more ticked"
    item = questionnaire.by_id[lever.id]
    if lever.keep:
        return item.text, KEEP
    if item.kind == "two-pole":
        return item.text, item.high if lever.points > 0 else item.low
    # More of a job trait lowers the balance, and a reverse item says the opposite of its scale.
    truer = (lever.points > 0) ^ (item.scale == "J") ^ item.reverse
    return item.text, "more true" if truer else "less true"


def _one_of(texts: list[str]) -> str:
    """Join box texts that share a beginning up to a colon: "A skill: coding, design or another one"."""
    if len(texts) == 1:
        return texts[0]
    shared = texts[0].partition(": ")[0]
    ends = [text.removeprefix(f"{shared}: ") for text in texts]
    return f"{shared}: {', '.join(ends[:-1])} or {ends[-1]}"
