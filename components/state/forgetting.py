"""Forget everything: one callback that empties the session and has the copy in the browser removed."""

import streamlit as st

from components.state.keys import OWN, renew_sheet
from components.state.plan_files import drop_plan_file
from components.state.store import forget_copy

OTHERS = "coach."


def forget_everything() -> None:
    """Callback: empty the visitor's own sheet and the plans of others, and remove the copy; samples stay."""
    for name in [str(one) for one in st.session_state]:
        if name.startswith((f"{OWN}.", OTHERS)):
            del st.session_state[name]
    renew_sheet()
    drop_plan_file()
    forget_copy()
