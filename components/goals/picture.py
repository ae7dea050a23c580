"""The plan as a picture: the five-year chart, how full each quarter is, and the two kinds of goals side by side."""

import streamlit as st

from components import charts, state
from components.cards import pending
from components.state import Plan
from throughline import figures, tables


def chart(plan: Plan) -> None:
    """The five years as a chart; a click on a bar opens its goal."""
    timeline, words = plan.timeline, plan.words
    if not any(goal.due for goal in plan.goals if not goal.dropped):
        pending(words.empty["chart"])
        return
    with st.container(key="card_goals"):
        st.markdown(f":gray[{words.chart['select']}]")
        charts.show(
            figures.goal_timeline(timeline, words, look=charts.look()),
            key="chart_goals",
            alt=figures.goal_timeline_alt(timeline, words),
            table=lambda: tables.goal_timeline_table(timeline, words),
            on_click=state.open_goal,
        )


def load(plan: Plan) -> None:
    """Hours a week, quarter by quarter, against the free hours."""
    words = plan.words
    with st.container(key="card_goal_load"):
        st.header(words.load["title"], anchor="load")
        if not any(one.hours for one in plan.timeline.load):
            pending(words.load["empty"])
            return
        st.markdown(f":gray[{words.load['lead']}]")
        charts.show(
            figures.goal_load(plan.timeline, words, look=charts.look()),
            key="chart_goal_load",
            alt=figures.goal_load_alt(plan.timeline, words),
            table=lambda: tables.goal_load_table(plan.timeline, words),
        )
        if plan.free_hours is None:
            st.markdown(f":gray[{words.load['no_limit']}]")


def comparison(plan: Plan) -> None:
    """The two kinds of goals side by side, and what research says of goals."""
    words = plan.words
    with st.expander(words.page["comparison"], key="goal_kinds", on_change="ignore"):
        table = words.comparison
        st.markdown(table.lead)
        rows = [(row.name, row.job, row.career) for row in table.rows]
        lines = [table.columns, ("---",) * 3, *rows]
        st.markdown("\n".join(f"| {' | '.join(row)} |" for row in lines))
        st.markdown(f"**{words.page['promotion']}** {words.page['promotion_text']}")
        st.markdown(f"**{words.page['research']}**")
        st.markdown("\n".join(f"- {one.text} :gray[({one.source})]" for one in words.research))
    talk = words.conversation
    with st.expander(talk.title, key="goal_talk", on_change="ignore"):
        st.markdown(talk.lead)
        st.markdown("\n".join(f"- {question}" for question in talk.questions))
        st.markdown(f":gray[{talk.facilitator}]")
