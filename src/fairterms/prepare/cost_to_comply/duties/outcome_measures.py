"""Asking patients about their progress with forms, and scoring the answers."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Give and score patients' outcome forms",
    family=Family.MEASURING,
    found_by=words(
        r"\b(?:administer|give|giving|offer|measur|use|complete|collect|"
        r"screen)\w*\b[^.;]{0,80}?\b(?:outcome measures?|patient-reported|instruments?|PHQ|"
        r"GAD|rating scales?|questionnaires?|outcomes|(?:assessment|screening) tools?)\b",
        r"\b(?:outcome measures?|instruments?) (?:shall|must|will) be administered\b",
    ),
    unless=words(
        r"\bsurveys?\b",
        r"\blicen[sc]es?\b",
        r"\b(?:outcome|data) files?\b",
        r"\bwritten protocol\b",
        r"\bstay with\b",
    ),
    named_by=words(r"\bmeasur(?:es|ing|ement)\b(?! software)|\binstruments?\b(?! licen)|\bPHQ"),
    driver=Driver.FORM,
    hours=Spread.of(".03", ".08", ".17"),
    role=Role.CLINICIAN,
    is_one=True,
    basis=("Two to ten minutes a form: to hand it out, score it and look at it with the patient."),
)
