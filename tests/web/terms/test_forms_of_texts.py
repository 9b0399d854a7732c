"""Every text form is read by the core's own reader, and its mistakes stand at their lines."""

from pathlib import Path

import pytest
from pytest_django import Settings

from fairterms_web.terms.forms_of_texts import problems
from tests.web.journeys.workspace import ROOT

JUNIPER = ROOT / "examples" / "juniper"
NAMED = {
    "disclosures.toml": """[[disclosure]]
id = "call"
disclosed_on = 2027-03-02
""",
    "marks.toml": """[[mark]]
path = "evidence/rates.csv"
""",
}
"""Forms that the example does not have, each with one field missing at least."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Settings) -> None:
    """Texts are laid out in a home of their own."""
    settings.HOME = tmp_path


@pytest.mark.parametrize(
    "path",
    [
        "audit.toml",
        "audit_rights.toml",
        "charter.toml",
        "obligations.toml",
        "meetings.toml",
        "amendments.toml",
        "indicators.toml",
    ],
)
def test_a_form_of_the_example_is_whole_and_a_word_too_many_is_told_at_its_line(path: str) -> None:
    text = (JUNIPER / path).read_text("utf-8")
    assert problems(path, text, {}) == []
    found = problems(path, f"{text}\n[[nonsense]]\nid = 1\n", {})
    assert [one.line for one in found] == [text.count("\n") + 2]


@pytest.mark.parametrize("path", NAMED)
def test_a_form_that_lacks_a_field_says_which(path: str) -> None:
    found = problems(path, NAMED[path], {})
    assert found
    assert {one.file for one in found} == {path}
    assert all(1 <= one.line <= 3 for one in found)


def test_an_audit_that_names_an_unknown_procedure_is_told_so() -> None:
    text = (JUNIPER / "audit.toml").read_text("utf-8")
    known = "settlement_recomputation"
    assert known in text
    (problem,) = problems("audit.toml", text.replace(f'"{known}"', '"settlement_guess"', 1), {})
    assert "settlement_guess" in problem.what
