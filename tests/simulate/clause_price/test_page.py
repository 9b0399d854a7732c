"""The page of prices says each price in a sentence, in tables and in a chart."""

from dataclasses import replace

import pytest

from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.number_blocks import Chart, Table
from fairterms.publish.page import Report
from fairterms.simulate.clause_price.page import price_blocks, sentence, strong_pairs
from fairterms.simulate.clause_price.price_list import (
    ClausePrice,
    ClausePrices,
    PairPrice,
    ThreePrices,
    Worth,
)
from fairterms.simulate.clause_price.priced_clause import PricedClause, Unpriced
from fairterms.simulate.results.estimate import Estimate

NONE = Estimate(0.0, 0.0)


def clause(name: str, title: str, words: str) -> PricedClause:
    return PricedClause(name, title, words, "c", "2 %", "no limit", lambda same: same)


LOSS_CAP = clause("loss_cap.owed_cap", "Loss Cap", "without the limit on what is owed")
FEE = clause("fee.steps", "Fee", "without this payment")
TAX = clause("tax.rate", "Tax: the reduction", "without the reduction")


def three(rest: float, alone: float = 0.0, share: float = 0.0) -> ThreePrices:
    return ThreePrices(Estimate(rest, 12.0), Estimate(alone, 3.0), Estimate(share, 5.0))


def chance(rest: float) -> ThreePrices:
    return ThreePrices(Estimate(rest, 0.001), NONE, Estimate(rest / 2, 0.002))


CAP_PRICE = ClausePrice((LOSS_CAP,), three(2_824, 0, 1_000), three(36_563), chance(0.0))
FEE_PRICE = ClausePrice((FEE,), three(-500.4, 0, -500), three(0.3), chance(0.052))
TAX_PRICE = ClausePrice((TAX,), three(-10), three(-20), chance(-0.1))
FOUND = ClausePrices(
    Worth(Estimate(10_000, 100), Estimate(-90_000, 900), Estimate(0.31, 0.002)),
    Worth(Estimate(9_500, 100), Estimate(-95_000, 900), Estimate(0.35, 0.002)),
    (CAP_PRICE, FEE_PRICE),
    (
        PairPrice(0, 1, Estimate(-400, 10), NONE),
        PairPrice(0, 1, Estimate(300, 200), NONE),
        PairPrice(0, 1, Estimate(90, 1), NONE),
    ),
    (TAX,),
    (
        Unpriced("net_cost.steps", "declare it"),
        Unpriced("cap.part", "it is a part", is_part=True),
    ),
    16_000,
    16,
    4,
)


def texts(blocks: list[Block]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Bullets):
            found += [str(item) for item in block.items]
        elif isinstance(block, Prose):
            found.append(str(block.words))
        elif isinstance(block, Heading):
            found.append(block.text)
    return found


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            CAP_PRICE,
            (
                "Without the limit on what is owed (“Loss Cap”) the deal is worth $2,824 less on "
                "average and $36,563 less in a bad year; a loss is as likely as before."
            ),
        ),
        (
            FEE_PRICE,
            (
                "Without this payment (“Fee”) the deal is worth $500 more on average and the same "
                "in a bad year; a loss is 5.2 percentage points less likely."
            ),
        ),
        (
            TAX_PRICE,
            (
                "Without the reduction (“Tax”) the deal is worth $10 more on average "
                "and $20 more in a bad year; a loss is 10.0 percentage points more likely."
            ),
        ),
    ],
)
def test_a_sentence_says_what_striking_does(found: ClausePrice, words: str) -> None:
    assert sentence(found) == words


def test_the_page_can_be_published_and_its_anchors_are_its_own() -> None:
    blocks = price_blocks(FOUND)
    Report(title="A", blocks=tuple(blocks))
    anchors = [block.anchor for block in blocks if isinstance(block, Heading | Table | Chart)]
    assert all(anchor.startswith("price-") for anchor in anchors)
    assert len(anchors) == len(set(anchors))


