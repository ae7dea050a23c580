"""What the report will hold: its title, its sections with what is in each, and the pages themselves."""

import streamlit as st

from components import resources
from throughline.reports.model import Report, Section, Table, Text
from throughline.reports.order import Order
from throughline.reports.pdf import ReportNotWritten, page_pictures, undrawable
from throughline.wording import literal

SHOWN = 5
PAGE_WIDTH, DOTS = 330, 80


def preview(order: Order) -> None:
    """Say what goes in, what stays out, and what the PDF can not print."""
    report, words = order.report, order.words
    texts = words.page.texts
    with st.container(key="card_report_preview"):
        st.header(texts["preview"], anchor=False)
        by = (report.subtitle, report.author or texts["untitled"], report.date)
        st.markdown(f"**{report.title}**  \n:gray[{' · '.join(literal(one) for one in by)}]")
        st.markdown("\n".join(f"- {_line(one, texts)}" for one in report.sections))
        if not report.sections:
            st.markdown(texts["nothing"])
        out = [name for one, name in words.report.sections.items() if one not in _held(report)]
        if out:
            st.markdown(f":gray[{texts['left_out'].format(sections=', '.join(out))}]")
        if coach := resources.coach():
            st.markdown(f":gray[{texts['coach'].format(name=literal(coach.name))}]")
        _missing(report, texts)


def pages(order: Order) -> None:
    """Offer the pages of the PDF as pictures; they are drawn when they are looked at."""
    texts = order.words.page.texts
    panel = st.expander(
        texts["look"], key="report_pages", icon=":material/find_in_page:", on_change="rerun"
    )
    if panel.open and order.report.sections:
        with panel:
            _pages(order, texts)


def _held(report: Report) -> set[str]:
    return {section.id for section in report.sections}


def _line(section: Section, texts: dict[str, str]) -> str:
    tables = sum(isinstance(one, Table) for one in section.blocks)
    drawings = sum(not isinstance(one, Table | Text) for one in section.blocks)
    counted = ", ".join(
        texts[f"{name}s"].format(count=count) if count > 1 else texts[name]
        for name, count in (("drawing", drawings), ("table", tables))
        if count
    )
    return f"{section.title} :gray[{counted}]" if counted else section.title


def _missing(report: Report, texts: dict[str, str]) -> None:
    try:
        characters = undrawable(report)
    except ReportNotWritten as error:
        _failed(error, texts)
        return
    if characters:
        shown = ", ".join(literal(one) for one in characters[:SHOWN])
        more = "…" if len(characters) > SHOWN else ""
        told = texts["missing_one" if len(characters) == 1 else "missing_many"]
        st.markdown(f":material/info: {told.format(characters=shown + more)}")


def _pages(order: Order, texts: dict[str, str]) -> None:
    try:
        drawn = page_pictures(order.report, paper=order.paper, dots=DOTS)
    except ReportNotWritten as error:
        _failed(error, texts)
        return
    with st.container(key="report_paper", horizontal=True, horizontal_alignment="center"):
        for number, page in enumerate(drawn, 1):
            st.image(
                page, alt=texts["page_alt"].format(page=number, pages=len(drawn)), width=PAGE_WIDTH
            )


def _failed(error: ReportNotWritten, texts: dict[str, str]) -> None:
    reference = resources.log_failure(error)
    resources.LOG.error("%s", error.details)
    st.markdown(f":material/info: {texts['failed'].format(reference=reference)}")
