"""The asks as a page: every figure in its column, every sort explained, nothing promised."""

import pytest

from fairterms.negotiate.ask.ask import Ask, Fallback
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.ask.book import AskBook
from fairterms.negotiate.ask.page import ask_blocks, ask_table, price_words, ratio_words
from fairterms.publish import structure
from fairterms.publish.blocks import Bullets, Quote
from fairterms.publish.inline import plain
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.results.estimate import Estimate
from tests.prepare.findings import WORDS, seen
from tests.simulate.small_outlook import records_of, table_of, words_of

OUTCOME = Outcome(Estimate(4_000.0, 0.0), Estimate(6_000.0, 0.0), Estimate(-0.03, 0.0))
PAID = AskPrice(Sort.EXPECTED, "Where from.", OUTCOME, Estimate(3_000.0, 0.0))
SPARED = AskPrice(Sort.IF_USED, "If so.", OUTCOME)
OPEN = AskPrice(Sort.OPEN, "Readings.", at_most=900.0)
NONE = AskPrice(Sort.NOT_PRICED, "No figure.")


def ask(name: str, price: AskPrice, what: str = "Ask for it.", **more: object) -> Ask:
    return Ask(name, what, "It matters.", price, **more)  # type: ignore[arg-type]


BOOK = AskBook(
    (
        ask("clause.a_term", PAID, "Ask that pay comes soon.", is_must_have=True),
        ask("spared", SPARED, fallback=Fallback("Half of it.", PAID)),
        ask("open", OPEN),
        ask("none", NONE, wording="New words.", walk_away="Stop here.", criteria=("A yardstick.",)),
    ),
    (),
    0.25,
)


def cells(number: int) -> tuple[object, ...]:
    return ask_table(BOOK).rows[number].cells


def test_each_figure_stands_in_its_own_column() -> None:
    name, *rest = cells(0)
    assert rest == [
        "in a mean year",
        "$4,000",
        "$6,000",
        "−3.0 ± 0.0 points",
        "$3,000",
        "1.50",
    ]
    assert "Pay comes soon" in str(name)
    assert "must-have" in str(name)
    assert "must-have" not in str(cells(1)[0])


def test_what_is_only_a_limit_says_at_most_and_what_has_no_price_shows_none() -> None:
    assert cells(2)[1:] == ("at most", "at most $900", "–", "–", "–", "not known")
    assert cells(3)[1:] == ("no dollars", "–", "–", "–", "–", "–")


@pytest.mark.parametrize(
    ("price", "words"),
    [
        (PAID, "1.50"),
        (SPARED, "costs nothing unless it happens"),
        (AskPrice(Sort.EXPECTED, "W.", OUTCOME, Estimate(-50.0, 1.0)), "costs the plan nothing"),
        (AskPrice(Sort.OPEN, "W.", OUTCOME, Estimate(4_500.0, 1.0)), "1.00"),
        (OPEN, "not known"),
        (NONE, "–"),
    ],
)
def test_nobody_is_told_that_what_may_happen_costs_a_plan_nothing(
    price: AskPrice, words: str
) -> None:
    assert ratio_words(price, 0.25) == words


def test_a_price_is_one_sentence_with_its_sort_and_its_source() -> None:
    assert price_words(PAID) == (
        "In a mean year: $4,000 on average, $6,000 in the worst 5 % of years, −3.0 ± 0.0 "
        "percentage points of chance of a loss. Where from."
    )
    assert price_words(SPARED).startswith("If it happens: $4,000")
    assert price_words(OPEN) == "At most $900. Readings."
    assert price_words(NONE) == "No price in dollars. No figure."


def test_only_the_sorts_that_occur_are_explained() -> None:
    footnote = ask_table(BOOK).footnote
    assert "if it happens: what is spared if it happens; nobody knows how likely" in footnote
    assert "work it spares" not in footnote


def test_the_page_says_that_prices_do_not_add_up_and_how_bad_years_count() -> None:
    words = words_of(ask_blocks(BOOK, "deals/small"))
    assert "They do not add up: several asks may protect the same dollars." in words
    assert "The worst 5 % of years count 25 % in that worth." in words
    assert "only if something happens, or is known only at most; then what has no price" in words
    assert "counsel reviews it" in words


def test_an_ask_shows_offer_second_best_limit_and_criteria() -> None:
    words = words_of(ask_blocks(BOOK, "deals/small"))
    for part in ("“New words.”", "“Half of it.”", "Stop here.", "A yardstick."):
        assert part in words
    assert words.count("If refused: ") == 1
    assert words.count("In a mean year: $4,000") == 2, "the fallback has a price of its own"


def test_anchors_are_unique_and_only_asks_with_words_are_linked() -> None:
    blocks = ask_blocks(BOOK, "deals/small", most=1)
    structure.check(structure.with_anchors(blocks))
    first, second = table_of(blocks, "asks-table").rows[:2]
    assert "asks-clause-a-term" in str(first.cells[0])
    assert "Link" not in str(second.cells[0])


def test_the_first_words_of_the_text_are_quoted_with_their_place() -> None:
    findings = (seen("vague-term", is_absent=True), seen("vague-term"), seen("vague-term"))
    blocks = ask_blocks(AskBook((ask("x", NONE, findings=findings),), (), 0.25), "deal")
    (quote,) = records_of(blocks, Quote)
    assert WORDS in str(quote)
    assert "agreement.pdf" in str(quote)


def test_a_criterion_is_told_once_and_then_named_by_the_ask_that_told_it() -> None:
    asks = (
        ask("one", NONE, criteria=("A law.", "A market term.")),
        ask("two", NONE, criteria=("A law.", "Own records.")),
        ask("three", NONE, criteria=("Own records.", "A law.", "A market term.")),
    )
    blocks = ask_blocks(AskBook(asks, (), 0.25), "deal")
    shown = [[plain(item) for item in one.items] for one in records_of(blocks, Bullets)]
    assert shown == [
        ["A law.", "A market term."],
        ["Own records.", "1 more, the same as under ask 1"],
        ["The same as under ask 1", "1 more, the same as under ask 2"],
    ]
    structure.check(structure.with_anchors(blocks))
