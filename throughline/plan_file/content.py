"""What a reader of plan files has to know of the product: the questions, the model, the pay form, and its words."""

from dataclasses import dataclass
from functools import cached_property

from throughline.compensation.sheet import cell_names
from throughline.content.catalogue import Catalogue
from throughline.content.compensation import Compensation
from throughline.content.constants import Model
from throughline.content.plan_file import PlanFileWords
from throughline.content.questionnaire import Form, Questionnaire

REVIEW = "review"


@dataclass(frozen=True)
class PlanContent:
    """The content that decides what is legal in a plan, and what is said about it."""

    questionnaire: Questionnaire
    model: Model
    compensation: Compensation
    words: PlanFileWords

    @cached_property
    def domains(self) -> tuple[str, ...]:
        """Ids of the seven areas."""
        return tuple(domain.id for domain in self.questionnaire.domains)

    @cached_property
    def boxes(self) -> frozenset[str]:
        """Ids of the evidence boxes."""
        return frozenset(box.id for one in self.questionnaire.evidence for box in one.boxes)

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """Ids of the needs."""
        return tuple(item.id for item in self.questionnaire.of_kind("need"))

    @cached_property
    def habits(self) -> tuple[str, ...]:
        """Ids of the six steps."""
        return tuple(item.id for item in self.questionnaire.of_kind("habit"))

    @cached_property
    def facts(self) -> dict[str, tuple[str, ...]]:
        """Fact id -> its options; none for a box."""
        return {fact.id: fact.options for fact in self.questionnaire.facts}

    @cached_property
    def screens(self) -> dict[Form, frozenset[str]]:
        """Form -> ids of its screens, the review table among them."""
        forms: tuple[Form, ...] = ("quick", "full")
        return {
            form: frozenset({REVIEW, *(one.id for one in self.questionnaire.steps_of(form))})
            for form in forms
        }

    @cached_property
    def packages(self) -> dict[str, str]:
        """Package id -> the name it is offered under."""
        return {one.id: one.name for one in self.compensation.packages}

    @cached_property
    def cells(self) -> frozenset[str]:
        """Names under which a value of one package can be typed."""
        return frozenset(cell_names(self.compensation))

    @cached_property
    def presets(self) -> dict[str, frozenset[str]]:
        """Cell of a preset -> ids on offer."""
        pay = self.compensation
        return {
            "hours_preset": frozenset(one.id for one in pay.hours_presets),
            "vest_preset": frozenset(one.id for one in pay.vest_presets),
            "equity_preset": frozenset(one.id for one in pay.equity_presets),
        }

    @cached_property
    def move_fields(self) -> frozenset[str]:
        """Names under which a value of one move can be typed."""
        return frozenset(one.id for one in self.compensation.move)

    @property
    def versions(self) -> dict[str, str]:
        """Versions that a plan written today carries."""
        return {
            "model": self.model.version,
            "questionnaire": self.questionnaire.version,
            "pay": self.compensation.version,
        }


def plan_content(catalogue: Catalogue, words: PlanFileWords) -> PlanContent:
    """Pick out of the whole content what plan files need."""
    return PlanContent(catalogue.questionnaire, catalogue.model, catalogue.compensation, words)
