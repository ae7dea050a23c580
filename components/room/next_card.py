"""The one obvious next thing of a desk, and what stands beside it: a second round, and taking a slip back."""

import streamlit as st

from components import resources
from components.countdown import countdown
from components.room.agenda import TIMERS
from components.room.aside import close_room, delete_rest
from components.room.log import done
from components.room.names import day, title_of
from components.state import hosting
from components.state.hosting import act
from throughline.workshop.next_step import NextStep, second_round, settling
from throughline.workshop.room import Section
from throughline.workshop.views import Desk


def next_card(shown: Desk, step: NextStep) -> None:
    """The one thing to do now, said and ready to press."""
    words = resources.catalogue().room.host
    with st.container(key="card_next"):
        st.markdown(f":gray[{words['next']}]")
        label, lead = _said(shown, step)
        if step.kind == "close":
            close_room(shown, primary=True)
        elif step.kind == "done":
            st.header(words["next_done"], anchor=False)
        else:
            st.button(
                label,
                type="primary",
                key="cta_next",
                icon=":material/arrow_forward:",
                disabled=settling(step.section, resources.now()),
                on_click=do,
                args=[shown, step],
            )
        st.markdown(lead)
        if step.kind == "lock" and step.section:
            _timer(shown, step.section)
        _anyway(shown, step)
        if step.kind == "done":
            delete_rest(shown)
        else:
            _beside(shown, step)


def _beside(shown: Desk, step: NextStep) -> None:
    """A second round, and taking a slip back: always there, so that nothing moves when its ten seconds are over."""
    words, version = resources.catalogue().room.host, shown.room.version
    again = second_round(shown.sections, int(str(shown.room.settings.get("rounds", 1))))
    with st.container(horizontal=True, key="next_else"):
        if again and step.kind in ("open", "profile", "hand_out"):
            st.button(
                words["next_round"].format(section=title_of(again.section)),
                key="next_round",
                help=words["next_round_lead"],
                on_click=act,
                args=["new_round", version],
                kwargs={"section": again.section},
            )
        undo = words["undo"].format(command=done(shown.events[-1])) if shown.undo else ""
        st.button(
            undo or words["undo_none"],
            icon=":material/undo:",
            key="desk_undo",
            type="tertiary",
            disabled=not undo,
            on_click=act,
            args=["undo", version],
        )


def _timer(shown: Desk, one: Section) -> None:
    """Let the open section lock by itself, or a little later than it would."""
    words = resources.catalogue().room.host
    at = {"section": one.section, "round_no": one.round}
    with st.container(horizontal=True, vertical_alignment="center", key="next_timer"):
        st.markdown(f":gray[{words['timer']}]", width="content")
        if one.deadline_at:
            with st.container(width="content"):
                countdown(
                    one.deadline_at,
                    resources.now(),
                    key=f"desk_time_{one.section}_{one.round}",
                    words=words["left"],
                    over=words["over"],
                )
        if one.deadline_at:
            choices = [(words["timer_more"], "extend_timer", 1)]
        else:
            choices = [(words["timer_set"].format(minutes=m), "set_timer", m) for m in TIMERS]
        for label, command, minutes in choices:
            st.button(
                label,
                key=f"next_{command}_{minutes}",
                on_click=act,
                args=[command, shown.room.version],
                kwargs={**at, "minutes": minutes},
            )


def _anyway(shown: Desk, step: NextStep) -> None:
    """Offer to reveal although somebody may still be saving: only after it was refused once."""
    if hosting.asked_first() == hosting.ANYWAY and step.section:
        st.button(
            resources.catalogue().room.host["anyway"],
            key="reveal_anyway",
            on_click=act,
            args=["reveal", shown.room.version],
            kwargs={
                "section": step.section.section,
                "round_no": step.section.round,
                "anyway": True,
            },
        )


def _said(shown: Desk, step: NextStep) -> tuple[str, str]:
    """Label of the button and the sentence under it."""
    words, room = resources.catalogue().room.host, shown.room
    section = step.section
    name = title_of(section.section) if section else ""
    answered = shown.answered.get((section.section, section.round), 0) if section else 0
    label = words.get(f"next_{step.kind}", "").format(section=name)
    lead = words.get(f"next_{step.kind}_lead", "").format(
        answered=answered, people=shown.people, day=day(room.purge_at)
    )
    if settling(section, resources.now()):
        lead = words["settling"]
    elif step.kind == "reveal" and answered < room.k:
        lead = words["next_reveal_few"].format(answered=answered, k=room.k)
    if step.kind == "open" and shown.people < room.k:
        lead = words["next_people_lead"].format(people=shown.people, k=room.k)
    return label, lead


def do(shown: Desk, step: NextStep) -> None:
    """Callback: carry out the next step."""
    version, one = shown.room.version, step.section
    names = {"section": one.section, "round_no": one.round} if one else {}
    match step.kind:
        case "open":
            act("open_section", version, **names)
        case "lock":
            act("lock_section", version, **names)
        case "reveal" | "profile":
            act("reveal", version, **names)
        case "hand_out":
            act("hand_out", version)
        case _:
            return  # nothing that deletes is ever done without a question
