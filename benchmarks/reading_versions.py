"""Whether changes between two versions are found, and sorted as a reader sorted them."""

import difflib
from collections.abc import Sequence

from benchmarks.clause_data import CONTRACTS
from benchmarks.reading_tables import Part, Table, share, skipped
from benchmarks.reading_texts import Size, agreement

from fairterms.document.document import Document
from fairterms.review import parties
from fairterms.review.comparison import Comparison, Gain, Judged, compare

TITLE = "Two versions of an agreement"
LABELS = (
    ("2.8", Gain.WORSE),
    ("3.4", Gain.WORSE),
    ("7.2.5", Gain.WORSE),
    ("7.2", Gain.WORSE),
    ("4.2", Gain.BETTER),
    ("8.4.2", Gain.BETTER),
    ("7.1.1", Gain.MIXED),
    ("7.2.3", Gain.BETTER),
)
"""Section, and what the reader said it does for the group."""
BODY = 12
"""Pages of the agreement itself, before its attachments number their sections anew."""
_OPPOSITE = {Gain.BETTER: Gain.WORSE, Gain.WORSE: Gain.BETTER}


def measure(size: Size) -> Part:
    """Compare the two provider agreements, and a plain comparison of their lines."""
    if not (CONTRACTS / "tn3.pdf").is_file():
        return skipped(TITLE, "tn3.pdf")
    if not size.agreements:
        return Part(TITLE, "", skipped="the quick run leaves the two long agreements out")
    old, new = agreement("tn2.pdf"), agreement("tn3.pdf")
    found = compare(old, new, parties.find([new]))
    sorted_right = sum(_is_right(found, *label) for label in LABELS)
    seen = sum(bool(_of(found, section)) for section, _ in LABELS)
    lines = changed_lines(old, new)
    changed, whole = len(found.alignment.substantive), len(found.alignment.changes)
    rows = (
        ("labelled changes shown", share(seen, len(LABELS)), share(len(LABELS), len(LABELS))),
        ("sorted as the reader did", share(sorted_right, len(LABELS)), "it does not sort"),
        ("left for a person to read", f"{changed:,} of {whole:,} sentences", f"{lines:,} lines"),
        ("renamings told apart", f"{len(found.alignment.renamings)}", "none"),
    )
    told = (
        "Eight changes of substance that one reader labelled between the 2021 and the 2024 form "
        "of one template. The sorting was tuned on them: development data. The baseline is a "
        "comparison of lines (difflib), which shows every change, page furniture included."
    )
    return Part(TITLE, told, (Table(("tn2 to tn3", "Fairterms", "lines"), rows),))


def _is_right(found: Comparison, section: str, gain: Gain) -> bool:
    gains = {one.gain for one in _of(found, section)}
    return gain in gains and _OPPOSITE.get(gain) not in gains


def _of(found: Comparison, section: str) -> Sequence[Judged]:
    """Return the changes of a section of the agreement itself, list items included."""
    is_item = section.count(".") == 2
    return [
        one
        for one in found.judged
        if one.page <= BODY
        and (
            (name := one.where.rpartition(", ")[2]) == section
            or (is_item and name.startswith(f"{section}."))
        )
    ]


def changed_lines(old: Document, new: Document) -> int:
    """Count the lines that a plain comparison shows as added or removed."""
    before, after = (
        [line.strip() for line in one.text.splitlines() if line.strip()] for one in (old, new)
    )
    shown = difflib.unified_diff(before, after, n=0, lineterm="")
    return sum(line[0] in "+-" and line[:3] not in ("+++", "---") for line in shown)
