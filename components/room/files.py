"""The files of a room: the report in several forms, made only from pictures that were shown."""

from functools import partial
from typing import Literal, get_args

import streamlit as st

from components import resources
from throughline.reports.room import (
    RoomMaterial,
    room_csv,
    room_file_name,
    room_html,
    room_json,
    room_pdf,
)
from throughline.reports.room_xlsx import room_xlsx
from throughline.workshop.views import Desk

Kind = Literal["pdf", "html", "xlsx", "csv", "json"]
MIME: dict[Kind, str] = {
    "pdf": "application/pdf",
    "html": "text/html",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "json": "application/json",
}


def report_files(shown: Desk) -> None:
    """Offer the room report once there is a picture."""
    catalogue = resources.catalogue()
    words = catalogue.room.host
    with st.container(key="card_room_report"):
        st.header(words["report"], anchor=False)
        if not shown.pictures:
            st.markdown(f":gray[{words['report_none']}]")
            return
        st.markdown(f":gray[{words['report_lead']}]")
        material = RoomMaterial(
            title=shown.room.title,
            pictures=shown.pictures,
            sections={one.id: one.title for one in catalogue.workshop.sections},
            opened_at=shown.room.opened_at,
            commands=len(shown.events),
            day=resources.today(),
            rehearsal=shown.room.rehearsal,
        )
        with st.container(horizontal=True):
            for kind in get_args(Kind):
                st.download_button(
                    kind.upper(),
                    partial(_made, kind, material),
                    file_name=room_file_name(material.day, kind, catalogue),
                    mime=MIME[kind],
                    icon=":material/download:",
                    on_click="ignore",
                    key=f"room_report_{kind}",
                )


def _made(kind: Kind, material: RoomMaterial) -> bytes:
    """Make one file; another thread calls it when its button is pressed."""
    catalogue = resources.catalogue()
    match kind:
        case "pdf":
            return room_pdf(material, catalogue).data
        case "html":
            return room_html(material, catalogue)
        case "xlsx":
            return room_xlsx(material, catalogue)
        case "csv":
            return room_csv(material, catalogue)
        case "json":
            return room_json(material)
