"""A reward that ranks single clinicians, or that can be gamed."""

import re
from collections.abc import Iterable

from fairterms.review import absence, incentives, places
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_CLINICIAN = (
    r"(?:clinicians?|physicians?|practitioners?|therapists?|providers?|psychologists?|"
    r"professionals?|PCPs?|Quarterbacks?)"
)
_RANKS = re.compile(
    rf"\b(?:each|individual|every|single|such|participating|its)\b[^.;]{{0,20}}?\b{_CLINICIAN}\b"
    r"[^.;]{0,60}?\b(?:ranked|ranking|tiered|rated|graded|scored|profiled|compared (?:with|to|"
    r"against))\b|"
    rf"\b(?:rank|rate|tier|grade|profile|score)s? (?:the |each |all |individual |its |"
    rf"participating )*"
    rf"{_CLINICIAN}\b|"
    rf"\b(?:ranking|rating|tiering|profiling|score ?card|report card)s? (?:of|for) (?:the |each |"
    rf"individual |participating )*{_CLINICIAN}\b|"
    rf"\bcompare\b[^.;]{{0,60}}?\b(?:of|for) each {_CLINICIAN}\b|"
    rf"\b(?:each|individual) {_CLINICIAN}(?:'s)? (?:\w+ ){{0,3}}(?:score|ranking|rank|rating|"
    r"score ?card|tier|profile|percentile|quartile)\b|"
    rf"\b(?:paid|payment|bonus|incentive|reward)\b[^.;]{{0,60}}?\b(?:to|of|for) (?:each|individual)"
    rf" "
    rf"{_CLINICIAN}\b[^.;]{{0,60}}?\b(?:score|rank|result|performance)|"
    rf"\b(?:ranking|rating|comparing|profiling|scoring|grading) (?:the |each |individual |all |of )"
    rf"*"
    rf"{_CLINICIAN}\b|"
    r"\b(?:is|are) performing relative to other|"
    rf"\brelative to (?:other|its|their) (?:\w+ )?(?:{_CLINICIAN}|peers)\b",
    re.IGNORECASE,
)
_GROUP_LEVEL = re.compile(
    r"\b(?:group|practice|organi[sz]ation|pool|ACO|IPA)[- ](?:level|wide)\b|\bat the (?:group|"
    r"practice|"
    r"organi[sz]ation|TIN|IPA|ACO) level\b|\bsettled together\b|\bas (?:a|one) (?:group|pool|whole)"
    r"\b|"
    r"\bin the aggregate\b|\baggregate (?:performance|results|basis)|\bpooled\b|"
    r"\bas an? (?:\w+ )?(?:organi[sz]ation|entity)\b|\bcollective(?:ly)?\b|"
    r"\b(?:entire|whole) (?:group|practice)\b|\b(?:group|practice|organi[sz]ation|provider) "
    r"as a whole\b|\bone pool\b|"
    r"\bmay distribute\b|\bnot (?:pay|penali[sz]e|rank|reward)\b[^.;]{0,40}?\bindividual|"
    r"\bfor (?:Group|Provider|the (?:Group|practice)) as a whole\b|\bto (?:Group|Provider|IPA|"
    r"Practice) and not to (?:individual|any)",
    re.IGNORECASE,
)
_GUARDS = re.compile(
    r"\bgam(?:e|es|ed|ing)\b|\bbad[- ]actors?\b|\bcherry|"
    r"\b(?:patient|member) selection\b|\bselecti(?:on|ng) (?:of )?(?:patients|members)\b|"
    r"\bmanipulat\w+|\badverse selection\b|"
    r"\brisk selection\b|\bselect(?:ion|ing)? (?:of )?(?:easy|healthier|low[- ]risk)|\b(?:refuse|"
    r"discourage|transfer|avoid|dismiss|disenroll|steer)\b[^.;]{0,80}?\b(?:expected cost|high[- ]"
    r"(?:cost|risk|need)|difficulty|severity|health status|at-risk)|\boutliers?\b[^.;]{0,60}?"
    r"\b(?:clinician|practitioner|provider|physician|rule|excluded|review)|\b(?:integrity|validity|"
    r"data[- ]quality) (?:review|audit|check)|\baudit\w*\b[^.;]{0,50}?\b(?:measures|self-?reported|"
    r"outcome (?:data|scores))|\bfalsif\w+",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:rate of|interest rate|fee|default rate|rate schedule|credential\w+|malpractice|insur\w+|"
    r"medicare rate|directory|tier(?:ed)? (?:benefit|network|drug)|per diem|reimbursement|"
    r"capitat\w+|relative value)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|no)\b[^.;]{0,40}?\b(?:rank|rate|tier|grade|profile|score|compar)", re.I
)
_PENALTY_FREE = re.compile(r"\bwithout penalty\b|\bfor information only\b", re.IGNORECASE)
_WORDS = (
    "rank",
    "rated",
    "rating",
    "rate the",
    "rate provid",
    "rate partic",
    "rate each",
    "rate indiv",
    "rate physic",
    "rate clin",
    "tier",
    "grade",
    "scor",
    "profil",
    "compar",
    "relative to",
    "report card",
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = incentives.mentioning(reading, *_WORDS)
    ranked = places.within(passages, _RANKS, where=_is_ranked)
    if ranked:
        yield places.sighting(ranked, "Single clinicians, or providers, are rated or compared.")
        return
    if not any(_GROUP_LEVEL.search(p.text) or _GUARDS.search(p.text) for p in reading.passages):
        yield absence.sighting(
            reading,
            ("a reward of the whole group", "a rule for outliers and for gaming"),
            "no rule that the reward is the group's, and none against gaming, was found",
        )


def _is_ranked(place: Place) -> bool:
    signs = (_SOMETHING_ELSE, _DENIED, _PENALTY_FREE)
    return not any(sign.search(place.text) for sign in signs)


def _applies(reading: Reading) -> bool:
    return reading.features.has_incentive and reading.is_provider_agreement


CHECK = Check(
    id="group-reward-rule",
    title="Group reward rule",
    detects=(Detects.ABSENCE,),
    severity=Severity.MEDIUM,
    theme=Theme.RISK,
    tactics=("weak_definitions",),
    questions=("gf_q11",),
    lesson="training_2",
    sources=(GOOD_PRACTICE,),
    why=(
        "One clinician's numbers are mostly chance. Ranking single people drives them to easy "
        "patients and sets colleagues against each other."
    ),
    asks=(
        (
            "Ask that the reward is of the whole group, with a rule for bad actors and a review "
            "against gaming."
        ),
    ),
    wording="Reward is group-level, with a bad-actor rule and an anti-gaming review.",
    applies=_applies,
    find=_find,
)
