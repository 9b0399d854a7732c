"""The clinicians' page: the funnel, the table in order of concern, and what a rank is worth."""

from dataclasses import replace

import pytest

from fairterms.outcomes.group_results.clinicians import ClinicianComparison, compare
from fairterms.outcomes.group_results.declaration import FACTS
from fairterms.outcomes.group_results.page.clinicians_section import clinicians_section
from fairterms.publish.blocks import Block
from tests.outcomes.group_results.made_up_deal import PROGRESS, Patient, episodes
from tests.outcomes.group_results.page.shown import rows, said, tables
from tests.outcomes.group_results.test_clinicians import of_clinician


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> ClinicianComparison:
    people: list[Patient] = []
    for at in range(7):
        people += of_clinician(f"C{at}", 12 + at % 3, 30, 100 * at)
    people += of_clinician("low", 2, 30, 900)
    people += of_clinician("", 2, 3, 1200)
    table = episodes(tmp_path_factory.mktemp("deal"), people)
    return compare(table, table.is_judged)


def shown(compared: ClinicianComparison) -> list[Block]:
    return clinicians_section(compared, PROGRESS, (2025, 2026))


def test_who_most_likely_belongs_to_the_bottom_stands_first(compared: ClinicianComparison) -> None:
    (table,) = tables(shown(compared))
    found = rows(table)
    assert len(found) == 8
    assert found[0][:3] == ("low", "30", "6.7 %")
    assert found[0][4] != "–"


def test_the_page_says_what_a_rank_is_worth(compared: ClinicianComparison) -> None:
    text = said(shown(compared))
    assert "A rank would put 2 clinicians in the bottom quarter." in text
    assert "it is true of 1. Never pay or penalise on a rank." in text
    assert "Adjusted for what was known at intake: first score, age." in text
    assert "3 judged episodes stand in no adjusted rate" in text
    assert "improved by 6 points or more" in text
    assert "2025 to 2026" in text
    assert "φ = " in text


def test_without_a_model_the_page_says_why(compared: ClinicianComparison) -> None:
    plain = tuple(
        replace(one, adjusted_rate=None, bottom_chance=None, reliability=None)
        for one in compared.results
    )
    blocks = shown(replace(compared, results=plain, model=None, why_no_model="it is separated"))
    assert "No adjusted rates: it is separated." in said(blocks)
    assert all(row[3:6] == ("–", "–", "–") for row in rows(tables(blocks)[0]))


def test_every_clinician_is_a_dot_in_the_funnel(compared: ClinicianComparison) -> None:
    text = said(block for block in shown(compared) if type(block).__name__ == "Chart")
    for name in ("low", "C0", "C6"):
        assert name in text


def test_facts_that_could_not_be_adjusted_for_are_named(compared: ClinicianComparison) -> None:
    words = "Not adjusted for, because it is too rare or the same for all: "
    assert f"{words}diagnoses, social needs, earlier episode." in said(shown(compared))
    everything = replace(compared, facts=FACTS)
    assert words not in said(shown(everything))
