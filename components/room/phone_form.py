"""One section as one form: nothing is sent before "Save and go on", and an untouched question stays untouched."""

from functools import partial

import streamlit as st

from components import inputs, resources, state
from components.scale import Question, parse_reply, scale
from components.scale.reply import Answer
from components.state import room_answers
from throughline.answers import Answers
from throughline.content.questionnaire import Domain
from throughline.content.workshop import Section
from throughline.workshop.entries import Entries, read_entries
from throughline.workshop.views import Asked

HALF = 0.5


def form(asked: Asked, *, shut: bool = False) -> None:
    """Ask one section.

    Args:
        asked: The section, with what is saved of it.
        shut: Keep what was entered in sight, and let nothing be saved.
    """
    words, section = resources.catalogue().room.join, asked.section
    base = asked.saved.rev if asked.saved else 0
    kept = _kept(asked)
    send = partial(_send, section.id, asked.round, base, _name(asked), kept)
    st.title(section.title, anchor=False)
    if room_answers.conflicting(section.id, asked.round):
        _conflict(asked)
        return
    st.markdown(section.intro)
    if asked.round > 1 and asked.state == "open":
        st.markdown(f"**{words['again']}**")
    with st.form(f"{_name(asked)}.form", border=False, enter_to_submit=False):
        _ask(asked, kept)
        st.form_submit_button(
            words["save"],
            type="primary",
            key=f"cta_save_{section.id}_{asked.round}",
            width="stretch",
            disabled=shut,
            on_click=send,
        )


def _conflict(asked: Asked) -> None:
    """Show what is saved, and ask whose answers are to stay."""
    words = resources.catalogue().room.join
    with st.container(key="card_conflict"):
        st.markdown(f"**{words['conflict']}**")
        kept = _kept(asked)
        items = resources.catalogue().questionnaire.by_id
        said = [f"{items[i].text} **{value}**" for i, value in kept.markers.items() if i in items]
        st.markdown("\n".join(f"- {line}" for line in said))
        with st.container(horizontal=True):
            st.button(
                words["mine"],
                key="mine_instead",
                on_click=room_answers.use_mine,
                args=[asked.section.id, asked.round, asked.saved.rev if asked.saved else 0],
            )
            st.button(
                words["keep"],
                key="keep_saved",
                on_click=room_answers.leave_form,
                args=[asked.section.id, asked.round],
            )


def _ask(asked: Asked, kept: Entries) -> None:
    section, name = asked.section, _name(asked)
    questions = _questions(section, kept)
    if questions:
        piece = f"{name}.scale"
        scale(
            questions,
            key=piece,
            label="",
            seen=state.seen(piece),
            on_change=None,
            draft=room_answers.draft_name(asked),
        )
    _ask_boxes(section, name, kept)
    _ask_pay(section, name, kept)
    _ask_facts(section, name, kept)


def _questions(section: Section, kept: Entries) -> list[Question]:
    questions = resources.catalogue().questionnaire
    sheet = Answers(markers=kept.markers, skipped=kept.skipped, not_applicable=kept.not_applicable)
    items = [inputs.question(questions.by_id[one], sheet) for one in section.items]
    return items + [_wanted(questions.domain(one), kept) for one in section.wanted]


def _wanted(domain: Domain, kept: Entries) -> Question:
    return Question(
        id=domain.id,
        text=domain.name,
        left=domain.wanted_low,
        right=domain.wanted_high,
        left_mark="present",
        right_mark="future",
        value=kept.wanted.get(domain.id),
        state="answered" if domain.id in kept.wanted else "untouched",
        increment=HALF,
        can_skip=False,
        can_be_na=False,
    )


def _ask_boxes(section: Section, name: str, kept: Entries) -> None:
    words, questions = resources.catalogue().room.join, resources.catalogue().questionnaire
    for one in section.boxes:
        listed = questions.lists[one]
        ticked = kept.boxes.get(one, frozenset())
        with st.container(key=f"card_boxes_{one}"):
            title = listed.title if listed.title != section.title else words["boxes"]
            st.header(title, anchor=False)
            st.markdown(f":gray[{words['boxes_help']}]")
            for box in listed.boxes:
                st.checkbox(
                    box.text,
                    value=box.id in ticked,
                    key=f"{name}.tick.{box.id}",
                    persist_state="session",
                )
            st.toggle(
                words["reviewed"],
                value=one in kept.boxes,
                key=f"{name}.reviewed.{one}",
                persist_state="session",
            )


