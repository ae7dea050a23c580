"""The only door to session state: keys, the Session facade, and the callbacks that write."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import streamlit as st

from components import resources, stored
from components.scale.reply import Answer, parse_reply, reply_number
from throughline.answers import Answers, as_keyed, as_marker, legal_marker
from throughline.content.library import Library
from throughline.content.questionnaire import Form, Step
from throughline.content.samples import Sample
from throughline.levers import Way, find_way
from throughline.scoring import Profile, score, score_form
from throughline.scoring.balance import Gate

OWN = "own"
LIVE = "live"
WHAT_IF = "what-if"


def key(kind: str, name: str = "") -> str:
    """Build the session key of one input on the sheet in use: the visitor's own, or a sample's."""
    return f"{sheet_id()}.{kind}.{name}"


def sheet_id() -> str:
    """Id of the sheet in use; each sheet keeps its own keys, so a sample never touches own answers."""
    return str(st.session_state.get("sheet", OWN))


@dataclass(frozen=True)
class Session:
    """What one visitor has entered so far, rebuilt from primitives, and the results it leads to."""

    library: Library

    @property
    def sample(self) -> Sample | None:
        """The persona being explored, if any."""
        chosen = (s for s in self.library.samples.samples if s.id == sheet_id())
        return next(chosen, None)

    @property
    def form(self) -> Form:
        """The form being filled in."""
        return "full" if st.session_state.get(key("form")) == "full" else "quick"

    @property
    def step(self) -> Step:
        """The screen of the form the visitor is on."""
        steps = self.library.questionnaire.steps_of(self.form)
        wanted = st.session_state.get(key("step", self.form))
        return next((step for step in steps if step.id == wanted), steps[0])

    @property
    def reviewing(self) -> bool:
        """Whether the visitor is on the review table that follows the last step."""
        return st.session_state.get(key("step", self.form)) == "review"

    @property
    def answers(self) -> Answers:
        """Everything entered on the sheet in use; what is not legal is treated as not entered."""
        questions = self.library.questionnaire
        values = _stored("answer", questions.by_id)
        lists = questions.evidence
        domains = [domain.id for domain in questions.domains]
        options = {fact.id: fact.options for fact in questions.facts}
        return Answers(
            form=self.form,
            flips_on=st.session_state.get(key("flips")) is not False,
            markers=stored.numbers(values),
            skipped=frozenset(i for i, value in values.items() if value == "skipped"),
            not_applicable=frozenset(i for i, value in values.items() if value == "na"),
            first_answered=stored.times(_stored("when", questions.by_id)),
            ticks=frozenset(b.id for one in lists for b in one.boxes if _on("tick", b.id)),
            reviewed=frozenset(one.id for one in lists if _on("reviewed", one.id)),
            wanted=stored.numbers(_stored("wanted", domains), 0.5),
            importance=stored.weights(
                _stored("importance", domains), self.library.model.numbers.importance_max
            ),
            need_targets=stored.numbers(
                _stored("target", [n.id for n in questions.of_kind("need")])
            ),
            ease=stored.efforts(_stored("ease", [h.id for h in questions.of_kind("habit")])),
            facts=stored.choices(_stored("fact", options), options),
        )

    @property
    def profile(self) -> Profile:
        """The result of the answers so far."""
        return score(self.answers, self.library.questionnaire, self.library.model)

    @property
    def own_gate(self) -> Gate:
        """Gate of the form being filled in, which may still be closed while Quick figures show."""
        library = self.library
        return score_form(self.answers, library.questionnaire, library.model, form=self.form).gate

    @property
    def way(self) -> Way | None:
        """The way to the wanted balance, once there is one."""
        model = self.library.model
        return find_way(self.profile, self.answers, self.library.questionnaire, model.numbers)

    @property
    def what_if(self) -> dict[str, float]:
        """Markers being tried out, by item id; the answers themselves stay as they are."""
        tried = st.session_state.get(key("what-if"), {})
        return {i: v for i, v in tried.items() if i in self.library.questionnaire.by_id}

    @property
    def tried(self) -> Answers:
        """The answers with the markers being tried out in their place."""
        answers = self.answers
        for item, marker in self.what_if.items():
            answers = answers.with_marker(item, marker)
        return answers


def record_answers(piece: str, kind: str, allowed: Mapping[str, float]) -> None:
    """Callback of a scale: mirror its report into plain keys and redraw the live balance only."""
    for name, answer in _report(piece, allowed).items():
        _store(kind, name, answer)
    _redraw(LIVE)


def record_what_if(piece: str, allowed: Mapping[str, float]) -> None:
    """Callback of the what-if scale: remember the step for undo, then try the new markers."""
    before = dict(st.session_state.get(key("what-if"), {}))
    after = dict(before)
    for name, answer in _report(piece, allowed).items():
        own = st.session_state.get(key("answer", name))
        if isinstance(answer, float) and answer != own:
            after[name] = answer
        else:
            after.pop(name, None)
    if after != before:
        history = [*st.session_state.get(key("what-if-history"), []), before][-50:]
        st.session_state[key("what-if-history")] = history
        st.session_state[key("what-if")] = after
    _redraw(WHAT_IF)


def undo_what_if(*, everything: bool = False) -> None:
    """Callback: take back the last marker tried out, or all of them."""
    history = list(st.session_state.get(key("what-if-history"), []))
    st.session_state[key("what-if")] = {} if everything or not history else history.pop()
    st.session_state[key("what-if-history")] = [] if everything else history


def redraw_live() -> None:
    """Callback of a native input on the form: redraw the live balance and nothing else."""
    _redraw(LIVE)


def go(step: str, form: Form | None = None) -> None:
    """Callback: open one step of the form (``review`` for the table), in the form in use or another."""
    if form is not None:
        st.session_state[key("form")] = form
    current = "full" if st.session_state.get(key("form")) == "full" else "quick"
    st.session_state[key("step", current)] = step
    st.session_state["arrive"] = True


def arrived() -> bool:
    """Whether the visitor has just moved to this step; true once per move."""
    return bool(st.session_state.pop("arrive", False))


def swap_sides() -> None:
    """Callback of the sides switch: mirror the flipped markers, so that every meaning stays."""
    flips_on = st.session_state.get(key("flips")) is not False
    for item in resources.library().questionnaire.of_kind("two-pole"):
        marker = legal_marker(st.session_state.get(key("answer", item.id)))
        if item.flipped and marker is not None:
            meaning = as_keyed(item, marker, flips_on=not flips_on)
            st.session_state[key("answer", item.id)] = as_marker(item, meaning, flips_on=flips_on)
    undo_what_if(everything=True)


def open_sample(sample_id: str) -> None:
    """Callback: show a persona's sheet; own answers wait untouched under their own keys."""
    sample = next(s for s in resources.library().samples.samples if s.id == sample_id)
    for stale in [k for k in st.session_state if str(k).startswith(f"{sample.id}.")]:
        del st.session_state[stale]
    st.session_state["sheet"] = sample.id
    st.session_state[key("form")] = "full"
    st.session_state[key("flips")] = True
    sheet: dict[str, Mapping[str, object]] = {
        "answer": {**sample.markers, **dict.fromkeys(sample.skipped, "skipped")},
        "tick": dict.fromkeys(sample.ticks, True),
        "reviewed": dict.fromkeys(sample.reviewed, True),
        "wanted": sample.wanted,
        "fact": sample.facts,
    }
    for kind, values in sheet.items():
        for name, value in values.items():
            st.session_state[key(kind, name)] = value


