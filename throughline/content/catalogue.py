"""Everything in ``data/``, read once: the one object the app needs to know what to ask and say."""

from dataclasses import dataclass
from pathlib import Path

from throughline.content.actions import ActionContent
from throughline.content.coach import CoachWords
from throughline.content.compensation import Compensation
from throughline.content.constants import Model
from throughline.content.goals import Goals
from throughline.content.journal import JournalContent
from throughline.content.learn import Learn
from throughline.content.pathways import Pathways
from throughline.content.plan_file import PlanFileWords
from throughline.content.progress import ProgressWords
from throughline.content.questionnaire import Questionnaire
from throughline.content.reading import read_prose, read_toml
from throughline.content.room import RoomWords
from throughline.content.room_pictures import RoomPictureWords
from throughline.content.samples import Samples
from throughline.content.sources import Sources
from throughline.content.wording import Wording
from throughline.content.workshop import WorkshopContent

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
DOCS = ROOT / "docs"


@dataclass(frozen=True)
class Catalogue:
    """The content of the product. Raises nothing once read."""

    questionnaire: Questionnaire
    model: Model
    wording: Wording
    learn: Learn
    sources: Sources
    samples: Samples
    compensation: Compensation
    goals: Goals
    pathways: Pathways
    plan_file: PlanFileWords
    progress: ProgressWords
    actions: ActionContent
    journal: JournalContent
    coach: CoachWords
    room: RoomWords
    workshop: WorkshopContent
    room_pictures: RoomPictureWords
    privacy: str
    limits: str
    method: str


def read_catalogue(data: Path = DATA, docs: Path = DOCS) -> Catalogue:
    """Read every content file.

    Raises:
        ContentError: one of them cannot be used; the message names the file and the place.
    """
    return Catalogue(
        questionnaire=read_toml(data / "questionnaire.toml", Questionnaire),
        model=read_toml(data / "model.toml", Model),
        wording=read_toml(data / "wording.toml", Wording),
        learn=read_toml(data / "learn.toml", Learn),
        sources=read_toml(data / "sources.toml", Sources),
        samples=read_toml(data / "samples.toml", Samples),
        compensation=read_toml(data / "compensation.toml", Compensation),
        goals=read_toml(data / "goals.toml", Goals),
        pathways=read_toml(data / "pathways.toml", Pathways),
        plan_file=read_toml(data / "plan_file.toml", PlanFileWords),
        progress=read_toml(data / "progress.toml", ProgressWords),
        actions=read_toml(data / "actions.toml", ActionContent),
        journal=read_toml(data / "journal.toml", JournalContent),
        coach=read_toml(data / "coach.toml", CoachWords),
        room=read_toml(data / "room.toml", RoomWords),
        workshop=read_toml(data / "workshop.toml", WorkshopContent),
        room_pictures=read_toml(data / "room_pictures.toml", RoomPictureWords),
        privacy=read_prose(data / "help" / "privacy.md"),
        limits=read_prose(data / "help" / "limits.md"),
        # Its first line is the title, which the page has already.
        method=read_prose(docs / "method.md").partition("\n")[2],
    )
