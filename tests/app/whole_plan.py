"""One plan with something in every part of it."""

from datetime import date

from tests.builders import DOMAINS, HABITS, NEEDS, QUESTIONNAIRE, worked_sheet
from tests.plan_files.strategies import CONTENT, FACTS, NUMBER_CELLS
from throughline.actions import Action
from throughline.answers import Answers
from throughline.goals import Goal
from throughline.goals.goal import CheckIn
from throughline.journal import Entry
from throughline.plan_file import PlanFile, Sitting, as_document

DAY = date(2027, 3, 31)
SLIDERS = [item.id for item in QUESTIONNAIRE.items]


def whole_plan() -> PlanFile:
    """Return it; a part that is forgotten here fails a check at once."""
    sheet = Answers(
        form="full",
        markers={one: float(n % 11) for n, one in enumerate(SLIDERS[:-8])},
        skipped=frozenset(SLIDERS[-8:-4]),
        not_applicable=frozenset(SLIDERS[-4:-2]),
        first_answered={one: 1.8e9 + 3.5 * n for n, one in enumerate(SLIDERS[:-8])},
        ticks=frozenset(box.id for one in QUESTIONNAIRE.evidence for box in one.boxes[:2]),
        reviewed=frozenset(list(QUESTIONNAIRE.lists)[:2]),
        wanted=dict.fromkeys(DOMAINS, 7.5),
        importance=dict.fromkeys(DOMAINS[:2], 2.0),
        need_targets=dict.fromkeys(NEEDS[:3], 9.0),
        ease=dict.fromkeys(HABITS[:2], "large"),
        facts={name: options[0] if options else True for name, options in FACTS.items()},
    )
    cells: dict[str, float | str] = {one: 3.0 + n for n, one in enumerate(NUMBER_CELLS)}
    goals = (
        Goal("g1", "Learn to weld", start=DAY, due=date(2028, 1, 1), baseline_due=DAY, note="$x$"),
        Goal("g2", "Paid work", after=("g1",), check_ins=(CheckIn(DAY, 7, "Going well"),)),
    )
    plan = PlanFile(
        owner="Zoë",
        plan_id="abc123",
        saved=1.8e9,
        answers=sheet,
        steps={"quick": "skills", "full": "d3"},
        pay={"now": cells | {"name": "Shop", "symbol": "€"}, "path": {"salary": 70_000.0}},
        moves={"path": dict.fromkeys(sorted(CONTENT.move_fields)[:2], 4.0)},
        pay_shown="path",
        pay_compared={"from": "now", "to": "path"},
        equity_out=True,
        occupations={"now": "51-4121"},
        searches={"now": "weld"},
        commission=frozenset({"now"}),
        filled=frozenset({"now"}),
        goals=goals,
        free_hours=6.5,
        first_month=date(2027, 1, 1),
        actions=(Action("a1", "Ask Ana", due=DAY, goal="g1"),),
        dismissed=frozenset({"x-1", "x-2"}),
        journal=(Entry("e1", "learning", DAY, "Read a book", 2.0, "hours"),),
        sittings=(
            Sitting("s1", "First", DAY, worked_sheet("amina"), "1.0", {"D1": 3.0}, {"D1": 5.0}),
        ),
        counters={"goal": 2, "action": 1, "entry": 1, "sitting": 1},
    )
    empty = [name for name, value in as_document(plan).items() if not value]
    assert empty == ["versions"]
    return plan
