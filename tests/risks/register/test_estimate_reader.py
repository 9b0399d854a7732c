"""Estimates as they stand in the file: with numbers, or computed from the contract."""

from datetime import date

import pytest

from fairterms.risks.loss.frequency import Poisson
from fairterms.risks.loss.limits import NO_LIMITS, Limits
from fairterms.risks.loss.severity import Fixed
from fairterms.risks.register.contract_loss import ContractLoss
from fairterms.risks.register.estimate import Knowledge, Stage
from fairterms.risks.register.estimate_reader import read_estimates
from fairterms.units.quantity import MONEY, parse
from tests.risks.register.fragments import codes, document_of

HEAD = """
[[impact]]
id = "late_pay"

[[estimate]]
id = "late_2026"
impact = "late_pay"
stage = "target"
as_of = 2026-10-05
horizon = "3 years"
basis = "six files"
knowledge = "strong"
assessor = "office manager"
supersedes = "late_2025"
"""
NUMBERS = """
frequency = { per_year = "2 events per year" }
severity = { exactly = "$9.00" }
limits = { per_year = "$50.00" }
"""


def test_an_estimate_is_read_in_full() -> None:
    document, notes = document_of(HEAD + NUMBERS)
    (found,) = read_estimates(document, notes)
    assert codes(notes) == []
    assert (found.id, found.impact, found.stage) == ("late_2026", "late_pay", Stage.TARGET)
    assert (found.as_of, found.horizon) == (date(2026, 10, 5), parse("3 years"))
    assert (found.basis, found.assessor) == ("six files", "office manager")
    assert (found.knowledge, found.supersedes) == (Knowledge.STRONG, "late_2025")
    assert (found.frequency, found.severity) == (Poisson(2.0), Fixed(9.0))
    assert (found.limits, found.unit) == (Limits(per_year=50.0), MONEY)
    assert found.from_contract is None


def test_a_computed_one_has_no_numbers() -> None:
    document, notes = document_of(f'{HEAD}from_contract = "clause withhold"')
    (found,) = read_estimates(document, notes)
    assert codes(notes) == []
    assert found.from_contract == ContractLoss("withhold")
    assert (found.frequency, found.severity, found.limits) == (None, None, NO_LIMITS)
    assert found.unit == MONEY


def test_each_number_beside_the_contract_is_told() -> None:
    document, notes = document_of(f'{HEAD}{NUMBERS}from_contract = "net loss"')
    assert read_estimates(document, notes) == ()
    assert codes(notes) == ["guess-beside-contract"] * 3


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        (NUMBERS, "", "missing"),
        ('frequency = { per_year = "2 events per year" }\n', "", "missing"),
        ('severity = { exactly = "$9.00" }\n', "", "missing"),
        ('"$50.00"', '"50 days"', "wrong-unit"),
        ('impact = "late_pay"', 'impact = "pay"', "unknown-impact"),
        ('basis = "six files"\n', "", "missing"),
        ('"3 years"', '"3 visits"', "wrong-unit"),
        ("supersedes", "superseeds", "unknown-key-of-an-estimate"),
    ],
)
def test_what_is_missing_is_named_and_never_filled_in(right: str, wrong: str, code: str) -> None:
    document, notes = document_of((HEAD + NUMBERS).replace(right, wrong))
    found = read_estimates(document, notes)
    assert codes(notes) == [code]
    assert found == () or code.startswith("unknown-key")
