"""L3: terms are stricter than for medical care."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="stricter_than_medical_care",
    id="L3",
    title="Terms are stricter than for medical care",
    area=Area.LAW,
    objectives=("O4", "O9"),
    sources=(SourceKind.COUNTERPARTY,),
    cause="The text promises no parity with medical care and shows no comparison.",
    event="Reviews, networks or pay are heavier for mental health than for other care.",
    effect="Patients are kept from treatment that the law may protect.",
    prevents=("Ask the plan to certify parity each year and to show its comparison.",),
    detects=("Compare denials and waits with those of medical care.",),
    corrects=("Ask for the remedy that the text names, and help patients to appeal.",),
    indicator=LeadingIndicator(
        words="rate of denials for mental health divided by that for medical care",
        unit="ratio",
        amber="above 1",
        red="above 1.5",
        lead="The ratio of denials can be asked for each quarter.",
    ),
    if_ignored="Blocked care becomes usual, and nobody can show it.",
    guardrails=("A patient is always told how to appeal.",),
    requirements=("R-A10", "R-A12"),
    wakes_by=("parity-terms",),
)
