"""The six habits in percent, in the order of the article's steps."""

from typing import TYPE_CHECKING

from throughline.content.questionnaire import Questionnaire
from throughline.figures.rows import share_bars
from throughline.figures.style import Look, percent, whole
from throughline.scoring.support import Habits
from throughline.tables.results import NOT_ANSWERED

if TYPE_CHECKING:
    import plotly.graph_objects as go


def habit_bars(habits: Habits, questionnaire: Questionnaire, *, look: Look) -> "go.Figure":
    """Draw how regular each habit is; an unanswered habit is said in words, never drawn as 0."""
    items = questionnaire.of_kind("habit")
    return share_bars(
        look,
        [item.step for item in items],
        [habits.levels.get(item.id) for item in items],
        colour=look.colours.future,
        missing=NOT_ANSWERED,
    )


def habit_bars_alt(habits: Habits, questionnaire: Questionnaire) -> str:
    """Say the momentum, the most regular habit and the one with the most room."""
    if not habits.levels:
        return "No habit is answered yet."
    most = max(habits.levels, key=lambda one: habits.levels[one])
    least = min(habits.levels, key=lambda one: habits.levels[one])
    said = f"{_habit(habits, most, questionnaire)} is the most regular habit"
    if habits.levels[most] > habits.levels[least]:
        said += f"; {_habit(habits, least, questionnaire)} has the most room"
    if habits.momentum is None:
        return f"{said}."
    return f"Momentum is {whole(habits.momentum)} of 100. {said}."


def _habit(habits: Habits, habit: str, questionnaire: Questionnaire) -> str:
    return f"{questionnaire.by_id[habit].step} ({percent(habits.levels[habit])})"
