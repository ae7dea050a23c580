"""Other desks of a room: which are open, a link to one more, and ending all of them but this one."""

import streamlit as st

from components import resources
from components.room.names import clock
from components.room.questions import Answer, question
from components.state import desk_links
from components.state.hosting import act
from throughline.workshop.views import Desk

QR = 220  # pixels


def desks(shown: Desk) -> None:
    """List the open desks, and offer one more."""
    words, version = resources.catalogue().room.host, shown.room.version
    with st.expander(f"{words['desks']}: {len(shown.desks)}", type="compact", key="desk_desks"):
        kinds = {"control": words["desk_full"], "moderate": words["desk_looks"]}
        lines = [
            f"- {words['desk_here'] if one.here else kinds[one.scope]} "
            f":gray[{words['desk_since'].format(time=clock(one.since))}]"
            for one in shown.desks
            if one.scope in kinds
        ]
        st.markdown("\n".join(lines))
        if link := desk_links.desk_link():
            _link(link)
        else:
            with st.container(horizontal=True):
                for label, scope in (("desk_make", "control"), ("desk_make_looks", "moderate")):
                    st.button(
                        words[label],
                        key=label,
                        on_click=desk_links.make_desk,
                        args=[scope, version],
                    )
            st.markdown(f":gray[{words['desk_make_lead']}]")
        if len(shown.desks) > 1:
            yes = Answer(words["desks_end_yes"], "yes_revoke_desks", act, ["revoke_desks", version])
            question("revoke_desks", words["desks_end"], words["desks_end_sure"], yes)


def _link(link: str) -> None:
    words = resources.catalogue().room.host
    st.markdown(words["desk_link_lead"])
    st.image(resources.qr_code(link), width=QR, alt=words["desk_qr"])
    st.code(link, language=None, wrap_lines=True)
