"""The Balance page: the exact way from now to wanted, down to one slider or one tick, and the what-if."""

from functools import partial

import streamlit as st

from components import charts, inputs, shell, state
from components.cards import explain, table
from components.live_balance import LiveView, live_balance, send
from components.scale import scale
from components.state import Session
from throughline import explanations, figures, tables
from throughline.levers import DomainGap, Way
from throughline.scoring import score
from throughline.tables.formats import points
from throughline.wording import percent_pair, what_if_sentence

_CHANNEL = "what_if_piece"


def way_there(session: Session) -> None:
    """The waterfall with its levers, or what to do to get one."""
    way, wording = session.way, session.catalogue.wording
    with st.container(key="card_way"):
        if way is None:
            plan = wording.plans["ask"]
            st.header(plan.title, anchor="way")
            st.markdown(plan.text)
            if st.button(
                "Choose where I want to be",
                on_click=state.go,
                args=["wanted", "full"],
                key="set_wanted",
            ):
                st.switch_page(shell.ASSESS)
            return
        plan = wording.plans[way.plan]
        st.header(plan.title, anchor="way")
        st.markdown(
            plan.text.format(near=f"{session.catalogue.model.numbers.near_target_points:.0f}")
        )
        questions = session.catalogue.questionnaire
        charts.show(
            figures.way_waterfall(way, questions, look=charts.look()),
            key="chart_way",
            alt=figures.way_waterfall_alt(way, questions),
            table=lambda: tables.way_waterfall_table(way, questions),
        )
        explain(
            explanations.explain_way(way, session.profile, questions),
            key="way",
            label="Explain the way",
        )
        _biggest(session, way)
        levers_of_area()
        _ticks(session, way)


def _biggest(session: Session, way: Way) -> None:
    """Name the slider whose move changes the balance most; equals are named together."""
    if not way.biggest:
        return
    questions = session.catalogue.questionnaire
    shown = [questions.by_id[lever.id].text for lever in way.biggest[:3]]
    gain = points(way.biggest[0].points, decimals=1)
    one = len(shown) == 1
    st.markdown(
        f"**The single change that moves the balance most{'' if one else ', equal between these'}:** "
        f"{'; '.join(shown)}, {gain} points{'' if one else ' each'}."
    )
    lever = explanations.explain_lever(way, way.biggest[0], session.profile, questions)
    explain(lever, key="biggest", label="Explain this change")


@st.fragment
def levers_of_area() -> None:
    """One area's levers at a time."""
    session = state.current()
    way, questions = session.way, session.catalogue.questionnaire
    if way is None:
        return
    gaps: dict[str, DomainGap] = {gap.domain: gap for gap in way.domains}
    st.subheader("Inside one area")
    chosen = st.segmented_control(
        "Area",
        list(gaps),
        default=max(gaps, key=lambda one: abs(gaps[one].points)),
        required=True,
        format_func=lambda one: questions.domain(one).short,
        key=state.key("lever_area"),
        persist_state="session",
        label_visibility="collapsed",
    )
    gap = gaps.get(chosen or "", way.domains[0])
    charts.show(
        figures.lever_bars(gap, questions, look=charts.look()),
        key="chart_levers",
        alt=figures.lever_bars_alt(gap, questions),
        table=lambda: tables.lever_bars_table(gap, questions),
    )
    explain(
        *(
            explanations.explain_lever(way, lever, session.profile, questions)
            for lever in gap.levers
        ),
        key="levers",
        label="Explain these moves",
    )


def _ticks(session: Session, way: Way) -> None:
    if not way.ticks:
        return
    questions = session.catalogue.questionnaire
    st.subheader("One more tick")
    st.markdown("What one more true box would add, if it became true. Largest first.")
    with st.expander(f"All {len(way.ticks)} suggestions", type="compact", key="ticks"):
        table(tables.ticks_table(way, questions), alt="One more tick")
    explain(
        *(
            explanations.explain_tick(tick, session.profile, session.answers, questions)
            for tick in way.ticks[:5]
        ),
        key="ticks",
        label="Explain the first five" if len(way.ticks) > 5 else "Explain these numbers",
    )


@st.fragment
def what_if() -> None:
    """Sliders to try out, with the balance they would make beside them; the answers stay as they are.

    A fragment of its own: undo lays these sliders out anew without redrawing a chart of the page.
    """
    session = state.current()
    if session.profile.balance is None:
        return
    questions, answers = session.catalogue.questionnaire, session.tried
    asked = {item.id: item for item in questions.balance_items(session.profile.form)}
    with st.container(key="card_whatif"):
        st.header("What if?", anchor="what-if")
        st.markdown("Move a slider to see what it would do. Your answers stay as they are.")
        with st.container(key="what_if_list"):
            chosen = st.multiselect(
                "Sliders to try",
                list(asked),
                default=_suggested(session, list(asked)),
                format_func=lambda one: f"{asked[one].text} ({one})",
                key=state.key("what-if-items"),
                persist_state="session",
            )
        # The picture comes first, so that on a phone it stands above the sliders it speaks of.
        picture, sliders = st.columns([2, 3], gap="large")
        with picture:
            live_balance(_CHANNEL, on_go=lambda: None)
            tried_balance()
        with sliders:
            items = [asked[one] for one in chosen if one in asked]
            if not items:
                st.markdown("Choose a slider in the list above to try it.")
                return
            piece = state.key("scale", f"whatif.{state.what_if_round()}." + ".".join(chosen))
            scale(
                [inputs.question(item, answers, plain=True) for item in items],
                key=piece,
                label="",
                seen=state.seen(piece),
                on_change=partial(state.record_what_if, piece, dict.fromkeys(chosen, 1.0)),
            )
            with st.container(horizontal=True):
                st.button("Undo", icon=":material/undo:", on_click=state.undo_what_if, key="undo")
                st.button(
                    "Put all back",
                    on_click=state.undo_what_if,
                    kwargs={"everything": True},
                    key="undo_all",
                )


@st.fragment(key=state.WHAT_IF)
def tried_balance() -> None:
    """The balance that the sliders being tried would make."""
    session = state.current()
    catalogue = session.catalogue
    now = session.profile
    tried = score(session.tried, catalogue.questionnaire, catalogue.model)
    if now.balance is None or tried.balance is None:
        return
    present, future = percent_pair(tried.balance.value)
    view = LiveView(
        label="What if" if session.what_if else "As answered",
        sentence=what_if_sentence(tried.balance, now.balance, catalogue.wording),
        present=present,
        future=future,
        low=tried.balance.low,
        high=tried.balance.high,
        whisker_low=tried.balance.whisker[0],
        whisker_high=tried.balance.whisker[1],
        missing="",
        answered=tried.gate.answered,
        total=tried.gate.total,
        steps=(),
    )
    send(view, _CHANNEL)


def _suggested(session: Session, asked: list[str]) -> list[str]:
    if session.way is not None:
        levers = [lever for gap in session.way.domains for lever in gap.levers]
        moves = [lever for lever in levers if lever.kind == "slider" and not lever.keep]
        return [lever.id for lever in sorted(moves, key=lambda one: -abs(one.points))[:3]]
    return [one for one in asked if session.answers.answered(one)][-3:]
