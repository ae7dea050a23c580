"""The example pathways: all thirteen, honest about their times, fair to a job and to a career, promising nothing."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.builders import DATA, DOMAINS, HABITS, QUESTIONNAIRE
from throughline.content.goals import Goals
from throughline.content.learn import Learn
from throughline.content.pathways import MONTHS, ExamplePathway, Pathways
from throughline.content.reading import read_toml
from throughline.errors import ContentError
from throughline.goals.constants import CONSTANTS
from throughline.goals.goal import TITLE_LENGTH, UNIT_LENGTH
from throughline.goals.limits import ID

CONTENT = read_toml(DATA / "pathways.toml", Pathways)
GOALS = read_toml(DATA / "goals.toml", Goals)
STEPS = [(pathway, step) for pathway in CONTENT.pathways for step in pathway.steps]
JOBS = [pathway for pathway in CONTENT.pathways if pathway.kind == "job"]
EVERY_PATHWAY = pytest.mark.parametrize("pathway", CONTENT.pathways, ids=lambda one: one.id)
TONE = re.compile(
    r"\b(just|only|still|low|behind|stuck|real career|weak|deficit|failure|merely)\b|—",
    re.IGNORECASE,
)
PROMISE = re.compile(
    r"\b(will|guarantee\w*|ensures?|success\w*|earn more|higher pay|better paid|salary of)\b",
    re.IGNORECASE,
)
DRAWN = re.compile(r"[<>`$|\[\]]|\*\*|__|!\(|^[#]|://", re.MULTILINE)


def said(pathway: ExamplePathway) -> list[str]:
    """Everything a person reads about one example."""
    titles = [step.title for step in pathway.steps]
    return [pathway.name, pathway.lead, *pathway.gives, *pathway.asks, *titles]


def test_the_pathways_are_those_of_the_questionnaire_in_their_order() -> None:
    assert [(one.id, one.kind) for one in CONTENT.pathways] == [
        (one.id, one.kind) for one in QUESTIONNAIRE.pathways
    ]
    assert len(CONTENT.pathways) == 13


def test_every_pathway_the_learn_page_introduces_is_here() -> None:
    sections = read_toml(DATA / "learn.toml", Learn).sections

    assert {one for section in sections for one in section.pathways} == CONTENT.by_id.keys()


@EVERY_PATHWAY
def test_a_pathway_has_four_to_eight_steps_in_five_years(pathway: ExamplePathway) -> None:
    assert 4 <= len(pathway.steps) <= 8
    assert len({step.title for step in pathway.steps}) == len(pathway.steps)
    assert max(step.end for step in pathway.steps) <= MONTHS == CONSTANTS.months_shown
    assert min(step.start for step in pathway.steps) == 0


@EVERY_PATHWAY
def test_a_pathway_hangs_together_and_ends_in_one_last_step(pathway: ExamplePathway) -> None:
    needed = [step for step in pathway.steps if not step.optional]
    final = needed[-1]
    assert final.end == max(step.end for step in needed)
    assert final.after

    reached = {final.id}
    for step in reversed(pathway.steps):
        if step.id in reached:
            reached |= set(step.after)
    assert len(reached) >= 3


def test_every_link_meets_an_area_or_a_habit() -> None:
    known = {*DOMAINS, *HABITS}

    for pathway, step in STEPS:
        assert set(step.links) <= known, (pathway.id, step.id)
        assert len(set(step.links)) == len(step.links)


def test_every_example_outside_the_jobs_uses_learning_people_and_a_goal_of_its_own() -> None:
    for pathway in CONTENT.pathways:
        tracks = {step.track for step in pathway.steps}
        if pathway.kind != "job":
            assert {"skills", "network", "advancement"} <= tracks, pathway.id


def test_every_track_habit_and_area_is_met_by_some_step() -> None:
    assert {step.track for _, step in STEPS} == set(GOALS.tracks)
    assert {link for _, step in STEPS for link in step.links} == {*DOMAINS, *HABITS}


def test_a_step_passes_the_wording_test_as_far_as_content_can() -> None:
    for pathway, step in STEPS:
        place = (pathway.id, step.id)
        assert len(step.title) <= TITLE_LENGTH, place
        assert len(step.title.split()) >= CONSTANTS.smart_words, place
        assert not step.title.endswith("."), place
        assert len(step.measure_unit) <= UNIT_LENGTH, place
        assert (step.measure_value is not None) == (step.kind == "goal"), place
        assert (step.hours > 0) == (step.kind == "goal"), place


def test_an_origin_can_be_kept_in_a_file() -> None:
    assert all(ID.fullmatch(f"{pathway.id}-{step.id}") for pathway, step in STEPS)


def test_purposes_and_growth_plans_of_both_columns_are_used() -> None:
    assert {step.purpose for _, step in STEPS} == {"", *GOALS.purposes}
    assert {step.growth_plan for _, step in STEPS} == {"", *GOALS.growth_plans}


def test_a_job_serves_the_present_and_its_further_steps_are_a_choice() -> None:
    assert [pathway.id for pathway in JOBS] == ["retail", "waiting", "rideshare"]
    for pathway in JOBS:
        ways_on = [step for step in pathway.steps if step.growth_plan == "planned"]
        assert ways_on
        assert all(step.optional and "if you want to" in step.title for step in ways_on)
        assert any(step.purpose == "income" for step in pathway.steps)
    assert not any(step.optional for pathway, step in STEPS if pathway.kind != "job")


def test_nobody_in_a_job_is_told_to_leave() -> None:
    leaving = re.compile(
        r"\b(leave (the|your|this) (job|work|role)|quit|resign|better job|move on|get out|escape)\b",
        re.I,
    )

    assert [text for one in JOBS for text in said(one) if leaving.search(text)] == []
    assert "staying" in CONTENT.texts["job_note"]


def test_no_words_of_an_example_belittle_or_promise() -> None:
    texts = [text for one in CONTENT.pathways for text in said(one)]
    page = [*CONTENT.texts.values(), *CONTENT.kinds.values(), CONTENT.times.text]

    assert [text for text in (*texts, *page) if TONE.search(text)] == []
    assert [text for text in texts if PROMISE.search(text)] == []
    assert [text for text in (*texts, *page) if DRAWN.search(text)] == []


def test_every_example_says_what_it_can_give_and_what_it_may_ask() -> None:
    for pathway in CONTENT.pathways:
        assert 2 <= len(pathway.gives) <= 3
        assert 2 <= len(pathway.asks) <= 3
        assert pathway.lead.endswith(".")
        assert not any(line.endswith(".") for line in (*pathway.gives, *pathway.asks))


def test_no_two_examples_begin_with_the_same_words() -> None:
    leads = Counter(pathway.lead for pathway in CONTENT.pathways)
    names = Counter(pathway.name for pathway in CONTENT.pathways)

    assert max(leads.values()) == max(names.values()) == 1


def test_the_times_are_a_judgement_and_the_page_says_so() -> None:
    assert CONTENT.times.source == "judgement"
    assert CONTENT.times.text == "The times are examples to edit, no forecast."


def test_every_kind_of_pathway_is_named_and_used() -> None:
    assert {pathway.kind for pathway in CONTENT.pathways} == set(CONTENT.kinds)


def test_every_gap_in_a_text_is_one_the_page_can_fill() -> None:
    gaps = {gap for text in CONTENT.texts.values() for gap in re.findall(r"\{(\w*)\}", text)}

    assert gaps == {"steps", "start", "end", "hours", "name"}


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ('id = "waiting"', 'id = "retail"', "two pathways share one id"),
        ('after = ["costs"]', 'after = ["cost"]', "no earlier step 'cost'"),
        ('after = ["costs"]', 'after = ["cushion"]', "no earlier step 'cushion'"),
        ('id = "products"', 'id = "hours"', "step hours: the id is used twice"),
        ("start = 1\n", "start = 0\n", "costs is not finished in month 0"),
        ("length = 12", "length = 58", "after 60 months"),
        ("start = 3\n", "start = 61\n", "retail"),
        ("start = 3\n", "start = -1\n", "retail"),
        ("length = 1\n", "", "lasts a month"),
        ('kind = "milestone"\n', "", "lasts a month"),
        ("start = 15\n", "start = 0\n", "end of a month"),
        ('track = "skills"', 'track = "skill"', "retail"),
        ('measure_unit = "budget"\n', "", "a value and a unit"),
        ('purpose = "income"', 'purpose = "money"', "retail"),
        ("hours = 1\n", "hours = 113\n", "retail"),
        ('links = ["D6"]', "links = []", "retail"),
        ('job = "Work that serves the present"\n', "", "the kind job has no words"),
    ],
)
def test_a_slip_is_named(tmp_path: Path, before: str, after: str, named: str) -> None:
    path = tmp_path / "pathways.toml"
    shutil.copy(DATA / "pathways.toml", path)
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=r"^pathways\.toml: ") as caught:
        read_toml(path, Pathways)
    assert named in str(caught.value)
