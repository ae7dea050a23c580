"""What a room can ask fits the questions there are."""

from throughline.content.catalogue import read_catalogue
from throughline.content.compensation import PARTS

CONTENT = read_catalogue()
QUESTIONS, ROOM = CONTENT.questionnaire, CONTENT.workshop


def test_every_section_asks_only_what_there_is() -> None:
    domains = {one.id for one in QUESTIONS.domains}
    facts = {one.id for one in QUESTIONS.facts}
    for section in ROOM.sections:
        assert set(section.items) <= set(QUESTIONS.by_id)
        assert set(section.wanted) <= domains
        assert set(section.boxes) <= set(QUESTIONS.lists)
        assert set(section.facts) <= facts


def test_the_quick_agenda_asks_the_quick_form_and_the_full_one_every_slider() -> None:
    agendas = {one.id: one.sections for one in ROOM.templates}
    asked = {
        name: [i for one in sections if one in ROOM.by_id for i in ROOM.section(one).items]
        for name, sections in agendas.items()
    }
    assert sorted(asked["quick"]) == sorted(i.id for i in QUESTIONS.items if i.quick)
    assert sorted(asked["full"]) == sorted(QUESTIONS.by_id)


def test_the_shares_of_pay_have_the_names_they_have_on_the_pay_page() -> None:
    assert ROOM.pay_parts == {part.id: part.name for part in CONTENT.compensation.parts}
    assert tuple(ROOM.pay_parts) == PARTS


def test_needs_pay_and_facts_are_sensitive() -> None:
    for section in ROOM.sections:
        needs = any(QUESTIONS.by_id[item].kind == "need" for item in section.items)
        if needs or section.pay or section.facts or "D6" in section.boxes:
            assert section.sensitive


def test_the_promises_never_say_anonymous() -> None:
    assert not any("anonym" in line.lower() for line in ROOM.privacy)
    assert all(line.format(k=5) for line in ROOM.privacy)
