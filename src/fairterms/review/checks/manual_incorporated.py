"""Documents from outside bind the group."""

import re
from collections.abc import Iterable, Iterator

from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.outside import OutsideDocument
from fairterms.units.finding import QuoteEvidence, Severity

_MOST_PLACES = 3
_CONFLICT = re.compile(r"\b(?:conflict|inconsisten|discrepanc|differ)", re.IGNORECASE)
_PREVAILS = re.compile(
    r"\b(?:controls?|prevails?|governs?|takes? precedence|supersedes?)\b", re.IGNORECASE
)


def _find(reading: Reading) -> Iterable[Sighting]:
    missing = [document for document in reading.outside if not document.is_supplied]
    if not missing:
        return
    # The place that binds most, once for each document; one place often binds several.
    mentions = sorted(
        (document.mentions[0] for document in missing), key=lambda mention: -mention.strength
    )
    bound = [mention.passage.around(mention.start, mention.end) for mention in mentions]
    above = list(_above(reading, missing))
    quotes = list(dict.fromkeys([bound[0], *above, *bound]))
    names = ", ".join(document.name for document in missing)
    supplied = ", ".join(document.name for document in reading.outside if document.is_supplied)
    detail = f"Bound by, and not supplied: {names}." + (
        f" Supplied: {supplied}." if supplied else ""
    )
    if above:
        detail += " Where they differ from the agreement, they prevail."
    yield Sighting(
        quotes[0],
        tuple(quotes[1:_MOST_PLACES]),
        detail=detail,
        asks=tuple(f"Ask for {document.called}, dated, before signing." for document in missing),
        # An exhibit that was left off the copy is asked for, and no sign of anything.
        severity=Severity.LOW if all(document.is_attachment for document in missing) else None,
    )


def _above(reading: Reading, missing: list[OutsideDocument]) -> Iterator[QuoteEvidence]:
    """Return where an outside document is put above the agreement."""
    for passage in reading.passages:
        conflict = _CONFLICT.search(passage.text)
        if conflict is None:
            continue
        for verb in _PREVAILS.finditer(passage.text, conflict.end()):
            # Who prevails stands between the verb and the last word on the agreement before it.
            subject = passage.text[: verb.start()].rpartition("Agreement")[2].lower()
            if any(document.name.lower() in subject for document in missing):
                yield passage.around(conflict.start(), verb.end())
                break


CHECK = Check(
    id="manual-incorporated",
    title="Outside documents bind",
    detects=(Detects.PRESENCE, Detects.ABSENCE),
    severity=Severity.HIGH,
    theme=Theme.DEFINITIONS,
    tactics=("strategic_ambiguity", "withheld_information"),
    questions=("gf_q17",),
    lesson="training_5",
    sources=(),
    laws=("documents-incorporated",),
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
