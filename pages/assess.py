"""Assess: the questions step by step, with the balance forming beside them."""

import streamlit as st

from components import form, inputs, live, shell

session = shell.enter()

st.title("Assess")
form.choose_form()
questions, panel = st.columns([5, 2], gap="large")
with questions, st.container(key="form_body", gap="medium"):
    if session.reviewing:
        form.review(session)
    else:
        inputs.ask_step(session, session.step)
        form.step_buttons(session)
with panel:
    live.live_panel(session)
