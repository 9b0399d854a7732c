"""Further safeguards: what an agreement says that was made by two sides, for both."""

from fairterms.review.safeguard import Safeguard, any_of, none_of

OBJECTIVES = Safeguard(
    "shared objectives with a measure and an owner",
    ("objective", "goal"),
    any_of(
        r"\bobjectives?\b[^.;]{0,100}?\b(?:one )?(?:owner|measure)\b",
        r"\bshared objectives\b[^.;]{0,100}?\b(?:Table|Exhibit|measured?|dates?)\b",
    ),
    none_of(r"\bspirit of\b"),
)
SMALL_NUMBERS = Safeguard(
    "a measure of few patients whose weight goes to the others",
    ("fewer than", "less than", "below", "minimum"),
    any_of(
        r"\b(?:fewer|less) than\b[^.;]{0,40}?\b(?:is|are) not scored\b[^.;]{0,60}?\b(?:divided|"
        r"moved|"
        r"spread|redistributed|reallocated|other measures)\b",
        r"\beach measure earns its own\b",
    ),
)
CONTROLS = Safeguard(
    "patients off track listed and studied, or a way to ask for an exception",
    ("off track", "penalt", "exception", "not improved", "test script"),
    any_of(
        r"\bwithout penalty\b|\boff[- ]track\b|\bexception (?:process|route|request)|"
        r"\btest scripts?\b",
    ),
)
EARLY_SIGNS = Safeguard(
    "early signs, shared during the year",
    ("early", "indicator", "quarter", "month"),
    any_of(
        r"\bearly signs?\b|\b(?:leading|early) indicators?\b",
        r"\bPlan shall report\b[^.;]{0,60}?\b(?:each|every) (?:quarter|month)\b",
    ),
)
CLINICAL_JUDGMENT = Safeguard(
    "no pay for less care, and no choosing of easier patients",
    ("inducement", "reward", "necessary care", "refuse", "judgment", "withhold"),
    any_of(
        r"\b(?:nothing|no payment|neither|not)\b[^.;]{0,100}?\b(?:rewards?|inducement|"
        r"induce)\b[^.;]{0,80}?"
        r"\b(?:reduce|limit\w*|deny|denial|withhold\w*|delay)\b",
        r"\bshall not refuse,? [^.;]{0,60}?\b(?:cost|difficulty|severity)\b",
    ),
)
GROUP_LEVEL = Safeguard(
    "reward for the group as a whole, not for ranked clinicians",
    ("individual", "group-level", "clinician"),
    any_of(
        r"\bshall not (?:pay or )?penali[sz]e any individual\b|\b(?:reward|incentive|"
        r"result)s? (?:is|are) "
        r"(?:paid |measured )?(?:at the )?group[- ]level\b|\bnot rank\b[^.;]{0,30}?\bclinicians?\b",
    ),
)
OWN_DOCUMENTS = Safeguard(
    "that only the documents at hand apply",
    ("only the", "prevails", "part of this agreement", "exhibits"),
    any_of(
        r"\bonly the (?:dated )?documents\b[^.;]{0,80}?\b(?:apply|bind)\b",
        r"\bexhibits are part of this agreement\b",
    ),
)
NO_BACKDATING = Safeguard(
    "that no change reaches back",
    ("before its effective", "retroactiv", "backdat", "before the effective"),
    any_of(
        r"\bno (?:amendment|change)\b[^.;]{0,80}?\bbefore (?:its|the) effective\b|"
        r"\bno backdating\b|"
        r"\bnot (?:apply |be )?retroactive",
    ),
)
BOTH_SIGN = Safeguard(
    "that a change needs both signatures",
    ("amend", "change", "sign"),
    any_of(
        r"\b(?:amended|amendment|change)\b[^.;]{0,80}?\b(?:only|when|unless|"
        r"except)\b[^.;]{0,40}?\b(?:signed by "
        r"both|both parties sign|writing signed by)",
    ),
    none_of(r"\bPlan may amend\b"),
)
WITH_REASONS = Safeguard(
    "discretion with a reason or a limit",
    ("unreasonabl", "acting reasonably", "reasons"),
    any_of(
        r"\bnot be unreasonably (?:withheld|delayed|conditioned)\b|\bacting reasonably\b|"
        r"\bwritten reasons\b|"
        r"\bstates? (?:its|the) reasons\b",
    ),
)
COURTS = Safeguard(
    "open courts or a neutral",
    ("court", "mediat", "neutral", "arbitrator"),
    any_of(
        r"\beither party may\b[^.;]{0,60}?\b(?:court|courts|action|mediation)\b|"
        r"\bneutral (?:mediator|"
        r"accountant|arbitrator|reviewer)\b|\bcourts stay open\b|\bmediator chosen by both\b",
    ),
)
GOOD_FAITH_SAID = Safeguard(
    "a duty of good faith",
    ("good faith",),
    any_of(r"\b(?:parties|each party|both|meet|shall|will|must)\b[^.;]{0,100}?\bin good faith\b"),
    none_of(r"\bgood faith effort\b|\bbecause\b|\bsolely\b|\breported\b"),
)
GOOD_FAITH_WAIVED = Safeguard(
    "a waiver of the implied duty",
    ("implied", "covenant", "fiduciary"),
    any_of(
        r"\b(?:waives?|disclaims?|no)\b[^.;]{0,60}?\b(?:implied (?:duty|covenant|duties|"
        r"obligation)|covenant of "
        r"good faith)\b",
    ),
    none_of(r"\bimplied warrant"),
)
HONEST_START = Safeguard(
    "facts given before signing: a sample, a worked example, a guide",
    ("before signature", "before signing", "worked example", "sample", "supplied to"),
    any_of(
        r"\b(?:supplied|given|gave|provided)\b[^.;]{0,60}?\bbefore (?:signature|signing)\b|"
        r"\bworked example\b|"
        r"\bafter signature Plan shall give\b",
    ),
    none_of(r"\bsample of (?:claims|records)\b"),
)
BOTH_DRAFTED = Safeguard(
    "that both sides wrote it",
    ("draft", "negotiat"),
    any_of(
        r"\bboth parties (?:took part in|participated in|drafted|negotiated)\b|\b(?:jointly|"
        r"mutually) (?:drafted|"
        r"negotiated|prepared)\b|\bterms (?:which|that) were (?:discussed|negotiated)\b",
    ),
)
OWN_FACTS = Safeguard(
    "the group's own facts: its clinicians, offices, history",
    ("clinician", "offices", "since", "practices"),
    any_of(
        r"\b(?:Group|Provider|Practice)\b[^.;]{0,100}?\(\d+\) (?:\w+ ){0,3}?(?:clinicians?|"
        r"therapists?|"
        r"offices|providers)\b",
        r"\bhave worked together since\b",
    ),
)
BLANKS = Safeguard(
    "blanks and parts that do not concern this group",
    ("blank", "insert", "reserved", "not applicable", "omitted", "___", "if applicable"),
    any_of(
        r"\bleave blank\b|\[insert\b|\bintentionally (?:left blank|omitted|deleted)\b|"
        r"\[?\breserved\b\]\.?$|"
        r"\bif (?:any of the following is )?not applicable\b",
    ),
    none_of(r"\brights? reserved\b"),
)
EITHER_MAY_LEAVE = Safeguard(
    "the same way out for both",
    ("either party", "exclusiv"),
    any_of(
        r"\beither party may terminate\b[^.;]{0,60}?\bwithout cause\b|"
        r"\beither party may contract with others\b",
    ),
)
