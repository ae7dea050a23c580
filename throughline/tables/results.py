"""Table twins of what the answers say now: balance, map, areas, claims and habits."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from throughline.content.questionnaire import Questionnaire
from throughline.content.wording import Wording
from throughline.explanations.domains import PATH, PURPOSE
from throughline.scoring.place import QUARTERS, Place
from throughline.scoring.profile import Profile
from throughline.scoring.support import Habits
from throughline.tables.formats import out_of_ten, percent, points, range_by_pole
from throughline.wording import percent_pair

if TYPE_CHECKING:
    import pandas as pd

NO_SCORE = "not enough answers"
NOT_ANSWERED = "not answered"


def balance_bar_table(profile: Profile) -> "pd.DataFrame":
    """Balance, range and bounds for both poles in points 0-100; no rows while there is no balance."""
    import pandas as pd

    rows: list[tuple[str, str, str]] = []
    if balance := profile.balance:
        present, future = percent_pair(balance.value)
        rows.append(("Balance", str(present), str(future)))
        rows.append(("With similar questions", *range_by_pole(balance.low, balance.high)))
        if profile.gate.open:
            rows.append(("With the open answers", *range_by_pole(balance.least, balance.most)))
    return pd.DataFrame(rows, columns=["What", "Present", "Future"])


def place_map_table(
    place: Place, wording: Wording, path: float | None = None, purpose: float | None = None
) -> "pd.DataFrame":
    """The two axes of the map, 0-10, each with one standard error, and the parts of the path.

    Args:
        place: The place on the map.
        wording: Names of the axes.
        path: Mean of the career traits about roles that connect, 0-10; None leaves its row out.
        purpose: Mean of the career traits about purpose and values, 0-10; None leaves its row out.
    """
    import pandas as pd

    rows = [
        (wording.axes["present"], out_of_ten(place.present), out_of_ten(place.present_se)),
        (wording.axes["path"], out_of_ten(place.path), out_of_ten(place.path_se)),
    ]
    parts = ((PATH, path), (PURPOSE, purpose))
    rows += [(name, out_of_ten(part), "") for name, part in parts if part is not None]
    return pd.DataFrame(rows, columns=["Axis", "Score, 0-10", "± 1 standard error"])


def membership_bars_table(place: Place, wording: Wording) -> "pd.DataFrame":
    """The share of each quarter of the map, with what it gives and its question."""
    import pandas as pd

    rows = [
        (
            wording.places[quarter].name,
            percent(place.shares[quarter]),
            wording.places[quarter].gives,
            wording.places[quarter].question,
        )
        for quarter in QUARTERS
    ]
    return pd.DataFrame(rows, columns=["Quarter", "Share", "What it gives", "A question"])


def domains_now_wanted_table(
    profile: Profile, wanted: Mapping[str, float], questionnaire: Questionnaire
) -> "pd.DataFrame":
    """Each area now and where it is wanted, 0-10 from present to future; the gap in points of 0-100."""
    import pandas as pd

    rows = []
    for domain in profile.domains.values():
        goal = wanted.get(domain.id)
        gap = "" if goal is None or domain.score is None else points(10 * (goal - domain.score))
        rows.append(
            (
                questionnaire.domain(domain.id).short,
                NO_SCORE if domain.score is None else out_of_ten(domain.score),
                "" if domain.se is None else out_of_ten(domain.se),
                "" if goal is None else out_of_ten(goal),
                gap,
            )
        )
    columns = ["Area", "Now, 0-10", "± 1 standard error", "Wanted, 0-10", "Gap, points"]
    return pd.DataFrame(rows, columns=columns)


def claim_vs_evidence_table(profile: Profile, questionnaire: Questionnaire) -> "pd.DataFrame":
    """Sliders and boxes of every reviewed list, 0-10; the difference in points of 0-100."""
    import pandas as pd

    rows = [
        (
            questionnaire.domain(domain.id).short,
            out_of_ten(domain.slider),
            out_of_ten(domain.evidence),
            points(10 * (domain.slider - domain.evidence)),
        )
        for domain in profile.domains.values()
        if domain.slider is not None and domain.evidence is not None
    ]
    return pd.DataFrame(
        rows, columns=["Area", "Sliders, 0-10", "Boxes, 0-10", "Difference, points"]
    )


def habit_bars_table(habits: Habits, questionnaire: Questionnaire) -> "pd.DataFrame":
    """The six habits in percent, an unanswered one in words."""
    import pandas as pd

    rows = []
    for habit in questionnaire.of_kind("habit"):
        level = habits.levels.get(habit.id)
        rows.append((habit.step, NOT_ANSWERED if level is None else percent(level)))
    return pd.DataFrame(rows, columns=["Habit", "Level"])
