"""The page of the records counts rows and names rules; what stands in a row stays there."""

from pathlib import Path

import pytest

from fairterms.outcomes.group_results.feeds import loaded
from fairterms.outcomes.group_results.page.records_section import SHOWN, records_section
from fairterms.outcomes.small_cells.audience import NOT_SHOWN, Audience
from fairterms.publish.blocks import Block
from fairterms.records.need import need
from tests.outcomes.group_results.made_up_deal import REACHED, Patient, patient, write
from tests.outcomes.group_results.page.shown import rows, said, small_counts, tables

ODD = [
    Patient("ZEBRA77", ((0, 4321), (1, 4321)), clinician="OKAPI"),
    Patient("QUAGGA", ((0, 12),), born="2091-01-01", race="gnu"),
]
PEOPLE = [*(patient(at, 15, 5) for at in range(12)), *ODD]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[Audience, list[Block]]:
    folder = write(tmp_path_factory.mktemp("deal"), PEOPLE)
    (folder / "records" / "visits.csv").write_text("")
    with loaded(folder, REACHED, [need("per capita benchmark", "member months")]) as found:
        return {audience: records_section(found, audience) for audience in Audience}


def test_each_file_is_listed_with_what_counts(pages: dict[Audience, list[Block]]) -> None:
    listed = {row[0]: row[2:4] for row in rows(tables(pages[Audience.GROUP])[0])}
    assert listed["assessments.csv"] == ("25", "2")
    assert listed["patients.csv"][1] == "1"


def test_what_was_set_aside_is_shown_with_its_rows(pages: dict[Audience, list[Block]]) -> None:
    found = [row for table in tables(pages[Audience.GROUP])[1:] for row in rows(table)]
    aside = [row for row in found if row[1].endswith("(set aside)")]
    assert {row[3] for row in aside} >= {"26, 27"}
    assert all(row[4] for row in found)


def test_a_refused_file_and_what_cannot_be_worked_out_are_shown(
    pages: dict[Audience, list[Block]],
) -> None:
    text = said(pages[Audience.GROUP])
    assert "visits.csv could not be read." in text
    assert "the file has no rows" in text
    assert "Some of the contract cannot be worked out from these records." in text
    assert "per capita benchmark: " in text


@pytest.mark.parametrize("audience", Audience)
def test_no_value_of_a_row_is_shown(audience: Audience, pages: dict[Audience, list[Block]]) -> None:
    text = said(pages[audience])
    for value in ("ZEBRA77", "OKAPI", "QUAGGA", "4321", "4,321", "2091", "gnu", "P001"):
        assert value not in text, value


def test_outside_no_row_is_named_and_few_are_not_counted(
    pages: dict[Audience, list[Block]],
) -> None:
    overview, *findings = tables(pages[Audience.OUTSIDE])
    assert findings
    assert small_counts(overview, "Rows that count", "Set aside") == []
    assert rows(overview)[1][3] == "1 to 10"
    for table in findings:
        assert small_counts(table, "Rows") == []
        assert {row[3] for row in rows(table)} == {NOT_SHOWN}


def test_the_short_form_leaves_out_what_only_warns(tmp_path: Path) -> None:
    with loaded(write(tmp_path, PEOPLE), REACHED) as found:
        whole, short = records_section(found), records_section(found, is_short=True)
    kept = [row[1] for table in tables(whole)[1:] for row in rows(table) if "(kept)" in row[1]]
    assert kept
    assert not [row for table in tables(short)[1:] for row in rows(table) if "(kept)" in row[1]]
    assert SHOWN > 3


def test_without_records_the_page_says_so(tmp_path: Path) -> None:
    with loaded(tmp_path, REACHED) as found:
        blocks = records_section(found)
    assert "no file in the deal's records folder" in said(blocks)
    assert tables(blocks) == []
