"""What was written down, month by month, and which of the six steps it fed lately."""

import streamlit as st

from components import charts
from components.cards import pending
from components.state import Session
from throughline import figures, tables
from throughline.journal import LogMonths, momentum_by_month


def months(session: Session) -> None:
    """The chart of the log once there is an entry; check-ins of goals feed the first step."""
    planning = session.planning
    words = planning.log.words
    days = [one.day for goal in session.plan.goals for one in goal.check_ins]
    found = momentum_by_month(planning.entries, planning.today, planning.log, goal_days=days)
    with st.container(key="card_plan_months"):
        st.subheader(words["months_title"], anchor=False)
        # Every entry may lie before these months: a stored log keeps them all.
        if found.total:
            charts.show(
                figures.momentum(found, planning.log, look=charts.look()),
                key="chart_momentum",
                alt=figures.momentum_alt(found, planning.log),
                table=lambda: tables.momentum_table(found, planning.log),
            )
        else:
            pending(words["months_empty"])
        st.markdown(f"**{_fed(session, found)}**  \n:gray[{words['fed_about']}]")
        st.markdown(f":gray[{words['months_about']} {words['months_not']}]")


def _fed(session: Session, found: LogMonths) -> str:
    log, questions = session.planning.log, session.catalogue.questionnaire
    if not found.fed:
        return log.words["fed_none"].format(days=log.fed_days)
    names = ", ".join(str(questions.by_id[one].step) for one in found.fed)
    return log.words["fed"].format(
        days=log.fed_days,
        fed=len(found.fed),
        steps=len(questions.of_kind("habit")),
        names=names,
    )
