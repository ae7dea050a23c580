"""Report: everything on these pages as a file to keep, to print or to bring to a talk."""

import streamlit as st

from components import resources, shell
from components.cards import coach_line, pending
from components.report.entered import entered, has_notes
from components.report.files import files, order_of
from components.report.form import ask
from components.report.preview import pages, preview
from throughline.reports.build import sections_with_data

session = shell.enter()
words = resources.report_words()

st.title(words.page.texts["title"])
st.markdown(words.page.texts["lead"])
material = entered(session)
found = sections_with_data(material, session.catalogue, words)
if found == {"method"}:
    pending(words.page.texts["empty"])
    if st.button(words.page.texts["go"], type="primary", key="cta_to_questions"):
        st.switch_page(shell.ASSESS)
else:
    form, result = st.columns(2, gap="medium")
    with form:
        wish = ask(found, noted=has_notes(session))
    order = order_of(session, material, wish)
    with result:
        preview(order)
        files(order)
    pages(order)
coach_line()
