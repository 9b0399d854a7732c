"""The labelled changes between two real agreements are found and sorted as a reader did."""

from functools import cache
from pathlib import Path

import pytest

from fairterms.document.reader import read
from fairterms.review import parties
from fairterms.review.comparison import Comparison, Gain, Judged, compare

CONTRACTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "contracts"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (CONTRACTS / "tn3.pdf").is_file(),
        reason="the real agreements may not be passed on and are not on this machine",
    ),
]

# Section, what the reader wrote of it. "mixed" may also be left open.
LABELS = [
    ("2.8", Gain.WORSE),
    ("3.4", Gain.WORSE),
    ("7.2.5", Gain.WORSE),
    ("7.2", Gain.WORSE),
    ("4.2", Gain.BETTER),
    ("8.4.2", Gain.BETTER),
    ("7.1.1", Gain.MIXED),
    ("7.2.3", Gain.BETTER),
]


@cache
def found() -> Comparison:
    old, new = read(CONTRACTS / "tn2.pdf"), read(CONTRACTS / "tn3.pdf")
    return compare(old, new, parties.find([new]))


def of(section: str) -> list[Judged]:
    """Return the changes of a section; of a list, also those of its items."""
    whole = section.count(".") == 2
    return [
        one
        for one in found().judged
        if (name := one.where.rpartition(", ")[2]) == section
        or (whole and name.startswith(f"{section}."))
    ]


@pytest.mark.parametrize(("section", "gain"), LABELS)
def test_a_labelled_change_is_sorted_as_the_reader_did(section: str, gain: Gain) -> None:
    gains = {one.gain for one in of(section) if one.page <= 12}
    assert gain in gains
    opposite = {Gain.BETTER: Gain.WORSE, Gain.WORSE: Gain.BETTER}.get(gain)
    assert opposite not in gains


def test_the_renamed_schedule_is_no_substance() -> None:
    names = {(one.old, one.new) for one in found().alignment.renamings}
    assert ("acs", "wcs") in names


def test_most_sentences_are_the_same() -> None:
    changes = found().alignment.changes
    assert len(found().alignment.substantive) < len(changes) / 2
