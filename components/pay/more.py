"""What lies behind the pay picture, one part at a time; only the one chosen is worked out."""

import streamlit as st

from components import state
from components.pay.made_of import gives, sure
from components.pay.market import market
from components.pay.said import said
from components.pay.years import move, years

PARTS = {
    "What it gives": gives,
    "How sure it is": sure,
    "Year by year": years,
    "A move": move,
    "The market": market,
    "Beside your answers": said,
}


@st.fragment(key=state.PAY_MORE)
def show_more() -> None:
    """Draw the part chosen; a changed field redraws it.

    No tabs: Streamlit's look through all their panels for something to focus whenever anything in
    them changes, which was half of the browser's work after every changed field.
    """
    session = state.current()
    with st.container(key="card_pay_more"):
        chosen = st.segmented_control(
            "What to look at",
            list(PARTS),
            default=next(iter(PARTS)),
            required=True,
            key="pay_part",
            persist_state="session",
            label_visibility="collapsed",
        )
        PARTS.get(chosen or "", gives)(session)