def test_the_tables_hold_three_prices_of_three_measures_and_their_sum() -> None:
    tables = [block for block in price_blocks(FOUND) if isinstance(block, Table)]
    assert [table.anchor for table in tables] == ["price-mean", "price-tail", "price-loss"]
    assert [row.cells for row in tables[0].rows] == [
        ("Loss Cap (no limit)", "$2,824 ± $26", "$0 ± $6", "$1,000 ± $11"),
        ("Fee (no limit)", "−$500 ± $26", "$0 ± $6", "−$500 ± $11"),
        ("All of them", "", "", "$500"),
    ]
    assert tables[1].rows[-1].cells[-1] == "$5,000"
    assert tables[2].rows[1].cells == (
        "Fee (no limit)",
        "5.2 ± 0.2",
        "0.0",
        "2.6 ± 0.4",
    )
    assert tables[2].rows[-1].cells[-1] == "−4.0"


def test_after_each_amount_stands_half_of_its_95_per_cent_interval() -> None:
    table = next(block for block in price_blocks(FOUND) if isinstance(block, Table))
    half = Estimate(2_824, 12.0, FOUND.blocks).factor() * 12.0
    assert table.rows[0].cells[1] == f"$2,824 ± ${half:.0f}"


def test_the_year_of_the_prices_is_named() -> None:
    assert "on the same 16,000 simulated years of 2029, 4 variants" in str(
        texts(price_blocks(FOUND, year="2029"))
    )


def test_a_long_name_in_the_chart_begins_with_what_the_term_does() -> None:
    title = "Half of the difference (lines 8 to 12): the limit on what is owed"
    long = replace(LOSS_CAP, title=title)
    found = replace(FOUND, prices=(replace(CAP_PRICE, clauses=(long,)), FEE_PRICE), pairs=())
    (chart,) = [block for block in price_blocks(found) if isinstance(block, Chart)]
    names = [row.cells[0] for row in chart.data.rows]
    assert "The limit on what is owed (Half of the difference (lines 8 to 12))" in names


def test_the_chart_begins_where_the_deal_stands() -> None:
    (chart,) = [block for block in price_blocks(FOUND) if isinstance(block, Chart)]
    assert chart.alternative == (
        "As written: $10,000. Loss Cap: without it $7,176. Fee: without it $10,500."
    )


def test_only_strong_and_certain_pairs_are_told() -> None:
    assert strong_pairs(FOUND) == (FOUND.pairs[0],)
    told = texts(price_blocks(FOUND))
    assert (
        "“Loss Cap” and “Fee”: each is worth less to the group with the other than without it, "
        "by $400 (± $21) on average."
    ) in told
    needs = replace(FOUND, pairs=(PairPrice(0, 1, Estimate(800, 10), NONE),))
    assert any(
        "worth more to the group with the other" in text for text in texts(price_blocks(needs))
    )


def test_what_moves_nothing_and_what_has_no_price_is_said() -> None:
    told = texts(price_blocks(FOUND))
    assert "Tax: the reduction." in told
    assert "net cost: declare it." in told
    titles = {"net_cost": "What care costs (Line 1)"}
    assert "What care costs (Line 1): declare it." in texts(price_blocks(FOUND, titles))
    assert not any("it is a part" in text for text in told)
    same = replace(FOUND, unpriced=(*FOUND.unpriced, Unpriced("score.steps", "declare it")))
    assert "net cost; score: declare it." in texts(price_blocks(same))


def test_terms_priced_together_are_named() -> None:
    together = ClausePrice((FEE, TAX), three(-30), three(-40), chance(0.0))
    told = texts(price_blocks(replace(FOUND, prices=(CAP_PRICE, together))))
    assert any(text.startswith("Without the 2 other terms together the deal") for text in told)
    assert "Fee (without this payment)." in told


def test_sampled_shares_are_said_to_be_sampled() -> None:
    told = texts(price_blocks(replace(FOUND, orders=128, pairs=())))
    assert any("Fair shares come from 128 orders of the clauses." in text for text in told)
    assert not any("orders of the clauses." in text for text in texts(price_blocks(FOUND)))


def test_errors_that_are_not_known_are_said_not_to_be() -> None:
    unknown = Estimate(5.0, float("nan"))
    one = replace(CAP_PRICE, mean=ThreePrices(unknown, unknown, unknown))
    blocks = price_blocks(replace(FOUND, prices=(one,), pairs=()))
    table = next(block for block in blocks if isinstance(block, Table))
    assert table.rows[0].cells[1] == "$5 ± not known"


def test_a_contract_where_nothing_moves_says_so() -> None:
    blocks = price_blocks(replace(FOUND, prices=(), pairs=()))
    assert "No clause of this contract moves any money in the simulated years." in texts(blocks)
    Report(title="A", blocks=tuple(blocks))
