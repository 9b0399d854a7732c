"""The report holds the pages of the records, or says that nobody looked."""

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from fairterms.decide.basis import Basis
from fairterms.decide.own_records import OwnRecords
from fairterms.decide.records_section import records_section
from fairterms.outcomes.group_results.results import Results
from tests.outcomes.group_results.page.shown import said
from tests.outcomes.group_results.test_results import DECLARED, gathered


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    return gathered(tmp_path_factory.mktemp("deal"), replace(DECLARED, progress=None))


def basis(records: Results | None) -> Basis:
    """Return the two things the section reads."""
    measures = (SimpleNamespace(id="response", name="Response to treatment"),)
    contract = SimpleNamespace(measures=measures)
    own = None if records is None else OwnRecords(records, None)
    return cast("Basis", SimpleNamespace(records=own, contract=contract))


def test_without_records_the_section_says_that_it_is_not_known() -> None:
    shown = said(records_section(basis(None)))
    assert "Whether the targets can be met is therefore not known." in shown
    assert "outcomes.toml" in shown


def test_with_records_the_pages_of_the_own_room_stand_in_it(results: Results) -> None:
    shown = said(records_section(basis(results)))
    assert "Keep this report in the group's own room." in shown
    assert "Response to treatment" in shown
    assert "What the open words are worth" in shown
    assert "What was loaded" not in shown
