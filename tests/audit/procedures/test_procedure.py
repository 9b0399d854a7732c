"""Every ready procedure is whole, plain, and cites standards by number only."""

from dataclasses import fields, replace

import pytest

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.procedure import NEEDED, PROCEDURES
from fairterms.document.school_grade import grade

ALL = {
    *("settlement_recomputation", "benchmark_construction", "measure_validity"),
    *("attribution_list", "control_design", "control_effectiveness", "data_feed"),
    *("obligations", "conflicts_of_interest", "due_diligence", "third_party_reports"),
    "benchmark_setting",
}


def test_the_folder_holds_the_twelve_and_names_each_as_its_module() -> None:
    assert set(PROCEDURES) == ALL
    assert all(PROCEDURES[name].id == name for name in PROCEDURES)


def test_every_piece_of_evidence_is_needed_by_some_procedure_and_has_words() -> None:
    needed = {one for each in PROCEDURES.values() for one in (*each.needs, *each.any_of)}
    held = {one.name for one in fields(Evidence)} - {"problems", "risks", "operated"}
    assert needed == held
    assert held | {"operated"} == set(NEEDED)


@pytest.mark.parametrize("name", sorted(ALL))
def test_a_procedure_can_be_read_at_grade_nine(name: str) -> None:
    one = PROCEDURES[name]
    assert grade(" ".join((one.objective, *one.steps, one.sampling, one.expected))) <= 9


@pytest.mark.parametrize("name", sorted(ALL))
def test_criteria_are_short_names_and_numbers_never_a_standards_text(name: str) -> None:
    assert PROCEDURES[name].criteria
    assert all(len(one.split()) <= 14 for one in PROCEDURES[name].criteria)
    cited = " ".join(PROCEDURES[name].criteria)
    assert any(letter.isdigit() for letter in cited)


def test_a_procedure_that_is_not_whole_is_our_own_mistake() -> None:
    one = PROCEDURES["data_feed"]
    for change in (
        {"needs": ("guesses",)},
        {"needs": (), "any_of": ()},
        {"steps": ("no full stop",)},
    ):
        with pytest.raises(AssertionError, match="data_feed"):
            replace(one, **change)


def test_it_says_in_words_what_it_needs() -> None:
    words = PROCEDURES["settlement_recomputation"].evidence_words
    assert words[0] == "payment terms that can be read (terms.toml)"
    assert len(words) == 3
