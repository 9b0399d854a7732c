"""A report on an offer shows each term as it stands and as it would be."""

from dataclasses import replace
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.contract import offer as offers
from fairterms.contract.deal import Deal
from fairterms.decide.offer_section import offer_section
from fairterms.publish import structure
from fairterms.publish.number_blocks import Table
from tests.decide.small_basis import basis_of, small_folder
from tests.simulate.small_outlook import records_of, words_of

OFFER = """
title = "The second letter"

[[change]]
clause = "withhold"
term = "rate"
value = "3 %"
why = "page 2"

[[change]]
clause = "annual_limit"
term = "owed_cap"
value = "$9,000.00"

[[change]]
clause = "performance"
term = "budget"
value = "$1.50 PMPM"
"""


@pytest.fixture
def deal(tmp_path: Path) -> Deal:
    folder = small_folder(tmp_path / "deal", forecast=None)
    (folder / "offer.toml").write_text(OFFER)
    offer = offers.read(folder / "offer.toml")
    assert not offer.problems
    return replace(deals.read(folder), offer=offer)


def rows(deal: Deal) -> list[tuple[object, ...]]:
    (table,) = records_of(offer_section(basis_of(deal=deal)), Table)
    return [row.cells for row in table.rows]


def test_each_change_stands_with_its_old_and_its_new_value(deal: Deal) -> None:
    assert rows(deal) == [
        ("Withheld amount", "rate", "5 %", "3 %", "page 2"),
        ("Annual limit", "owed cap", "not there", "$9,000.00", ""),
        ("Performance payment", "budget", "$2.00 PMPM", "$1.50 PMPM", ""),
    ]


def test_a_term_that_changes_over_time_says_so(deal: Deal) -> None:
    dated = 'rate = [{ value = "5 %", from = 2027-01-01 }, { value = "4 %", from = 2028-01-01 }]'
    terms = deal.terms.read_text()
    assert terms.count('rate = "5 %"') == 1
    deal.terms.write_text(terms.replace('rate = "5 %"', dated))
    assert rows(deal)[0][2] == "4 % (latest of 2 dated values)"


def test_the_section_names_the_offer_and_can_be_published(deal: Deal) -> None:
    blocks = offer_section(basis_of(deal=deal))
    structure.check(structure.with_anchors(blocks))
    assert "The second letter. The money, the forecast and the answer" in words_of(blocks)


def test_the_text_as_it_stands_has_no_such_section(deal: Deal) -> None:
    assert offer_section(basis_of(deal=replace(deal, offer=None))) == []
