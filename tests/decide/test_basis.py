"""What a decision rests on."""

from dataclasses import replace
from datetime import date

from fairterms.contract.clause import Contract
from fairterms.decide.basis import setting_of
from fairterms.units.rounding import parse

ROUNDING = parse("to the cent, half up, once at the end")
DEAL = Contract("Made up", date(2027, 1, 1), date(2027, 12, 31), ROUNDING, "Oregon", "medicaid")


def test_a_contract_is_compared_with_the_laws_of_its_place_line_and_days() -> None:
    setting = setting_of(DEAL)
    assert (setting.state, setting.line_of_business) == ("OR", "medicaid")
    assert (setting.starts, setting.ends) == (DEAL.starts, DEAL.ends)


def test_a_jurisdiction_that_is_no_state_is_an_unknown_place() -> None:
    assert setting_of(replace(DEAL, jurisdiction="federal law")).state == ""
