"""Papers for each clinician before the plan lets them treat."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Credential and recredential clinicians",
    family=Family.ADMINISTRATION,
    found_by=words(
        r"\b(?:re)?credential(?:ed|ing|s)?\b",
    ),
    unless=words(
        r"\bcredentialing (?:standards|requirements)\b",
        r"\blicensed to perform\b",
        r"\bdesignated as a\b",
        r"[\"\u201d] means\b",
    ),
    named_by=words(r"\bcredential"),
    driver=Driver.CLINICIAN,
    hours=Spread.of(".5", "1.5", 4),
    role=Role.OFFICE,
    is_one=True,
    basis=(
        "Half an hour to four hours for each clinician and year, as an average of new "
        "papers and renewals."
    ),
)
