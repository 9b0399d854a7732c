"""The report holds the answer, the money, the text, the asks, the gaps and what it rests on."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from lxml import html

from fairterms.contract import deal as deals
from fairterms.contract import offer as offers
from fairterms.decide.basis import Basis, UnusableDeal, gather
from fairterms.decide.folder import write
from fairterms.decide.report import build
from fairterms.decide.rule import Answer
from fairterms.decide.unknown_section import unknowns
from fairterms.publish import structure
from fairterms.publish.blocks import Heading
from fairterms.units.finding import QuoteEvidence, Status

CEDAR = Path(__file__).parents[2] / "examples" / "cedar"


SECTIONS = (
    "The money",
    "The years that may come",
    "What to ask for",
    "The contract's targets",
    "What the contract says",
)


@pytest.fixture(scope="module")
def cedar(tmp_path_factory: pytest.TempPathFactory) -> Basis:
    """Cedar without its records, forecast and readiness, whose pages have tests of their own."""
    deal = tmp_path_factory.mktemp("deal") / "cedar"
    elsewhere = ("records", "outcomes.toml", "forecast.toml", "readiness.toml")
    shutil.copytree(CEDAR, deal, ignore=shutil.ignore_patterns(*elsewhere))
    return gather(deals.read(deal), lambda _stage: None)


@pytest.fixture(scope="module")
def folder(cedar: Basis, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("report")
    write(cedar, build(cedar, date(2026, 11, 21)), target)
    return target


def test_the_answer_is_to_negotiate_with_three_reasons(cedar: Basis) -> None:
    assert cedar.decision.answer.value == "negotiate"
    assert len(cedar.decision.reasons) == 3


def test_every_quote_of_the_report_stands_in_the_document(cedar: Basis) -> None:
    documents = {document.name: document for document in cedar.documents}
    quoted = [
        evidence
        for finding in cedar.findings
        for evidence in (finding.evidence, *finding.more_evidence)
        if isinstance(evidence, QuoteEvidence)
    ]
    assert len(quoted) > 10
    for quote in quoted:
        assert documents[quote.document].text[quote.start : quote.end] == quote.text


def test_every_citation_of_the_terms_is_found_word_for_word(cedar: Basis) -> None:
    assert [check.problem for check in cedar.citations if check.problem] == []
    assert len(cedar.citations) >= 8


def test_the_planted_weaknesses_are_found(cedar: Basis) -> None:
    found = {one.check for one in cedar.findings if one.status is Status.FINDING}
    planted = {
        "amend-unilateral",
        "amend-notice-days",
        "amend-objection-right",
        "manual-incorporated",
        "vague-term",
        "quality-term-undefined",
        "recoup-during-dispute",
        "data-ownership",
        "dispute-process",
    }
    assert planted <= found


def test_absences_are_unclear_while_the_manual_is_missing(cedar: Basis) -> None:
    unclear = {one.check: one.unclear_because for one in cedar.findings if one.unclear_because}
    assert "controls-exceptions" in unclear
    assert any("Manual" in because or "manual" in because for because in unclear.values())


def test_the_open_reading_is_priced_and_asked_about(cedar: Basis) -> None:
    assert any("annual limit" in ask.what for ask in cedar.position.asks.asks)


def test_asks_come_with_wording_and_each_once(cedar: Basis) -> None:
    listed = cedar.position.asks.asks
    assert len(listed) == len(set(listed)) >= 8
    assert sum(bool(ask.wording) for ask in listed) >= 6


def test_what_is_not_known_is_said(cedar: Basis) -> None:
    assert any("Provider Manual" in sentence for sentence in unknowns(cedar))


def test_the_page_has_one_title_every_section_and_nothing_from_elsewhere(folder: Path) -> None:
    text = (folder / "report.html").read_text(encoding="utf-8")
    page = html.fromstring(text)
    assert len(page.findall(".//h1")) == 1
    titles = ["".join(map(str, heading.itertext())) for heading in page.findall(".//h2")]
    shown = [title for title in titles if title in SECTIONS]
    assert shown == list(SECTIONS)
    assert "The rule behind the answer" in titles
    assert "http" not in text.replace("http://www.w3.org", "")
    for drawing in page.findall(".//div[@role='img']"):
        assert drawing.get("aria-label")


def test_the_pdf_says_the_same_answer(folder: Path) -> None:
    pdf = pypdfium2.PdfDocument(folder / "report.pdf")
    first = pdf[0].get_textpage().get_text_bounded()
    assert "NEGOTIATE" in first
    assert len(pdf) > 5
    pdf.close()


def test_the_json_holds_the_decision_and_the_hashes(folder: Path, cedar: Basis) -> None:
    record = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert record["decision"]["answer"] == "negotiate"
    assert record["decision"]["terms"] == cedar.terms
    assert len(record["decision"]["outcomes"]) == 3
    assert record["report"]["title"].startswith("Cedar 2027")


def test_the_same_deal_gives_the_same_bytes(cedar: Basis, folder: Path, tmp_path: Path) -> None:
    write(cedar, build(cedar, date(2026, 11, 21)), tmp_path)
    for name in ("report.html", "report.pdf", "report.json"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_a_deal_with_mistakes_is_not_decided(tmp_path: Path) -> None:
    (tmp_path / "terms.toml").write_text("[contract]\n")
    with pytest.raises(UnusableDeal) as unusable:
        gather(deals.read(tmp_path), lambda _stage: None)
    assert len(unusable.value.problems) >= 3


WALK_AWAY = ("juniper", "offers/second-offer.toml", Answer.WALK_AWAY)
EXAMPLES = [("cedar", "", Answer.NEGOTIATE), ("willow", "", Answer.SIGN), WALK_AWAY]


@pytest.fixture(scope="module", params=EXAMPLES, ids=[name for name, _, _ in EXAMPLES])
def example(request: pytest.FixtureRequest) -> tuple[Basis, Answer]:
    """A whole example, decided once: records, forecast, readiness and all."""
    name, offer, answer = request.param
    deal = deals.read(CEDAR.parent / name)
    if offer:
        deal = replace(deal, offer=offers.read(deal.folder / offer))
    return gather(deal, lambda _stage: None), answer


@pytest.mark.slow
def test_each_example_has_its_answer(example: tuple[Basis, Answer]) -> None:
    basis, answer = example
    assert basis.decision.answer is answer, basis.decision.reasons
    assert len(basis.decision.reasons) == 3


@pytest.mark.slow
def test_the_report_of_each_example_can_be_published(example: tuple[Basis, Answer]) -> None:
    basis, _ = example
    page = build(basis, date(2026, 11, 21))
    structure.check(structure.with_anchors(page.blocks))
    titles = [block.text for block in page.blocks if isinstance(block, Heading)]
    for title in ("The years that may come", "The worst the terms allow", "When the money comes"):
        assert titles.count(title) == 1
    assert ("The offer this report weighs" in titles) is (basis.deal.offer is not None)
    assert not basis.ahead.why_not
    assert basis.ahead.outlook is not None
    missing = basis.ahead.outlook.forecast.missing
    assert bool(missing) is bool(basis.unstated), "a year misses only what the contract misses"
    assert not basis.ahead.outlook.gaps
    assert basis.preparation is not None
    assert not basis.preparation.problems
