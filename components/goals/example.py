"""Start from an example: one of the pathways on the person's own dates, every step theirs to change."""

import streamlit as st

from components import state
from components.state import Session
from throughline.content.pathways import ExamplePathway, Pathways
from throughline.goals import entry_limits
from throughline.goals.pathway import most_hours, place, placed_from
from throughline.goals.words import day_words
from throughline.tables.formats import out_of_ten


def example(session: Session) -> None:
    """Offer the pathways, their steps and a first day."""
    pathways, plan = session.catalogue.pathways, session.plan
    texts = pathways.texts
    panel = st.expander(
        texts["title"],
        key="pathways",
        icon=":material/route:",
        expanded=not plan.goals,
        on_change="rerun",
    )
    if not panel.open:
        return
    with panel:
        st.markdown(f"{texts['lead']} {texts['no_promise']}")
        names = {one.id: f"{one.name} ({pathways.kinds[one.kind]})" for one in pathways.pathways}
        chosen = st.selectbox(
            texts["choose"],
            list(names),
            index=None,
            format_func=names.__getitem__,
            placeholder=texts["none"],
            key=state.key("pathway"),
            persist_state="session",
        )
        pathway = pathways.by_id.get(str(chosen))
        if pathway is not None:
            _pathway(session, pathway, pathways)


def _pathway(session: Session, pathway: ExamplePathway, pathways: Pathways) -> None:
    texts, plan = pathways.texts, session.plan
    st.markdown(f"**{pathway.lead}**")
    if pathway.kind == "job":
        st.markdown(texts["job_note"])
    left, right = st.columns(2)
    with left:
        st.markdown(f"{texts['gives']}\n" + "\n".join(f"- {one}" for one in pathway.gives))
    with right:
        st.markdown(f"{texts['asks']}\n" + "\n".join(f"- {one}" for one in pathway.asks))
    first, last = entry_limits(plan.today)
    start = st.date_input(
        texts["first_day"],
        value=plan.today,
        min_value=first,
        max_value=last,
        format="YYYY-MM-DD",
        help=texts["first_day_help"],
        key=state.key("pathway-start"),
        persist_state="session",
    )
    start = start or plan.today
    titles = {
        step.id: f"{step.title} ({texts['optional']})" if step.optional else step.title
        for step in pathway.steps
    }
    kept = st.multiselect(
        texts["keep"],
        list(titles),
        default=list(titles),
        format_func=lambda one: titles.get(one, one),
        key=state.key("pathway-steps", pathway.id),
        persist_state="session",
    )
    kept = [one for one in kept if one in titles]
    goals = place(pathway, start, lambda: "preview", keep=set(kept))
    if not goals:
        st.markdown(texts["preview_none"])
        return
    ends = max(goal.due for goal in goals if goal.due)
    told = texts["preview_one" if len(goals) == 1 else "preview"].format(
        steps=len(goals),
        start=day_words(start),
        end=day_words(ends),
        hours=out_of_ten(most_hours(pathway, set(kept))),
    )
    st.markdown(f"{told}. :gray[{pathways.times.text} {texts['own']}]")
    if ends > last:
        st.markdown(f":material/info: {texts['too_far']}")
        return
    if placed_from(pathway, plan.goals):
        st.markdown(f":material/info: {texts['already']}")
    st.button(
        texts["place"],
        type="primary",
        key="cta_place",
        on_click=state.place_pathway,
        args=[pathway, start, kept],
    )
