"""Table twins of what sittings show over time: the balance, the areas, and the rating of then and now."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from throughline.content.questionnaire import Questionnaire
from throughline.goals.words import day_words
from throughline.plan_file.history import Point, Span, ThenNow
from throughline.tables.formats import out_of_ten, points, range_by_pole
from throughline.tables.results import NO_SCORE
from throughline.wording import literal, percent_pair

if TYPE_CHECKING:
    import pandas as pd

FORM_NAMES = {"quick": "Quick", "full": "Full"}


def balance_history_table(history: Sequence[Point]) -> "pd.DataFrame":
    """Every sitting with its balance for both poles, and the 90 % range of the future side, 0-100."""
    import pandas as pd

    rows = []
    for one in history:
        present, future, reach = NO_SCORE, "", ""
        if one.balance:
            present, future = map(str, percent_pair(one.balance.value))
            reach = range_by_pole(one.balance.low, one.balance.high)[1]
        rows.append((f"{_named(one)}, {FORM_NAMES[one.form]}", present, future, reach))
    columns = ["Sitting", "Present", "Future", "Future, range"]
    return pd.DataFrame(rows, columns=columns)


def domain_history_table(history: Sequence[Point], questionnaire: Questionnaire) -> "pd.DataFrame":
    """Every area in every sitting, 0-10 from present to future, with its 90 % range."""
    import pandas as pd

    rows = []
    for domain in questionnaire.domains:
        for one in history:
            span = one.domains.get(domain.id)
            score = NO_SCORE if span is None else out_of_ten(span.value)
            reach = "" if span is None else range_of_ten(span)
            rows.append((domain.short, _named(one), score, reach))
    columns = ["Area", "Sitting", "Score, 0-10", "Range"]
    return pd.DataFrame(rows, columns=columns)


def then_and_now_table(ratings: Sequence[ThenNow], questionnaire: Questionnaire) -> "pd.DataFrame":
    """The areas a person rated twice on one day, 0-10 each, and the difference in steps."""
    import pandas as pd

    rows = [
        (
            questionnaire.domain(one.domain).short,
            out_of_ten(one.then),
            out_of_ten(one.now),
            points(one.points),
        )
        for one in ratings
    ]
    return pd.DataFrame(rows, columns=["Area", "Then, 0-10", "Now, 0-10", "Moved"])


def range_of_ten(span: Span) -> str:
    """Print a range of an area, cut at 0 and 10: "2.1-4.5"."""
    low, high = max(0.0, span.low), min(10.0, span.high)
    return f"{out_of_ten(low)}-{out_of_ten(high)}"


def _named(sitting: Point) -> str:
    """A sitting as the person named it, and its day."""
    return f"{literal(sitting.name)}, {day_words(sitting.day)}"
