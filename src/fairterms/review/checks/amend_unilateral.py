"""The plan may change the terms alone."""

import re
from collections.abc import Iterable

from fairterms.review import amendments
from fairterms.review.amendments import Right
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.units.finding import Severity

_WHOLE = re.compile(r"[^.;]{0,25}?\b(?:this|the) Agreement\b", re.IGNORECASE)


def _find(reading: Reading) -> Iterable[Sighting]:
    rights = sorted(amendments.one_sided(reading), key=_reaches_a_part)
    quotes = [right.passage.around(right.start, right.end) for right in rights]
    if quotes:
        yield Sighting(quotes[0], tuple(quotes[1:]))


def _reaches_a_part(right: Right) -> bool:
    """Say whether a right is to change a part only; one to change all of it is quoted first."""
    return _WHOLE.match(right.passage.text, right.end) is None


CHECK = Check(
    id="amend-unilateral",
    title="Plan changes terms alone",
    detects=(Detects.ONE_SIDED,),
    severity=Severity.CRITICAL,
    theme=Theme.FAIR_DEALING,
    tactics=("take_it_or_leave_it", "ratcheting"),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(),
    laws=("change-consent",),
    why=(
        "The plan may change what you sign after you signed it. Every other term, pay and risk "
        "included, holds only until the plan changes it."
    ),
    asks=("Ask that a change binds only when both sides sign it, save what the law requires.",),
    wording=(
        "A change to this Agreement binds only when both parties sign it, except a change that "
        "the law requires."
    ),
    find=_find,
)
