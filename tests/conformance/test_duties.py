"""Duties of five pages of a real agreement, labelled by page and kind."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from fairterms.document.reader import read
from fairterms.prepare.cost_to_comply import sighting
from fairterms.review.context import Reading
from fairterms.review.features import Features

AGREEMENT = Path(__file__).resolve().parents[3] / "shared" / "data" / "contracts" / "tn3.pdf"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not AGREEMENT.is_file(),
        reason="the real agreements may not be passed on and are not on this machine",
    ),
]

# Page, and the kinds a reader saw on it. What no kind stands for has an empty name: looking through
# what the plan sent by mistake, controls against conflicts of interest, preventable conditions,
# further certificates.
LABELLED = {
    6: ["event_notices", "", "event_notices", "record_keeping", "audits", "record_copies"],
    7: ["record_copies", "reports_on_request", "insurance"],
    35: [
        "quality_programs",
        "event_notices",
        "staff_screening",
        "event_notices",
        "manuals_and_policies",
    ],
    42: [
        "record_keeping",
        "corrective_plans",
        "quality_programs",
        "report_files",
        "",
        "",
        "written_protocols",
    ],
    51: [
        "training",
        "reports_on_request",
        "event_notices",
        "audits",
        "file_corrections",
        "",
        "quality_programs",
        "manuals_and_policies",
    ],
}


@cache
def seen() -> dict[int, Counter[str]]:
    """Return the kinds found on each page, with how often."""
    found: dict[int, Counter[str]] = {page: Counter() for page in LABELLED}
    for one in sighting.find(Reading((read(AGREEMENT),), Features())):
        if one.place.quote.page in found:
            found[one.place.quote.page][one.kind_name] += 1
    return found


def hits() -> int:
    return sum(
        (Counter(name for name in kinds if name) & seen()[page]).total()
        for page, kinds in LABELLED.items()
    )


def test_most_duties_of_the_labelled_pages_are_found() -> None:
    labels = sum(len(kinds) for kinds in LABELLED.values())
    assert labels == 29
    assert hits() >= 22


def test_what_is_found_on_them_is_mostly_a_duty() -> None:
    # A kind found more often than labelled may be the same duty said twice: it is no false alarm.
    wrong = {
        (page, name)
        for page, kinds in LABELLED.items()
        for name in seen()[page]
        if name not in kinds
    }
    assert len(wrong) <= 3
