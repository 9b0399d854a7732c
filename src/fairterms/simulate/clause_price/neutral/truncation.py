"""Without truncation every cost counts in full."""

from fairterms.contract import expression
from fairterms.contract.clause import Clause
from fairterms.contract.value import Formula, Row, Value, Word
from fairterms.payment.excess import EACH
from fairterms.simulate.clause_price.neutral_term import (
    NO_LIMIT,
    NeutralTerm,
    NeutralTerms,
    amount_like,
)


def strike(clause: Clause) -> Clause:
    """Raise the ceiling out of reach, or read the whole cost where only totals are known."""
    if clause.model == "formula":
        return clause  # struck before
    if clause.terms["excess_from"].value == Word(EACH):
        ceiling = clause.terms["ceiling"].value
        return clause.with_value("ceiling", amount_like(ceiling, NO_LIMIT))
    whole = clause.reads.get("cost", "cost")
    value: Value = Formula(whole, expression.parse(whole))
    row = Row({"name": Word("truncated_cost"), "value": value, "words": Word("the whole cost")})
    struck = Clause(clause.id, "formula", of=clause.of, title=clause.title, line=clause.line)
    return struck.with_value("pays", False).with_value("steps", (row,))


NEUTRAL = NeutralTerms(
    "truncation",
    (
        NeutralTerm(
            "ceiling", "the ceiling on one member's cost", "every cost counts in full", strike
        ),
    ),
    {"excess_from": "it says which figures are read"},
)
