"""Mending a file that was not accepted and sending it again."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Correct and send a file again",
    family=Family.REPORTING,
    found_by=words(
        r"\b(?:correct|resubmit|re-submit)\w*\b[^.;]{0,40}?\b(?:files?|reports?|data|resubmit|"
        r"promptly)\b",
        r"\b(?:submit|send|provide)\w*\b[^.;]{0,20}?\bdata corrections?\b",
    ),
    unless=words(
        r"\bunderpayment\b",
        r"\bbreach\b",
    ),
    named_by=words(r"\bcorrections?\b|\bresubmi"),
    driver=Driver.TIME,
    hours=Spread.of(1, 4, 10),
    times=Spread.of(1, 3, 6),
    role=Role.ANALYST,
    is_one=True,
    basis="One to ten hours each, for one file to six in a year.",
)
