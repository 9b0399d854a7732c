"""The safeguards of patients that the scorecards look for: measures, need, privacy."""

from fairterms.review.safeguard import WISH, Safeguard, any_of, none_of

_TOOLS = (
    r"(?:PHQ-?(?:9|2|4|A)|GAD-?7|OQ-?45|PROMIS|CORE-?10|ORS|SRS|C-SSRS|PCL-?5|AUDIT|DLA-?20|"
    r"BASIS-?24|WAI|"
    r"(?:working|therapeutic) (?:relationship|alliance)|depress\w+|anxiety|"
    r"after (?:hospital )?discharge|first "
    r"appointment|follow-?up after)"
)
MEASURES = Safeguard(
    "measures with their tool, count and target, about mental health care",
    ("phq", "gad", "oq-", "promis", "numerator", "denominator", "measure", "depress", "anxiety"),
    any_of(
        rf"\b{_TOOLS}\b[^;]{{0,200}}?(?:\d ?%|\bpercent\b)",
        rf"\b(?:numerator|denominator)\b[^;]{{0,200}}?\b{_TOOLS}\b",
    ),
    none_of(r"\bsubstance use records\b"),
)
_ADJUSTS = r"(?:adjust(?:s|ed|ment|ments)?|case[- ]mix)"
RISK_ADJUSTED = Safeguard(
    "adjustment of targets or results for patients' risk",
    ("adjust", "risk ratio", "risk score", "case mix", "case-mix"),
    any_of(
        rf"\brisk[- ]{_ADJUSTS}\b|\b{_ADJUSTS} for (?:\w+ ){{0,4}}?(?:risk|severity|acuity|"
        rf"case[- ]mix|need)\b|"
        r"\bRisk Ratio\b[^.;]{0,80}?\bRisk Score\b|\bcase[- ]mix adjust",
    ),
    none_of(
        r"\b(?:no|not|without|never)\b[^.;]{0,40}?\badjust",
        r"\bRisk Adjustment (?:Data|Documentation|Programs?|payment|Audit|processing|initiatives|"
        r"assessment)\b|"
        r"\bHHS\b|\bdiagnosis data\b",
    ),
)
RISK_MODEL = Safeguard(
    "the risk model and what goes into it",
    ("model", "hcc", "risk", "severity", "cdps", "version", "acuity", "in each"),
    any_of(
        r"\b(?:Risk )?Model\b[^.;]{0,40}?(?:, |\b)version\b[^;]{0,240}?\b(?:age|sex|diagnos\w+|"
        r"severity)\b",
        r"\b(?:CMS-HCC|HHS-HCC|CDPS|HCC|ACG|DxCG)\b[^;]{0,160}?\b(?:severity|age|diagnos\w+|"
        r"baseline|scores?)\b",
        r"\b(?:severity|age|diagnos\w+|baseline)\b[^;]{0,160}?\b(?:CMS-HCC|HHS-HCC|CDPS|HCC|ACG|"
        r"DxCG)\b",
        # Bands of patients in the text itself, by a score that both sides can look up.
        r"\b(?:severity|acuity|risk) (?:bands?|groups?|tiers?|strat(?:um|a)|levels?)\b[^.;]{0,80}?"
        r"\b(?:PHQ|GAD|OQ|scores?)\b",
        r"\b(?:weighted|mean of)\b[^.;]{0,160}?\bin each (?:severity )?(?:band|group|tier|stratum|"
        r"level)\b",
    ),
    none_of(
        r"\bmedical record\b|\bchart review\b|\bRisk Adjustment (?:Data|Documentation|Audit)\b"
    ),
)
NOT_ADJUSTED = Safeguard(
    "a refusal to adjust",
    ("adjust",),
    any_of(
        r"\b(?:no|not|without|nor|neither)\b[^.;]{0,40}?\badjust\w*\b[^.;]{0,80}?\b(?:risk|"
        r"severity|acuity|"
        r"diagnos\w+|circumstances|case[- ]mix|social|need)",
    ),
    none_of(r"\bclaims?\b|\bretroactive\b|\bRisk Adjustment (?:Data|Documentation)\b"),
)
CIRCUMSTANCES_REFUSED = Safeguard(
    "a refusal to count patients' need or circumstances",
    ("adjust", "paid", "payment"),
    any_of(
        r"\b(?:no|not|nor|without)\b[^.;]{0,40}?\b(?:adjust\w*|additional|extra|added|"
        r"higher)\b[^.;]{0,80}?"
        r"\b(?:circumstances|social|socio-?economic|high(?:er)?[- ]need)\b",
    ),
    none_of(r"\bsocial security\b"),
)
NEED_SPOKEN_OF = Safeguard(
    "patients' circumstances, spoken of",
    ("social", "socio", "circumstances", "need"),
    any_of(
        r"\b(?:acknowledge|recogni[sz]e|understand|will (?:discuss|consider|"
        r"explore))\b[^.;]{0,120}?\b(?:social|"
        r"socio-?economic|circumstances|high(?:er)?[- ]need)\b",
    ),
    none_of(r"\bsocial security\b"),
)
SOCIAL_FACTORS = Safeguard(
    "social factors that change a target or a payment",
    ("social", "socio", "depriv", "homeless", "housing", "equity", "poverty"),
    any_of(
        r"\b(?:adjust\w*|add-?on|factors?|weight\w*|paid|pays|payment)\b[^.;]{0,100}?\b(?:homeless\w*|"
        r"housing|poverty|"
        r"deprivation|socio-?economic|social (?:risk|needs?|factors?|vulnerability))",
        r"\b(?:homeless\w*|housing|poverty|deprivation|socio-?economic|social (?:risk|needs?|"
        r"factors?|"
        r"vulnerability))\b[^.;]{0,100}?\b(?:adjust\w*|add-?on|is paid|are paid|count)\b",
    ),
    none_of(
        WISH,
        r"\b(?:no|not)\b[^.;]{0,40}?\badjust",
        r"\bdiscriminat|\bsocial security\b|\brefers\b",
    ),
)
HIGH_NEED_PAY = Safeguard(
    "an amount paid for patients in high need",
    (
        "high-need",
        "high need",
        "severe",
        "serious",
        "complex",
        "acuity",
        "social",
        "tier",
        "add-on",
    ),
    any_of(
        r"\$ ?[\d,]+(?:\.\d+)?[^.;]{0,120}?\b(?:high(?:er)?[- ](?:need|risk|acuity)|severe|"
        r"serious mental|complex|social (?:risk|need|or clinical))",
        r"\b(?:high(?:er)?[- ](?:need|risk|acuity)|severe|serious mental|complex|social (?:risk|"
        r"need))\b"
        r"[^.;]{0,160}?\$ ?\d",
    ),
    none_of(WISH, r"\bstop[- ]loss\b|\battachment point\b|\bcopay|\binsurance\b|\bclaims? above\b"),
)
PRIVACY_LAW = Safeguard(
    "the privacy laws that hold",
    ("hipaa", "portability", "part 2", "privacy"),
    any_of(r"\bHIPAA\b|\bPortability and Accountability\b|\b42 CFR Part 2\b"),
)
LEAST_DATA = Safeguard(
    "only the minimum necessary, and therapy notes kept apart",
    ("minimum necessary", "psychotherapy notes", "minimum amount"),
    any_of(
        r"\bminimum necessary\b|\b(?:not|never|requires?|"
        r"without)\b[^.;]{0,80}?\bpsychotherapy notes\b|"
        r"\bpsychotherapy notes\b[^.;]{0,80}?\b(?:not|never|without|authorization)\b"
    ),
)
