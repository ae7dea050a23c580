"""The balance and the areas of every sitting over time, all worked out on the same questions."""

import streamlit as st

from components import charts
from components.cards import pending
from components.state import Progress, Session
from throughline import figures, tables
from throughline.plan_file.history import Point, common_form, history


def over_time(session: Session, progress: Progress) -> None:
    """Both charts, with what they stand on."""
    catalogue, words = session.catalogue, progress.words.charts
    questions, model = catalogue.questionnaire, catalogue.model
    form = common_form(progress.sittings, questions, model)
    points = history(progress.sittings, questions, model, form=form)
    with st.container(key="card_balance_history"):
        st.header(words["balance_title"], anchor="over-time")
        if not any(point.balance for point in points):
            pending(words["none"])
            return
        charts.show(
            figures.balance_history(points, look=charts.look()),
            key="chart_balance_history",
            alt=figures.balance_history_alt(points),
            table=lambda: tables.balance_history_table(points),
        )
        count = len(questions.balance_items("quick"))
        same = words["as_quick" if form == "quick" else "as_full"].format(count=count)
        stands_on = " ".join([same, *_left_out(points, words)])
        st.markdown(f":gray[{words['balance_note']}]\n\n:gray[{stands_on}]")
    with st.container(key="card_domain_history"):
        st.header(words["domains_title"], anchor="areas")
        charts.show(
            figures.domain_history(points, questions, look=charts.look()),
            key="chart_domain_history",
            alt=figures.domain_history_alt(points, questions),
            table=lambda: tables.domain_history_table(points, questions),
        )
        st.markdown(f":gray[{words['domains_note']}]")


def _left_out(points: tuple[Point, ...], words: dict[str, str]) -> list[str]:
    said = []
    if missing := sum(point.balance is None for point in points):
        said.append(words["left_out_one" if missing == 1 else "left_out"].format(count=missing))
    if any(point.older_model for point in points):
        said.append(words["older_model"])
    return said
