"""Variances against target and cost."""

from tests.reconcile.found import found, one, repairs
from tests.reconcile.made_report import NUMBERS, SCOPES, sent

CODE, PART = "variance-cost", ("hmo", "Region 1")


def test_a_variance_of_target_less_cost_is_no_finding() -> None:
    assert found("variance", sent()) == ()


def test_a_turned_sign_is_named_and_the_shared_amount_decides() -> None:
    seen = one("variance", sent({(CODE, PART): 1000}))
    assert seen.what.endswith(
        "$24,000.00 − $25,000.00 = -$1,000.00, the same amount with the other sign"
    )
    assert repairs(seen) == ["Variance cost, hmo, Region 1 is -$1,000.00"]
    assert seen.note == "The shared amount of the same part, -$600.00, fits -$1,000.00"


def test_without_a_shared_amount_the_cost_may_be_wrong_as_well() -> None:
    numbers = {(CODE, PART): -1500.0, ("shared-saving-deficit", PART): None}
    seen = one("variance", sent(numbers))
    assert repairs(seen)[1] == "Medical pharmacy cost, hmo, Region 1 is $25,500.00"
    assert seen.must_ask


def test_a_statement_that_means_cost_less_target_throughout_is_read_so() -> None:
    turned: dict[tuple[str, tuple[str, ...]], float | None] = {
        (CODE, scope): -value for scope, value in zip(SCOPES, NUMBERS[CODE], strict=True)
    }
    assert found("variance", sent(turned)) == ()
    turned[CODE, PART] = -1000
    assert one("variance", sent(turned)).expected == "$1,000.00"