def leave_sample() -> None:
    """Callback: back to the visitor's own sheet."""
    st.session_state["sheet"] = OWN


def page_drawn(*, whole: bool) -> None:
    """Remember whether the page has been drawn to its end, for ``_redraw``."""
    st.session_state["page_drawn"] = whole


def _redraw(fragment: str) -> None:
    # An answer that cut a full run short must not leave half a page: then the whole page runs again.
    if st.session_state.get("page_drawn"):
        st.rerun(fragment)


def _report(piece: str, allowed: Mapping[str, float]) -> dict[str, Answer]:
    return parse_reply(getattr(st.session_state.get(piece), "answers", None), allowed)


def seen(piece: str) -> int:
    """Running number of the last report of a scale that was taken in."""
    return reply_number(getattr(st.session_state.get(piece), "answers", None))


def _store(kind: str, name: str, answer: Answer) -> None:
    if answer is None:
        st.session_state.pop(key(kind, name), None)
        return
    st.session_state[key(kind, name)] = answer
    if kind == "answer" and isinstance(answer, float):
        st.session_state.setdefault(key("when", name), resources.now())


def _stored(kind: str, names: Iterable[str]) -> dict[str, object]:
    return {name: st.session_state.get(key(kind, name)) for name in names}


def _on(kind: str, name: str) -> bool:
    return st.session_state.get(key(kind, name)) is True


def current() -> Session:
    """Return the visitor's session; a fragment calls it afresh, since its surroundings may be old."""
    return Session(resources.library())


def trigger(piece: str, name: str) -> object:
    """Return what a browser piece has just sent; it can be anything."""
    return getattr(st.session_state.get(piece), name, None)


def begin(form: Form) -> None:
    """Callback: leave any sample and open the form where the visitor stopped."""
    leave_sample()
    st.session_state[key("form")] = form
    st.session_state["arrive"] = True


def present(deck: str, slide: int = 0) -> None:
    """Callback: show one slide of a deck on the projector; an empty deck name shows the choice of decks."""
    st.session_state["present.deck"] = deck
    st.session_state["present.slide"] = slide


def presented() -> tuple[str, int]:
    """Deck and slide being presented."""
    slide = st.session_state.get("present.slide", 0)
    return str(st.session_state.get("present.deck", "")), slide if isinstance(slide, int) else 0
