"""A contract is said in plain English, clause by clause."""

from fairterms.payment.description import describe
from fairterms.payment.model import Role
from tests.payment.one_clause import HEADER, contract
from tests.settle.deals import CLAUSES


def test_each_clause_says_what_it_is_reads_and_does() -> None:
    savings, sequestration = describe(contract(CLAUSES))
    assert (savings.title, str(savings.category)) == ("Shared savings", "LAN 3N, VBPR ssp")
    assert {term.name: term.value for term in savings.terms}["sharing_rate"] == "50 %"
    assert ("savings", "benchmark − cost") in savings.steps
    assert sequestration.role is Role.MODIFIER
    assert sequestration.takes == ("savings",)
    assert (savings.pays, sequestration.pays) == (False, True)


def test_silence_is_said_with_its_reading_and_the_others() -> None:
    open_terms = contract(CLAUSES.replace('shared_from = "first dollar"\n', ""))
    (sentence,) = describe(open_terms)[0].silent
    assert 'Read as "first dollar"; it could be "excess over the minimum".' in sentence


def test_history_is_said_with_days_and_amendment() -> None:
    changed = (
        'sharing_rate = [{ value = "50 %", from = 2027-01-01 }, { value = "45 %", '
        'from = 2027-06-01, agreed = 2027-05-01, amendment = "Amendment 1" }]'
    )
    told = describe(contract(CLAUSES.replace('sharing_rate = "50 %"', changed), HEADER))
    term = next(term for term in told[0].terms if term.name == "sharing_rate")
    assert term.history == (
        "50 % from 2027-01-01",
        "45 % from 2027-06-01, agreed 2027-05-01 (Amendment 1)",
    )
