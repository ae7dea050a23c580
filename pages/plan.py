"""Plan: the moves your own numbers call for, the actions you take on, and a log of what came of them."""

import streamlit as st

from components import shell
from components.cards import coach_line
from components.plan.actions import actions
from components.plan.drawers import drawers
from components.plan.log import log
from components.plan.moves import moves
from components.plan.opening import ACTIONS, LOG, choose_view, opening
from components.plan.said import said

session = shell.enter()

st.title(session.planning.content.words["title"])
opening(session)
view = choose_view(session)
if view == ACTIONS:
    actions(session)
elif view == LOG:
    log(session)
else:
    moves(session)
drawers(session)
coach_line()
said(session.planning)
