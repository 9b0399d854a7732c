"""Without a cap there is no limit."""

import pytest

from tests.payment.earlier_clause import RESULT, cost_for
from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = (
    RESULT
    + """
[[clause]]
id = "cap"
model = "cap"
of = "result"
paid_cap = "$10,000.00"
owed_cap = ["$20,000.00", "$30,000.00"]
"""
)
FIGURES = {"cost": cost_for(-90_000)}

CLAUSE = "cap"

CASES = {
    "the limit on losses lowers what is owed": ("owed_cap", "-$20,000.00", "-$90,000.00"),
    "the limit on gains says nothing of a loss": ("paid_cap", "-$20,000.00", "-$20,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_the_limit_on_gains_lowers_a_gain() -> None:
    figures = {"cost": cost_for(90_000)}
    assert with_and_without(CLAUSES, figures, "cap.paid_cap") == ("$10,000.00", "$90,000.00")


def test_a_later_clause_still_finds_the_limit_it_reads() -> None:
    reader = """
[[clause]]
id = "carried"
model = "formula"
of = "cap"
steps = [{ name = "carried", value = "= max($0.00, 0 - result - cap.most_owed) + 0 * cap" }]
"""
    assert with_and_without(CLAUSES + reader, FIGURES, "cap.owed_cap") == ("$70,000.00", "$0.00")
