"""The drawings of the answers as numbers: the balance, the areas, the needs and the way."""

from collections.abc import Mapping

from throughline import figures
from throughline.answers import Answers
from throughline.content.constants import Constants
from throughline.content.questionnaire import Questionnaire
from throughline.content.wording import Quarter, Wording
from throughline.levers import Way
from throughline.reports.shapes import (
    BalanceDrawing,
    MapDrawing,
    Row,
    RowsDrawing,
    Step,
    WayDrawing,
)
from throughline.reports.words import PrintedWords
from throughline.scoring.place import Place
from throughline.scoring.profile import Profile
from throughline.scoring.support import Support
from throughline.tables.formats import out_of_ten, points, range_by_pole, tenths
from throughline.tables.plan import need_target
from throughline.tables.results import NO_SCORE, NOT_ANSWERED
from throughline.wording import percent_pair

# Top left, top right, bottom left, bottom right.
MAP_ORDER: tuple[Quarter, ...] = ("path-building", "dual-track", "own-place", "present-anchored")


def balance_drawing(profile: Profile, wording: Wording, words: PrintedWords) -> BalanceDrawing:
    """Draw the balance of a profile that has one.

    Raises:
        ValueError: the profile has no balance.
    """
    balance = profile.balance
    if balance is None:
        raise ValueError("a balance is drawn from a profile that has one")
    present, future = percent_pair(balance.value)
    larger = int(future > present)
    similar = range_by_pole(balance.low, balance.high)[larger]
    opened = range_by_pole(balance.least, balance.most)[larger]
    least, most = balance.whisker
    is_open = bool(profile.gate.open)
    return BalanceDrawing(
        alt=figures.balance_bar_alt(profile, wording),
        present=str(present),
        future=str(future),
        split=_from_left(balance.value),
        low=_from_left(balance.high),
        high=_from_left(balance.low),
        least=_from_left(most) if is_open else None,
        most=_from_left(least) if is_open else None,
        poles=(wording.axes["present_pole"], wording.axes["future_pole"]),
        range_text=words.with_similar.format(range=similar),
        open_text=words.with_open.format(range=opened) if is_open else "",
        middle=words.even,
    )


def map_drawing(place: Place, wording: Wording, words: PrintedWords) -> MapDrawing:
    """Draw the place on the map with its error both ways."""
    top_left, top_right, low_left, low_right = (
        wording.places[quarter].name for quarter in MAP_ORDER
    )
    return MapDrawing(
        alt=figures.place_map_alt(place, wording),
        present=round(place.present, 3),
        path=round(place.path, 3),
        present_error=round(place.present_se, 3),
        path_error=round(place.path_se, 3),
        quarters=(top_left, top_right, low_left, low_right),
        axes=(wording.axes["present"], wording.axes["path"]),
        mark=words.map_mark,
    )


def area_rows(
    profile: Profile, wanted: Mapping[str, float], questionnaire: Questionnaire, words: PrintedWords
) -> RowsDrawing:
    """Draw each area now and where it is wanted."""
    rows = []
    for area in profile.domains.values():
        goal = None if area.score is None else wanted.get(area.id)
        if area.score is None:
            said = NO_SCORE
        elif goal is None:
            said = out_of_ten(area.score)
        else:
            said = points(10 * (goal - area.score))
        name = questionnaire.domain(area.id).short
        now = None if area.score is None else round(area.score, 3)
        rows.append(Row(name, now, round(area.se or 0.0, 3), goal, chosen=True, said=said))
    names = (words.now, *((words.wanted,) if any(r.wanted is not None for r in rows) else ()))
    return RowsDrawing(
        alt=figures.domains_now_wanted_alt(profile, wanted, questionnaire),
        rows=tuple(rows),
        ends=words.zero_to_ten,
        names=(*names, words.error),
    )


def need_rows(
    answers: Answers,
    support: Support,
    questionnaire: Questionnaire,
    constants: Constants,
    words: PrintedWords,
) -> RowsDrawing:
    """Draw each need now and its target; a target by default is marked as one."""
    rows = []
    for need in questionnaire.of_kind("need"):
        now = answers.markers[need.id] if answers.answered(need.id) else None
        target, chosen = need_target(answers, need, constants)
        said = NOT_ANSWERED if now is None else f"{out_of_ten(now)} of {out_of_ten(target)}"
        target_drawn = None if now is None else target
        rows.append(Row(need.text, now, 0.0, target_drawn, chosen=chosen, said=said))
    drawn = [row.chosen for row in rows if row.wanted is not None]
    names = (*((words.target,) if True in drawn else ()),)
    names += (words.default,) if False in drawn else ()
    return RowsDrawing(
        alt=figures.needs_now_target_alt(support, questionnaire),
        rows=tuple(rows),
        ends=words.needs_ends,
        names=(words.now, *names),
    )


def way_drawing(way: Way, questionnaire: Questionnaire, words: PrintedWords) -> WayDrawing:
    """Draw the way from now to wanted, each area where the one before ended."""
    steps = [Step(words.now, 0.0, _inside(way.now), tenths(way.now), whole=True)]
    at = way.now
    for gap in way.domains:
        name = questionnaire.domain(gap.domain).short
        said = points(gap.points, decimals=1)
        steps.append(Step(name, _inside(at), _inside(at + gap.points), said, whole=False))
        at += gap.points
    steps.append(Step(words.wanted, 0.0, _inside(way.wanted), tenths(way.wanted), whole=True))
    alt = figures.way_waterfall_alt(way, questionnaire)
    return WayDrawing(alt=alt, steps=tuple(steps), ends=words.way_ends)


def _from_left(future: float) -> float:
    return round(100 - _inside(future), 2)


def _inside(value: float) -> float:
    return round(min(100.0, max(0.0, value)), 3)
