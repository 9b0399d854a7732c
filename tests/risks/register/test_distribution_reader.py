"""How often, how bad and within which limits: every form that is read."""

import pytest

from fairterms.risks.loss.frequency import Chance, Frequency, NegativeBinomial, Poisson
from fairterms.risks.loss.limits import NO_LIMITS, Limits
from fairterms.risks.loss.severity import Amounts, Fixed, Lognormal, Pert, Severity
from fairterms.risks.register.distribution_reader import (
    read_frequency,
    read_limits,
    read_severity,
)
from fairterms.units.quantity import MONEY, POINTS, Unit, count
from tests.risks.register.fragments import block_of, codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{ chance_in_a_year = "20 %" }', Chance(0.2)),
        (
            '{ chance_in_a_year = { low = "10 %", high = "30 %" } }',
            Chance.from_interval(0.1, 0.3),
        ),
        ('{ per_year = "2.5 events per year" }', Poisson(2.5)),
        ('{ per_year = "1 event per year" }', Poisson(1.0)),
        (
            '{ per_year = "2 events per year", variance_ratio = "1.8 factor" }',
            NegativeBinomial(2.0, 1.8),
        ),
    ],
)
def test_how_often_is_read(text: str, expected: Frequency) -> None:
    block = block_of(f"frequency = {text}")
    assert read_frequency(block) == expected
    assert codes(block.notes) == []


@pytest.mark.parametrize(
    ("text", "expected", "unit"),
    [
        ('{ exactly = "$2,750.00" }', Fixed(2750.0), MONEY),
        ('{ amounts = ["$30.00", "$10.00"] }', Amounts((10.0, 30.0)), MONEY),
        (
            '{ low = "$100.00", high = "$1,000.00" }',
            Lognormal.from_interval(100.0, 1000.0),
            MONEY,
        ),
        (
            '{ low = "5 patients", likely = "1 patient", high = "40 patients" }',
            None,
            count("patient"),
        ),
        (
            '{ low = "1 patient", likely = "5 patients", high = "40 patients" }',
            Pert(1.0, 5.0, 40.0),
            count("patient"),
        ),
        ('{ exactly = "5 percentage points" }', Fixed(0.05), POINTS),
    ],
)
def test_how_bad_is_read_with_its_unit(text: str, expected: Severity | None, unit: Unit) -> None:
    block = block_of(f"severity = {text}")
    found = read_severity(block)
    if expected is None:
        assert found is None
        assert codes(block.notes) == ["refused"]
    else:
        assert found == (expected, unit)
        assert codes(block.notes) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{ chance_in_a_year = "140 %" }', "no-chance"),
        ('{ chance_in_a_year = "100 %" }', "no-chance"),
        ('{ chance_in_a_year = "0 %" }', "no-chance"),
        ('{ chance_in_a_year = "-5 %" }', "no-chance"),
        ('{ chance_in_a_year = { low = "0 %", high = "30 %" } }', "no-chance"),
        ('{ chance_in_a_year = { low = "30 %", high = "30 %" } }', "no-chance"),
        ('{ chance_in_a_year = { low = "10 %" } }', "missing"),
        ('{ chance_in_a_year = "0.2 factor" }', "wrong-unit"),
        ('{ per_year = "2 files" }', "wrong-unit"),
        ('{ per_year = "5,000 events per year" }', "refused"),
        ('{ per_year = "2 events per year", variance_ratio = "180 %" }', "wrong-unit"),
        ('{ variance_ratio = "1.8 factor" }', "missing"),
        (
            '{ chance_in_a_year = "20 %", per_year = "1 event per year" }',
            "unknown-key-of-a-frequency",
        ),
    ],
)
def test_how_often_is_never_guessed(text: str, code: str) -> None:
    block = block_of(f"frequency = {text}")
    found = read_frequency(block)
    assert codes(block.notes) == [code]
    assert found is None or code.startswith("unknown")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{ exactly = "2,750" }', "not-a-quantity"),
        ('{ exactly = "-$5.00" }', "refused"),
        ('{ amounts = ["$5.00", "12"] }', "not-a-quantity"),
        ("{ amounts = [] }", "not-a-list"),
        ('{ low = "$5.00" }', "missing"),
        ('{ low = "$5.00", high = "5 days" }', "wrong-unit"),
        ('{ exactly = "$5.00", low = "$1.00" }', "unknown-key-of-a-severity"),
        ('{ likely = "$5.00" }', "missing"),
    ],
)
def test_how_bad_is_never_guessed(text: str, code: str) -> None:
    block = block_of(f"severity = {text}")
    found = read_severity(block)
    assert code in codes(block.notes)
    assert found is None or code.startswith("unknown")


def test_limits_are_read_in_the_severitys_unit_and_shares_in_per_cent() -> None:
    text = 'limits = { per_event = "$50.00", share_above_event = "10 %", floor_per_year = "$5.00" }'
    block = block_of(text)
    expected = Limits(per_event=50.0, share_above_event=0.1, floor_per_year=5.0)
    assert read_limits(block, MONEY) == expected
    ordered = block_of(
        'limits = { per_year = "$9.00", deductible_per_year = "$1.00", order = "cap first" }'
    )
    assert read_limits(ordered, MONEY) == Limits(
        per_year=9.0, deductible_per_year=1.0, order="cap first"
    )
    assert codes(block.notes) == codes(ordered.notes) == []


def test_without_limits_the_whole_loss_counts() -> None:
    assert read_limits(block_of(""), MONEY) == NO_LIMITS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{ per_year = "5 days" }', "wrong-unit"),
        ('{ per_year = "$9.00", deductible_per_year = "$1.00" }', "refused"),
        ('{ per_year = "$9.00", share_above_year = "$1.00" }', "wrong-unit"),
        ('{ per_claim = "$9.00" }', "unknown-key-of-limits"),
        ('"$9.00"', "not-a-table"),
    ],
)
def test_a_limit_that_cannot_be_read_is_told(text: str, code: str) -> None:
    block = block_of(f"limits = {text}")
    found = read_limits(block, MONEY)
    assert codes(block.notes) == [code]
    assert found is None or code.startswith("unknown")
