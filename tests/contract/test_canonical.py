"""The canonical form holds what moves money and nothing else."""

import pytest

from fairterms.contract.canonical import terms_hash, write
from tests.payment.one_clause import HEADER, contract
from tests.settle.deals import CLAUSES


def digest(clauses: str, header: str = HEADER) -> str:
    return terms_hash(contract(clauses, header))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('model = "shared_savings"', 'model = "shared_savings"\ntitle = "A title"'),
        ('section = "Exhibit B, 4"', 'section = "Exhibit B, 5"'),
        ('rate = "2 %"\napplies_to = "gains only"', 'applies_to = "gains only"\nrate = "2 %"'),
        ('"$41.20 PMPM"', '"$41.2 PMPM"'),
    ],
)
def test_words_that_move_no_money_do_not_change_the_hash(before: str, after: str) -> None:
    assert before in CLAUSES
    assert digest(CLAUSES) == digest(CLAUSES.replace(before, after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"50 %"', '"50.1 %"'),
        ('minimum_savings_rate = "2 %"', 'minimum_savings_rate = "more than 2 %"'),
        ("10 % of benchmark", "10 % of cost"),
        ("gains only", "gains and losses"),
        ('of = "savings"', 'of = "savings"\nrounding = "to the cent, half up, once at the end"'),
    ],
)
def test_whatever_moves_money_changes_the_hash(before: str, after: str) -> None:
    assert before in CLAUSES
    assert digest(CLAUSES) != digest(CLAUSES.replace(before, after))


def test_dates_rounding_and_the_order_of_clauses_change_the_hash() -> None:
    assert digest(CLAUSES) != digest(CLAUSES, HEADER.replace("half up", "half even"))
    assert digest(CLAUSES) != digest(CLAUSES, HEADER.replace("2027-12-31", "2027-12-30"))
    flat = '\n[[clause]]\nid = "b"\nmodel = "x"\n'
    assert digest(CLAUSES + flat) != digest(flat + CLAUSES)


def test_the_text_is_one_statement_a_line() -> None:
    lines = write(contract(CLAUSES)).splitlines()
    assert "clause savings shared_savings" in lines
    assert "  sharing_rate = 50 %" in lines