def _ask_pay(section: Section, name: str, kept: Entries) -> None:
    if not section.pay:
        return
    st.markdown(resources.catalogue().room.join["pay_lead"])
    for part, title in _parts().items():
        st.number_input(
            title,
            min_value=0,
            max_value=100,
            step=1,
            value=kept.pay.get(part),
            key=f"{name}.pay.{part}",
            persist_state="session",
        )


def _ask_facts(section: Section, name: str, kept: Entries) -> None:
    facts = {fact.id: fact for fact in resources.catalogue().questionnaire.facts}
    for one in section.facts:
        fact, value = facts[one], kept.facts.get(one)
        if fact.options:
            st.segmented_control(
                fact.text,
                fact.options,
                default=value if isinstance(value, str) else None,
                key=f"{name}.fact.{one}",
                persist_state="session",
            )
        else:
            st.checkbox(
                fact.text, value=value is True, key=f"{name}.fact.{one}", persist_state="session"
            )


def _send(section_id: str, round_no: int, base: int, name: str, kept: Entries) -> None:
    """Callback: read the form and save it."""
    section = resources.catalogue().workshop.section(section_id)
    room_answers.save(section_id, round_no, base, _entered(section, name, kept))


def _entered(section: Section, name: str, kept: Entries) -> Entries | str:
    """What the form holds, or the sentence that says what is wrong with it."""
    words = resources.catalogue().room.join
    grid = dict.fromkeys(section.items, 1.0) | dict.fromkeys(section.wanted, HALF)
    told = parse_reply(state.trigger(f"{name}.scale", "answers"), grid)
    answers = _as_answers(kept) | told
    lists = resources.catalogue().questionnaire.lists
    pay = {part: state.held(f"{name}.pay.{part}") for part in _parts()} if section.pay else {}
    shares = {part: value for part, value in pay.items() if type(value) is int and value > 0}
    if shares and sum(shares.values()) != 100:
        return words["pay_sum"].format(sum=sum(shares.values()))
    facts = {one: state.held(f"{name}.fact.{one}") for one in section.facts}
    entries = Entries(
        markers={i: int(a) for i in section.items if isinstance(a := answers.get(i), int | float)},
        skipped=frozenset(i for i in section.items if answers.get(i) == "skipped"),
        not_applicable=frozenset(i for i in section.items if answers.get(i) == "na"),
        wanted={
            d: float(a) for d in section.wanted if isinstance(a := answers.get(d), int | float)
        },
        boxes={
            one: frozenset(
                box.id for box in lists[one].boxes if state.held(f"{name}.tick.{box.id}") is True
            )
            for one in section.boxes
            if state.held(f"{name}.reviewed.{one}") is True
        },
        pay=shares,
        facts={one: f for one, f in facts.items() if isinstance(f, str) or f is True},
    )
    return entries if entries != Entries() else words["nothing_entered"]


def _as_answers(kept: Entries) -> dict[str, Answer]:
    """What the piece was filled with: as long as nothing is touched, it reports nothing."""
    aside: dict[str, Answer] = dict.fromkeys(kept.skipped, "skipped")
    aside |= dict.fromkeys(kept.not_applicable, "na")
    return aside | {i: float(v) for i, v in {**kept.markers, **kept.wanted}.items()}


def _kept(asked: Asked) -> Entries:
    return read_entries(asked.saved.payload) if asked.saved else Entries()


def _parts() -> dict[str, str]:
    """The parts of pay that a room asks for, with their names."""
    return dict(resources.catalogue().workshop.pay_parts)


def _name(asked: Asked) -> str:
    """Start of every key of this form; a new one after each save, so that it is filled afresh."""
    number = room_answers.form_number(asked.section.id, asked.round)
    return f"room.{asked.section.id}.{asked.round}.{number}"
