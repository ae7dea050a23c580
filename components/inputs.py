"""A question -> its input: sliders as one piece a step, boxes, facts, wanted places and importance."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components import state
from components.scale import Mark, Question, scale
from components.state import Session
from throughline.answers import Answers
from throughline.content.questionnaire import Domain, EvidenceList, Fact, Item, Step
from throughline.tables.formats import out_of_ten

IMPORTANCE = {0: "Leave out", 1: "As the others", 2: "Twice", 3: "Three times"}

TICKING = (
    ":gray[Tick only what is true. An empty box says nothing until you switch on that you have "
    "been through the list; from then on it means no.]"
)


def ask_step(session: Session, step: Step) -> None:
    """Ask everything on one screen of the form."""
    questions = session.catalogue.questionnaire
    domains = [questions.domain(one) for one in step.domains]
    if step.wanted:
        _ask_wanted(session, step)
        return
    _ask_items(session, step, domains)
    if session.form == "quick":
        return
    for domain in domains:
        if domain.id in questions.lists:
            with st.container(key=f"card_list_{domain.id}"):
                st.header("What you can point to", anchor=False)
                st.markdown(TICKING)
                _ask_list(questions.lists[domain.id])
        _ask_facts([fact for fact in questions.facts if fact.domain == domain.id])
    if "habit" in step.kinds:
        st.header("What you can point to")
        st.markdown(TICKING)
        for habit in questions.of_kind("habit"):
            with st.container(key=f"card_list_{habit.id}"):
                _ask_list(questions.lists[habit.id], heading=habit.step)
    if "need" in step.kinds:
        _ask_targets(session)


def question(item: Item, answers: Answers, *, plain: bool = False) -> Question:
    """Turn an item into what the scale draws; ``plain`` leaves it at the slider alone."""
    left, right = item.low, item.high
    marks: tuple[Mark, Mark] = ("present", "future") if item.kind == "two-pole" else ("", "")
    if item.flipped and answers.flips_on:
        left, right = right, left
        marks = ("future", "present")
    status = answers.state(item.id)
    return Question(
        id=item.id,
        text=item.text,
        left=left,
        right=right,
        left_mark=marks[0],
        right_mark=marks[1],
        value=answers.markers.get(item.id) if status == "answered" else None,
        state=status,
        can_skip=not plain,
        can_be_na=not plain,
        can_clear=not plain,
    )


def _ask_items(session: Session, step: Step, domains: Sequence[Domain]) -> None:
    answers = session.answers
    items = session.catalogue.questionnaire.of_step(step)
    full_domain = domains[0] if session.form == "full" and domains else None
    piece = state.key("scale", _laid_out(f"{session.form}.{step.id}.{answers.flips_on}"))
    _mount(
        piece,
        [question(item, answers) for item in items],
        kind="answer",
        label=full_domain.name if full_domain else step.name,
        intro=full_domain.intro if full_domain else step.intro,
        arrive=state.arrived(),
    )


def _laid_out(name: str) -> str:
    """The name of a piece; a new one once another sheet stands in its place, since it keeps what it shows."""
    count = state.sheet_round()
    return f"{name}.{count}" if count else name


def _ask_list(boxes: EvidenceList, *, heading: str = "") -> None:
    if heading:
        st.subheader(heading, anchor=False)
    window = f"In the last {boxes.window}, unless a line says otherwise." if boxes.window else ""
    if window:
        st.markdown(f":gray[{window}]")
    for box in boxes.boxes:
        st.checkbox(
            box.text,
            key=state.key("tick", box.id),
            persist_state="session",
            on_change=state.redraw_live,
        )
    st.toggle(
        "I have been through this list",
        key=state.key("reviewed", boxes.id),
        persist_state="session",
        on_change=state.redraw_live,
    )


def _ask_wanted(session: Session, step: Step) -> None:
    domains = session.catalogue.questionnaire.domains
    scores = session.profile.domains
    wanted = session.answers.wanted
    places = []
    for domain in domains:
        score = scores[domain.id].score
        now = "" if score is None else f" (now {out_of_ten(score)})"
        places.append(
            Question(
                id=domain.id,
                text=f"{domain.name}{now}",
                left=domain.wanted_low,
                right=domain.wanted_high,
                left_mark="present",
                right_mark="future",
                value=wanted.get(domain.id),
                state="answered" if domain.id in wanted else "untouched",
                increment=0.5,
                can_skip=False,
                can_be_na=False,
            )
        )
    _mount(
        state.key("scale", _laid_out("wanted")),
        places,
        kind="wanted",
        label="Where I want to be",
        intro=step.intro,
        arrive=state.arrived(),
    )
    st.header("How much each area counts", anchor=False)
    st.markdown(":gray[In the balance. Leave it as it is unless one area matters more to you.]")
    for domain in domains:
        st.segmented_control(
            domain.name,
            list(IMPORTANCE),
            default=int(session.catalogue.model.numbers.importance_default),
            required=True,
            format_func=IMPORTANCE.__getitem__,
            key=state.key("importance", domain.id),
            persist_state="session",
            on_change=state.redraw_live,
        )


def _ask_facts(facts: Sequence[Fact]) -> None:
    for fact in facts:
        name = state.key("fact", fact.id)
        if fact.options:
            st.segmented_control(
                f"{fact.text} (not scored)", fact.options, key=name, persist_state="session"
            )
        else:
            st.checkbox(f"{fact.text} (not scored)", key=name, persist_state="session")


def _ask_targets(session: Session) -> None:
    default = session.catalogue.model.numbers.need_target_default
    answers = session.answers
    targets = [
        Question(
            id=need.id,
            text=need.text,
            left=need.low,
            right=need.high,
            left_mark="",
            right_mark="",
            value=answers.need_targets.get(need.id),
            state="answered" if need.id in answers.need_targets else "untouched",
            default=default,
            can_skip=False,
            can_be_na=False,
        )
        for need in session.catalogue.questionnaire.of_kind("need")
    ]
    _mount(
        state.key("scale", _laid_out("targets")),
        targets,
        kind="target",
        label="How well each need should be met",
        intro=f"Until you choose a target, {default:.0f} is used.",
    )


def _mount(
    piece: str,
    questions: list[Question],
    *,
    kind: str,
    label: str,
    intro: str = "",
    arrive: bool = False,
) -> None:
    allowed = {one.id: one.increment for one in questions}
    scale(
        questions,
        key=piece,
        label=label,
        intro=intro,
        arrive=arrive,
        seen=state.seen(piece),
        on_change=partial(state.record_answers, piece, kind, allowed),
    )
