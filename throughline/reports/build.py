"""Builds the report: the chosen sections in their order, each from the same words and numbers as its page."""

from collections.abc import Callable, Iterable, Iterator

from throughline.content.catalogue import Catalogue
from throughline.reports import answer_sections, life_sections, pay_section
from throughline.reports.material import Desk, Material
from throughline.reports.model import (
    SECTIONS,
    Block,
    Choice,
    Link,
    Report,
    Section,
    SectionId,
    Text,
)
from throughline.reports.plain import plain
from throughline.reports.printed import long_date
from throughline.reports.words import ReportWords
from throughline.scoring import Profile
from throughline.wording import balance_sentence

Blocks = Iterable[Block | None]


def build_report(
    material: Material, catalogue: Catalogue, words: ReportWords, choice: Choice
) -> Report:
    """Build a report; the same material gives the same report, whatever the clock says.

    A chosen section with nothing to show is left out, and the last section names what is not in it.

    Args:
        material: What the person entered.
        catalogue: The content of the product.
        words: Words of the report.
        choice: Whose copy it is, and its sections.
    """
    desk = Desk(material, catalogue, words, choice)
    profile = answer_sections.profile_of(desk)
    found: list[Section] = []
    for section in SECTIONS[:-1]:
        if section in choice.sections:
            blocks = tuple(one for one in _writer(desk, profile, section) if one is not None)
            if blocks:
                found.append(Section(section, words.report.sections[section], blocks))
    about = tuple(_about(desk, found))
    if "method" in choice.sections:
        blocks = (*_limits(desk), *(Text(line, "quiet") for line in about))
        found.append(Section("method", words.report.sections["method"], blocks))
    return Report(
        title=words.report.title,
        subtitle=words.report.subtitles[choice.audience],
        author=plain(material.author),
        date=long_date(material.today),
        day=material.today,
        summary=balance_sentence(profile, catalogue.wording),
        sections=tuple(found),
        about=about,
        footer=words.report.footer,
        disclaimer=words.report.disclaimer,
        coach=_coach(desk),
    )


def sections_with_data(
    material: Material, catalogue: Catalogue, words: ReportWords
) -> frozenset[SectionId]:
    """Name the sections that would have something in them; cheap, since each is asked for its first line only."""
    desk = Desk(material, catalogue, words, Choice.mine())
    profile = answer_sections.profile_of(desk)
    found = (one for one in SECTIONS[:-1] if any(True for _ in _writer(desk, profile, one)))
    return frozenset({*found, SECTIONS[-1]})


def _writer(desk: Desk, profile: Profile, section: SectionId) -> Blocks:
    of_answers: dict[SectionId, Callable[[Desk, Profile], Blocks]] = {
        "result": answer_sections.result,
        "areas": answer_sections.areas,
        "way": answer_sections.way,
        "needs": answer_sections.needs,
        "plan": answer_sections.plan,
    }
    of_life: dict[SectionId, Callable[[Desk], Blocks]] = {
        "pay": pay_section.pay,
        "goals": life_sections.goals,
        "log": life_sections.log,
    }
    if section in of_answers:
        return of_answers[section](desk, profile)
    return of_life[section](desk)


def _coach(desk: Desk) -> Link | None:
    coach = desk.material.coach
    if coach is None:
        return None
    return Link(desk.words.report.coach.format(name=plain(coach.text)), coach.address)


def _about(desk: Desk, found: list[Section]) -> Iterator[str]:
    words, content = desk.words.report, desk.catalogue
    yield words.versions.format(
        app=plain(desk.material.app_version),
        questions=content.questionnaire.version,
        model=content.model.version,
        pay=content.compensation.version,
    )
    shown = {section.id for section in found} | {"method"}
    if desk.material.simulation and "pay" in shown:
        paths, seed = desk.material.simulation
        yield words.seed.format(paths=f"{paths:,}", seed=seed)
    if missing := [words.sections[one] for one in SECTIONS if one not in shown]:
        yield words.left_out.format(sections=", ".join(missing))


def _limits(desk: Desk) -> Iterator[Text]:
    """The limits of the result, from the page that says them: its headings, paragraphs and lists as plain text."""
    yield Text(desk.lead("method"), "lead")
    for line in desk.catalogue.limits.replace("**", "").replace("*", "").splitlines():
        text = line.strip()
        if text.startswith("#"):
            yield Text(plain(text.lstrip("#")), "heading")
        elif text.startswith("- "):
            yield Text(plain(text[2:]), "item")
        elif text:
            yield Text(plain(text))
