"""The presenter's decks: the ideas of the Learn page, or a result, one thing to a slide."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from components import charts, reading
from components.pay.picture import futures
from components.state import Session
from throughline import figures
from throughline.compensation.certainty import certainty
from throughline.compensation.run_rate import mix
from throughline.content.learn import LearnFact, LearnSection, LearnTable
from throughline.goals.parts import parts_of
from throughline.wording import balance_lead, place_label

if TYPE_CHECKING:
    import plotly.graph_objects as go

GOALS_ON_A_SLIDE = 8


@dataclass(frozen=True)
class Slide:
    """One thing to show: a headline, and what to draw under it."""

    title: str
    draw: Callable[[], None]


def learn_deck(session: Session) -> list[Slide]:
    """A slide for the line of each section of the Learn page, one for its table, one for each finding."""
    deck = []
    for section in session.catalogue.learn.sections:
        deck.append(Slide(section.presenter, partial(_idea, section)))
        if section.table:
            deck.append(Slide(section.table.caption, partial(_comparison, section.table)))
        deck += [Slide(fact.text, partial(_origin, fact)) for fact in section.facts]
    return deck


def balance_deck(session: Session) -> list[Slide]:
    """One slide per picture that the sheet in use can support; empty when it supports none."""
    profile, catalogue, answers = session.profile, session.catalogue, session.answers
    questions, wording, look = catalogue.questionnaire, catalogue.wording, charts.look(stage=True)
    way, slides = session.way, []

    def add(title: str, key: str, figure: Callable[[], "go.Figure"], alt: str) -> None:
        slides.append(Slide(title, lambda: charts.project(figure(), key=key, alt=alt)))

    if profile.balance:
        add(
            balance_lead(profile.balance, wording),
            "balance",
            lambda: figures.balance_bar(profile, wording, look=look),
            figures.balance_bar_alt(profile, wording),
        )
    if place := profile.place:
        add(
            place_label(place, wording),
            "map",
            lambda: figures.place_map(place, wording, look=look),
            figures.place_map_alt(place, wording),
        )
    if profile.available:
        add(
            "Seven areas, now and wanted",
            "domains",
            lambda: figures.domains_now_wanted(profile, answers.wanted, questions, look=look),
            figures.domains_now_wanted_alt(profile, answers.wanted, questions),
        )
    if way:
        add(
            "The way from now to wanted adds up, area by area",
            "way",
            lambda: figures.way_waterfall(way, questions, look=look),
            figures.way_waterfall_alt(way, questions),
        )
    if support := profile.support:
        numbers = catalogue.model.numbers
        add(
            "What work does for life today",
            "needs",
            lambda: figures.needs_now_target(answers, questions, numbers, look=look),
            figures.needs_now_target_alt(support, questions),
        )
    if profile.habits.momentum is not None:
        add(
            "Six habits that carry a job towards a career",
            "habits",
            lambda: figures.habit_bars(profile.habits, questions, look=look),
            figures.habit_bars_alt(profile.habits, questions),
        )
    return slides


def pay_deck(session: Session) -> list[Slide]:
    """What the pay described is made of, how sure it is, and five years of it; empty without pay."""
    pay, content, look = session.pay, session.pay.content, charts.look(stage=True)
    mixes = {name: mix(package) for name, package in pay.packages.items()}
    if not any(one.total for one in mixes.values()):
        return []
    fans, paths = futures(pay)
    split = certainty(pay.sheet.package)
    drawn = {
        content.texts["mix_title"]: (
            "mix",
            partial(
                figures.pay_mix, mixes, content, look=look, equity=pay.equity, symbol=pay.symbol
            ),
            figures.pay_mix_alt(mixes, content, equity=pay.equity),
        ),
        content.texts["fan_title"]: (
            "fan",
            partial(figures.pay_fan, fans, paths, content, look=look, symbol=pay.symbol),
            figures.pay_fan_alt(fans, paths, content, symbol=pay.symbol),
        ),
    }
    if split.pieces and mix(pay.sheet.package).total:
        drawn[content.texts["certainty_title"].format(name=pay.titles[pay.sheet.id])] = (
            "certainty",
            partial(figures.pay_certainty, split, content, look=look, symbol=pay.symbol),
            figures.pay_certainty_alt(split, content),
        )
    return [
        Slide(title, partial(_project, figure, f"pay_{key}", alt))
        for title, (key, figure, alt) in drawn.items()
    ]


def timeline_deck(session: Session) -> list[Slide]:
    """The five years of goals, a slide for as many as a room can read, and how full they are."""
    plan, words, look = session.plan, session.plan.words, charts.look(stage=True)
    slides = []
    for place, part in enumerate(parts_of(plan.timeline, GOALS_ON_A_SLIDE)):
        lanes = dict.fromkeys(words.tracks[goal.track].name for goal in part.goals.values())
        draw = partial(figures.goal_timeline, part, words, look=look)
        title = ", ".join(lanes) if place else words.page["presenter"]
        alt = figures.goal_timeline_alt(part, words)
        key = f"goals_{place}" if place else "goals"
        slides.append(Slide(title, partial(_project, draw, key, alt)))
    if slides and any(one.hours for one in plan.timeline.load):
        draw = partial(figures.goal_load, plan.timeline, words, look=look)
        alt = figures.goal_load_alt(plan.timeline, words)
        slides.append(Slide(words.load["lead"], partial(_project, draw, "goal_load", alt)))
    return slides


def _project(figure: Callable[[], "go.Figure"], key: str, alt: str) -> None:
    charts.project(figure(), key=key, alt=alt)


def _idea(section: LearnSection) -> None:
    st.markdown(section.lead)
    if section.body.startswith("1."):
        st.markdown(section.body)
    elif lines := section.traits or section.examples:
        st.markdown("\n".join(f"- {line}" for line in lines))


def _origin(fact: LearnFact) -> None:
    st.markdown(f":gray[{fact.place}, {fact.year}. Source {fact.source}, on the Method page.]")


def _comparison(table: LearnTable) -> None:
    reading.comparison(table, captioned=False)
