from decimal import Decimal

from fairterms.prepare.cost_to_comply import sighting
from tests.prepare.cost_to_comply.made_up import reading


def test_a_later_clause_has_the_rhythm_that_its_sentence_began_with() -> None:
    text = "Each quarter Group shall meet Plan, and shall explain its results."
    found = {one.kind_name: one for one in sighting.find(reading(text))}
    assert found["corrective_plans"].frequency.times == Decimal(4)


def test_a_rhythm_of_its_own_goes_first() -> None:
    text = "Group shall send a file each month, and shall attend a meeting each quarter."
    found = {one.kind_name: one.frequency.times for one in sighting.find(reading(text))}
    assert found == {"report_files": Decimal(12), "meetings": Decimal(4)}
