"""Terms are held against the catalogue; the words of each message are in the golden gallery."""

import pytest

from fairterms.contract.clause import Contract
from fairterms.contract.reader import read_text
from fairterms.payment.binding import problems
from tests.payment.one_clause import HEADER
from tests.settle.deals import CLAUSES


def bound(clauses: str) -> list[str]:
    contract = read_text(HEADER + clauses).contract
    assert isinstance(contract, Contract)
    return [problem.code for problem in problems(contract)]


def test_a_sound_contract_has_no_problems() -> None:
    assert bound(CLAUSES) == []


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ('"50 %"', '"100.1 %"', "share-above-one"),
        ('"50 %"', '"100 %"', ""),
        ('"50 %"', '"-1 %"', "negative"),
        ('"50 %"', '"0 %"', ""),
        ('"50 %"', '{ by = "members", rows = [["1 member", "150 %"]] }', "share-above-one"),
        ('"50 %"', '{ by = "members", rows = [["1 member", "15 %"]] }', ""),
        ('"10 % of benchmark"', '["$5.00", "10 % of benchmark"]', ""),
        ('"10 % of benchmark"', '["$5.00", "10 %"]', "missing-base"),
        ('"10 % of benchmark"', '"= 10 % * benchmark"', ""),
        ('"10 % of benchmark"', '"= benchmark / cost"', "wrong-unit"),
        ('of = "savings"', 'of = "savings.share"', ""),
        ('"50 %"', '"= 150 %"', "share-above-one"),
        ('rate = "2 %"\nsharing', 'rate = "at most 2 %"\nsharing', "contradiction"),
        ('"10 % of benchmark"', '"more than 10 % of benchmark"', "contradiction"),
        ('"10 % of benchmark"', '"10 % of member_months"', "never-settled"),
    ],
)
def test_limits_hold_at_their_edges(before: str, after: str, code: str) -> None:
    assert before in CLAUSES
    assert bound(CLAUSES.replace(before, after)) == ([code] if code else [])


def test_history_is_checked_entry_by_entry() -> None:
    changed = '[{ value = "50 %", from = 2027-01-01 }, { value = "150 %", from = 2027-06-01 }]'
    assert bound(CLAUSES.replace('"50 %"', changed)) == ["share-above-one"]


def test_a_number_not_stated_is_told_and_nothing_else() -> None:
    assert bound(CLAUSES.replace('"50 %"', '"not stated"')) == ["not-stated"]


def test_one_mistake_is_told_once_even_when_later_clauses_read_it() -> None:
    assert bound(CLAUSES.replace('"shared_savings"', '"shard_savings"')) == ["unknown-model"]
