"""How fast a contract is read and reviewed, beside drawing out its text and no more."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdfium2
from benchmarks.clause_data import CONTRACTS
from benchmarks.reading_tables import Part, Table
from benchmarks.reading_texts import ROOT, Size

from fairterms.document.reader import read
from fairterms.review.reviewed import look_at

TITLE = "Speed"


def measure(size: Size) -> Part:
    """Time reading and reviewing, and the extraction of the same pages by pypdfium2."""
    files = [ROOT / "examples/juniper/contract/01-agreement.pdf"]
    if size.agreements and (CONTRACTS / "tn3.pdf").is_file():
        files += [CONTRACTS / "tn2.pdf", CONTRACTS / "tn3.pdf"]
    rows = []
    for path in files:
        pages = extract(path)
        raw = seconds(partial(extract, path))
        reading = seconds(partial(read, path))
        both = seconds(partial(_read_and_review, path))
        rows.append(
            (
                "/".join(path.parts[-3:]) if path.is_relative_to(ROOT) else path.name,
                f"{pages}",
                f"{pages / raw:,.0f}",
                f"{pages / reading:,.0f}",
                f"{pages / both:,.1f}",
                f"{both / raw:,.0f} x",
            )
        )
    told = (
        "Pages a second on one busy core: the text alone by pypdfium2, then reading (layout, "
        "sections, sentences, masks), then reading with all checks; and how many times the "
        "extraction alone that takes."
    )
    heads = ("File", "pages", "pypdfium2 text", "read", "read and reviewed", "ratio")
    return Part(TITLE, told, (Table(heads, tuple(rows)),))


def extract(path: Path) -> int:
    """Draw the text out of every page and keep none of it."""
    document = pypdfium2.PdfDocument(path)
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    pages = len(document)
    document.close()
    return pages


def _read_and_review(path: Path) -> object:
    return look_at([read(path)])


def seconds(work: Callable[[], object]) -> float:
    """Return the best time of two."""
    taken = []
    for _ in range(2):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)
