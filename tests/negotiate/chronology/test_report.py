"""The chronology as a report: facts, the day, the seal, and what is wrong with the log."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx as word_documents
import pytest

from fairterms.correspondence.log import Seal
from fairterms.correspondence.reader import read, read_text
from fairterms.negotiate.chronology.report import chronology_page
from fairterms.publish import docx, html, pdf
from fairterms.publish.blocks import Callout, Heading
from tests.correspondence.made_up import DAY, entry, promise, sound

PARTIES = ("Made-up Group", "Made-up Plan")
CEDAR = Path(__file__).parents[3] / "examples" / "cedar"


def test_it_has_its_four_parts_and_says_what_it_is_not() -> None:
    page = chronology_page(sound(promise()), PARTIES, DAY)
    anchors = [one.anchor for one in page.blocks if isinstance(one, Heading)]
    assert anchors == [
        "chronology-in-order",
        "chronology-open",
        "chronology-counts",
        "chronology-files",
    ]
    assert any("not legal advice" in line for line in page.footer)
    written = html.render(page)
    assert "as of 2026-11-20" in written
    assert "No entry names a file." in written


def test_what_came_after_the_day_is_left_out() -> None:
    log = sound(entry("early"), entry("late", on="2026-10-20", summary='"Said later."'))
    assert "Said later." not in html.render(chronology_page(log, PARTIES, date(2026, 10, 19)))
    assert "Said later." in html.render(chronology_page(log, PARTIES, date(2026, 10, 20)))


def test_problems_of_the_log_stand_before_anything_it_says() -> None:
    log = read_text(promise() + "wen = 3\n")
    page = chronology_page(log, PARTIES, DAY)
    box = next(one for one in page.blocks if isinstance(one, Callout))
    assert page.blocks.index(box) == 1
    assert "log.toml, line 10: " in html.render(page)
    assert not any(
        isinstance(one, Callout) for one in chronology_page(sound(promise()), PARTIES, DAY).blocks
    )


def test_the_last_line_of_the_seal_stands_for_what_was_sealed() -> None:
    log = replace(sound(promise()), seals=(Seal("a", "1" * 64, 1), Seal("b", "2" * 64, 2)))
    page = chronology_page(log, PARTIES, DAY)
    assert page.identity == (("log.seal, line 2 (the entry b)", f"sha256:{'2' * 64}"),)
    assert chronology_page(sound(promise()), PARTIES, DAY).identity == ()


@pytest.mark.slow
def test_word_and_pdf_hold_every_entry_and_every_hash_of_the_example() -> None:
    log = read(CEDAR, DAY)
    assert log is not None
    page = chronology_page(log, PARTIES, DAY)
    document = word_documents.Document(io.BytesIO(docx.render(page)))
    said = "\n".join(
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    )
    for one in log.entries:
        assert one.id in said
        if one.evidence:
            assert one.evidence.sha256 in said
    assert pdf.render(page).startswith(b"%PDF")
    assert docx.render(page) == docx.render(page)


def test_what_was_acknowledged_after_the_day_is_not_known_on_it() -> None:
    notice = entry("got", on="2026-10-20", kind='"notice"', side='"plan"', acknowledges='"asked"')
    log = sound(entry("asked"), notice)
    assert "Acknowledged" not in html.render(chronology_page(log, PARTIES, date(2026, 10, 19)))
    assert "Acknowledged" in html.render(chronology_page(log, PARTIES, date(2026, 10, 20)))
