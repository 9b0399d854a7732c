"""The preparation as one report."""

from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.payment.loading import load
from fairterms.prepare.folder_look import Prepared, look
from fairterms.prepare.report import build, problem_blocks
from fairterms.publish import docx, html
from fairterms.publish.blocks import Heading
from tests.decide.small_basis import small_folder


@pytest.fixture
def prepared(tmp_path: Path) -> Prepared:
    folder = small_folder(tmp_path / "deal", forecast=None)
    (folder / "responsibilities.toml").write_text("tusk = 1\n")
    contract = load(folder / "terms.toml").contract
    assert contract is not None
    return look(deals.read(folder), contract, (), None, None)


def test_the_report_holds_every_part_and_says_what_it_is_not(prepared: Prepared) -> None:
    report = build(prepared, ("Fern Street", "Cedar Plan"), "2027-01-12")
    sections = [one.anchor for one in report.blocks if isinstance(one, Heading) and one.level == 2]
    assert sections == [
        "prepare-steps",
        "prepare-goals",
        "prepare-responsibilities",
        "prepare-data",
        "prepare-responsibilities-exhibit",
    ]
    page = html.render(report)
    assert "not legal advice" in page
    assert "Fern Street" in page


def test_lines_that_could_not_be_used_are_shown_first(prepared: Prepared) -> None:
    (box,) = problem_blocks(prepared)
    report = build(prepared, ("Group", "Plan"))
    assert report.blocks[1] == box
    assert "responsibilities.toml, line 1" in html.render(report)


@pytest.mark.slow
def test_the_report_is_a_word_document_too(prepared: Prepared) -> None:
    assert docx.render(build(prepared, ("Group", "Plan")))[:2] == b"PK"
