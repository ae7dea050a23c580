"""Method and privacy: every formula, constant and source, the limits, and who sees what."""

import streamlit as st

from components import reading, shell

session = shell.enter()
library = session.library

st.title("Method & privacy")
st.markdown(
    f"Model version {library.model.version}, questions version {library.questionnaire.version}."
)
privacy, method, limits, numbers, sources = st.tabs(
    ["Privacy", "Formulas", "Limits", "Constants", "Sources"], key="method_tabs"
)
with privacy:
    st.markdown(library.privacy)
with method:
    st.markdown(library.method)
with limits:
    st.markdown(library.limits)
with numbers:
    reading.constants(library)
with sources:
    reading.source_list(library)
