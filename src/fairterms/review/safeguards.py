"""The safeguards that the scorecards look for, each as agreements write it."""

import re

from fairterms.review.safeguard import Safeguard

_PLAN_MUST = r"(?P<verb>shall|will|must|agrees? to|undertakes? to)\b(?! not)"
_WISH = (
    r"\b(?:will (?:discuss|consider|explore|collaborate|work with)|might|strives?|intends? to|"
    r"if any\b|"
    r"may (?:discuss|consider|explore|develop|offer|choose)|to the extent available)\b"
)


def _is(*patterns: str) -> tuple["re.Pattern[str]", ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _not(*patterns: str) -> "re.Pattern[str]":
    return re.compile("|".join(patterns), re.IGNORECASE)


LOSS_CAP = Safeguard(
    "the most the group can lose",
    ("loss", "owe", "risk", "deficit", "downside", "repay"),
    _is(
        r"\bloss (?:cap|limit)\b|\b(?:cap|limit|maximum|ceiling) (?:on|of|"
        r"for) (?:\w+ ){0,3}?(?:loss"
        r"(?:es)?|downside|risk|deficits?)\b",
        r"\b(?:never|not|no event)\b (?:\w+ ){0,2}?(?:owes?|loses?|bears?|repays?|"
        r"pays?)\b[^.;]{0,20}?"
        r"\bmore than\b",
        r"\b(?:shared )?(?:loss(?:es)?|deficits?|downside|"
        r"amounts? owed)\b[^.;]{0,80}?\b(?:(?:shall|"
        r"will|may|does|do) not exceed|(?:is|are) (?:limited|capped)|no more than|lesser of|"
        r"at most)\b",
    ),
    _not(
        r"\b(?:no|without|not) (?:\w+ ){0,2}?(?:cap|limit|maximum|limited|capped)\b",
        r"\binsurance\b|\bdamages\b|\blost profits\b|\bunlimited\b",
    ),
    has_amount=True,
)
STOP_LOSS = Safeguard(
    "a stop-loss amount for one costly member",
    ("stop-loss", "stop loss", "attachment point", "truncat", "high-cost", "reinsur"),
    _is(
        r"\bstop[- ]loss\b|\battachment point\b|\btruncat\w+|\bhigh[- ]cost (?:claims?|members?|"
        r"cases?)\b"
    ),
    _not(
        r"\bno stop[- ]loss\b|\breinsurers?\b|\badmission\b|\bnumber of\b|\bbefore any\b|\bmeans\b"
    ),
    has_amount=True,
)
STOP_LOSS_NAMED = Safeguard(
    "a stop-loss by name", STOP_LOSS.stems, STOP_LOSS.patterns, _not(r"\bno stop[- ]loss\b")
)
NO_LIMIT = Safeguard(
    "losses without a limit",
    ("limit", "cap", "maximum"),
    _is(
        r"\b(?:loss(?:es)?|deficits?|downside|risk)\b[^.;]{0,80}?\b(?:without (?:any |a )?(?:limit|"
        r"cap|"
        r"maximum)|unlimited|(?:is|are) not (?:limited|capped)|no (?:cap|limit|maximum))\b",
        r"\b(?:no|without (?:any |a )?) ?(?:cap|limit|maximum)\b[^.;]{0,40}?\b(?:loss(?:es)?|"
        r"deficits?|"
        r"downside|risk)\b|\bunlimited (?:loss|risk|downside)",
    ),
)
PAID_IN_TIME = Safeguard(
    "a time of payment",
    ("pay", "paid"),
    _is(
        rf"\b{_PLAN_MUST}[^.;]{{0,20}}?\b(?:pay|adjudicate|"
        rf"reimburse)\b[^.;]{{0,80}}?\bwithin\b[^.;]{{0,40}}?"
        r"\bdays\b",
        rf"\b{_PLAN_MUST}[^.;]{{0,20}}?\bpay (?:clean )?claims\b[^.;]{{0,60}}?\btimes required\b",
    ),
    _not(r"\b(?:best|reasonable) efforts\b|\bendeavou?r\b"),
)
PHASE_IN = Safeguard(
    "risk by dated steps, or first years of upside only",
    ("phas", "upside", "step", "year", "downside", "loss", "risk"),
    _is(
        r"\b(?:\d+ ?%|percent\b)[^.;]{0,60}?\b(?:20[2-9]\d|(?:first|second) (?:\w+ )?year|"
        r"year (?:1|one))\b"
        r"[^.;]{0,80}?\b(?:\d+ ?%|percent\b)[^.;]{0,60}?\b(?:20[2-9]\d|(?:second|"
        r"third) (?:\w+ )?year|"
        r"year (?:2|two))\b",
        r"\b(?:first|second|20[2-9]\d|years? (?:1|one))\b[^.;]{0,60}?\b(?:upside[- ]only|"
        r"upside only|no "
        r"(?:shared )?(?:loss|downside|deficit))",
        r"\b(?:no (?:shared )?loss(?:es)?|no downside|upside[- ]only|loss(?:es)? (?:is|"
        r"are) not shared)\b"
        r"[^.;]{0,80}?\b(?:first|20[2-9]\d|years? (?:1|one))\b",
        r"\bloss(?:es)?\b[^.;]{0,60}?\b(?:begin|start|are shared)\b[^.;]{0,40}?\b(?:second|third|"
        r"year "
        r"(?:2|3|two|three))\b",
    ),
    _not(r"\bfewer than\b|\bworked example\b|\bcredential|\binterest\b|\bfee schedule\b"),
)
FORMULA = Safeguard(
    "a formula with its data years for the benchmark or target",
    ("benchmark", "target", "threshold", "budget"),
    _is(
        r"\b(?:benchmark|target|budget)s?(?: PMPM)?\b[^.;]{0,40}?(?:\bis\b|\bare\b|\bequals?\b|"
        r"=)[^.;]{0,160}?"
        r"(?:\bmultiplied by\b|\bdivided by\b|[×Σ]|\bsum\b|\baverage of\b|\btrended\b|"
        r"\bBase Years?\b|"
        r"\bper ?cent\b|\d ?%)",
        r"(?<!quality )\bthresholds?\b[^;]{0,120}?\d ?%",
    ),
    _not(r"\bas determined by\b|\bto be determined\b|\bdiscretion\b|\bpart of the gross\b"),
)
ATTRIBUTION = Safeguard(
    "a rule that says who is counted, or a list to check",
    ("attribut", "assign"),
    _is(
        r"\battribution list\b[^.;]{0,120}?\b(?:each month|monthly|day of|report an error|correct)",
        r"\b(?:attributed|assigned) to (?:the )?\w+ if\b",
        r"\battribution (?:is|follows)\b[^.;]{0,60}?\b(?:prospective|retrospective|exhibit|"
        r"visits?)",
    ),
    _not(r"\bas in effect from time to time\b|\bas determined by\b|\bdiscretion\b"),
)
FIXED_TARGETS = Safeguard(
    "targets that stay for some years",
    ("reset", "re-set", "stay", "fixed", "ratchet", "unchanged"),
    _is(
        r"\b(?:not (?:be )?re-?set|stays? the same|(?:is|are|remain) fixed|unchanged|"
        r"hold)\b[^.;]{0,100}?"
        r"\b(?:years?|term|results?)\b",
    ),
    _not(r"\bfee schedule\b|\bfixed in Exhibit R\b"),
)
HELP = Safeguard(
    "help of the plan with administration or technology, without charge",
    ("charge", "cost", "support", "analyst", "license", "software", "expense", "free"),
    _is(
        rf"\b{_PLAN_MUST}[^.;]{{0,40}}?\b(?:provide|give|supply|furnish|pay|license|name|"
        rf"install)\b[^.;]{{0,160}}"
        r"?\b(?:without charge|free of charge|at no (?:cost|charge)|at (?:its|Plan's) (?:own |"
        r"sole )?"
        r"(?:cost|expense))\b",
        rf"\b{_PLAN_MUST}[^.;]{{0,30}}?\b(?:provide|supply|furnish|pay|"
        rf"give)\b[^.;]{{0,20}}?,? (?:without charge|"
        r"free of charge|at no (?:cost|charge))[^.;]{0,120}",
        rf"\b{_PLAN_MUST}[^.;]{{0,20}}?\b(?:pay|bear|reimburse|"
        rf"fund)s?\b[^.;]{{0,40}}?\b(?:licen[cs]e|software|"
        r"interface|connection|staff|technology|implementation)\b",
    ),
    _not(
        _WISH,
        r"\b(?:members?|enrollees?|patients?) (?:without|at no)\b|\bcopies\b|\bmedical records?\b",
        r"\bto the Plan\b|\bno (?:cost|charge) to (?:Plan|Members?)\b|\binsurance\b",
    ),
)
TRAINING = Safeguard(
    "free training by the plan",
    ("train", "educat", "orientation"),
    _is(
        rf"\b{_PLAN_MUST}[^.;]{{0,60}}?\b(?:provide|give|supply|furnish|offer|pay|"
        rf"train)\b[^.;]{{0,160}}?"
        r"\b(?:train\w*|orientation)\b",
        r"\b(?:free|paid) training\b[^.;]{0,80}?\bby Plan\b",
    ),
    _not(
        _WISH, r"\bcompliance with\b", r"\b(?:Provider|Group)'s (?:own |sole )?(?:cost|expense)\b"
    ),
)
IS_FREE = _not(
    r"\bwithout (?:additional )?charge\b|\bfree(?: of charge)?\b|\bat no (?:additional )?(?:cost|"
    r"charge)\b|"
    r"\bpaid by Plan\b|\bat (?:its|Plan's) (?:own |sole )?(?:cost|expense)\b"
)
OWN_COST = _not(
    r"\bat (?:its|their|Group's|Provider's) (?:own |sole )+(?:cost|expense)\b",
    r"\b(?:Group|Provider|Practice) shall bear (?:its|the) (?:own )?costs? of (?:doing so|\w+)\b",
)
PAID_WORK = Safeguard(
    "an amount for measurement, reporting or coordination",
    ("coordinat", "report", "measur", "infrastructure", "start-up", "implementation", "management"),
    _is(
        r"\b(?:care|case) (?:coordination|management) (?:fee|payment)s?\b[^.;]{0,80}?(?:\$|"
        r"\bcents?\b|\bdollars?"
        r"\b)",
        r"(?:\$ ?\d|\bdollars?\b)[^.;]{0,80}?\b(?:for|toward)\b[^.;]{0,60}?\b(?:coordinat|measur|"
        r"report|outcome "
        r"file|train|start-?up|implement)\w*",
        r"\b(?:infrastructure|start-?up|implementation|reporting|measurement|"
        r"coordination) (?:advance|"
        r"payments?|fees?|grants?)\b[^.;]{0,80}?(?:\$|\bdollars?\b|\bcents?\b)",
    ),
    _not(_WISH),
)
COST_COVERED = Safeguard(
    "the whole cost of that work, paid by the plan",
    ("cost", "reimburs"),
    _is(
        rf"\b{_PLAN_MUST}[^.;]{{0,20}}?\b(?:pay|reimburse|cover|bear|"
        rf"fund)\b[^.;]{{0,30}}?\b(?:full|actual|whole|"
        r"entire|documented|all)? ?(?:the )?(?:costs?|expenses?) of\b[^.;]{0,60}?\b(?:measur|"
        r"report|coordinat|"
        r"collect|screen)\w*",
    ),
    _not(_WISH),
)
FIELDS = Safeguard(
    "a list of the reports with fields and dates",
    ("report", "file", "field"),
    _is(
        r"\b(?:reports?|files?|fields?)\b[^.;]{0,60}?\b(?:listed|fixed|named|set out|"
        r"stated) in (?:Table|Exhibit|"
        r"Attachment|Schedule|Appendix)\b",
        r"\bmay not add a report\b|\bno (?:other|further) report\b",
    ),
    _not(r"\bany other report\b|\bfrom time to time\b|\bas (?:Plan|requested)\b"),
)
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
    _is(
        rf"\b{_TOOLS}\b[^;]{{0,200}}?(?:\d ?%|\bpercent\b)",
        rf"\b(?:numerator|denominator)\b[^;]{{0,200}}?\b{_TOOLS}\b",
    ),
    _not(r"\bsubstance use records\b"),
)
_ADJUSTS = r"(?:adjust(?:s|ed|ment|ments)?|case[- ]mix)"
RISK_ADJUSTED = Safeguard(
    "adjustment of targets or results for patients' risk",
    ("adjust", "risk ratio", "risk score", "case mix", "case-mix"),
    _is(
        rf"\brisk[- ]{_ADJUSTS}\b|\b{_ADJUSTS} for (?:\w+ ){{0,4}}?(?:risk|severity|acuity|"
        rf"case[- ]mix|need)\b|"
        r"\bRisk Ratio\b[^.;]{0,80}?\bRisk Score\b|\bcase[- ]mix adjust",
    ),
    _not(
        r"\b(?:no|not|without|never)\b[^.;]{0,40}?\badjust",
        r"\bRisk Adjustment (?:Data|Documentation|Programs?|payment|Audit|processing|initiatives|"
        r"assessment)\b|"
        r"\bHHS\b|\bdiagnosis data\b",
    ),
)
RISK_MODEL = Safeguard(
    "the risk model and what goes into it",
    ("model", "hcc", "risk", "severity", "cdps", "version"),
    _is(
        r"\b(?:Risk )?Model\b[^.;]{0,40}?(?:, |\b)version\b[^;]{0,240}?\b(?:age|sex|diagnos\w+|"
        r"severity)\b",
        r"\b(?:CMS-HCC|HHS-HCC|CDPS|HCC|ACG|DxCG)\b[^;]{0,160}?\b(?:severity|age|diagnos\w+|"
        r"baseline|scores?)\b",
        r"\b(?:severity|age|diagnos\w+|baseline)\b[^;]{0,160}?\b(?:CMS-HCC|HHS-HCC|CDPS|HCC|ACG|"
        r"DxCG)\b",
    ),
    _not(r"\bmedical record\b|\bchart review\b|\bRisk Adjustment (?:Data|Documentation|Audit)\b"),
)
NOT_ADJUSTED = Safeguard(
    "a refusal to adjust",
    ("adjust",),
    _is(
        r"\b(?:no|not|without|nor|neither)\b[^.;]{0,40}?\badjust\w*\b[^.;]{0,80}?\b(?:risk|"
        r"severity|acuity|"
        r"diagnos\w+|circumstances|case[- ]mix|social|need)",
    ),
    _not(r"\bclaims?\b|\bretroactive\b|\bRisk Adjustment (?:Data|Documentation)\b"),
)
JOINT_MEETINGS = Safeguard(
    "joint meetings at fixed times",
    ("meet", "committee"),
    _is(
        r"\b(?:committee|parties|both sides|council|"
        r"contacts)\b[^.;]{0,60}?\bmeets?\b[^.;]{0,60}?\b(?:quarter\w*|"
        r"month\w*|twice|times|half[- ]year|weeks)\b",
        r"\b(?:joint|committee) meetings?\b[^.;]{0,60}?\b(?:quarter\w*|month\w*|twice|times)\b",
    ),
    _not(r"\b(?:board of directors|shareholders?|dispute|mediat\w+|credentialing)\b"),
)
OPEN_RESULTS = Safeguard(
    "results open to the group, or a right to check them",
    ("audit", "settlement", "worksheet", "results", "perform", "figures", "auditor"),
    _is(
        r"\bindependent (?:auditor|accountant|actuary)\b[^.;]{0,100}?\b(?:re-?perform|audit|examin|"
        r"verif|check)\w*",
        r"\b(?:auditor|accountant|Group|Provider)\b[^.;]{0,40}?\b(?:may|has the right to|"
        r"is entitled to)\b[^.;]{0,30}?"
        r"\b(?:audit|re-?perform|inspect|examine)\b[^.;]{0,60}?\b(?:settlement|calculation|"
        r"results?|figures)\b",
        r"\b(?:settlement )?report\b[^.;]{0,20}?\bshall show every line\b",
    ),
    _not(r"\bnot required to release\b|\bconclusive\b"),
)
RECALIBRATION = Safeguard(
    "a joint way to change measures or reset the model",
    ("measure", "recalibrat", "target", "level", "benchmark"),
    _is(
        r"\b(?:measures?|levels?|targets?)\b[^.;]{0,80}?\b(?:change|replaced|revised|amended|"
        r"changed)\b[^.;]{0,80}?"
        r"\b(?:joint\w*|both parties|amendment|committee|by agreement|mutual\w*)\b",
        r"\beither party may (?:call|ask) for (?:a )?recalibration\b|"
        r"\bcommittee shall review the measures\b",
    ),
    _not(r"\bwithout (?:the )?(?:consent|agreement)\b|\bPlan may\b"),
)
CIRCUMSTANCES_REFUSED = Safeguard(
    "a refusal to count patients' need or circumstances",
    ("adjust", "paid", "payment"),
    _is(
        r"\b(?:no|not|nor|without)\b[^.;]{0,40}?\b(?:adjust\w*|additional|extra|added|"
        r"higher)\b[^.;]{0,80}?"
        r"\b(?:circumstances|social|socio-?economic|high(?:er)?[- ]need)\b",
    ),
    _not(r"\bsocial security\b"),
)
NEED_SPOKEN_OF = Safeguard(
    "patients' circumstances, spoken of",
    ("social", "socio", "circumstances", "need"),
    _is(
        r"\b(?:acknowledge|recogni[sz]e|understand|will (?:discuss|consider|"
        r"explore))\b[^.;]{0,120}?\b(?:social|"
        r"socio-?economic|circumstances|high(?:er)?[- ]need)\b",
    ),
    _not(r"\bsocial security\b"),
)
SOCIAL_FACTORS = Safeguard(
    "social factors that change a target or a payment",
    ("social", "socio", "depriv", "homeless", "housing", "equity", "poverty"),
    _is(
        r"\b(?:adjust\w*|add-?on|factors?|weight\w*|paid|payment)\b[^.;]{0,100}?\b(?:homeless\w*|"
        r"housing|poverty|"
        r"deprivation|socio-?economic|social (?:risk|needs?|factors?|vulnerability))",
        r"\b(?:homeless\w*|housing|poverty|deprivation|socio-?economic|social (?:risk|needs?|"
        r"factors?|"
        r"vulnerability))\b[^.;]{0,100}?\b(?:adjust\w*|add-?on|is paid|are paid|count)\b",
    ),
    _not(
        _WISH,
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
    _is(
        r"\$ ?\d[^.;]{0,120}?\b(?:high(?:er)?[- ](?:need|risk|acuity)|severe|serious mental|"
        r"complex|social "
        r"(?:risk|need|or clinical))",
        r"\b(?:high(?:er)?[- ](?:need|risk|acuity)|severe|serious mental|complex|social (?:risk|"
        r"need))\b"
        r"[^.;]{0,160}?\$ ?\d",
    ),
    _not(_WISH, r"\bstop[- ]loss\b|\battachment point\b|\bcopay|\binsurance\b|\bclaims? above\b"),
)
DATA_FILES = Safeguard(
    "member-level data from the plan on a schedule",
    ("data", "file", "claims"),
    _is(
        rf"\b{_PLAN_MUST}[^.;]{{0,30}}?\b(?:deliver|send|provide|give|supply|"
        rf"furnish)s?\b[^.;]{{0,60}}?\b(?:member-"
        r"level|claims?[- ](?:level|lines?|data|files?)|files|data feed)\b",
    ),
    _not(_WISH, r"\bcredential|\bremittance\b|\bclaims status\b"),
)
SAMPLE_ACCEPTED = Safeguard(
    "a sample of the data that the group has accepted",
    ("sample",),
    _is(
        r"\b(?:Group|Provider|Practice) (?:has )?(?:tested|loaded|"
        r"received) and accepted\b[^.;]{0,60}?\bsample|"
        r"\bsample\b[^.;]{0,80}?\b(?:was|has been|were) (?:\w+ )?(?:accepted|"
        r"tested and accepted)\b",
    ),
)
SET_DOCUMENTS = Safeguard(
    "compliance duties in documents at hand",
    ("comply", "compliance", "document"),
    _is(
        r"\b(?:shall|must|will|agrees? to) (?:\w+ ){0,4}?comply with\b",
        r"\bonly the (?:dated )?documents\b|\bcompliance (?:duties|program)\b",
    ),
)
PRIVACY_LAW = Safeguard(
    "the privacy laws that hold",
    ("hipaa", "portability", "part 2", "privacy"),
    _is(r"\bHIPAA\b|\bPortability and Accountability\b|\b42 CFR Part 2\b"),
)
LEAST_DATA = Safeguard(
    "only the minimum necessary, and therapy notes kept apart",
    ("minimum necessary", "psychotherapy notes", "minimum amount"),
    _is(
        r"\bminimum necessary\b|\b(?:not|never|requires?|"
        r"without)\b[^.;]{0,80}?\bpsychotherapy notes\b|"
        r"\bpsychotherapy notes\b[^.;]{0,80}?\b(?:not|never|without|authorization)\b"
    ),
)
