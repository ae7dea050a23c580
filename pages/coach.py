"""Coach: two to eight plan files side by side, and notes that stay apart from them."""

import streamlit as st

from components import shell
from components.cards import pending
from components.coach.compare import compare
from components.coach.files import files
from components.coach.notes import notes
from components.state.coach import coaching

session, opened = shell.enter(), coaching()
words = opened.words.page

st.title(words["title"])
st.markdown(words["lead"])
st.markdown(f":gray[:material/visibility_off: {words['privacy']}]")
files(opened)
if len(opened.sides) > 1:
    compare(session, opened)
else:
    pending(words["one" if opened.sides else "none"])
if opened.files:
    notes(opened)
