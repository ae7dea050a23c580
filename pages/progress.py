"""Progress: sittings kept under a name, what changed between them, and the plan file."""

import streamlit as st

from components import shell, state
from components.cards import coach_line
from components.progress.change import change
from components.progress.listed import drawer, listed
from components.progress.over_time import over_time
from components.progress.plan_file import plan_file
from components.progress.said import said
from components.progress.taking import keep_today, what_next

session = shell.enter()
progress = state.progress()
kept = len(progress.sittings)

st.title(progress.words.page["title"])
st.markdown(progress.words.page["lead"])
keep_today(session, progress)
if kept:
    listed(session, progress)
if kept == 1:
    what_next(session, progress)
elif kept:
    change(session, progress)
    over_time(session, progress)
plan_file(session, progress)
drawer(progress)
coach_line()
said(progress)
