"""GAD-7: worked totals, bands, two cuts, and the anchor that is often misprinted."""

import pytest

from fairterms.reference.instruments.gad7 import INSTRUMENT
from tests.reference.judged import band, change, is_case, is_refused, points


@pytest.mark.parametrize(
    ("answers", "total"),
    [
        ((2, 2, 2, 2, 3, 3, 1), 15),
        ((2, 2, 2, 2, 1, 3, 2), 14),
        ((2, 2, 2, 2, 1, 3, 1), 13),
        ((1, 1, 1, 1, 1, 1, 1), 7),
    ],
)
def test_worked_totals_are_the_sums(answers: tuple[int, ...], total: float) -> None:
    # The four visits of the CDISC-style worked example of the R package admiral (Apache-2.0).
    assert points("gad7", answers) == total


def test_the_first_anchor_is_not_at_all_and_not_not_at_all_sure() -> None:
    assert INSTRUMENT.anchors[0] == "Not at all"
    assert INSTRUMENT.anchors[2] == "More than half the days"


def test_bands_change_at_5_10_and_15() -> None:
    names = [band("gad7", total) for total in (4, 5, 9, 10, 14, 15)]
    assert names == ["minimal", "mild", "mild", "moderate", "moderate", "severe"]


def test_the_nhs_cut_is_lower_than_the_published_one() -> None:
    assert is_case("gad7", 8, "nhs")
    assert not is_case("gad7", 7, "nhs")
    assert not is_case("gad7", 9, "standard")
    assert is_case("gad7", 10, "standard")


def test_published_reliable_changes_run_from_4_to_6() -> None:
    assert change("gad7", "nhs") == 4
    assert change("gad7", "bischoff-2020") == 6
    assert change("gad7", "toussaint-2020") == 4


def test_its_panel_code_is_not_that_of_the_phq9() -> None:
    assert INSTRUMENT.loinc is not None
    assert INSTRUMENT.loinc.codes == ("69737-5", "70274-6")


def test_22_points_are_refused() -> None:
    assert is_refused("gad7", 22)
    assert not is_refused("gad7", 21)
