"""Two places of the agreement cannot both hold."""

import pytest

from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

CHECK = "internal-contradiction"
END = "Either party may terminate this Agreement without cause upon {} days' notice."
EXHIBITS = (
    "EXHIBIT A - FEES\nMember claims are paid at the fee of the provider.\n\n"
    "EXHIBIT B - REPORTS\nReports on Member claims are due on Monday.\n\n"
    "EXHIBIT C - CARE\nA Member of the clinic may ask for medical records. A Member pays nothing "
    "for covered services. Member claims are due on Monday.\n"
)


@pytest.mark.parametrize(
    ("clauses", "words"),
    [
        ((END.format(30), END.format(60)), ("30 days", "60 days")),
        (
            (
                "Group shall submit claims within 90 days after the date of service.",
                "Claims shall be submitted within 120 days of the date of service.",
            ),
            ("90 days", "120 days"),
        ),
        (("Plan shall answer within thirty (60) days.",), ("thirty (60)",)),
        (
            (
                '"Pass Mark" means a Quality Score of 50%.',
                '"Quality Mark" means a Quality Score of 60%.',
            ),
            ("50%", "60%"),
        ),
        (
            (
                "A bonus is due if the cost is below the fair threshold.",
                "A penalty is due if the cost is above the high threshold.",
                "A bonus is due if the cost is less than the high threshold.",
            ),
            ("less than the high", "below the fair", "above the high"),
        ),
        (
            (
                "If a Schedule and this Agreement conflict, this Agreement controls.",
                "If this Agreement and a Schedule are inconsistent, the Schedule prevails.",
            ),
            ("this Agreement controls", "the Schedule prevails"),
        ),
    ],
)
def test_a_contradiction_is_found_with_all_its_quotes(
    look: Look, clauses: tuple[str, ...], words: tuple[str, ...]
) -> None:
    (finding,) = look(CHECK, agreement(*clauses))
    assert finding.severity is Severity.HIGH
    quotes = [
        q.text for q in (finding.evidence, *finding.more_evidence) if isinstance(q, QuoteEvidence)
    ]
    assert all(word in quote for word, quote in zip(words, quotes, strict=True))


@pytest.mark.parametrize(
    "clauses",
    [
        (END.format(30), END.format(30)),
        (END.format(30), "Either party may terminate for breach upon 60 days' notice."),
        ("Plan shall answer within thirty (30) days.", "Group may appeal within 60 days."),
        (END.format(30), "Except as above, " + END.format(60)),
        ("A bonus is due if the cost is below the fair threshold.",
         "A penalty is due if the cost is above the high threshold."),
    ],
)  # fmt: skip
def test_different_events_are_not(look: Look, clauses: tuple[str, ...]) -> None:
    assert look(CHECK, agreement(*clauses)) == ()


def test_attachments_without_an_order_are_a_low_finding(look: Look) -> None:
    (finding,) = look(CHECK, f"{agreement()}\n{EXHIBITS}")
    assert finding.severity is Severity.LOW
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_an_order_of_precedence_clears_it(look: Look) -> None:
    order = "If an Exhibit conflicts with this Agreement, this Agreement prevails."
    assert look(CHECK, f"{agreement(order)}\n{EXHIBITS}") == ()


def test_an_unread_page_makes_the_missing_order_unclear(look: Look) -> None:
    (finding,) = look(CHECK, f"{agreement()}\n{EXHIBITS}", unread=1)
    assert finding.status is Status.UNCLEAR


def test_a_lease_with_attachments_is_left_alone(look: Look) -> None:
    lease = "This Agreement is between Fern and Moss.\n\nEXHIBIT A - RENT\nRent is due.\n\n"
    assert look(CHECK, lease + "EXHIBIT B - KEYS\nKeys are due.\n") == ()
