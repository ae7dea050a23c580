"""Above the plan: what the last change did, a line to write a goal down, and how the plan is shown."""

import streamlit as st

from components import state
from components.state import Plan
from throughline.goals.goal import TITLE_LENGTH
from throughline.goals.limits import HOURS_WEEK
from throughline.wording import literal

CHART, LIST = "chart", "list"


def said(plan: Plan) -> None:
    """Say what the last change did, and offer the way back or the goal it added."""
    if not plan.said and not plan.can_undo:
        return
    buttons = plan.words.buttons
    # In sight as long as there is something to say, and at the end of the page afterwards.
    bar = "goal_said" if plan.said else "goal_undo"
    with st.container(horizontal=True, vertical_alignment="center", key=bar):
        st.markdown(literal(plan.said) or plan.words.page["undo_ready"], width="stretch")
        if plan.added:
            st.button(
                buttons["edit"],
                icon=":material/edit:",
                on_click=state.open_goal,
                args=[plan.added.id],
                key="edit_added",
            )
        if plan.can_undo:
            st.button(
                buttons["undo"],
                icon=":material/undo:",
                on_click=state.undo_goals,
                key="undo_goals",
            )


def write_down(plan: Plan) -> None:
    """A line to write a goal down: its title and when; everything else can wait."""
    words = plan.words
    title, end = state.key("goal-new", "title"), state.key("goal-new", "end")
    # A form, so that the Enter key adds the goal.
    with st.container(key="card_goal_new"), st.form("goal_new", border=False):
        left, middle, right = st.columns([6, 3, 2], vertical_alignment="bottom")
        with left:
            st.text_input(
                words.fields["title"].label,
                max_chars=TITLE_LENGTH,
                placeholder=words.fields["title"].placeholder,
                help=words.fields["title"].help,
                key=title,
                persist_state="session",
            )
        with middle:
            st.selectbox(
                words.fields["due"].label,
                [one.name for one in words.ends],
                key=end,
                persist_state="session",
            )
        with right:
            st.form_submit_button(
                words.buttons["add"],
                type="primary",
                key="cta_add_goal",
                on_click=state.write_goal,
                args=[title, end],
                width="stretch",
            )


def choose_view(plan: Plan) -> str:
    """Chart or list, and what the plan is compared with; a phone starts on the list."""
    words = plan.words
    names = {CHART: words.page["view_chart"], LIST: words.page["view_list"]}
    with st.container(horizontal=True, vertical_alignment="bottom", key="goal_view"):
        view = st.segmented_control(
            words.page["view"],
            list(names),
            default=LIST if _on_a_phone() else CHART,
            required=True,
            format_func=names.__getitem__,
            key=state.key("goal-view"),
            persist_state="session",
            help=words.page["view_help"],
        )
        low, high = HOURS_WEEK
        st.number_input(
            words.page["free_hours"],
            min_value=low,
            max_value=high,
            value=None,
            step=1.0,
            format="%g",
            placeholder=words.page["not_said"],
            help=words.page["free_hours_help"],
            key=state.key("plan", "free_hours"),
            persist_state="session",
            width=260,
        )
        if view == CHART:
            st.date_input(
                words.page["first_month"],
                value=None,
                format="YYYY-MM-DD",
                help=words.page["first_month_help"],
                key=state.key("plan", "first_month"),
                persist_state="session",
                width=260,
            )
    return str(view)


def clear(plan: Plan) -> None:
    """Offer to begin anew; an undo brings everything back."""
    st.button(
        plan.words.buttons["clear"], type="tertiary", key="clear_goals", on_click=state.clear_goals
    )


def _on_a_phone() -> bool:
    """Whether the browser says that it is a phone; the width of the window is not known here."""
    return "Mobi" in str(st.context.headers.get("User-Agent", ""))
