"""`negotiate` writes the brief, and prints one ask with the figures of the brief."""

import re
from pathlib import Path

import pypdfium2
import pytest

from fairterms.publish import docx, html, pdf
from fairterms.publish.blocks import Prose
from fairterms.publish.inline import plain
from fairterms.publish.page import Report
from tests.cli.conftest import Run
from tests.decide.small_basis import small_folder

OFFER = 'title = "Letter two"\n[[change]]\nclause = "withhold"\nterm = "rate"\nvalue = "3 %"\n'


def as_words(page: Report) -> str:
    return "\n".join(plain(one.words) for one in page.blocks if isinstance(one, Prose))


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are built, and not drawn."""
    monkeypatch.setattr(html, "render", as_words)
    monkeypatch.setattr(pdf, "render", lambda _page: b"")
    monkeypatch.setattr(docx, "render", lambda _page: b"")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def small(tmp_path: Path, drawn: None) -> Path:
    """A small deal with a reading left open, and no forecast."""
    del drawn
    folder = small_folder(tmp_path / "small", forecast=None)
    (folder / "contract").mkdir()
    (folder / "contract" / "agreement.txt").write_text(
        'This Agreement is between Made-up Plan ("Plan") and Made-up Group ("Group"), a group of '
        "psychotherapists who treat members of Plan.\n\n"
        "2. Plan may amend this Agreement at any time by giving Group thirty (30) days' notice.\n"
    )
    return folder


def test_the_brief_is_written_in_three_forms_and_the_first_asks_are_printed(
    fairterms: Run, small: Path, tmp_path: Path
) -> None:
    ran = fairterms("negotiate", small)
    assert (ran.code, ran.err) == (0, "")
    assert re.match(r"A small deal: \d+ asks\n", ran.out)
    assert "  1. Ask " in ran.out
    assert "amend-unilateral: " in ran.out
    assert "Not legal advice" in ran.out
    for suffix in ("docx", "pdf", "html"):
        assert f"brief.{suffix}" in ran.out
        assert (tmp_path / "reports" / "small" / f"brief.{suffix}").exists()
    for apart in ("questions.docx", "redline.docx"):
        assert (tmp_path / "reports" / "small" / apart).exists()


def test_one_ask_is_printed_alone_and_nothing_is_written(fairterms: Run, small: Path) -> None:
    ran = fairterms("negotiate", small, "--ask", "amend-unilateral")
    assert (ran.code, ran.err) == (0, "")
    for opening in ("Price. ", "Offer: “", "If refused: “", "Where to stop: ", "The text ("):
        assert f"\n{opening}" in ran.out
    assert not Path("reports").exists()


def test_an_unknown_ask_names_the_nearest(fairterms: Run, small: Path) -> None:
    ran = fairterms("negotiate", small, "--ask", "amend-unilateraly")
    assert ran.code == 1
    assert 'there is no ask called "amend-unilateraly"' in ran.err
    assert "use one of: amend-unilateral" in ran.err
    assert not ran.out


def test_mistakes_of_the_deal_or_the_offer_end_before_anything_is_written(
    fairterms: Run, small: Path, tmp_path: Path
) -> None:
    offer = tmp_path / "offer.toml"
    offer.write_text(OFFER.replace('"3 %"', "3"))
    ran = fairterms("negotiate", small, "--with", offer)
    assert ran.code == 1
    assert "offer.toml:5" in ran.err
    terms = small / "terms.toml"
    terms.write_text(terms.read_text().replace('rate = "5 %"', "rate = 5"))
    ran = fairterms("negotiate", small)
    assert ran.code == 1
    assert "has no unit" in ran.err
    assert not Path("reports").exists()


def test_an_offer_is_named_and_stays_in_the_commands_of_the_brief(
    fairterms: Run, small: Path, tmp_path: Path
) -> None:
    offer = tmp_path / "offer.toml"
    offer.write_text(OFFER)
    ran = fairterms("negotiate", small, "--with", offer)
    assert (ran.code, ran.err) == (0, "")
    assert "  with Letter two" in ran.out.splitlines()
    brief = (tmp_path / "reports" / "small" / "brief.html").read_text()
    assert f"fairterms negotiate {small} --with {offer} --ask amend-unilateral." in brief
    assert "with Letter two" in brief


@pytest.mark.slow
@pytest.mark.usefixtures("drawn")
def test_a_price_printed_alone_is_the_price_of_the_brief(fairterms: Run, tmp_path: Path) -> None:
    deal = small_folder(tmp_path / "priced")
    assert fairterms("negotiate", deal).code == 0
    brief = (tmp_path / "reports" / "priced" / "brief.html").read_text()
    names = re.findall(r"--ask (\S+)\.\n", brief)
    assert names
    ran = fairterms("negotiate", deal, "--ask", names[0])
    price = next(line for line in ran.out.splitlines() if line.startswith("Price. "))
    assert "±" in price
    assert f"{price} Work it out again with fairterms negotiate {deal} --ask {names[0]}." in brief


@pytest.mark.slow
def test_page_one_of_an_example_is_one_page_and_its_redline_is_tracked(
    fairterms: Run, cedar: Path, tmp_path: Path
) -> None:
    ran = fairterms("negotiate", cedar, "--out", tmp_path)
    assert ran.code == 0
    paper = pypdfium2.PdfDocument(tmp_path / "brief.pdf")
    first, second = (paper[at].get_textpage().get_text_range() for at in (0, 1))
    paper.close()
    assert "On the table." in first
    assert "How to speak." in first
    assert "In this report" in second
    page = (tmp_path / "brief.html").read_text()
    assert "<del>" in page
    assert "<ins>" in page
    assert "p0000" not in page, "no patient's id stands in a brief"
