"""A press that asks before it does what can not be undone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import streamlit as st

from components import resources
from components.state import hosting


@dataclass(frozen=True)
class Answer:
    """One way to go on; the last of several is the plain yes."""

    label: str
    key: str
    on_click: Callable[..., None]
    args: list[object]
    kwargs: Mapping[str, object] = field(default_factory=dict)


def question(name: str, label: str, sentence: str, *answers: Answer, primary: bool = False) -> None:
    """Offer a button that only asks; the answers come in its place, beside a way back."""
    if hosting.asked_first() != name:
        st.button(
            label,
            key=f"cta_ask_{name}" if primary else f"ask_{name}",
            type="primary" if primary else "secondary",
            on_click=hosting.ask_first,
            args=[name],
        )
        return
    st.markdown(f"**{sentence}**")
    with st.container(horizontal=True, key=f"asked_{name}"):
        for one in answers:
            yes = one is answers[-1]
            st.button(
                one.label,
                key=f"cta_{one.key}" if yes else one.key,
                type="primary" if yes else "secondary",
                on_click=one.on_click,
                args=one.args,
                kwargs=dict(one.kwargs),
            )
        words = resources.catalogue().room.host
        st.button(words["cancel"], key=f"cancel_{name}", on_click=hosting.ask_first, args=[""])
