"""The plan as a list for any width: one card for each goal, grouped by year, with the same moves as the chart."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components import state
from components.cards import pending
from components.state import Plan
from throughline.goals import Goal
from throughline.goals.status import UNDER_WAY
from throughline.goals.words import day_words
from throughline.wording import literal

OPEN_AT_ONCE = 40
MOVES = {"minus_quarter": -3, "minus_month": -1, "plus_month": 1, "plus_quarter": 3}
PLACES = {"up_in_lane": -1, "down_in_lane": 1}


def cards(plan: Plan) -> None:
    """Every goal as a card; years that lie far ahead stay closed in a long plan."""
    groups = _groups(plan)
    if not groups:
        pending(plan.words.empty["list"])
        return
    many = len(plan.goals) > OPEN_AT_ONCE
    for place, (name, goals) in enumerate(groups.items()):
        label = plan.words.cards["group"].format(name=name, count=len(goals))
        panel = st.expander(
            label,
            key=f"goals_of_{name}",
            expanded=not (many and place) and name != plan.words.cards["finished"],
            on_change="rerun",
        )
        if panel.open:
            with panel:
                for goal in goals:
                    _card(plan, goal)


def _groups(plan: Plan) -> dict[str, list[Goal]]:
    """Goals by year of their due date, those without one after them, those at rest last."""
    words = plan.words.cards
    dated = sorted((g for g in plan.goals if g.due and not _rests(g)), key=lambda g: str(g.due))
    groups: dict[str, list[Goal]] = {}
    for goal in dated:
        year = goal.due.year if goal.due else 0
        name = words["past"] if year < plan.today.year else words["year"].format(year=year)
        groups.setdefault(name, []).append(goal)
    undated = [goal for goal in plan.goals if not goal.due and not _rests(goal)]
    rest = [goal for goal in plan.goals if _rests(goal)]
    return groups | {
        name: goals
        for name, goals in ((words["undated"], undated), (words["finished"], rest))
        if goals
    }


def _rests(goal: Goal) -> bool:
    return goal.done or goal.dropped


def _card(plan: Plan, goal: Goal) -> None:
    words = plan.words
    standing = plan.timeline.standings[goal.id]
    status = words.statuses[standing.status]
    with st.container(key=f"goalcard_{goal.id}", border=True):
        st.markdown(
            f"{status.icon} {status.name} · :gray[{words.kinds[goal.kind].name}, "
            f"{words.horizons[standing.horizon].name.lower()}, {words.tracks[goal.track].name}]"
            f"\n\n**{literal(goal.title)}**  \n{dates(plan, goal)}"
        )
        with st.container(horizontal=True):
            if standing.status == "overdue":
                overdue_buttons(plan, goal, "late")
            st.button(
                words.buttons["edit"],
                icon=":material/edit:",
                key=f"edit_{goal.id}",
                on_click=state.open_goal,
                args=[goal.id],
            )
            offered = _offered(plan, goal)
            menu = f"menu_{goal.id}"
            st.menu_button(
                words.page["goal_menu"],
                list(offered),
                key=menu,
                on_click=partial(_chosen, menu, offered),
            )


def overdue_buttons(plan: Plan, goal: Goal, place: str) -> None:
    """What fits a goal past its date: a month more, a quarter more, or letting it go."""
    buttons = plan.words.buttons
    for name in ("plus_month", "plus_quarter"):
        st.button(
            buttons[name],
            key=f"{place}_{name}_{goal.id}",
            on_click=state.move_goal,
            args=[goal.id, MOVES[name]],
        )
    st.button(
        buttons["drop"],
        key=f"{place}_drop_{goal.id}",
        on_click=state.mark_goal,
        args=[goal.id, "dropped"],
    )


def dates(plan: Plan, goal: Goal) -> str:
    """Say where a goal stands and when it is, in one line."""
    words, standing = plan.words, plan.timeline.standings[goal.id]
    status = words.statuses[standing.status]
    template = status.detail
    if standing.days_late == 1 and status.one:
        template = status.one
    known = {
        "planned": goal.kind == "goal" and goal.start,
        "active": goal.due,
        "done": goal.done_on,
    }
    if not known.get(standing.status, True) and status.detail_plain:
        template = status.detail_plain
    if goal.kind == "milestone" and goal.due and standing.status == "planned":
        template = status.milestone or template
    numbers = plan.words.constants["at_risk_points"].value
    said = template.format(
        start=day_words(goal.start),
        due=day_words(goal.due),
        day=day_words(goal.done_on),
        days=standing.days_late,
        progress=goal.progress,
        expected=round(standing.expected),
        points=f"{numbers:g}",
    )
    lasts = goal.kind == "goal" and goal.start and goal.due
    span = words.summary["dates"].format(start=day_words(goal.start), due=day_words(goal.due))
    slip = f" · {_slip(plan, standing.slip)}" if standing.slip else ""
    if lasts and standing.status == "planned":
        said = span
    elif lasts and standing.status != "active":
        said = f"{span} · {said}"
    return f"{said}{slip}"


def _slip(plan: Plan, days: int) -> str:
    name = "slip_later" if days > 0 else "slip_earlier"
    return plan.words.summary[name + ("_one" if abs(days) == 1 else "")].format(days=abs(days))


def _offered(plan: Plan, goal: Goal) -> dict[str, Callable[[], object]]:
    """What can be done with a goal from its card, by the words of its menu."""
    words, status = plan.words, plan.timeline.standings[goal.id].status
    offered: dict[str, Callable[[], object]] = {}
    if status in (*UNDER_WAY, "planned") and goal.due:
        for name, months in MOVES.items():
            offered[words.buttons[name]] = partial(state.move_goal, goal.id, months)
    if status == "dropped":
        offered[words.buttons["restore"]] = partial(state.mark_goal, goal.id, "restored")
    elif status == "done":
        offered[words.buttons["reopen"]] = partial(state.mark_goal, goal.id, "reopened")
    else:
        offered[words.buttons["done"]] = partial(state.mark_goal, goal.id, "done")
        offered[words.buttons["drop"]] = partial(state.mark_goal, goal.id, "dropped")
    for name, places in PLACES.items():
        offered[words.page[name]] = partial(state.shift_goal, goal.id, places)
    offered[words.buttons["copy"]] = partial(state.copy_goal, goal.id)
    offered[words.buttons["delete"]] = partial(state.delete_goal, goal.id)
    return offered


def _chosen(menu: str, offered: dict[str, Callable[[], object]]) -> None:
    if do := offered.get(str(state.held(menu))):
        do()
