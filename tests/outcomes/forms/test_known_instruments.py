"""The store checks rows by the recorded instruments: their ranges, codes and names."""

from decimal import Decimal

import pytest

from fairterms.outcomes.forms.known_instruments import known_instruments
from fairterms.records.delivery import Delivery
from fairterms.reference.instrument import INSTRUMENTS
from fairterms.units.refusal import Refusal
from tests.records.feeds import RECEIVED, room

HEADING = "assessment_id,person_id,instrument,loinc_code,assessed_on,score,status\n"


def test_every_recorded_instrument_is_known_with_its_range_and_codes() -> None:
    found = known_instruments()
    assert found.keys() == set(INSTRUMENTS)
    for name, one in found.items():
        ways = INSTRUMENTS[name].scorings
        assert one.lowest == min(Decimal(str(way.lowest)) for way in ways)
        assert one.highest == max(Decimal(str(way.highest)) for way in ways)
        assert one.item_count == INSTRUMENTS[name].item_count
    assert found["gad7"].loinc_codes == {"69737-5", "70274-6"}
    assert found["audit_c"].loinc_codes == {"72109-2", "75626-2"}


@pytest.mark.parametrize(
    ("scoring", "lowest", "highest"),
    [("", 0, 50), ("one-to-five", 10, 50), ("zero-to-four", 0, 40)],
)
def test_a_k10_is_held_to_the_scoring_that_is_named(
    scoring: str, lowest: int, highest: int
) -> None:
    found = known_instruments({"k10": scoring} if scoring else {})["k10"]
    assert (found.lowest, found.highest) == (Decimal(lowest), Decimal(highest))


@pytest.mark.parametrize("scorings", [{"k10": "zero-to-five"}, {"k11": "standard"}])
def test_a_scoring_nobody_recorded_is_refused(scorings: dict[str, str]) -> None:
    with pytest.raises(Refusal, match="is not recorded"):
        known_instruments(scorings)


@pytest.mark.parametrize(
    ("name", "is_sum"), [("phq9", True), ("who5", False), ("dass21", False), ("core10", False)]
)
def test_only_a_plain_sum_of_answers_is_compared_with_them(name: str, *, is_sum: bool) -> None:
    assert known_instruments()[name].total_is_sum is is_sum


def test_a_feed_is_read_by_the_names_and_codes_it_uses() -> None:
    rows = (
        "a1,p1,AUDIT-C,,2027-03-01,7,final\na2,p1,,44261-6,2027-03-01,27,final\n"
        "a3,p1,K-10,,2027-03-01,5,final\na4,p1,gad_7,,2027-03-01,22,final\n"
    )
    with room() as here:
        path = here.folder / "feed.csv"
        path.write_text(HEADING + rows, encoding="utf-8")
        column_map = here.store.propose(path, "assessments")
        delivery = Delivery(path, "assessments", "made up", RECEIVED)
        here.store.load(delivery, column_map, known_instruments())
        assert here.rows("instrument, score", "assessments") == [
            ("audit_c", 7),
            ("phq9", 27),
            ("k10", 5),
        ]
        assert here.aside() == [
            (5, "impossible_scores", "the score lies outside the range of gad7")
        ]
