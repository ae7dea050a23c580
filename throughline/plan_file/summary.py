"""What is in a plan file, in words for the preview, and what opening it would change."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from throughline.answers import Answers
from throughline.content.plan_file import PlanFileWords, Section
from throughline.content.questionnaire import Form
from throughline.goals.words import day_words
from throughline.plan_file.content import PlanContent
from throughline.plan_file.document import FORMAT, PlanFile
from throughline.plan_file.writing import as_document

# What a person would miss; the rest of a file (counts, versions, the open screen) comes along unsaid.
TOLD: tuple[Section, ...] = (
    "owner",
    "answers",
    "pay",
    "goals",
    "free_hours",
    "first_month",
    "actions",
    "dismissed",
    "journal",
    "sittings",
)
_MOMENTS = "answers.times."


@dataclass(frozen=True, slots=True)
class Difference:
    """How many entries of one section opening a file would add, replace and take away, and the sentence."""

    section: Section
    added: int
    changed: int
    removed: int
    sentence: str

    @property
    def same(self) -> bool:
        """Whether opening the file changes nothing here."""
        return not self.added + self.changed + self.removed


def summary(plan: PlanFile, content: PlanContent, *, came_in: int = FORMAT) -> tuple[str, ...]:
    """Say what a plan holds, line by line.

    Some lines hold words of the person: print every line as it is, never as Markdown.
    """
    words = content.words.summary
    said = [words["owner"].format(name=plan.owner)] if plan.owner else []
    said += _answers(plan.answers, content)
    if names := [_package(one, plan, content) for one in plan.pay]:
        said.append(_counted("pay", len(names), words, names=", ".join(names)))
    if plan.goals:
        said.append(_counted("goals", len(plan.goals), words))
    if plan.actions:
        said.append(_counted("actions", len(plan.actions), words))
    if log := plan.journal:
        first, last = day_words(log[0].day), day_words(log[-1].day)
        said.append(_counted("journal", len(log), words, first=first, last=last))
    said += [
        words["sitting"].format(day=day_words(one.day), name=one.name) for one in plan.sittings
    ]
    said = said or [words["nothing"]]
    theirs, ours = plan.versions.get("questionnaire", ""), content.questionnaire.version
    if theirs and theirs != ours:
        said.append(words["older_questions"].format(theirs=theirs, ours=ours))
    if came_in < FORMAT:
        said.append(words["upgraded"])
    return tuple(said)


def difference(now: PlanFile, opened: PlanFile, words: PlanFileWords) -> tuple[Difference, ...]:
    """Compare what is here with what a file would put in its place, section by section.

    Sections that are empty in both are left out. When each answer was given does not count.
    """
    here, there = _entries(now), _entries(opened)
    return tuple(
        _difference(section, here[section], there[section], words)
        for section in TOLD
        if here[section] or there[section]
    )


def _answers(answers: Answers, content: PlanContent) -> list[str]:
    words, said = content.words, []
    counts = {form: _answered(answers, content, form) for form in words.forms}
    answered, asked = counts[answers.form]
    if answered:
        form = words.forms[answers.form]
        text = words.summary["answers"]
        said.append(text.format(answered=answered, asked=asked, form=form))
    if answers.form == "quick" and counts["full"][0] > answered:
        full, of = counts["full"]
        said.append(words.summary["full_too"].format(answered=full, asked=of))
    if boxes := len(answers.ticks):
        said.append(_counted("boxes", boxes, words.summary))
    if wishes := len(answers.wanted):
        said.append(_counted("wanted", wishes, words.summary, areas=len(content.domains)))
    return said


def _answered(answers: Answers, content: PlanContent, form: Form) -> tuple[int, int]:
    kinds = ("statement", "two-pole", "habit", "need")
    asked = [one for one in content.questionnaire.items if one.kind in kinds]
    asked = [one for one in asked if form == "full" or one.quick]
    return sum(answers.answered(one.id) for one in asked), len(asked)


def _package(package: str, plan: PlanFile, content: PlanContent) -> str:
    return str(plan.pay[package].get("name") or content.packages.get(package, package))


def _counted(name: str, count: int, words: Mapping[str, str], **gaps: object) -> str:
    text = words[f"{name}_one"] if count == 1 else words[name]
    return text.format(count=count, **gaps)


def _entries(plan: PlanFile) -> dict[Section, dict[str, object]]:
    """Every section as entries with a name each; what stands at its default is no entry."""
    usual = _flat(as_document(PlanFile()), "")
    document = as_document(plan)
    found: dict[Section, dict[str, object]] = {}
    for section in TOLD:
        flat = _flat(document[section], section)
        found[section] = {
            name: value
            for name, value in flat.items()
            if value not in (None, "")
            and usual.get(f".{name}") != value
            and not name.startswith(_MOMENTS)
        }
    return found


def _flat(value: Any, name: str) -> dict[str, object]:
    """A value as entries: those of an object by name, those of a list by their id or by themselves."""
    if isinstance(value, dict):
        inner = [_flat(one, f"{name}.{key}") for key, one in value.items()]
        return {key: one for flat in inner for key, one in flat.items()}
    if isinstance(value, list):
        return {f"{name}.{one['id'] if isinstance(one, dict) else one}": one for one in value}
    return {name: value}


def _difference(
    section: Section,
    here: Mapping[str, object],
    there: Mapping[str, object],
    words: PlanFileWords,
) -> Difference:
    added, removed = len(there.keys() - here.keys()), len(here.keys() - there.keys())
    changed = sum(here[name] != there[name] for name in here.keys() & there.keys())
    counts = {"added": added, "changed": changed, "removed": removed}
    parts = ", ".join(
        words.difference[f"part_{name}"].format(count=count)
        for name, count in counts.items()
        if count
    )
    kind = "changed"
    if not parts:
        kind = "same"
    elif not here or not there:
        kind = "added" if there else "removed"
    text = words.difference[kind]
    said = text.format(place=words.places[section], parts=parts, **counts)
    return Difference(section, added, changed, removed, said)
