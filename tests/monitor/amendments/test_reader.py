"""Reading `amendments.toml`; the made-up story of the example."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.contract.clause import Contract
from fairterms.contract.reader import read as read_contract
from fairterms.contract.reader import read_text as read_terms
from fairterms.document import reader as documents
from fairterms.monitor.amendments.change import Kind, Way
from fairterms.monitor.amendments.ratchet import ratchet
from fairterms.monitor.amendments.reader import Amendments, quote_problems, read
from fairterms.monitor.amendments.shortfall import Lack, judge
from fairterms.units.quantity import parse

JUNIPER = Path(__file__).parents[3] / "examples" / "juniper"
TERMS = """
[contract]
name = "A"
jurisdiction = "CO"
line_of_business = "commercial"
starts = 2027-01-01
ends = 2029-12-31
rounding = "to the cent, half up, once at the end"
[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "$1,000.00"
minimum_savings_rate = "2 %"
sharing_rate = [
  { value = "50 %", from = 2027-01-01 },
  { value = "40 %", from = 2028-01-01 },
]
"""
CHANGE = """
[[change]]
id = "columns"
kind = "policy notice"
summary = "Two more columns"
received = 2027-02-26
effective = 2027-03-29
how = "letter"
agreed_by = "plan"
"""
RULE = """
[[notice_rule]]
id = "policy"
kinds = ["policy notice"]
notice = "45 days"
document = "agreement.pdf"
section = "10.3"
quote = "forty-five days"
"""


def terms() -> Contract:
    found = read_terms(TERMS).contract
    assert found is not None
    return found


def said(tmp_path: Path, text: str) -> Amendments:
    (tmp_path / "amendments.toml").write_text(text, encoding="utf-8")
    found = read(tmp_path, terms())
    assert found is not None
    return found


def codes(found: Amendments) -> list[str]:
    return [one.code for one in found.problems]


def test_a_deal_without_the_file_has_no_changes(tmp_path: Path) -> None:
    assert read(tmp_path) is None


def test_a_change_says_nothing_it_was_not_told(tmp_path: Path) -> None:
    (found,) = said(tmp_path, CHANGE).changes
    assert (found.id, found.kind, found.how) == ("columns", Kind.POLICY_NOTICE, Way.LETTER)
    assert (found.received, found.effective) == (date(2027, 2, 26), date(2027, 3, 29))
    assert (found.hours, found.dollars, found.objection_days) == (None, None, None)
    assert (found.terms, found.benefit, found.evidence) == ((), None, None)


def test_what_it_adds_takes_away_and_gives_to_object_is_read(tmp_path: Path) -> None:
    more = (
        'objection = "30 days"\n'
        'adds = { duties = ["a"], hours_a_year = "10 hours", dollars_a_year = "not known" }\n'
        'removes = { hours_a_year = "4 hours", dollars_a_year = "$5.00" }\n'
    )
    found = said(tmp_path, CHANGE + more)
    assert found.problems == ()
    assert found.changes[0].hours == 6
    assert found.changes[0].dollars is None
    assert found.changes[0].objection_days == 30


def test_every_problem_of_a_change_is_told_with_its_line(tmp_path: Path) -> None:
    text = (
        '[[change]]\nid = "a"\nkind = "notice"\nreceived = "soon"\nhow = "letter"\n'
        'agreed_by = "managing member"\nadds = { hours_a_year = "10" }\nunread = 1\n'
    )
    found = said(tmp_path, text)
    assert found.changes == ()
    assert [(one.line, one.code) for one in found.problems] == [
        (1, "missing"),  # effective
        (1, "missing"),  # summary
        (3, "unknown-kind"),
        (4, "not-a-day"),
        (6, "missing"),  # agreed_on
        (7, "not-a-quantity"),
        (8, "unknown-key-of-an-entry"),
    ]
    assert all(one.why and one.fix for one in found.problems)


def test_a_day_of_agreement_without_anybody_of_the_group_is_a_contradiction(
    tmp_path: Path,
) -> None:
    found = said(tmp_path, CHANGE + "agreed_on = 2027-03-01\n")
    assert codes(found) == ["bad-date"]


def test_a_change_of_a_benefit_says_what_it_does(tmp_path: Path) -> None:
    text = CHANGE.replace("policy notice", "benefit change")
    assert codes(said(tmp_path, text)) == ["missing"]
    more = 'benefit = { expected_cost = "not known", visits = "-6 %", source = "a letter" }\n'
    found = said(tmp_path, text + more)
    assert found.problems == ()
    benefit = found.changes[0].benefit
    assert benefit is not None
    assert (benefit.expected_cost, benefit.visits) == (None, Decimal("-0.06"))


TERM = '[[change.term]]\nchange = "savings.sharing_rate"\nold = "50 %"\nnew = "45 %"\n'


def test_a_changed_term_is_looked_up_in_the_terms(tmp_path: Path) -> None:
    found = said(tmp_path, CHANGE + TERM)
    assert found.problems == ()
    (term,) = found.changes[0].terms
    assert (term.clause, term.term) == ("savings", "sharing_rate")
    assert (term.old, term.new) == (parse("50 %"), parse("45 %"))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (("savings.sharing_rate", "saving.sharing_rate"), "unknown-clause"),
        (("savings.sharing_rate", "savings.share_rate"), "unknown-term"),
        (("50 %", "60 %"), "not-the-old-value"),
        (('"45 %"', "45"), "not-a-quantity"),
        (('new = "45 %"\n', ""), "missing"),
    ],
)
def test_a_changed_term_that_is_not_there_is_a_problem(
    tmp_path: Path, wrong: tuple[str, str], code: str
) -> None:
    found = said(tmp_path, CHANGE + TERM.replace(*wrong))
    assert codes(found) == [code]
    assert found.changes[0].terms == ()


def test_terms_that_hold_the_new_value_already_are_right_too(tmp_path: Path) -> None:
    turned = TERM.replace("45 %", "x").replace("50 %", "55 %").replace("x", "50 %")
    assert said(tmp_path, CHANGE + turned).problems == ()


def test_a_term_cannot_change_outside_the_contract(tmp_path: Path) -> None:
    late = CHANGE.replace("2027-03-29", "2030-01-01")
    assert codes(said(tmp_path, late + TERM)) == ["date-outside"]
    assert said(tmp_path, late).problems == ()


def test_a_rule_needs_its_kinds_and_the_words_it_rests_on(tmp_path: Path) -> None:
    (rule,) = said(tmp_path, RULE).rules
    assert (str(rule.notice), rule.where, rule.said.line) == ("45 days", "Section 10.3", 2)
    assert codes(said(tmp_path, RULE.replace('quote = "forty-five days"\n', ""))) == ["missing"]
    assert codes(said(tmp_path, RULE.replace('kinds = ["policy notice"]\n', ""))) == ["missing"]
    assert codes(said(tmp_path, RULE.replace("policy notice", "notice"))) == ["unknown-kind"]
    assert codes(said(tmp_path, RULE.replace("45 days", "45 weeks"))) == ["wrong-unit"]


def test_a_rule_of_law_names_one_that_may_reach_the_contract(tmp_path: Path) -> None:
    law = '[[notice_rule]]\nid = "state"\nkinds = ["policy notice"]\nlaw = "co-changes"\n'
    (rule,) = said(tmp_path, law).rules
    assert rule.said.is_law
    assert rule.where == "Colorado Revised Statutes 25-37-104"
    found = said(tmp_path, law.replace("co-changes", "co-change"))
    assert found.problems[0].fix == 'did you mean "co-changes"?'


def test_an_agreement_that_comes_later_is_none_yet(tmp_path: Path) -> None:
    agreed = CHANGE.replace('"plan"', '"managing member"') + "agreed_on = 2027-04-10\n"
    found = said(tmp_path, agreed)
    assert found.up_to(date(2027, 4, 9)).changes[0].agreed_by == "nobody"
    assert found.up_to(date(2027, 4, 10)).changes[0].agreed_by == "managing member"
    assert found.up_to(date(2027, 2, 25)).changes == ()


def juniper() -> Amendments:
    contract = read_contract(JUNIPER / "terms.toml").contract
    found = read(JUNIPER, contract)
    assert found is not None
    return found


def test_the_example_has_no_problem() -> None:
    assert juniper().problems == ()


def test_the_story_of_the_example_comes_out() -> None:
    book = juniper()
    found = ratchet(book.changes, date(2027, 12, 31))
    assert [one.hours for one in found.steps] == [156, 84, 394, 454]
    assert found.dollars == 4800
    assert found.steps[-1].unknown_dollars == 1
    assert found.share_one_sided == Decimal("0.75")
    judged = judge(book.changes, book.rules)
    short = {
        (one.change.id, one.rule.id): one.days_short
        for one in judged.shortfalls
        if one.lack is Lack.TOO_SHORT
    }
    assert short == {
        ("file_columns", "policy"): 14,
        ("file_columns", "state_law"): 59,
        ("session_review", "policy"): 19,
        ("session_review", "state_law"): 64,
        ("higher_copayment", "benefits"): 4,
    }
    assert judged.uncovered == ()
    assert judged.not_judged == ()


@pytest.mark.slow
def test_the_contract_of_the_example_says_the_words_its_rules_rest_on() -> None:
    found, _ = documents.read_all([JUNIPER / "contract" / "01-agreement.pdf"])
    assert quote_problems(juniper(), found) == ()


def test_words_of_a_document_that_is_not_there_are_a_problem(tmp_path: Path) -> None:
    (problem,) = quote_problems(said(tmp_path, RULE), [])
    assert problem.code == "citation-not-found"
    assert problem.what == 'agreement.pdf is not in the deal folder: "forty-five days"'
