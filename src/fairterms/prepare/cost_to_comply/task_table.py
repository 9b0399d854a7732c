"""Tables that say who does what: the rows that give a task to the group."""

import re
from collections.abc import Iterator

from fairterms.document.document import Document
from fairterms.prepare.cost_to_comply.place import Place
from fairterms.review import bound
from fairterms.review.context import Reading
from fairterms.units.finding import QuoteEvidence

_HEAD = re.compile(
    r"^[ \t]*(?:Task|Function|Activity|Responsibility)s?\s+(?:Who does it|Done by|"
    r"Who is responsible|Responsible(?: party)?|Party responsible|Owner)\b",
    re.IGNORECASE | re.MULTILINE,
)
_LINE = re.compile(r"\S[^\n]*")
_SHORTEST = 8
"""Letters below which what stands before the group's name is the end of a longer task."""


def find(reading: Reading) -> Iterator[Place]:
    """Find the tasks that a table of responsibilities gives to the group.

    Notes
    -----
    A table is known by its head ("Task", "Done by"), and reaches to the end of its section. A task
    whose name runs over two lines is quoted from its second one. Giving care is no extra work.
    """
    sides = bound.sides(reading)
    row = re.compile(
        rf"(?P<task>.{{{_SHORTEST},120}}?)\s+(?:{sides.group})\s+(?=(?:{sides.group}|{sides.plan})\b)"
    )
    for document in reading.documents:
        for start, end, label in _tables(document):
            for line in _LINE.finditer(document.text, start, end):
                match = row.match(line[0])
                if match:
                    yield _place(document, line, match["task"].strip(), label)


def _tables(document: Document) -> Iterator[tuple[int, int, str]]:
    """Return where each table starts and ends, and the section it stands in."""
    ends = 0
    for head in _HEAD.finditer(document.text):
        if head.start() < ends:
            continue
        around = [s for s in document.sections if s.start <= head.start() < s.end and s.label]
        if around:
            ends = around[-1].end
            yield head.end(), ends, around[-1].label


def _place(document: Document, line: "re.Match[str]", task: str, label: str) -> Place:
    page = document.page_at(line.start())
    text = line[0].rstrip()
    end = line.start() + len(text)
    quote = QuoteEvidence(document.name, page.number, line.start(), end, text, page.is_recognised)
    return Place(quote, label, task)
