"""A page that counts moves, for the clicker tests."""

# ruff: noqa: TID251 - a demo stands alone, without components.state

import streamlit as st

from components.clicker import clicker, parse_move

st.session_state.setdefault("moves", [])


def take_move() -> None:
    """Keep the move that came in."""
    move = parse_move(st.session_state["clicker"].move)
    st.session_state.moves = [*st.session_state.moves, move]


show = st.toggle("Listen", value=True)
st.text_input("Name")
st.button("Press")
if show:
    clicker(key="clicker", on_move=take_move)
st.text("moves: " + " ".join(str(move) for move in st.session_state.moves))
