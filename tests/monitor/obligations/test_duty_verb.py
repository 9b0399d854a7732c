"""Who must, as sentences say it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fairterms.document.reader import read
from fairterms.monitor.obligations.duty_verb import find
from fairterms.monitor.obligations.obligation import Party
from fairterms.review.context import Reading
from fairterms.review.features import Features

OPENING = (
    'This Agreement is made between Example Health Plan, Inc. ("Plan") and Cedar Group, P.C. '
    '("Group").'
)


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """Read an agreement that names its parties."""
    path: Path = tmp_path_factory.mktemp("duty") / "agreement.txt"
    path.write_text(OPENING, encoding="utf-8")
    return Reading((read(path),), Features())


Who = Callable[[str], list[Party | None]]


@pytest.fixture
def who(reading: Reading) -> Who:
    """Return who must, verb by verb."""
    return lambda text: [verb.party for verb in find(reading, text, Party.GROUP)]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Plan shall deliver the files.", [Party.PLAN]),
        ("Group tells Plan how many places it has open.", [Party.GROUP]),
        ("Each party shall name a contact and shall tell the other.", [Party.BOTH, Party.BOTH]),
        ("The Committee meets within thirty days, finds the cause.", [Party.BOTH, Party.BOTH]),
        ("The party that receives a file shall tell the sender.", [Party.BOTH]),
        ("A party that changes a contact tells the other.", [Party.BOTH]),
        ("Group may ask for it, and Plan answers.", [None, Party.PLAN]),
        ("Plan shall not ask for notes.", [None]),
        ("A dispute shall be submitted to Plan within sixty days.", [Party.GROUP]),
        ("A request by Group shall be made within a year.", [Party.GROUP]),
        ("A file is due within five business days.", [Party.GROUP]),
        ("It keeps minutes.", [Party.GROUP]),
        ("If Plan pays late, Group tells Plan.", [Party.GROUP]),
        ("The notice that Plan gives to Group counts.", []),
        ("It ends on May 31, 2027.", []),
    ],
)
def test_a_duty_is_told_by_its_verb_and_its_subject(
    who: Who, sentence: str, parties: list[Party | None]
) -> None:
    assert who(sentence) == parties
