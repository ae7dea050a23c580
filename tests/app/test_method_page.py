"""The Method page prints every number somebody had to choose, of the model and of pay."""

from streamlit.testing.v1 import AppTest

from components import resources
from tests.app.visit import go_to, is_calm, words


def test_every_constant_is_printed_with_its_value_unit_and_source(app: AppTest) -> None:
    go_to(app, "method")

    assert is_calm(app)
    catalogue = resources.catalogue()
    for held in (catalogue.model.constants, catalogue.compensation.constants):
        for name, one in held.items():
            line = next(text for text in words(app).splitlines() if f"- `{name}` " in text)
            assert f"**{one.value:.8g}** {one.unit}" in line
            assert float(line.split("**")[1]) == one.value
            assert f"Source: {one.source}" in line
