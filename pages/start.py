"""Start: what this is, how long it takes, who sees the answers, and two ways in."""

import streamlit as st

from components import shell, state

session = shell.enter()

with st.container(key="hero", width=800):
    st.title("Is your work a job, a career, or both?")
    st.markdown(
        "A job looks after the present. A career builds a future. Both have value, and many people "
        "have some of each. Answer a few questions to see how yours is balanced, how sure that "
        "picture is, and what would move it if you wished."
    )
    time, privacy, tone = st.columns(3)
    time.markdown("**:material/schedule: 5 minutes**  \n18 sliders. All 52 take about 20.")
    privacy.markdown(
        "**:material/visibility_off: For your eyes**  \nNo account. Saved in your own browser only."
    )
    tone.markdown("**:material/balance: No right answer**  \nPerspective, not prestige.")
    verb = "Continue" if session.answers.markers and session.sample is None else "Begin"
    with st.container(horizontal=True, key="ways_in"):
        begin_quick = st.button(
            f"{verb} the quick form",
            type="primary",
            key="cta_quick",
            on_click=state.begin,
            args=["quick"],
        )
        begin_full = st.button(
            f"{verb} the full form", key="begin_full", on_click=state.begin, args=["full"]
        )
        if begin_quick or begin_full:
            st.switch_page(shell.ASSESS)

st.header("Or look around first")
st.markdown("Two made-up people have filled in the full form. Leave their sheets with one click.")
for sample, column in zip(session.catalogue.samples.samples, st.columns(2), strict=True):
    with column, st.container(key=f"card_{sample.id}", height="stretch"):
        st.subheader(sample.name)
        st.markdown(f"**{sample.who}**  \n{sample.story}")
        clicked = st.button(
            f"Explore {sample.name}'s sample",
            key=f"sample_{sample.id}",
            on_click=state.open_sample,
            args=[sample.id],
        )
        if clicked:
            st.switch_page(shell.BALANCE)
