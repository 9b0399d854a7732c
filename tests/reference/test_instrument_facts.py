"""Published numbers that cannot be are not recorded."""

import pytest

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument_facts import (
    Band,
    Bands,
    Change,
    ChangeKind,
    Cluster,
    Loinc,
    Reliability,
    ReliabilityKind,
    Subscale,
)

BASIS = Basis("made up", Evidence.READ)


def test_bands_rise_and_are_at_least_two() -> None:
    with pytest.raises(AssertionError, match="bands rise"):
        Bands("standard", (Band("low", 5), Band("high", 5)), BASIS)
    with pytest.raises(AssertionError, match="divides nothing"):
        Bands("standard", (Band("all", 0),), BASIS)


def test_bands_know_their_edges_and_names() -> None:
    bands = Bands("standard", (Band("low", 0), Band("high", 5)), BASIS)
    assert bands.edges == (0, 5)
    assert bands.names == ("low", "high")


@pytest.mark.parametrize("value", [0, 1, 84])
def test_a_reliability_lies_between_0_and_1(value: float) -> None:
    with pytest.raises(AssertionError, match="between 0 and 1"):
        Reliability(value, ReliabilityKind.ALPHA, "anyone", BASIS)


def test_a_reliability_is_named_by_its_kind_and_value() -> None:
    assert Reliability(0.9, ReliabilityKind.RETEST, "anyone", BASIS).name == "test-retest 0.9"


def test_a_change_that_counts_is_above_0() -> None:
    with pytest.raises(AssertionError, match="above 0"):
        Change("any", 0, ChangeKind.RELIABLE, "anyone", BASIS)


def test_a_cluster_cannot_ask_for_more_items_than_it_has() -> None:
    with pytest.raises(AssertionError, match="how many of how many"):
        Cluster("two", (1, 2), 3, 2)


def test_a_subscale_counts_no_item_twice() -> None:
    with pytest.raises(AssertionError, match="an item twice"):
        Subscale("two", (1, 1), BASIS)


def test_codes_of_a_form_are_its_panel_and_total_not_its_items() -> None:
    loinc = Loinc(BASIS, panel="1-1", total="2-2", items=("3-3",))
    assert loinc.codes == ("1-1", "2-2")
    assert Loinc(BASIS, total="2-2").codes == ("2-2",)
