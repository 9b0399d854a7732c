"""What the NHS talking therapies programme says of the scales it pairs, in one place."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument_facts import Caseness, Change, ChangeKind

PROGRAMME = "NHS Talking Therapies, England"
MANUAL = "NHS Talking Therapies manual, table of outcome measures"
NHS = "nhs"
"""The name under which a contract asks for the programme's numbers."""


def nhs_case(cut: float, evidence: Evidence = Evidence.GENERAL) -> Caseness:
    """Return the programme's cut for caseness: at or above it a patient is a case."""
    return Caseness(NHS, cut, PROGRAMME, Basis(MANUAL, evidence))


def nhs_change(points: float, evidence: Evidence = Evidence.GENERAL) -> Change:
    """Return the programme's reliable change, the least whole number of points that counts."""
    return Change(NHS, points, ChangeKind.RELIABLE, PROGRAMME, Basis(MANUAL, evidence))
