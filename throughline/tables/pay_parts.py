"""The tables of the Pay page that are no twin of a figure: parts and their impact, the lens, year by year."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from throughline.answers import Answers
from throughline.compensation.certainty import Certainty, certainty
from throughline.compensation.constants import PayConstants
from throughline.compensation.impact import Impact
from throughline.compensation.package import Package
from throughline.compensation.path import Path
from throughline.compensation.run_rate import Mix, mix
from throughline.compensation.steadiness import hours, steadiness
from throughline.content.compensation import Compensation
from throughline.content.questionnaire import EvidenceList, Item
from throughline.tables.answers import answer_words, box_words
from throughline.tables.formats import percent, whole
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


def pay_years_table(
    year: Mix, path: Path, content: Compensation, *, symbol: str = ""
) -> "pd.DataFrame":
    """The yearly average (run-rate) above each expected year: its total, and what that is made of.

    Three columns whatever the pay is made of, since a table that scrolls sideways on a phone leaves a
    keyboard behind.
    """
    import pandas as pd

    names = {part.id: part.name for part in content.parts}
    rows = [("Yearly average", money(year.total, symbol), _made_of(year.amounts, names, symbol))]
    for number, one in enumerate(path.years, start=1):
        extra = {"sign_on": one.sign_on} if one.sign_on else {}
        told = _made_of({**one.amounts, **extra}, {**names, "sign_on": "Sign-on, once"}, symbol)
        rows.append((f"Year {number}", money(one.total, symbol), told))
    return pd.DataFrame(rows, columns=["Year", "Total", "Made of"])


def pay_sides_table(
    packages: Mapping[str, Package],
    content: Compensation,
    constants: PayConstants,
    *,
    symbol: str = "",
) -> "pd.DataFrame":
    """How sure and steady the pay of each package (name -> package, with pay) is, and what an hour brings."""
    import pandas as pd

    texts = content.texts
    titles = [f"sides_{one}" for one in ("total", "guaranteed", "variable", "long_term")]
    titles += ["sides_month", "sides_year", "effective_title"]
    columns = {name: _sure(one, constants, symbol) for name, one in packages.items()}
    return pd.DataFrame({"Measure": [texts[title] for title in titles], **columns})


def _sure(package: Package, constants: PayConstants, symbol: str) -> list[str]:
    split, steady, hour = certainty(package), steadiness(package, constants), hours(package)
    shares = (split.guaranteed, split.variable, split.long_term)
    points = (steady.predictability, steady.bad_year)
    return [
        money(mix(package).total, symbol),
        *(percent(share) for share in shares),
        *("none" if point is None else whole(point) for point in points),
        "not known yet" if hour.effective_rate is None else money(hour.effective_rate, symbol),
    ]


def answers_table(
    answers: Answers, items: Iterable[Item], boxes: Iterable[EvidenceList] = ()
) -> "pd.DataFrame":
    """Some questions with their answers in words, and some lists with the boxes ticked."""
    import pandas as pd

    rows = [(item.text, answer_words(answers, item)) for item in items]
    rows += [(one.title, box_words(answers, one)) for one in boxes]
    return pd.DataFrame(rows, columns=["Question", "Answer"])


def _made_of(amounts: Mapping[Any, float], names: Mapping[Any, str], symbol: str) -> str:
    told = [
        f"{name} {money(amounts[part], symbol)}"
        for part, name in names.items()
        if amounts.get(part)
    ]
    return ", ".join(told) or "nothing"
