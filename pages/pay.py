"""Pay: what it is made of, how sure it is, and where it goes in five years."""

import streamlit as st

from components import shell, state
from components.cards import coach_line
from components.pay.form import ask_pay, choose_package
from components.pay.more import show_more
from components.pay.picture import show_pay

session = shell.enter()

with st.container(horizontal=True, vertical_alignment="bottom"):
    st.title("Pay", width="stretch")
    if st.button("Present", icon=":material/present_to_all:", on_click=state.present, args=["pay"]):
        st.switch_page(shell.PRESENT)
st.markdown(f":gray[{session.catalogue.compensation.disclaimer}]")
choose_package(session.pay)
form, picture = st.columns(2, gap="medium")
with form:
    ask_pay(session.pay)
with picture:
    show_pay()
show_more()
coach_line()
