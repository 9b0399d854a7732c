"""The stress "payment is delayed"."""

from tests.simulate.drivers.small_year import plan
from tests.simulate.drivers.stresses.asked import change


def test_it_changes_the_months_and_nothing_else() -> None:
    found = change("delayed_payment", 4)
    assert found.months_late == 4
    assert found.plan is plan()
    assert "4 months later" in found.words
