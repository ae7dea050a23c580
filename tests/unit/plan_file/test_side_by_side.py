"""Plans side by side: which ranges overlap is said in few sentences, however many files are open."""

import pytest

from tests.builders import DATA, MODEL, QUESTIONNAIRE, all_fives, worked_sheet
from tests.plan_files.strategies import TODAY
from throughline.answers import Answers
from throughline.content.coach import CoachWords
from throughline.content.reading import read_toml
from throughline.plan_file import PlanFile
from throughline.plan_file.side_by_side import difference_sentences, side_of

WORDS = read_toml(DATA / "coach.toml", CoachWords)
AMINA, BEN, EVEN = worked_sheet("amina"), worked_sheet("ben"), all_fives("full")


def said(*sheets: Answers) -> tuple[str, ...]:
    """What is said about these sheets, called A, B, C and so on."""
    sides = [
        side_of(chr(65 + place), PlanFile(answers=one), QUESTIONNAIRE, MODEL, TODAY)
        for place, one in enumerate(sheets)
    ]
    return difference_sentences(sides, WORDS)


@pytest.mark.parametrize(
    ("sheets", "sentences"),
    [
        ((AMINA,), ("Fewer than two of these files have enough answers for a balance.",)),
        ((AMINA, BEN), ("A and B: the ranges do not overlap.",)),
        ((AMINA, AMINA), ("The ranges of all of them overlap: no clear difference.",)),
        ((AMINA, BEN, EVEN), ("No two of the ranges overlap.",)),
        (
            (AMINA, AMINA, BEN),
            (
                "A and B: the ranges overlap, no clear difference.",
                "For every other pair the ranges do not overlap.",
            ),
        ),
        (
            (AMINA, AMINA, AMINA, BEN),
            (
                "A and D; B and D; C and D: the ranges do not overlap.",
                "For every other pair the ranges overlap: no clear difference.",
            ),
        ),
    ],
)
def test_the_shorter_list_of_pairs_is_said_and_the_rest_in_one_sentence(
    sheets: tuple[Answers, ...], sentences: tuple[str, ...]
) -> None:
    assert said(*sheets) == sentences


def test_eight_files_need_three_sentences_at_most() -> None:
    assert len(said(*[AMINA, BEN, EVEN, all_fives("quick")] * 2)) == 3
