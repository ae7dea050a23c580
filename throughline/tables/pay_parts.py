"""The tables of the Pay page that are no twin of a figure: parts and their impact, the lens, year by year."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from throughline.answers import Answers
from throughline.compensation.certainty import Certainty
from throughline.compensation.impact import Impact
from throughline.compensation.path import Path
from throughline.compensation.run_rate import Mix
from throughline.content.compensation import Compensation
from throughline.content.questionnaire import Item
from throughline.tables.answers import answer_words
from throughline.tables.formats import percent
from throughline.tables.pay import own_figure
from throughline.wording import half_up, money

if TYPE_CHECKING:
    import pandas as pd

FULL, EMPTY = "\N{BLACK CIRCLE}", "\N{WHITE CIRCLE}"


def parts_table(certainty: Certainty, content: Compensation) -> "pd.DataFrame":
    """Every part of pay in the article's order: its impact, and the reader's own figure."""
    import pandas as pd

    rows = [
        (part.name, part.impact, own_figure(part.id, certainty, content)) for part in content.parts
    ]
    return pd.DataFrame(rows, columns=["Part of pay", "What it does", "In this package"])


def lens_table(impact: Impact, content: Compensation) -> "pd.DataFrame":
    """What the mix gives, as ten dots and as a share of the pay."""
    import pandas as pd

    rows = []
    for name, share in impact.lens.items():
        dots = half_up(round(10 * share, 9))
        drawn = FULL * dots + EMPTY * (10 - dots)
        rows.append((content.texts[f"lens_{name}"], drawn, percent(share)))
    return pd.DataFrame(rows, columns=["The pay is", "Of ten", "Share"])


def pay_years_table(year: Mix, path: Path, content: Compensation) -> "pd.DataFrame":
    """The yearly average (run-rate) above each expected year: its total, and what that is made of.

    Three columns whatever the pay is made of, since a table that scrolls sideways on a phone leaves a
    keyboard behind.
    """
    import pandas as pd

    names = {part.id: part.name for part in content.parts}
    rows = [("Yearly average", money(year.total), _made_of(year.amounts, names))]
    for number, one in enumerate(path.years, start=1):
        extra = {"sign_on": one.sign_on} if one.sign_on else {}
        told = _made_of({**one.amounts, **extra}, {**names, "sign_on": "Sign-on, once"})
        rows.append((f"Year {number}", money(one.total), told))
    return pd.DataFrame(rows, columns=["Year", "Total", "Made of"])


def answers_table(answers: Answers, items: Iterable[Item]) -> "pd.DataFrame":
    """Some questions with their answers in words."""
    import pandas as pd

    rows = [(item.text, answer_words(answers, item)) for item in items]
    return pd.DataFrame(rows, columns=["Question", "Answer"])


def _made_of(amounts: Mapping[Any, float], names: Mapping[Any, str]) -> str:
    told = [f"{name} {money(amounts[part])}" for part, name in names.items() if amounts.get(part)]
    return ", ".join(told) or "nothing"
