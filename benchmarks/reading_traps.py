"""Sentences that look bad and are not, each beside one that is."""

import re
from dataclasses import dataclass

from benchmarks.clause_data import read_text
from benchmarks.reading_tables import Part, Table, share
from benchmarks.reading_texts import Size

from fairterms.document import quotes
from fairterms.review import wording
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.review.reading import CHECKS, findings_of_check
from tests.review.conftest import agreement

TITLE = "Traps"


@dataclass(frozen=True)
class Trap:
    """A kind of sentence that misleads a search.

    Attributes
    ----------
    name
        The kind.
    check
        The module of the check that must stay silent on it.
    search
        What a search by words would look for.
    harmless, harmful
        Sentences that must not, and that must, be quoted by the check.
    """

    name: str
    check: str
    search: str
    harmless: tuple[str, ...]
    harmful: tuple[str, ...]


TRAPS = (
    Trap(
        "mutual indemnity",
        "indemnity_direction",
        r"indemnif",
        (
            "Each party shall indemnify the other party from claims of its own negligence.",
            "Plan and Provider shall each indemnify the other for losses caused by its own staff.",
            "The parties agree to indemnify one another against claims caused by their own acts.",
        ),
        (
            "Provider shall indemnify Plan from all claims that arise from this Agreement.",
            "Provider agrees to indemnify, defend and hold Plan harmless from any and all losses.",
        ),
    ),
    Trap(
        "member and State hold-harmless",
        "indemnity_direction",
        r"hold\w* .{0,40}harmless",
        (
            "Provider shall hold Members harmless for payment of Covered Services.",
            "Provider shall indemnify and hold harmless the State from claims by subcontractors.",
            "In no event shall Provider bill a Member, and Provider holds the Member harmless.",
        ),
        (
            "Provider shall hold Plan harmless from any liability for Plan's coverage decisions.",
            "Provider shall indemnify Plan for any claim that Plan denied Covered Services.",
        ),
    ),
    Trap(
        "protective double negatives",
        "patient_talk",
        r"(?:prohibit|restrict|not)\w* .{0,60}(?:discuss|communicat|advis|disparag|critici)",
        (
            "Nothing in this Agreement prohibits Provider from discussing treatment with a Member.",
            "Provider shall not be prohibited from advising a Member about any treatment option.",
            "Plan shall not restrict Provider from communicating freely with its patients.",
        ),
        (
            "Provider shall not disparage or criticise Plan to any Member.",
            "Provider is prohibited from discussing Plan's payment methods with Members.",
        ),
    ),
    Trap(
        "charge parity",
        "most_favoured_rate",
        r"(?:same|lower|lowest|higher) .{0,60}(?:charge|rate|fee|price)",
        (
            "Provider shall not charge Members higher fees than it charges its other patients.",
            "Provider shall bill its usual charges, the same charges that it bills other payers.",
        ),
        (
            "Provider shall not accept a lower rate from another payer without giving it to Plan.",
            "Provider represents that these rates are the lowest rates it grants any payer.",
        ),
    ),
    Trap(
        "non-exclusive clauses",
        "exclusivity",
        r"exclusive|contract with",
        (
            "This Agreement is non-exclusive, and either party may contract with others.",
            "Nothing in this Agreement prevents Provider from contracting with other health plans.",
            "Provider is not required to serve Members exclusively.",
        ),
        (
            "Provider shall not contract with any other health plan during the term.",
            "Provider shall provide services exclusively to Members of Plan.",
        ),
    ),
    Trap(
        "reasonable, defined",
        "vague_term",
        r"reasonabl|timely",
        (
            (
                '"Reasonable Notice" means written notice of thirty (30) days. Plan shall give '
                "Reasonable Notice of an audit."
            ),
            "Plan shall give timely notice, which means within ten (10) business days.",
        ),
        (
            "Provider shall submit timely and adequate reports.",
            "Provider shall comply with industry standards and use best efforts.",
        ),
    ),
)
CODING = (
    "Provider shall submit complete diagnosis codes for Plan's risk adjustment reports to CMS.",
    "Provider shall support Plan's Medicare risk adjustment data validation by giving it records.",
)
"""Work on coding for Medicare, which adjusts nothing that the group is paid or owes."""
ADJUSTS = "The cost target is adjusted for risk and for baseline severity by the CMS-HCC model."


def measure(_size: Size) -> Part:
    """Try every sentence in an otherwise sound agreement."""
    rows = [_row(trap) for trap in TRAPS]
    still = sum(_finds_absence(words) for words in CODING)
    rows.append(
        (
            "Medicare coding taken for risk adjustment",
            share(len(CODING) - still, len(CODING)),
            share(len(CODING), len(CODING)),
            share(int(not _finds_absence(ADJUSTS)), 1),
        )
    )
    told = (
        "Harmless sentences that look like harmful ones, each kind beside harmful ones, so that "
        "silence alone does not pass. Made up for this measurement; the kinds were known to the "
        "authors of the checks: development data. The baseline searches for the words of the kind."
    )
    heads = ("Kind", "harmless, reported", "by a word search", "harmful, reported")
    return Part(TITLE, told, (Table(heads, tuple(rows)),))


def _row(trap: Trap) -> tuple[str, str, str, str]:
    false = sum(quotes_it(trap.check, words) for words in trap.harmless)
    searched = sum(bool(re.search(trap.search, words, re.IGNORECASE)) for words in trap.harmless)
    true = sum(quotes_it(trap.check, words) for words in trap.harmful)
    whole = len(trap.harmless)
    return (
        trap.name,
        share(false, whole),
        share(searched, whole),
        share(true, len(trap.harmful)),
    )


def quotes_it(check: str, words: str) -> bool:
    """Say whether a check quotes some of the words where they stand in a sound agreement."""
    document = read_text(agreement(words))
    reading = Reading((document,), Features(has_target=True, has_incentive=True))
    places = quotes.find(document, words)
    return any(
        quote.start < place.end and place.start < quote.end
        for finding in findings_of_check(reading, CHECKS[check])
        for quote in wording.quotes_of(finding)
        for place in places
    )


def _finds_absence(words: str) -> bool:
    """Say whether risk adjustment is still called missing or wanting, with these words there."""
    document = read_text(agreement(words, without=["target"]))
    features = Features(has_target=True, has_downside=True, has_incentive=True)
    found = findings_of_check(Reading((document,), features), CHECKS["risk_adjustment"])
    return bool(found)
