"""Plan files side by side as tables: the results of each, and the seven areas now and wanted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from throughline.content.coach import CoachWords
from throughline.content.questionnaire import Questionnaire
from throughline.goals.words import day_words
from throughline.plan_file.side_by_side import Side
from throughline.tables.formats import out_of_ten, range_by_pole
from throughline.wording import literal, percent_pair

if TYPE_CHECKING:
    import pandas as pd


def sides_table(sides: Sequence[Side], words: CoachWords) -> "pd.DataFrame":
    """The balances: one row per file in the order opened; what a person wrote is printed literally."""
    import pandas as pd

    said, rows = words.table, []
    for one in sides:
        balance, gate = one.profile.balance, one.profile.gate
        pair, span = words.compare["pending"], ""
        if balance is not None:
            present, future = percent_pair(balance.value)
            pair, span = f"{present} : {future}", range_by_pole(balance.low, balance.high)[1]
        rows.append(
            (
                literal(one.label),
                f"{said[one.profile.form]}, {gate.answered} of {gate.total}",
                pair,
                span,
            )
        )
    names = ("who", "form", "balance", "range")
    return pd.DataFrame(rows, columns=[said[name] for name in names])


def next_table(
    sides: Sequence[Side], words: CoachWords, questionnaire: Questionnaire
) -> "pd.DataFrame":
    """What to talk about: the need met least and the next dates, one row per file in the order opened."""
    import pandas as pd

    said, rows = words.table, []
    for one in sides:
        support = one.profile.support
        need = questionnaire.by_id[support.lowest].text if support else said["not_asked"]
        dates = "; ".join(f"{day_words(day)}: {literal(what)}" for day, what in one.dates)
        rows.append((literal(one.label), need, dates or said["nothing"]))
    return pd.DataFrame(rows, columns=[said[name] for name in ("who", "need", "dates")])


def areas_table(
    sides: Sequence[Side], words: CoachWords, questionnaire: Questionnaire
) -> "pd.DataFrame":
    """One row per area and one column per file: "4.5 → 7", 0-10 from present to future."""
    import pandas as pd

    said = words.table
    rows = [
        (area.short, *(_now_wanted(one, area.id, words) for one in sides))
        for area in questionnaire.domains
    ]
    columns = [said["area"], *(literal(one.label) for one in sides)]
    return pd.DataFrame(rows, columns=columns)


def _now_wanted(side: Side, area: str, words: CoachWords) -> str:
    found = side.profile.domains.get(area)
    if found is None or found.score is None:
        return words.compare["pending"]
    wanted = side.plan.answers.wanted.get(area)
    name = "now" if wanted is None else "now_wanted"
    return words.table[name].format(
        now=out_of_ten(found.score), wanted="" if wanted is None else out_of_ten(wanted)
    )
