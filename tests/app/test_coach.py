"""The coach line: nobody unless whoever runs the app named somebody, and then a safe link on two pages."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.visit import PAGES, go_to, is_calm

SAFE = {"name": "Noor", "url": "https://example.org/talk"}


def links(app: AppTest) -> list[tuple[str, str]]:
    """Label and address of every link button on the page."""
    return [(one.proto.label, one.proto.url) for one in app.get("link_button")]


OFFERED = ("balance", "pay", "timeline", "plan", "progress", "report", "learn")


@pytest.mark.parametrize("name", PAGES)
def test_without_configuration_no_page_names_a_coach(app: AppTest, name: str) -> None:
    assert links(go_to(app, name)) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_named_coach_is_offered_where_there_is_something_to_talk_over(
    app: AppTest, name: str
) -> None:
    app.secrets["coach"] = SAFE

    go_to(app, name)

    expected = [("Talk it over with Noor", SAFE["url"])] if name in OFFERED else []
    assert links(app) == expected


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "http://example.org",
        "data:text/html,hello",
        "https:",
        "//example.org",
        "/assess",
        "https://[",
        "",
    ],
)
def test_an_address_that_is_not_plain_https_is_refused(app: AppTest, url: str) -> None:
    app.secrets["coach"] = {"name": "Noor", "url": url}

    go_to(app, "learn")

    assert is_calm(app)
    assert links(app) == []


@pytest.mark.parametrize(
    "entry", [{"url": SAFE["url"]}, {"name": " ", "url": SAFE["url"]}, {}, "Noor", 5, ["Noor"]]
)
def test_half_a_configuration_names_nobody(app: AppTest, entry: object) -> None:
    app.secrets["coach"] = entry

    go_to(app, "learn")

    assert is_calm(app)
    assert links(app) == []


def test_a_very_long_name_is_cut(app: AppTest) -> None:
    app.secrets["coach"] = {"name": "N" * 5000, "url": SAFE["url"]}

    ((label, _),) = links(go_to(app, "learn"))

    assert len(label) < 120
