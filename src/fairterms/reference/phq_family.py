"""What the forms of the Patient Health Questionnaire family have in common."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument_facts import Licence, MayEmbed

ANCHORS = ("Not at all", "Several days", "More than half the days", "Nearly every day")
"""From 0 to 3 points. The first is often misprinted as "Not at all sure"."""

ANSWER_CODES = ("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9")
"""LOINC answer codes of the anchors."""

LICENCE = Licence(
    words="may be copied, translated, shown and handed out without permission or fee",
    may_embed_text=MayEmbed.YES,
    basis=Basis(
        "Instruction manual for the PHQ and GAD-7 measures, page on permissions", Evidence.READ
    ),
)

US_CORE = Basis(
    "HL7 US Core Implementation Guide 7.0.0, PHQ-9 examples, hl7.org/fhir/us/core", Evidence.READ
)
"""Codes and words as the US health-record profile shows them."""
