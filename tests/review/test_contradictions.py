"""Places that cannot both hold."""

import pytest

from fairterms.review import contradictions
from tests.review.conftest import Read

SCORE = '"Quality Threshold" means a Quality Score of fifty percent (50%).'
OTHER = '"Qualifying Score" is a Quality Score of sixty percent (60%).'


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Plan shall answer within thirty (60) days.", '"thirty (60) days"'),
        ("Plan shall pay fifty percent (55%) of it.", '"fifty percent (55%)"'),
        ("The fee is one thousand dollars ($1,500).", '"one thousand dollars ($1,500)"'),
        (f"{SCORE}\n\n{OTHER}", '"Quality Threshold" and "Qualifying Score"'),
        (
            '"Sharing Rate" means a rate of forty percent (40%). The Sharing Rate is 50%.',
            '"Sharing Rate"',
        ),
        (
            (
                "Either party may terminate this Agreement without cause on 30 days' notice. "
                "Either party may terminate this Agreement without cause on 60 days' notice."
            ),
            "ending the agreement without cause",
        ),
        (
            (
                "If an Exhibit conflicts with this Agreement, this Agreement prevails. If this "
                "Agreement and an Exhibit are inconsistent, the Exhibit controls."
            ),
            "which document prevails",
        ),
    ],
)
def test_a_contradiction_is_found_with_its_places(read_all: Read, text: str, subject: str) -> None:
    (found,) = contradictions.find(read_all(f"{text}\n"))
    assert found.subject == subject
    assert found.quotes


@pytest.mark.parametrize(
    "text",
    [
        "Plan shall answer within thirty (30) days.",
        "The limit is one million, five hundred thousand dollars ($1,500,000).",
        "A fee of one percent and one-half (1.5%) is due.",
        "Group receives six (6,000,000) million shares.",
        "A rate of twenty- five percent (25%) holds.",
        # Levels of one measure are told apart on purpose.
        '"Minimum Score" means a Quality Score of 50%. "Goal Score" means a Quality Score of 60%.',
        '"Tier 1" means a Quality Score of 50%. "Tier 2" means a Quality Score of 60%.',
        f"{SCORE} {OTHER.replace('sixty percent (60%)', 'fifty percent (50%)')}",
        '"Sharing Rate" means a rate of 40%. In 2028 the Sharing Rate is 50%.',
        '"Sharing Rate" means a rate of 40%. The Sharing Rate is 50% if Group objects.',
        "Group may appeal within thirty (30) days. Plan may audit on sixty (60) days' notice.",
    ],
)
def test_what_can_both_hold_is_not(read_all: Read, text: str) -> None:
    assert contradictions.find(read_all(f"{text}\n")) == ()


def test_a_section_that_does_not_exist_is_found(read_all: Read) -> None:
    sections = "\n".join(f"{n}.1 Plan shall pay the fee of part {n} on time." for n in range(1, 9))
    text = f"{sections}\n9.1 Group may object under Section 47.3 of this Agreement.\n"
    (found,) = contradictions.find(read_all(text))
    assert found.subject == "Section 47.3 does not exist"


def test_two_attachments_need_an_order(read_all: Read) -> None:
    exhibits = "EXHIBIT A - FEES\nFees are due.\n\nEXHIBIT B - REPORTS\nReports are due.\n"
    order = "If an Exhibit conflicts with this Agreement, this Agreement prevails.\n\n"
    assert not contradictions.is_ordered(read_all(exhibits))
    assert contradictions.is_ordered(read_all(order + exhibits))
    assert contradictions.is_ordered(read_all(exhibits.split("\n\n", maxsplit=1)[0] + "\n"))
