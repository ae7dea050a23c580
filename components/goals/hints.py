"""What the plan says back: dates that are over, both horizons, hints that can be put aside, the tightest chain."""

import streamlit as st

from components import state
from components.goals.cards import dates, overdue_buttons
from components.state import Plan, Session
from throughline.goals import Advice, Goal, both_horizons
from throughline.goals.words import day_words
from throughline.tables.formats import out_of_ten
from throughline.wording import literal

SHOWN = 4
NAMED = 3
PUSHED = ("starts_too_early", "milestone_before_goal")


def hints(session: Session, *, overdue: bool) -> None:
    """Show everything worth a look.

    Args:
        session: the visitor.
        overdue: whether to list what is past its date; the cards of the list say it themselves.
    """
    plan = session.plan
    words, timeline = plan.words, plan.timeline
    late = [one for one in plan.goals if timeline.standings[one.id].status == "overdue"]
    open_ = [one for one in timeline.advice if name_of(one) not in plan.put_aside]
    rows: list[Goal | Advice] = [*(late if overdue else ()), *open_]
    with st.container(key="card_goal_hints"):
        st.header(words.page["hints"], anchor="hints")
        st.markdown(f"{_count(plan)} {_badge(session)}")
        if not timeline.advice and not late:
            known = plan.free_hours is not None
            st.markdown(words.page["hints_none_hours" if known else "hints_none"])
        for one in rows[:SHOWN]:
            _row(plan, one)
        if rest := rows[SHOWN:]:
            more = words.page["hints_more_one" if len(rest) == 1 else "hints_more"]
            panel = st.expander(
                more.format(count=len(rest)), type="compact", key="more_hints", on_change="rerun"
            )
            if panel.open:
                with panel:
                    for one in rest:
                        _row(plan, one)
        if aside := len(timeline.advice) - len(open_):
            _aside(plan, aside)
        if timeline.chain is not None:
            st.markdown(f"**{words.summary['chain_title']}.** {_chain(plan)}")


def name_of(advice: Advice) -> str:
    """Name a hint so that it stays aside while it is about the same: the goals, or the whole plan."""
    if advice.kind in ("no_measure", "too_many_goals", "nothing_after_year_two"):
        return advice.kind
    about = advice.day if advice.kind == "too_many_hours" else "-".join(advice.goals)
    return f"{advice.kind}-{about}"


def _row(plan: Plan, one: Goal | Advice) -> None:
    buttons = plan.words.buttons
    name = f"late-{one.id}" if isinstance(one, Goal) else name_of(one)
    with st.container(key=f"hint_{name}", gap="xsmall"):
        if isinstance(one, Goal):
            status = plan.words.statuses["overdue"]
            told = f"**{status.name}.** {literal(one.title)}: {dates(plan, one)}."
            st.markdown(f"{status.icon} {told} :gray[{status.text}]")
        else:
            st.markdown(_hint(plan, one))
        with st.container(horizontal=True, key=f"do_{name}"):
            if isinstance(one, Goal):
                overdue_buttons(plan, one, "hint")
                return
            if one.kind in PUSHED:
                st.button(
                    buttons["push"],
                    key=f"push_{name}",
                    help=plan.words.pushing["offer_help"],
                    on_click=state.push_goals,
                    args=[one.goals[0]],
                )
            if one.goals:
                st.button(
                    buttons["edit"],
                    key=f"edit_{name}",
                    icon=":material/edit:",
                    on_click=state.open_goal,
                    args=[one.goals[0]],
                )
            st.button(
                plan.words.page["dismiss"],
                key=f"aside_{name}",
                type="tertiary",
                on_click=state.put_hint_aside,
                args=[name],
            )


def _aside(plan: Plan, count: int) -> None:
    """Say how many hints are put aside, and offer them again."""
    page = plan.words.page
    with st.container(horizontal=True, vertical_alignment="center", key="hints_aside"):
        told = page["dismissed_one" if count == 1 else "dismissed"].format(count=count)
        st.markdown(f":gray[{told}]", width="content")
        st.button(page["restore"], key="show_hints", type="tertiary", on_click=state.show_hints)


def _count(plan: Plan) -> str:
    """How many open goals are near, far and undated."""
    standings = [plan.timeline.standings[one.id] for one in plan.goals]
    open_ = [one.horizon for one in standings if one.status not in ("done", "dropped")]
    count = {name: open_.count(name) for name in ("short", "long", "undated")}
    return plan.words.summary["sentence"].format(**count)


def _badge(session: Session) -> str:
    """Whether near and far are covered; boxes ticked in the questions count as well."""
    plan, answers = session.plan, session.answers
    near_box, far_box = answers.facts.get("short_goal") is True, "written" in answers.ticks
    words = plan.words.badge

    def covered(*, near: bool, far: bool) -> bool:
        return both_horizons(plan.goals, plan.today, short_goal_box=near, written_box=far)

    near, far = covered(near=near_box, far=True), covered(near=True, far=far_box)
    if not (near and far):
        return words["no_long"] if near else words["no_short"] if far else words["neither"]
    said = [words["lit"]]
    if not covered(near=False, far=True):
        said.append(words["short_by_box"])
    if not covered(near=True, far=False):
        said.append(words["long_by_box"])
    return f"{words['icon']} **{words['name']}.** {' '.join(said)}"


def _hint(plan: Plan, advice: Advice) -> str:
    words = plan.words.advice[advice.kind]
    told = words.one if words.one and advice.amount == 1 else words.text
    goals = plan.timeline.goals
    titles = [literal(goals[one].title) for one in advice.goals if one in goals]
    listed = ", ".join(titles[:NAMED])
    if len(titles) > NAMED + 1 and advice.kind != "cycle":
        more = plan.words.summary["and_more"]
        listed = more.format(titles=listed, count=len(titles) - NAMED)
    else:
        listed = ", ".join(titles)
    said = told.format(
        title=titles[0] if titles else "",
        other=titles[1] if len(titles) > 1 else "",
        titles=listed,
        days=int(advice.amount),
        count=int(advice.amount),
        hours=out_of_ten(advice.amount),
        limit="" if advice.limit is None else out_of_ten(advice.limit),
        day=day_words(advice.day),
    )
    return f"{words.icon} **{words.name}.** {said} :gray[{words.do}]"


def _chain(plan: Plan) -> str:
    chain, words = plan.timeline.chain, plan.words.summary
    if chain is None:
        return words["chain_none"]
    titles = " → ".join(literal(plan.timeline.goals[one].title) for one in chain.ids)
    days = chain.free
    name = "chain_critical" if not days else "chain" if days > 0 else "chain_minus"
    if abs(days) == 1:
        name += "_one"
    return words[name].format(titles=titles, days=abs(days))
