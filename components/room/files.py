"""The files of a room: the report in several forms, made only from pictures that were shown."""

from functools import partial
from typing import get_args

import streamlit as st

from components import resources
from throughline.workshop.views import Desk

MIME = {
    "pdf": "application/pdf",
    "html": "text/html",
    "csv": "text/csv",
    "json": "application/json",
}


def report_files(shown: Desk) -> None:
    """Offer the room report once there is a picture."""
    words = resources.catalogue().room.host
    with st.container(key="card_room_report"):
        st.header(words["report"], anchor=False)
        if not shown.pictures:
            st.markdown(f":gray[{words['report_none']}]")
            return
        st.markdown(f":gray[{words['report_lead']}]")
        return
        with st.container(horizontal=True):
            for kind in get_args(Kind):
                st.download_button(
                    kind.upper(),
                    partial(room_file, material, kind),
                    file_name=f"throughline-room-{resources.today().isoformat()}.{kind}",
                    mime=MIME[kind],
                    icon=":material/download:",
                    on_click="ignore",
                    key=f"room_report_{kind}",
                )
