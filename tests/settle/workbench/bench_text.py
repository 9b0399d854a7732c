"""A small sound text of terms for the tests of the workbench, its script and its document."""

from pathlib import Path

from fairterms.document.document import Document
from fairterms.document.reader import read
from tests.payment.one_clause import HEADER
from tests.settle.deals import CLAUSES

QUOTE = "fifty percent (50%) of the Savings"
TEXT = (
    (HEADER + CLAUSES)
    .lstrip()
    .replace(
        'section = "Exhibit B, 2(c)", term = "sharing_rate" }',
        f'section = "2(c)", term = "sharing_rate", quote = "{QUOTE}" }}',
    )
)
SCRIPT = """title = "At the minimum"
[given]
member_months = "120,000 member-months"
cost = "$4,845,120.00"
[expect]
savings = "$98,880.00"
payable = "$48,451.20"
"""


def line_of(words: str, text: str = TEXT) -> int:
    """Return the first line that holds some words, counted from 1."""
    return next(n for n, line in enumerate(text.split("\n"), start=1) if words in line)


def agreement(folder: Path, words: str = QUOTE) -> Document:
    """Write and read a short agreement that says the words."""
    path = folder / "01-agreement.txt"
    path.write_text(f"AGREEMENT\n\n1. The group receives {words} in each year.\n", encoding="utf-8")
    return read(path)


def citing(document: str = "01-agreement.txt") -> str:
    """Return the text with its citations in another document."""
    return TEXT.replace("01-agreement.pdf", document)
