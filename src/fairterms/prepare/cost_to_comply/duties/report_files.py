"""A report or file that falls due again and again."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Prepare and send a report or file",
    family=Family.REPORTING,
    found_by=words(
        r"\b(?:submit|deliver|furnish|send|prepare|report|file|supply|complete|transmit|"
        r"provide|give)s?\b[^.;]{0,100}?\b(?:files?|reports?|data sets?|extracts?|statistics|"
        r"encounter data|results)\b",
        r"\breports? its use\b",
    ),
    unless=words(
        r"\bcorrect\w* (?:and|or) resubmit",
        r"\bcorrected file\b",
        r"\b(?:treatment|medical) records?\b",
        r"\bgrievances?\b",
        r"\bincidents?\b",
        r"\bsubmit\w* claims?\b",
        r"\bfiles? a claim\b",
        r"\bunder oath\b",
        r"\blicen[sc]e\b",
        r"\bonly the results\b",
        r"\bpay\b",
        r"\breceipt of such reports\b",
        r"\bcontact information\b",
    ),
    named_by=words(r"\bfiles?\b|\breports?\b|\breporting\b|\bdata submission\b"),
    driver=Driver.TIME,
    hours=Spread.of(2, 6, 16),
    times=Spread.of(1, 2, 6),
    role=Role.ANALYST,
    basis=("Two to sixteen hours each time: to draw the data, check, send and answer questions."),
)
