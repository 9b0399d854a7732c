"""The whole page: built for every deal, and outside without an id or a count of few people."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fairterms.outcomes.group_results import subgroup_search
from fairterms.outcomes.group_results.page.report import build, sections
from fairterms.outcomes.group_results.results import Results
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish.blocks import Block, Heading
from fairterms.publish.page import Report
from tests.outcomes.group_results.made_up_deal import Patient
from tests.outcomes.group_results.page.shown import said, small_counts, tables
from tests.outcomes.group_results.test_expectation import people
from tests.outcomes.group_results.test_results import ASKED, DECLARED, gathered

pytestmark = pytest.mark.slow

TITLES = {"response": "Response to treatment", "kept": "Missed visits"}


BUILT: dict[tuple[int, Audience], tuple[Results, Report]] = {}
"""Pages already built; with their results, so that no other ones come to the same place."""


def page(results: Results, audience: Audience = Audience.GROUP) -> Report:
    key = (id(results), audience)
    if key not in BUILT:
        BUILT[key] = (results, build(results, "Made-up Group", TITLES, audience, "2027-01-15"))
    return BUILT[key][1]


def text(results: Results, audience: Audience = Audience.GROUP) -> str:
    return said(page(results, audience).blocks)


def headings(blocks: tuple[Block, ...]) -> list[str]:
    return [one.text for one in blocks if isinstance(one, Heading) and one.level == 2]


@pytest.fixture(scope="module", autouse=True)
def _few_worlds() -> Iterator[None]:
    """Fewer worlds of chance: their number matters to the p-value alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subgroup_search, "REPLICATES", 19)
        yield


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """A deal in which almost everything can be looked at, with clinicians and a few needs."""
    some: list[Patient] = []
    for at, one in enumerate(people()):
        sex = "female" if at % 2 else "male"
        needs = (("housing", "yes" if at % 3 == 0 else "no", 0),)
        some.append(replace(one, clinician=f"DR{at % 4}", sex=sex, needs=needs))
    return gathered(tmp_path_factory.mktemp("deal"), DECLARED, some)


def test_inside_every_section_stands(whole: Results) -> None:
    shown = headings(page(whole).blocks)
    assert shown[0] == "The contract's targets"
    assert {
        "What the open words are worth",
        "How patients fare",
        "Patients off track",
        "Patients who fare worse together",
        "Equity",
        "Clinicians, compared fairly",
        "The records",
    } <= set(shown)
    assert "do not send it to the plan" in text(whole)
    assert "DR1" in text(whole)


def test_the_page_says_whose_it_is_and_of_when(whole: Results) -> None:
    report = page(whole)
    assert report.title == "Made-up Group: the results behind the contract"
    assert report.made_on == "2027-01-15"
    assert any("advice" in line for line in report.footer)


def test_outside_nobody_is_named(whole: Results) -> None:
    shown = text(whole, Audience.OUTSIDE)
    assert whole.episodes is not None
    ids = {*whole.episodes.person, *whole.episodes.clinician} - {"not recorded"}
    assert "DR1" in ids
    for one in ids:
        assert not re.search(rf"\b{re.escape(str(one))}\b", shown), one
    assert "This page may leave the group's room" in shown


def test_outside_the_sections_of_the_own_room_are_missing(whole: Results) -> None:
    shown = headings(page(whole, Audience.OUTSIDE).blocks)
    assert "Patients off track" not in shown
    assert "Clinicians, compared fairly" not in shown
    assert "The contract's targets" in shown


COUNTS = ("Patients", "Reached", "Rows that count", "Set aside", "Rows", "Judged", "Off track")


def test_outside_no_table_counts_1_to_10(whole: Results) -> None:
    found = tables(page(whole, Audience.OUTSIDE).blocks)
    assert found
    for table in found:
        assert small_counts(table, *COUNTS) == [], table.caption
    inside = tables(page(whole).blocks)
    assert any(small_counts(table, *COUNTS) for table in inside)


def test_outside_no_sentence_counts_1_to_10_people(whole: Results) -> None:
    few = re.compile(r"\b(?:[1-9]|10) (?:patients?|people|episodes?|clinicians?|courses?)\b")
    for line in text(whole, Audience.OUTSIDE).splitlines():
        rest = line.replace("1 to 10 people", "").replace("8 in 10", "")
        assert not few.search(rest), line


def test_outside_a_gap_says_only_what_and_not_how_many(whole: Results) -> None:
    told = replace(whole, gaps=("Clinicians: 1 with a judged episode. Record them.",))
    assert "1 with a judged episode" in text(told)
    shown = text(told, Audience.OUTSIDE)
    assert "with a judged episode" not in shown
    assert "Clinicians." in shown


def test_the_head_counts_the_targets(whole: Results) -> None:
    shown = text(whole)
    assert "of 1" in shown
    assert "The hardest target" in shown


def test_a_deal_without_records_has_a_page(tmp_path: Path) -> None:
    found = gathered(tmp_path, people=[])
    shown = text(found)
    assert "No target of the contract could be set beside" in shown
    assert "Missed visits: " in shown
    assert "What could not be looked at" in shown
    assert "There is no file in the deal's records folder" in shown


def test_a_deal_without_progress_and_without_targets_has_a_page(tmp_path: Path) -> None:
    found = gathered(tmp_path, replace(DECLARED, progress=None), asked={})
    shown = text(found)
    assert "No target of the contract could be set beside" in shown
    assert "Baseline" in shown
    assert "names no questionnaire" in shown
    assert "How patients fare" not in headings(page(found).blocks)


def test_other_reports_hold_the_same_sections_without_the_records(whole: Results) -> None:
    shown = sections(whole, TITLES, Audience.GROUP)
    inside = headings(page(whole).blocks)
    assert inside == [*headings(tuple(shown)), "The records"]
    assert "What was loaded" not in said(shown)
    assert set(ASKED) == {"response", "satisfaction"}
