"""The page of the years that may come holds every section once, and can be published."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.contract.offer import Offer
from fairterms.payment.loading import load
from fairterms.publish import html, structure
from fairterms.publish.blocks import Heading
from fairterms.simulate.forecast import declaration_reader
from fairterms.simulate.forecast.planning import Sample
from fairterms.simulate.outlook import Outlook, look
from fairterms.simulate.page.report import build, outlook_blocks
from tests.simulate.small_outlook import (
    FORECAST,
    records_of,
    small_contract,
    small_deal,
    small_look,
    words_of,
)

DAY = date(2026, 11, 21)
EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def found() -> Outlook:
    return small_look()


def test_every_section_stands_once_and_in_order(found: Outlook) -> None:
    blocks = outlook_blocks(small_deal(), small_contract(), found)
    anchors = [one.anchor for one in records_of(blocks, Heading) if one.level == 2]
    assert anchors[:3] == ["forecast", "worst-case", "cash"]
    assert len(anchors) == len(set(anchors)) >= 4


def test_every_anchor_is_used_once(found: Outlook) -> None:
    blocks = outlook_blocks(small_deal(), small_contract(), found)
    anchors = Counter(
        anchor for one in records_of(blocks, object) if (anchor := getattr(one, "anchor", ""))
    )
    assert set(anchors.values()) == {1}


def test_the_page_can_be_published(found: Outlook) -> None:
    page = build(small_deal(), small_contract(), found, DAY)
    structure.check(structure.with_anchors(page.blocks))
    assert page.made_on == "2026-11-21"


@pytest.mark.slow
def test_the_page_fetches_nothing(found: Outlook) -> None:
    text = html.render(build(small_deal(), small_contract(), found, DAY))
    assert "http" not in text.replace("http://www.w3.org", "")


def test_the_same_outlook_gives_the_same_page(found: Outlook) -> None:
    pages = [build(small_deal(), small_contract(), found, DAY) for _ in range(2)]
    assert pages[0] == pages[1]


def test_a_deal_without_any_simulated_year_still_has_a_page() -> None:
    found = small_look(FORECAST.replace('"visits.*"', '"vists.*"'))
    page = build(small_deal(), small_contract(), found, DAY)
    structure.check(structure.with_anchors(page.blocks))
    assert "2028 cannot be forecast." in words_of(list(page.blocks))


def test_what_could_not_be_worked_out_is_listed(found: Outlook) -> None:
    gap = replace(found, prices=None, gaps=("Pricing every clause: it stopped.",))
    text = words_of(outlook_blocks(small_deal(), small_contract(), gap))
    assert "What could not be worked out" in text
    assert "Pricing every clause: it stopped." in text
    whole = words_of(outlook_blocks(small_deal(), small_contract(), found))
    assert "What could not be worked out" not in whole


def test_the_page_of_an_offer_says_so(found: Outlook) -> None:
    with_offer = replace(small_deal(), offer=Offer("The second letter", (), "offer.toml"))
    page = build(with_offer, small_contract(), found, DAY)
    assert "with the changes of “The second letter”" in page.subtitle
    assert "changes" not in build(small_deal(), small_contract(), found, DAY).subtitle


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cedar", "juniper", "willow"])
def test_the_page_of_each_example_can_be_published(name: str) -> None:
    folder = EXAMPLES / name
    contract, declared = load(folder / "terms.toml").contract, declaration_reader.read(folder)
    assert contract is not None
    assert declared is not None
    deal, sample = deals.read(folder), Sample(number=256)
    found = look(deal, contract, replace(declared, capacity=None), sample=sample)
    assert not found.gaps
    assert found.worst is not None
    page = build(deal, contract, found, DAY)
    structure.check(structure.with_anchors(page.blocks))
