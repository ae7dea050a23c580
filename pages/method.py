"""Method and privacy: every formula, constant and source, the limits, and who sees what."""

import streamlit as st

from components import reading, shell

session = shell.enter()
catalogue = session.catalogue

st.title("Method & privacy")
st.markdown(
    f"Model version {catalogue.model.version}, questions version {catalogue.questionnaire.version}."
)
privacy, method, limits, numbers, sources = st.tabs(
    ["Privacy", "Formulas", "Limits", "Constants", "Sources"], key="method_tabs"
)
with privacy:
    st.markdown(catalogue.privacy)
with method:
    st.markdown(catalogue.method)
with limits:
    st.markdown(catalogue.limits)
with numbers:
    reading.constants(catalogue)
with sources:
    reading.source_list(catalogue)
