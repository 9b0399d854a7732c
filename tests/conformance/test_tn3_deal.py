"""A real masked agreement, decided: its text stays outside the repository, only terms are here."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.decide.basis import Basis, gather
from fairterms.decide.report import build
from fairterms.decide.unknown_section import unknowns
from fairterms.publish import html
from fairterms.units.finding import QuoteEvidence, Status

HERE = Path(__file__).parent
AGREEMENT = HERE.parents[2] / "shared" / "data" / "contracts" / "tn3.pdf"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not AGREEMENT.exists(),
        reason="the masked agreement is not there (../shared/data/contracts/tn3.pdf)",
    ),
]


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Basis:
    folder = tmp_path_factory.mktemp("deal") / "tn3"
    shutil.copytree(HERE / "tn3", folder)
    (folder / "contract").mkdir()
    shutil.copy(AGREEMENT, folder / "contract" / "tn3.pdf")
    return gather(deals.read(folder), lambda _stage: None)


def test_the_answer_names_the_numbers_left_to_the_plan(decided: Basis) -> None:
    assert decided.decision.answer.value == "negotiate"
    assert "cannot be settled as written" in decided.decision.reasons[0]
    assert "loss cap" in decided.decision.reasons[0]
    assert any("Episode Provider Stop-loss" in sentence for sentence in unknowns(decided))


@pytest.mark.parametrize(
    ("check", "page", "words"),
    [
        ("amend-unilateral", 11, "retains the right to amend this Agreement"),
        ("amend-notice-days", 11, "making a good faith effort to provide notice"),
        ("amend-objection-right", 11, "will constitute acceptance of the amendment by Provider"),
        ("manual-incorporated", 13, "together with any items incorporated herein by reference"),
        ("recoup-during-dispute", 4, "such appeal shall not suspend"),
    ],
)
def test_the_known_clauses_are_found_with_quote_and_page(
    decided: Basis, check: str, page: int, words: str
) -> None:
    evidence = [
        one
        for finding in decided.findings
        if finding.check == check and finding.status is Status.FINDING
        for one in (finding.evidence, *finding.more_evidence)
        if isinstance(one, QuoteEvidence) and one.page == page
    ]
    assert any(words in " ".join(one.text.replace("\ufffe", "").split()) for one in evidence)


def test_the_citations_of_the_terms_are_found(decided: Basis) -> None:
    assert [check.problem for check in decided.citations if check.problem] == []


def test_unread_pages_are_named(decided: Basis) -> None:
    said = " ".join(unknowns(decided))
    for page in ("23", "31", "59"):
        assert page in said


def test_the_report_says_that_it_cannot_be_settled(decided: Basis) -> None:

    page = html.render(build(decided, date(2026, 11, 21)))
    assert "The contract cannot be settled as written." in page
