"""Documents from outside bind the group."""

from collections.abc import Iterable

from fairterms.review.authorities import OHIO_DOCUMENTS, WASHINGTON_RULES
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.units.finding import QuoteEvidence, Severity

_MOST_PLACES = 6


def _find(reading: Reading) -> Iterable[Sighting]:
    missing = [document for document in reading.outside if not document.is_supplied]
    if not missing:
        return
    mentions = sorted(
        (mention for document in missing for mention in document.mentions),
        key=lambda mention: -mention.strength,
    )
    quotes: list[QuoteEvidence] = []
    for mention in mentions:
        quote = mention.passage.around(mention.start, mention.end)
        if quote not in quotes:
            quotes.append(quote)
    names = ", ".join(document.name for document in missing)
    supplied = ", ".join(document.name for document in reading.outside if document.is_supplied)
    detail = f"Bound by, and not supplied: {names}." + (
        f" Supplied: {supplied}." if supplied else ""
    )
    yield Sighting(
        quotes[0],
        tuple(quotes[1:_MOST_PLACES]),
        detail=detail,
        asks=tuple(f"Ask for {document.called}, dated, before signing." for document in missing),
    )


CHECK = Check(
    id="manual-incorporated",
    title="Outside documents bind",
    detects=(Detects.PRESENCE, Detects.ABSENCE),
    severity=Severity.HIGH,
    theme=Theme.DEFINITIONS,
    tactics=("strategic_ambiguity", "withheld_information"),
    questions=("gf_q17",),
    lesson="training_5",
    sources=(OHIO_DOCUMENTS, WASHINGTON_RULES),
    why=(
        "You would promise to follow documents that are not in front of you, and that may change "
        "after you sign."
    ),
    asks=(
        "Ask that only dated documents listed in an exhibit apply.",
        "Ask that the agreement prevails over them.",
    ),
    wording=(
        "Only the dated documents listed in Exhibit D and supplied before signing apply. If one of "
        "them and this Agreement differ, this Agreement prevails."
    ),
    find=_find,
)
