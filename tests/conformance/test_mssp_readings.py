"""What other readings of the federal rules would have paid: each trap, measured on real rows."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from examples.mssp.federal_row import Row
from examples.mssp.settle_rows import Result, settle_rows

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.value import Word, read
from tests.conformance.federal import FILE, needs, results, rows

pytestmark = [needs(FILE), pytest.mark.slow]


def amended(clause_id: str, change: Callable[[Clause], Clause]) -> Callable[[Contract], Contract]:
    """Return a change of one clause of every track's terms."""
    return lambda terms: terms.replacing(change(terms.clause(clause_id)))


def moved(before: Sequence[Result], after: Sequence[Result]) -> tuple[int, Decimal]:
    """Return in how many rows the payment changed by over a dollar, and by how much in all."""
    changes = [
        new.amounts["earned"] - old.amounts["earned"]
        for old, new in zip(before, after, strict=True)
    ]
    large = [change for change in changes if abs(change) > 1]
    return len(large), sum(large, Decimal(0))


def between(first: int, last: int) -> tuple[list[Row], list[Result]]:
    """Return the rows of some years, and their results under the terms as written."""
    kept = [result for result in results() if first <= result.row.year <= last]
    return [result.row for result in kept], kept


def test_the_cap_before_sequestration_would_pay_too_little() -> None:
    def swap(terms: Contract) -> Contract:
        by_id = {clause.id: clause for clause in terms.clauses}
        limits = replace(by_id["limits"], of=("savings",))
        reduction = replace(by_id["sequestration"], of=("limits",))
        places = {"sequestration": limits, "limits": reduction}
        after = tuple(
            replace(each, of=("sequestration",)) if each.of == ("limits",) else each
            for each in terms.clauses
        )
        return replace(terms, clauses=tuple(places.get(each.id, each) for each in after))

    number, dollars = moved(results(), settle_rows(rows(), swap))
    assert number == 3
    # Against printed payments it is 738,738; each of the three is printed to the dollar.
    assert abs(dollars + 738_738) < 3


def test_sequestration_in_every_year_would_pay_too_little() -> None:
    years, kept = between(2019, 2020)
    always = amended("sequestration", lambda clause: clause.with_value("rate", read("2 %")))
    number, dollars = moved(kept, settle_rows(years, always))
    # Two of the 584 rows stay at their cap.
    assert number == 582
    assert round(dollars / 100_000) == -678


def test_sharing_only_the_excess_would_pay_too_little() -> None:
    excess = amended(
        "savings",
        lambda clause: clause.with_value("shared_from", Word("excess over the minimum")),
    )
    kept = [result for result in results() if result.kind == "paid"]
    paid = [result.row for result in kept]
    number, dollars = moved(kept, settle_rows(paid, excess))
    assert (number, round(dollars / 100_000_000)) == (1_697, -39)


def test_quality_as_a_gate_before_2021_would_pay_too_much() -> None:
    years, kept = between(2014, 2020)
    gate = read([{"name": "share_earned", "value": "= meets_standard"}])
    steps = amended("quality", lambda clause: clause.with_value("steps", gate))
    number, dollars = moved(kept, settle_rows(years, steps))
    assert (number, round(dollars / 1_000_000)) == (1_129, 370)


def test_quality_as_a_scale_after_2020_would_pay_too_little() -> None:
    years, kept = between(2021, 2022)
    scale = read([{"name": "share_earned", "value": "= meets_standard * quality_score"}])
    steps = amended("quality", lambda clause: clause.with_value("steps", scale))
    number, dollars = moved(kept, settle_rows(years, steps))
    assert (number, round(dollars / 1_000_000)) == (536, -568)
