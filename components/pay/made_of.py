"""The pay of one package looked at twice: what each part gives, and how sure it is."""

import streamlit as st

from components import charts
from components.cards import explain, pending, table
from components.state import Pay, Session
from throughline import explanations, figures, tables
from throughline.compensation.certainty import certainty
from throughline.compensation.constants import pay_constants
from throughline.compensation.impact import impact
from throughline.compensation.run_rate import mix
from throughline.compensation.steadiness import hours, steadiness
from throughline.tables.formats import percent, whole
from throughline.wording import literal, money


def gives(session: Session) -> None:
    """Every part with its impact and the reader's own figure, then the impact of the whole mix."""
    pay, content = session.pay, session.pay.content
    package, texts = pay.sheet.package, content.texts
    found = impact(dict(mix(package).amounts.items()), session.catalogue.model)
    if found is None:
        pending(content.empty["mix"])
        return
    st.markdown(texts["part_lead"].format(name=pay.titles[pay.sheet.id]))
    table(tables.parts_table(certainty(package), content), alt="What each part of pay gives")
    st.subheader(texts["lens_title"], anchor=False)
    st.markdown(f":gray[{texts['lens_lead']}]")
    table(tables.lens_table(found, content), alt=texts["lens_title"])
    st.markdown(texts["breadth"].format(breadth=f"{found.breadth:.2f}"))
    explain(
        explanations.explain_impact(package, content, session.catalogue.model),
        key="pay_impact",
        label="Explain the lens",
    )


def sure(session: Session) -> None:
    """Certain and variable, now and later; a bad month, a bad year, and what an hour brings."""
    pay, content = session.pay, session.pay.content
    package, texts, sign = pay.sheet.package, content.texts, pay.sign
    if not mix(package).total:
        pending(content.empty["certainty"])
        return
    split = certainty(package)
    st.markdown(
        texts["split"].format(
            name=pay.titles[pay.sheet.id],
            guaranteed=percent(split.guaranteed),
            variable=percent(split.variable),
            long_term=percent(split.long_term),
        )
    )
    charts.show(
        figures.pay_certainty(split, content, look=charts.look(), symbol=pay.symbol),
        key="chart_pay_certainty",
        alt=figures.pay_certainty_alt(split, content),
        table=lambda: tables.pay_certainty_table(split, content, symbol=sign),
    )
    explain(explanations.explain_certainty(package), key="pay_certainty", label="Explain the split")
    constants = pay_constants(content)
    steady, hour = steadiness(package, constants), hours(package)
    left, middle, right = st.columns(3)
    with left:
        value = None if steady.predictability is None else f"{whole(steady.predictability)} of 100"
        st.metric(texts["predictability_title"], value or texts["no_cash"])
        st.markdown(f":gray[{texts['predictability']}]")
    with middle:
        value = None if steady.bad_year is None else f"{whole(steady.bad_year)} of 100"
        st.metric(texts["bad_year_title"], value or texts["no_cash"])
        st.markdown(f":gray[{texts['bad_year']}]")
    with right:
        if hour.effective_rate is None:
            st.metric(texts["effective_title"], "not known yet")
            st.markdown(f":gray[{texts['no_hours']}]")
        else:
            st.metric(texts["effective_title"], money(hour.effective_rate, sign))
            nominal = "" if hour.nominal_rate is None else money(hour.nominal_rate, sign)
            beside = texts["nominal"].format(nominal=nominal) if nominal else ""
            st.markdown(f":gray[{texts['effective_rate']} {beside}]")
    known = []
    if steady.predictability is not None:
        known.append(explanations.explain_predictability(package, constants))
    if steady.bad_year is not None:
        known.append(explanations.explain_bad_year(package, constants))
    if hour.effective_rate is not None:
        known.append(explanations.explain_hour(package))
    explain(*known, key="pay_steady", label="Explain these numbers")
    _beside(pay)


def _beside(pay: Pay) -> None:
    """The same numbers for every package, as soon as there are two to compare."""
    content, texts = pay.content, pay.content.texts
    packages = {literal(name): one for name, one in pay.packages.items() if mix(one).total}
    if len(packages) < 2:
        return
    st.subheader(texts["sides_title"], anchor=False)
    st.markdown(f":gray[{texts['sides_lead']}]")
    with st.container(key="pay_sides"):
        sides = tables.pay_sides_table(packages, content, pay_constants(content), symbol=pay.sign)
        table(sides, alt=texts["sides_title"])
