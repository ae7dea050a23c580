"""The item bank as it was designed: how many questions, which are turned, asked once each, in a fair voice."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.builders import DATA, MODEL, QUESTIONNAIRE, WORDING
from throughline.content.questionnaire import Form, Item
from throughline.content.reading import read_toml
from throughline.content.samples import Samples

# Ids are permanent: answers are stored under them. A question that goes takes its id with it into
# RETIRED; a new one gets a new id. Changing this list any other way changes what old answers mean.
ITEMS = [
    *("J1", "J2", "J3", "J4", "J5", "J6r"),
    *("C1", "C2", "C3", "C4", "C5", "C6", "C7r"),
    *("E1", "E2", "E3", "E4"),
    *("K1", "K2", "K3", "K4", "K5"),
    *("G1", "G2", "G3", "G4"),
    *("A1", "A2", "A3", "A4"),
    *("B1", "B2", "B3", "B4", "B5", "B6"),
    *("R1", "R2", "R3", "R4"),
    *("X1", "X2", "X3", "X4", "X5", "X6"),
    *("P1", "P2", "P3", "P4", "P5", "P6"),
]
RETIRED: set[str] = set()
QUICK = [
    "J1",
    "J3",
    "C1",
    "C4",
    "E3",
    "K4",
    "G1",
    "G3",
    "A1",
    "B1",
    "B5",
    "R3",
    "X1",
    "X2",
    "X3",
    "X4",
    "X5",
    "X6",
]
TURNED = {  # domain -> items drawn with the future on the left
    "D2": {"E2", "E4"},
    "D3": {"K2", "K4"},
    "D4": {"G2", "G4"},
    "D5": {"A1", "A3"},
    "D6": {"B2", "B4", "B6"},
    "D7": {"R2", "R4"},
}
SIZES = {"D2": 4, "D3": 5, "D4": 4, "D5": 4, "D6": 6, "D7": 4}
BOXES = {
    "D2": "degree trade course12 cert",
    "D3": "comm team lead coding design data accounting othertech varied interest",
    "D4": "written dated nextstep",
    "D5": "prom_auth prom_recog adv_broader adv_cert adv_moved",
    "D6": "health leave insurance pension bonus equity",
    "D7": "mind invest direct",
    **{f"X{n}": f"x{n}a x{n}b x{n}c" for n in range(1, 7)},
}
TONE = re.compile(r"\b(just|only|still|low|behind|stuck|real career|weak|deficit)\b", re.IGNORECASE)
FAIR = {  # said of a scale or of a figure, never of a person
    "Job traits only",
    "Career traits only",
    WORDING.notes["yes_saying_low"],
}
FORMS: tuple[Form, ...] = ("quick", "full")
EVERY_ITEM = pytest.mark.parametrize("item", QUESTIONNAIRE.items, ids=lambda item: item.id)
EVERY_LIST = pytest.mark.parametrize("list_id", BOXES)


def asked() -> Iterator[str]:
    """Everything a person reads while answering."""
    for item in QUESTIONNAIRE.items:
        yield from (item.text, item.low, item.high, item.step)
    for one in QUESTIONNAIRE.evidence:
        yield from (one.title, one.window, *(box.text for box in one.boxes))
    for domain in QUESTIONNAIRE.domains:
        yield from (domain.name, domain.short, domain.intro, domain.wanted_low, domain.wanted_high)
    for step in QUESTIONNAIRE.steps:
        yield from (step.name, step.intro)
    for fact in QUESTIONNAIRE.facts:
        yield from (fact.text, *fact.options)
    yield from (pathway.text for pathway in QUESTIONNAIRE.pathways)


def told() -> Iterator[str]:
    """Everything a result can say."""
    yield from (*WORDING.balance.values(), *WORDING.axes.values(), *WORDING.notes.values())
    yield from WORDING.place_labels.values()
    for place in WORDING.places.values():
        yield from (place.name, place.gives, place.question)
    for plan in WORDING.plans.values():
        yield from (plan.title, plan.text)


def test_the_bank_has_the_52_sliders_in_the_order_they_are_asked() -> None:
    assert [item.id for item in QUESTIONNAIRE.items] == ITEMS
    assert len(ITEMS) == 52


def test_no_id_of_a_retired_question_comes_back() -> None:
    boxes = {box.id for one in QUESTIONNAIRE.evidence for box in one.boxes}

    assert not RETIRED & ({item.id for item in QUESTIONNAIRE.items} | boxes)


def test_no_id_means_two_things() -> None:
    ids = Counter(ITEMS)
    ids.update(box.id for one in QUESTIONNAIRE.evidence for box in one.boxes)
    ids.update(domain.id for domain in QUESTIONNAIRE.domains)
    ids.update(fact.id for fact in QUESTIONNAIRE.facts)
    ids.update(pathway.id for pathway in QUESTIONNAIRE.pathways)

    assert [one for one, count in ids.items() if count > 1] == []


def test_forty_sliders_make_the_balance() -> None:
    assert len(QUESTIONNAIRE.balance_items("full")) == 40
    assert len(QUESTIONNAIRE.balance_items("quick")) == 12
    assert len(QUESTIONNAIRE.of_kind("habit")) == len(QUESTIONNAIRE.of_kind("need")) == 6


def test_the_quick_form_asks_exactly_its_eighteen() -> None:
    assert [item.id for item in QUESTIONNAIRE.items if item.quick] == QUICK
    assert len(QUICK) == 18


def test_twelve_lists_hold_forty_nine_boxes() -> None:
    assert list(QUESTIONNAIRE.lists) == list(BOXES)
    assert len(BOXES) == 12
    assert sum(len(one.boxes) for one in QUESTIONNAIRE.evidence) == 49


@EVERY_LIST
def test_a_list_has_its_boxes(list_id: str) -> None:
    assert [box.id for box in QUESTIONNAIRE.lists[list_id].boxes] == BOXES[list_id].split()


@EVERY_LIST
def test_a_full_list_counts_as_everything_and_an_empty_one_as_nothing(list_id: str) -> None:
    one = QUESTIONNAIRE.lists[list_id]
    full = one.share(frozenset(BOXES[list_id].split()))

    assert one.share(frozenset()) == 0
    assert full == pytest.approx(1)


@pytest.mark.parametrize("domain", TURNED)
def test_a_domain_turns_its_half_of_the_two_pole_items(domain: str) -> None:
    items = QUESTIONNAIRE.of_domain(domain)

    assert {item.kind for item in items} == {"two-pole"}
    assert len(items) == SIZES[domain]
    assert {item.id for item in items if item.flipped} == TURNED[domain]


def test_thirteen_of_twenty_seven_two_pole_items_are_turned() -> None:
    two_pole = QUESTIONNAIRE.of_kind("two-pole")

    assert (sum(item.flipped for item in two_pole), len(two_pole)) == (13, 27)


def test_the_reversed_items_are_the_two_twins() -> None:
    assert {item.id for item in QUESTIONNAIRE.items if item.reverse} == {"J6r", "C7r"}


@EVERY_ITEM
def test_an_item_is_complete_and_can_be_marked(item: Item) -> None:
    assert item.text.strip() == item.text != ""
    assert item.low.strip()
    assert item.high.strip()
    assert item.low != item.high
    assert bool(item.step) == (item.kind == "habit")


def test_no_two_items_ask_the_same() -> None:
    texts = Counter(item.text.casefold() for item in QUESTIONNAIRE.items)
    boxes = Counter(box.text.casefold() for one in QUESTIONNAIRE.evidence for box in one.boxes)

    assert [text for text, count in (texts + boxes).items() if count > 1] == []


def test_the_two_ends_of_an_item_are_of_similar_length() -> None:
    lengths = {i.id: (len(i.low), len(i.high)) for i in QUESTIONNAIRE.of_kind("two-pole")}

    assert {i: both for i, both in lengths.items() if max(both) > 3 * min(both)} == {}


@pytest.mark.parametrize("form", FORMS)
def test_the_steps_ask_every_item_of_a_form_exactly_once(form: Form) -> None:
    steps = QUESTIONNAIRE.steps_of(form)
    shown = Counter(item.id for step in steps for item in QUESTIONNAIRE.of_step(step))

    assert shown == Counter(QUICK if form == "quick" else ITEMS)
    assert all(step.wanted or QUESTIONNAIRE.of_step(step) for step in steps)


def test_every_list_and_every_domain_is_reached_by_a_step_of_the_full_form() -> None:
    steps = QUESTIONNAIRE.steps_of("full")
    reached = {domain for step in steps for domain in step.domains}
    habits = {
        i.id for step in steps if "habit" in step.kinds for i in QUESTIONNAIRE.of_kind("habit")
    }

    assert reached == {domain.id for domain in QUESTIONNAIRE.domains}
    assert BOXES.keys() <= reached | habits


@pytest.mark.parametrize("form", FORMS)
def test_every_scale_asks_at_least_as_much_as_it_needs(form: Form) -> None:
    for domain in QUESTIONNAIRE.domains:
        for scale, minimum in domain.minimum(form).items():
            assert len(QUESTIONNAIRE.of_scale(scale, form)) >= minimum >= 1
        assert set(domain.minimum(form)) == set(domain.scales)


def test_the_step_links_join_every_habit_to_known_domains() -> None:
    domains = {domain.id for domain in QUESTIONNAIRE.domains}

    assert MODEL.step_links.keys() == {habit.id for habit in QUESTIONNAIRE.of_kind("habit")}
    assert all(set(links) <= domains for links in MODEL.step_links.values())
    assert {value for links in MODEL.step_links.values() for value in links.values()} <= {0, 0.5, 1}


@pytest.mark.parametrize(
    "sample", read_toml(DATA / "samples.toml", Samples).samples, ids=lambda s: s.id
)
def test_a_sample_answers_only_what_is_asked(sample: object) -> None:
    made_up = Samples.model_validate({"samples": [sample]}).samples[0]
    boxes = {box.id for one in QUESTIONNAIRE.evidence for box in one.boxes}
    facts = {fact.id for fact in QUESTIONNAIRE.facts}

    assert set(made_up.markers) | set(made_up.skipped) == set(ITEMS)
    assert not set(made_up.markers) & set(made_up.skipped)
    assert all(value == int(value) and 0 <= value <= 10 for value in made_up.markers.values())
    assert set(made_up.ticks) <= boxes
    assert set(made_up.reviewed) <= BOXES.keys()
    assert set(made_up.wanted) <= {domain.id for domain in QUESTIONNAIRE.domains}
    assert all(0 <= value <= 10 and 2 * value % 1 == 0 for value in made_up.wanted.values())
    assert set(made_up.facts) <= facts


def test_no_question_and_no_result_belittles() -> None:
    said = [text for text in (*asked(), *told()) if TONE.search(re.sub(r"{\w+}", "", text))]

    assert [text for text in said if text not in FAIR] == []


def test_every_exemption_from_the_tone_is_still_needed() -> None:
    assert {*asked(), *told()} >= FAIR


def test_no_text_holds_markdown_or_html_that_would_be_drawn() -> None:
    drawn = re.compile(r"[<`$|\[\]]|\*\*|__|!\(|^[#>]|://", re.MULTILINE)

    assert [text for text in asked() if drawn.search(text)] == []
