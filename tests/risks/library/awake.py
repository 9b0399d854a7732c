"""What a made-up deal wakes in the library."""

from fairterms.risks.library.library_risk import LibraryRisk
from fairterms.risks.library.term_signs import TermSigns
from fairterms.risks.library.waking import Woken, wake
from fairterms.units.finding import Finding

NOTHING = TermSigns()
PAID = TermSigns(
    has_incentive=True,
    has_cost_target=True,
    has_downside=True,
    has_loss_cap=True,
    has_risk_adjustment=True,
    paid_measures=("Response",),
)
"""Terms with results, a target and losses, which by themselves wake only F1."""


def woken(risk: LibraryRisk, *findings: Finding, terms: TermSigns = PAID) -> Woken | None:
    """Return the risk as woken, or None where it stays quiet."""
    found = [one for one in wake(findings, terms) if one.risk is risk]
    return found[0] if found else None


def sentences(risk: LibraryRisk, *findings: Finding, terms: TermSigns = PAID) -> tuple[str, ...]:
    """Return why the risk woke; nothing where it stays quiet."""
    found = woken(risk, *findings, terms=terms)
    return tuple(one.sentence for one in found.because) if found else ()
