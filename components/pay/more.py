"""What lies behind the pay picture, one tab at a time; only the open one is worked out."""

import streamlit as st

from components import state
from components.pay.made_of import gives, sure
from components.pay.market import market
from components.pay.said import said
from components.pay.years import move, years

TABS = {
    "What it gives": gives,
    "How sure it is": sure,
    "Year by year": years,
    "A move": move,
    "The market": market,
    "Beside your answers": said,
}


@st.fragment(key=state.PAY_MORE)
def show_more() -> None:
    """Draw the tabs; a changed field redraws the open one."""
    session = state.current()
    with st.container(key="card_pay_more"):
        tabs = st.tabs(list(TABS), key="pay_tabs", on_change="rerun")
        for tab, draw in zip(tabs, TABS.values(), strict=True):
            if tab.open:
                with tab:
                    draw(session)
