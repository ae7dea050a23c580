"""What one visitor has entered so far, rebuilt from primitives in every run, and the results it leads to."""

from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from components import resources
from components.state import legal
from components.state.keys import OWN, key, read_all, sheet_id, switched_on
from components.state.pay import Pay
from components.state.planning import Planning, planning
from components.state.timeline import Plan, plan
from throughline.answers import Answers
from throughline.content.catalogue import Catalogue
from throughline.content.questionnaire import Form, Step
from throughline.content.samples import Sample
from throughline.levers import Way, find_way
from throughline.scoring import Profile, score, score_form
from throughline.scoring.balance import Gate


@dataclass(frozen=True)
class Session:
    """What one visitor has entered so far, rebuilt from primitives, and the results it leads to.

    A session lives for one run of the page or of a fragment, so what it has worked out stays true.
    """

    catalogue: Catalogue

    @property
    def sample(self) -> Sample | None:
        """The persona being explored, if any."""
        chosen = (s for s in self.catalogue.samples.samples if s.id == sheet_id())
        return next(chosen, None)

    @property
    def form(self) -> Form:
        """The form being filled in."""
        return "full" if st.session_state.get(key("form")) == "full" else "quick"

    @property
    def step(self) -> Step:
        """The screen of the form the visitor is on."""
        steps = self.catalogue.questionnaire.steps_of(self.form)
        wanted = st.session_state.get(key("step", self.form))
        return next((step for step in steps if step.id == wanted), steps[0])

    @property
    def reviewing(self) -> bool:
        """Whether the visitor is on the review table that follows the last step."""
        return st.session_state.get(key("step", self.form)) == "review"

    @cached_property
    def answers(self) -> Answers:
        """Everything entered on the sheet in use; what is not legal is treated as not entered."""
        questions = self.catalogue.questionnaire
        values = read_all("answer", questions.by_id)
        lists = questions.evidence
        domains = [domain.id for domain in questions.domains]
        options = {fact.id: fact.options for fact in questions.facts}
        numbers = self.catalogue.model.numbers
        return Answers(
            form=self.form,
            flips_on=st.session_state.get(key("flips")) is not False,
            markers=legal.numbers(values),
            skipped=frozenset(i for i, value in values.items() if value == "skipped"),
            not_applicable=frozenset(i for i, value in values.items() if value == "na"),
            first_answered=legal.times(read_all("when", questions.by_id)),
            ticks=switched_on("tick", (box.id for one in lists for box in one.boxes)),
            reviewed=switched_on("reviewed", questions.lists),
            wanted=legal.numbers(read_all("wanted", domains), 0.5),
            # The default is written by the input itself as soon as it is drawn, so it says nothing.
            importance={
                domain: weight
                for domain, weight in legal.weights(
                    read_all("importance", domains), numbers.importance_max
                ).items()
                if weight != numbers.importance_default
            },
            need_targets=legal.numbers(
                read_all("target", [n.id for n in questions.of_kind("need")])
            ),
            ease=legal.efforts(read_all("ease", [h.id for h in questions.of_kind("habit")])),
            facts=legal.choices(read_all("fact", options), options),
        )

    @cached_property
    def pay(self) -> Pay:
        """The packages of pay and the moves described so far."""
        return Pay(self.catalogue.compensation)

    @cached_property
    def plan(self) -> Plan:
        """The five-year plan."""
        return plan()

    @cached_property
    def planning(self) -> Planning:
        """The actions and the log."""
        return planning()

    @cached_property
    def profile(self) -> Profile:
        """The result of the answers so far."""
        return score(self.answers, self.catalogue.questionnaire, self.catalogue.model)

    @property
    def own_gate(self) -> Gate:
        """Gate of the form being filled in, which may still be closed while Quick figures show."""
        catalogue = self.catalogue
        return score_form(
            self.answers, catalogue.questionnaire, catalogue.model, form=self.form
        ).gate

    @cached_property
    def way(self) -> Way | None:
        """The way to the wanted balance, once there is one."""
        model = self.catalogue.model
        return find_way(self.profile, self.answers, self.catalogue.questionnaire, model.numbers)

    @cached_property
    def what_if(self) -> dict[str, float]:
        """Markers being tried out, by item id: those on the list to try, in the form that shows."""
        tried = st.session_state.get(key("what-if"))
        listed = st.session_state.get(key("what-if-items"))
        shown = {i.id for i in self.catalogue.questionnaire.balance_items(self.profile.form)}
        if isinstance(listed, list):
            shown &= set(listed)
        entered = tried if isinstance(tried, dict) else {}
        return legal.numbers({i: value for i, value in entered.items() if i in shown})

    @cached_property
    def tried(self) -> Answers:
        """The answers with the markers being tried out in their place."""
        answers = self.answers
        for item, marker in self.what_if.items():
            answers = answers.with_marker(item, marker)
        return answers


def current() -> Session:
    """Return the visitor's session; a fragment calls it afresh, since its surroundings may be old."""
    catalogue = resources.catalogue()
    if sheet_id() not in {OWN, *(sample.id for sample in catalogue.samples.samples)}:
        st.session_state["sheet"] = OWN  # a sample that has gone with an update
    return Session(catalogue)
