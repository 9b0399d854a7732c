"""The terms are read out as a page that holds together."""

from pathlib import Path

import pytest

from fairterms.publish.html import render
from fairterms.publish.page import Bullets, Definitions, Heading, Link, Prose, Quote, Report, plain
from fairterms.settle.workbench.workbench import examine_text
from tests.settle.workbench.bench_text import QUOTE, TEXT, agreement, citing

ROOT = Path(__file__).parents[3]


def said(text: str) -> list[str]:
    return [plain(block.words) for block in examine_text(text).reading if isinstance(block, Prose)]


def test_the_contract_is_named_with_its_days_and_its_rounding() -> None:
    assert said(TEXT)[:3] == [
        "A contract for a test",
        "2027-01-01 to 2027-12-31",
        "Amounts are rounded to the cent, half up, once at the end.",
    ]


def test_every_clause_has_a_section_its_terms_and_its_steps() -> None:
    blocks = examine_text(TEXT).reading
    headings = [block for block in blocks if isinstance(block, Heading)]
    assert [one.anchor for one in headings] == [
        "clause-savings",
        "clause-sequestration",
        "what-is-payable",
    ]
    terms = [block for block in blocks if isinstance(block, Definitions)]
    assert {entry.name: plain(entry.words) for entry in terms[1].entries}["rate"].startswith(
        "2 %. ("
    )
    assert sum(isinstance(block, Bullets) for block in blocks) == 2
    assert "It takes the result of: savings." in said(TEXT)


def test_what_is_payable_leads_to_its_clause() -> None:
    *_, last = examine_text(TEXT).reading
    assert isinstance(last, Prose)
    assert last.words == ("Payable: ", Link("sequestration", "clause-sequestration"), ".")


def test_a_quotation_that_is_found_names_its_page(tmp_path: Path) -> None:
    bench = examine_text(citing(), documents=[agreement(tmp_path)])
    (quote,) = [block for block in bench.reading if isinstance(block, Quote)]
    assert (quote.text, quote.where.page, quote.why) == (QUOTE, "1", "")


def test_a_quotation_that_is_not_verified_says_so() -> None:
    (quote,) = [block for block in examine_text(TEXT).reading if isinstance(block, Quote)]
    assert (quote.where.page, quote.why) == ("", "These words are not verified: not read.")


def test_a_changed_term_tells_its_history() -> None:
    dated = '[{ value = "2 %", from = 2027-01-01 }, { value = "3 %", from = 2027-06-01 }]'
    text = TEXT.replace('rate = "2 %"\napplies', f"rate = {dated}\napplies")
    entries = [b.entries for b in examine_text(text).reading if isinstance(b, Definitions)][1]
    assert "It changes: 2 % from 2027-01-01; 3 % from 2027-06-01." in plain(entries[0].words)


@pytest.mark.parametrize("deal", ["cedar", "juniper", "willow"])
def test_the_reading_of_an_example_is_a_page(deal: str) -> None:
    text = (ROOT / "examples" / deal / "terms.toml").read_text(encoding="utf-8")
    reading = examine_text(text).reading
    page = render(Report(title="Terms", blocks=reading))
    assert page.count("<h2") >= sum(isinstance(block, Heading) for block in reading) > 3
