"""The files: each made when its button is pressed, in its own thread, from what was frozen when the page was drawn."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Literal

import streamlit as st

from components import resources, state
from components.report.form import Wish
from components.state import Session
from throughline.errors import ThroughlineError
from throughline.plan_file import PlanFile, write_plan
from throughline.reports import order as orders
from throughline.reports.material import Material
from throughline.reports.order import Order

Kind = Literal["pdf", "html", "xlsx", "csv", "ics", "json"]

MIME: dict[Kind, str] = {
    "pdf": "application/pdf",
    "html": "text/html",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "ics": "text/calendar",
    "json": "application/json",
}
ICONS: dict[Kind, str] = {
    "pdf": ":material/picture_as_pdf:",
    "html": ":material/html:",
    "xlsx": ":material/table_chart:",
    "csv": ":material/table:",
    "ics": ":material/event:",
    "json": ":material/data_object:",
}


class FileNotMade(ThroughlineError):
    """A file could not be made; the message holds a reference and nothing a person wrote."""


def order_of(session: Session, material: Material, wish: Wish) -> Order:
    """Freeze everything the files need, since a button's function must not ask Streamlit."""
    return Order(
        material=replace(material, author=wish.author),
        catalogue=session.catalogue,
        words=resources.report_words(),
        choice=wish.choice,
        paper=wish.paper,
        shelf=resources.report_shelf(),
        plan_id=state.plan_id(),
        saved=state.plan_saved(),
        alarm_days=int(session.plan.words.constants["alarm_days"].value),
    )


def files(order: Order) -> None:
    """Offer every file, with what it is good for."""
    texts, goals = order.words.page.texts, order.material.goals
    chosen = order.choice.sections
    empty = "" if order.report.sections else texts["nothing"]
    with_goals = bool(goals) and "goals" in chosen
    dated = with_goals and any(one.due and not one.done and not one.dropped for one in goals)
    with st.container(key="card_report_files"):
        st.header(texts["files"], anchor=False)
        st.markdown(f":gray[{texts['files_lead']}]")
        _file("pdf", partial(orders.pdf_file, order), order.material, off=empty)
        _file("html", partial(orders.html_file, order), order.material, off=empty)
        _file("xlsx", partial(orders.xlsx_file, order), order.material, off=empty)
        table, calendar = partial(orders.csv_file_of_goals, order), partial(orders.ics_file, order)
        _file("csv", table, order.material, off="" if with_goals else texts["no_goals"])
        _file("ics", calendar, order.material, off="" if dated else texts["no_dates"])
        plan_file_button(order.material)


def plan_file_button(material: Material) -> None:
    """Offer everything entered as a file that can be opened here again, whatever the report leaves out."""
    _file("json", partial(_plan_file, state.whole_plan()), material)


def _file(kind: Kind, make: Callable[[], bytes], material: Material, *, off: str = "") -> None:
    words = resources.report_words().page
    first = kind == "pdf"
    left, right = st.columns([2, 3], vertical_alignment="center")
    with left:
        st.download_button(
            words.formats[kind],
            partial(_made, make),
            file_name=f"throughline-report-{material.today.isoformat()}.{kind}",
            mime=MIME[kind],
            icon=ICONS[kind],
            type="primary" if first else "secondary",
            on_click="ignore",
            disabled=bool(off),
            key=f"cta_report_{kind}" if first else f"report_{kind}",
            width="stretch",
        )
    right.markdown(f":gray[{off or words.about[kind]}]")


def _made(make: Callable[[], bytes]) -> bytes:
    """Make a file; what breaks is logged by its place, and no half of a file is handed over."""
    try:
        return make()
    except Exception as error:  # noqa: BLE001 - Streamlit would log the words a person wrote
        reference = resources.log_failure(error)
        raise FileNotMade(f"a file could not be made: {reference}") from None


def _plan_file(plan: PlanFile) -> bytes:
    return write_plan(plan, pretty=True).encode("utf-8")
