"""Without the quality adjustment, the amount it takes is paid whatever quality is."""

from decimal import Decimal

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row, Value, Word
from fairterms.simulate.clause_price.neutral_term import NeutralTerm, NeutralTerms, amount_like
from fairterms.units.quantity import FRACTION, Quantity


def strike(clause: Clause) -> Clause:
    """Let every score earn all of a gain, and leave what is owed as it is."""
    nothing: Value = Quantity(Decimal(0), FRACTION)
    for term in ("quality_minimum", "ladder"):
        if term in clause.terms:
            nothing = _least(clause.terms[term].value)
    rung = Row({"at": nothing, "share": Quantity(Decimal(1), FRACTION)})
    struck = clause.with_value("method", Word("ladder")).with_value("ladder", (rung,))
    return struck.with_value("applies_to", Word("gains only"))


def _least(value: Value) -> Quantity:
    """Return the lowest score there is, in the unit this clause counts quality in."""
    if isinstance(value, tuple) and isinstance(value[0], Row):
        value = value[0].cells["at"]
    found = amount_like(value, Decimal(0))
    return found if isinstance(value, Quantity) else Quantity(Decimal(0), FRACTION)


NEUTRAL = NeutralTerms(
    "quality_adjustment",
    (
        NeutralTerm(
            "method",
            "this quality rule",
            "quality changes nothing",
            strike,
        ),
    ),
    {
        "quality_minimum": "it is struck with the method",
        "ladder": "it is struck with the method",
        "applies_to": "it is struck with the method",
    },
)
