"""The book of asks: every finding and every costly clause, in an order that can be told."""

import re
from dataclasses import replace

import pytest

from fairterms.negotiate.ask import finding_asks
from fairterms.negotiate.ask.ask_price import Sort
from fairterms.negotiate.ask.book import AskBook, draw_up
from fairterms.negotiate.ask.export import as_record
from fairterms.negotiate.ask.page import ask_blocks, price_words
from fairterms.negotiate.ask.stake import Effort, Kind, Stake
from fairterms.units.finding import Severity
from fairterms.units.problem import Problem
from tests.negotiate.ask.made_up import grounds
from tests.prepare.findings import seen
from tests.simulate.small_outlook import table_of, words_of

FINDINGS = (
    seen("vague-term", severity=Severity.MEDIUM),
    seen("vague-term", severity=Severity.MEDIUM),
    seen("recoup-limits", severity=Severity.CRITICAL),
    seen("amend-unilateral", severity=Severity.CRITICAL),
    seen("quality-gate"),
    seen("admin-funding"),
    seen("data-feed", unclear="page 4 was not read"),
)


@pytest.fixture(scope="module")
def book() -> AskBook:
    must = ("vague-term",)
    return draw_up(grounds(FINDINGS, must_haves=must, work={"admin-funding": 2_500.0}))


def test_each_check_and_each_costly_clause_is_one_ask(book: AskBook) -> None:
    assert {one.id for one in book.asks} == {
        "vague-term",
        "recoup-limits",
        "amend-unilateral",
        "quality-gate",
        "admin-funding",
        "withhold.rate",
        "annual_limit.paid_cap",
    }
    assert [one.check for one in book.questions] == ["data-feed"]


def test_a_clause_that_a_finding_strikes_is_not_asked_for_twice(book: AskBook) -> None:
    gate = book.find("quality-gate")
    assert gate is not None
    assert gate.price.struck == ("performance.if_must_pass_fails",)
    assert book.find("performance.if_must_pass_fails") is None


def test_must_haves_come_first_then_mean_years_then_what_may_happen(book: AskBook) -> None:
    sorts = [one.price.sort for one in book.asks]
    assert book.asks[0].id == "vague-term"
    expected = [at for at, sort in enumerate(sorts) if sort in {Sort.EXPECTED, Sort.WORK}]
    may = [at for at, sort in enumerate(sorts) if sort is Sort.IF_USED]
    assert max(expected) < min(may)
    ratios = [book.asks[at].price.ratio(book.weight) for at in expected]
    assert ratios == sorted(ratios, reverse=True)


def test_a_finding_without_dollars_says_why(book: AskBook) -> None:
    vague = book.find("vague-term")
    assert vague is not None
    assert price_words(vague.price).startswith("No price in dollars. ")
    assert vague.walk_away.startswith("Do not sign without it")


def test_fees_are_priced_by_their_hundredth_part(book: AskBook) -> None:
    found = book.find("recoup-limits")
    pricer = grounds().pricer
    assert found is not None
    assert found.price.outcome is not None
    assert pricer is not None
    fees = pricer.year.settled.steps["fees"].mean()
    assert found.price.outcome.mean.value == pytest.approx(fees / 100)


def test_half_of_a_withhold_is_the_fallback(book: AskBook) -> None:
    found = book.find("withhold.rate")
    assert found is not None
    assert found.fallback is not None
    assert found.fallback.price is not None
    assert found.fallback.wording == "Rate 2.5 % instead of 5 %."
    half, whole = found.fallback.price.outcome, found.price.outcome
    assert half is not None
    assert whole is not None
    assert half.mean.value == pytest.approx(whole.mean.value / 2, abs=0.02)


def test_twice_the_limit_is_the_fallback_of_no_limit(book: AskBook) -> None:
    found = book.find("annual_limit.paid_cap")
    assert found is not None
    assert found.fallback is not None
    assert found.fallback.wording == "Paid cap $12,000.00 instead of $6,000.00."


def test_an_ask_is_priced_alike_in_a_book_of_its_own(book: AskBook) -> None:
    again = draw_up(grounds((seen("amend-unilateral", severity=Severity.CRITICAL),)))
    one, other = again.find("amend-unilateral"), book.find("amend-unilateral")
    assert one is not None
    assert other is not None
    assert one.price == other.price


def test_without_simulated_years_asks_have_words_and_no_price() -> None:
    found = draw_up(grounds(FINDINGS, has_years=False))
    assert {one.price.sort for one in found.asks} == {Sort.NOT_PRICED}
    assert all(one.fallback for one in found.asks)


def test_a_number_the_contract_does_not_give_is_a_must_have() -> None:
    blank = Problem("terms.toml", 7, "the contract does not state rate", "n", "why", "ask for it")
    given = grounds()
    found = draw_up(type(given)(given.deal, (), (blank, blank)))
    assert [one.id for one in found.asks] == ["number-line-7", "number-line-7-2"]
    assert all(one.is_must_have for one in found.asks)


def test_the_page_names_the_command_that_prices_an_ask_again(book: AskBook) -> None:
    blocks = ask_blocks(book, "deals/small")
    words = words_of(blocks)
    for one in book.asks:
        assert f"fairterms negotiate deals/small --ask {one.id}" in words
    assert len(table_of(blocks, "asks-table").rows) == len(book.asks)


def test_a_short_page_lists_every_ask_and_says_where_the_words_are(book: AskBook) -> None:
    blocks = ask_blocks(book, "deals/small", most=2)
    words = words_of(blocks)
    assert len(table_of(blocks, "asks-table").rows) == len(book.asks)
    assert len(re.findall(r"--ask", words)) == 2
    assert "The words of the other asks are in the brief: " in words


def test_nothing_to_ask_for_is_said() -> None:
    assert "nothing to ask for" in words_of(ask_blocks(AskBook((), (), 0.25), "deal"))


def test_an_export_holds_price_and_fallback(book: AskBook) -> None:
    found = book.find("withhold.rate")
    assert found is not None
    assert found.price.outcome is not None
    record = as_record(found, book.weight)
    assert record["price"]["mean"]["value"] == round(found.price.outcome.mean.value, 2)
    assert record["price"]["read_as"] == "in a mean year"
    assert record["fallback_price"]["mean"]["value"] < record["price"]["mean"]["value"]


def test_where_nobody_searched_break_evens_none_is_denied(book: AskBook) -> None:
    found = book.find("withhold.rate")
    assert found is not None
    assert found.walk_away == "Nobody has worked out where a mean year would just break even."


def test_every_clause_a_finding_strikes_is_left_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    names = (("withhold", "rate"), ("cap", "paid_cap"))
    wide = Stake("quality-gate", Kind.TERMS, Effort.SOME, "Half of it.", names)
    monkeypatch.setattr(finding_asks, "stakes", lambda: {"quality-gate": wide})
    found = draw_up(grounds((seen("quality-gate"),)))
    assert [one.id for one in found.asks] == ["quality-gate"]
    most = replace(wide, is_broader=True)
    monkeypatch.setattr(finding_asks, "stakes", lambda: {"quality-gate": most})
    again = draw_up(grounds((seen("quality-gate"),)))
    assert {one.id for one in again.asks} == {
        "quality-gate",
        "withhold.rate",
        "annual_limit.paid_cap",
    }


def test_the_must_haves_of_a_book_are_those_alone(book: AskBook) -> None:
    assert [one.id for one in book.must_haves] == ["vague-term"]
    assert book.find("no-such-ask") is None
