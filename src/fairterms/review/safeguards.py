"""The safeguards of money, work and data that the scorecards look for."""

from fairterms.review.safeguard import PLAN_MUST, WISH, Safeguard, any_of, none_of

LOSS_CAP = Safeguard(
    "the most the group can lose",
    ("loss", "owe", "risk", "deficit", "downside", "repay"),
    any_of(
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
    none_of(
        r"\b(?:no|without|not) (?:\w+ ){0,2}?(?:cap|limit|maximum|limited|capped)\b",
        r"\binsurance\b|\bdamages\b|\blost profits\b|\bunlimited\b",
    ),
    has_amount=True,
)
STOP_LOSS = Safeguard(
    "a stop-loss amount for one costly member",
    ("stop-loss", "stop loss", "attachment point", "truncat", "high-cost", "reinsur"),
    any_of(
        r"\bstop[- ]loss\b|\battachment point\b|\btruncat\w+|\bhigh[- ]cost (?:claims?|members?|"
        r"cases?)\b"
    ),
    none_of(
        r"\bno stop[- ]loss\b|\breinsurers?\b|\badmission\b|\bnumber of\b|\bbefore any\b|\bmeans\b"
    ),
    has_amount=True,
)
STOP_LOSS_NAMED = Safeguard(
    "a stop-loss by name", STOP_LOSS.stems, STOP_LOSS.patterns, none_of(r"\bno stop[- ]loss\b")
)
NO_LIMIT = Safeguard(
    "losses without a limit",
    ("limit", "cap", "maximum"),
    any_of(
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
    any_of(
        rf"\b{PLAN_MUST}[^.;]{{0,20}}?\b(?:pay|adjudicate|"
        rf"reimburse)\b[^.;]{{0,80}}?\bwithin\b[^.;]{{0,40}}?"
        r"\bdays\b",
        rf"\b{PLAN_MUST}[^.;]{{0,20}}?\bpay (?:clean )?claims\b[^.;]{{0,60}}?\btimes required\b",
    ),
    none_of(r"\b(?:best|reasonable) efforts\b|\bendeavou?r\b"),
)
PHASE_IN = Safeguard(
    "risk by dated steps, or first years of upside only",
    ("phas", "upside", "step", "year", "downside", "loss", "risk"),
    any_of(
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
    none_of(r"\bfewer than\b|\bworked example\b|\bcredential|\binterest\b|\bfee schedule\b"),
)
FORMULA = Safeguard(
    "a formula with its data years for the benchmark or target",
    ("benchmark", "target", "threshold", "budget"),
    any_of(
        r"\b(?:benchmark|target|budget)s?(?: PMPM)?\b[^.;]{0,40}?(?:\bis\b|\bare\b|\bequals?\b|"
        r"=)[^.;]{0,160}?"
        r"(?:\bmultiplied by\b|\bdivided by\b|[×Σ]|\bsum\b|\baverage of\b|\btrended\b|"
        r"\bBase Years?\b|"
        r"\bper ?cent\b|\d ?%)",
        r"(?<!quality )\bthresholds?\b[^;]{0,120}?\d ?%",
    ),
    none_of(r"\bas determined by\b|\bto be determined\b|\bdiscretion\b|\bpart of the gross\b"),
)
ATTRIBUTION = Safeguard(
    "a rule that says who is counted, or a list to check",
    ("attribut", "assign"),
    any_of(
        r"\battribution list\b[^.;]{0,120}?\b(?:each month|monthly|day of|report an error|correct)",
        r"\b(?:attributed|assigned) to (?:the )?\w+ if\b",
        r"\battribution (?:is|follows)\b[^.;]{0,60}?\b(?:prospective|retrospective|exhibit|"
        r"visits?)",
    ),
    none_of(r"\bas in effect from time to time\b|\bas determined by\b|\bdiscretion\b"),
)
FIXED_TARGETS = Safeguard(
    "targets that stay for some years",
    ("reset", "re-set", "stay", "fixed", "ratchet", "unchanged"),
    any_of(
        r"\b(?:not (?:be )?re-?set|stays? the same|(?:is|are|remain) fixed|unchanged|"
        r"hold)\b[^.;]{0,100}?"
        r"\b(?:years?|term|results?)\b",
    ),
    none_of(r"\bfee schedule\b|\bfixed in Exhibit R\b"),
)
HELP = Safeguard(
    "help of the plan with administration or technology, without charge",
    ("charge", "cost", "support", "analyst", "license", "software", "expense", "free"),
    any_of(
        rf"\b{PLAN_MUST}[^.;]{{0,40}}?\b(?:provide|give|supply|furnish|pay|license|name|"
        rf"install|hold|offer|run|conduct|host)\b[^.;]{{0,160}}"
        r"?\b(?:without charge|free of charge|at no (?:cost|charge)|at (?:its|Plan's) (?:own |"
        r"sole )?"
        r"(?:cost|expense))\b",
        rf"\b{PLAN_MUST}[^.;]{{0,30}}?\b(?:provide|supply|furnish|pay|"
        rf"give)\b[^.;]{{0,20}}?,? (?:without charge|"
        r"free of charge|at no (?:cost|charge))[^.;]{0,120}",
        rf"\b{PLAN_MUST}[^.;]{{0,20}}?\b(?:pay|bear|reimburse|"
        rf"fund)s?\b[^.;]{{0,40}}?\b(?:licen[cs]e|software|"
        r"interface|connection|staff|technology|implementation)\b",
    ),
    none_of(
        WISH,
        r"\b(?:members?|enrollees?|patients?) (?:without|at no)\b|\bcopies\b|\bmedical records?\b",
        r"\bto the Plan\b|\bno (?:cost|charge) to (?:Plan|Members?)\b|\binsurance\b",
    ),
)
TRAINING = Safeguard(
    "free training by the plan",
    ("train", "educat", "orientation"),
    any_of(
        rf"\b{PLAN_MUST}[^.;]{{0,60}}?\b(?:provide|give|supply|furnish|offer|pay|"
        rf"hold|run|conduct|host|train)\b[^.;]{{0,160}}?"
        r"\b(?:train\w*|orientation)\b",
        r"\b(?:free|paid) training\b[^.;]{0,80}?\bby Plan\b",
    ),
    none_of(
        WISH, r"\bcompliance with\b", r"\b(?:Provider|Group)'s (?:own |sole )?(?:cost|expense)\b"
    ),
)
IS_FREE = none_of(
    r"\bwithout (?:additional )?charge\b|\bfree(?: of charge)?\b|\bat no (?:additional )?(?:cost|"
    r"charge)\b|"
    r"\bpaid by Plan\b|\bat (?:its|Plan's) (?:own |sole )?(?:cost|expense)\b"
)
OWN_COST = none_of(
    r"\bat (?:its|their|Group's|Provider's) (?:own |sole )+(?:cost|expense)\b",
    r"\b(?:Group|Provider|Practice) shall bear (?:its|the) (?:own )?costs? of (?:doing so|\w+)\b",
)
PAID_WORK = Safeguard(
    "an amount for measurement, reporting or coordination",
    ("coordinat", "report", "measur", "infrastructure", "start-up", "implementation", "management"),
    any_of(
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
    none_of(WISH),
)
COST_COVERED = Safeguard(
    "the whole cost of that work, paid by the plan",
    ("cost", "reimburs"),
    any_of(
        rf"\b{PLAN_MUST}[^.;]{{0,20}}?\b(?:pay|reimburse|cover|bear|"
        rf"fund)\b[^.;]{{0,30}}?\b(?:full|actual|whole|"
        r"entire|documented|all)? ?(?:the )?(?:costs?|expenses?) of\b[^.;]{0,60}?\b(?:measur|"
        r"report|coordinat|"
        r"collect|screen)\w*",
    ),
    none_of(WISH),
)
FIELDS = Safeguard(
    "a list of the reports with fields and dates",
    ("report", "file", "field"),
    any_of(
        r"\b(?:reports?|files?|fields?)\b[^.;]{0,60}?\b(?:listed|fixed|named|set out|"
        r"stated) in (?:Table|Exhibit|"
        r"Attachment|Schedule|Appendix)\b",
        r"\bmay not add a report\b|\bno (?:other|further) report\b",
    ),
    none_of(r"\bany other report\b|\bfrom time to time\b|\bas (?:Plan|requested)\b"),
)
JOINT_MEETINGS = Safeguard(
    "joint meetings at fixed times",
    ("meet", "committee"),
    any_of(
        r"\b(?:committee|parties|both sides|council|"
        r"contacts)\b[^.;]{0,60}?\bmeets?\b[^.;]{0,60}?\b(?:quarter\w*|"
        r"month\w*|twice|times|half[- ]year|weeks)\b",
        r"\b(?:joint|committee) meetings?\b[^.;]{0,60}?\b(?:quarter\w*|month\w*|twice|times)\b",
    ),
    none_of(r"\b(?:board of directors|shareholders?|dispute|mediat\w+|credentialing)\b"),
)
OPEN_RESULTS = Safeguard(
    "results open to the group, or a right to check them",
    ("audit", "settlement", "worksheet", "results", "perform", "figures", "auditor"),
    any_of(
        r"\bindependent (?:auditor|accountant|actuary)\b[^.;]{0,100}?\b(?:re-?perform|audit|examin|"
        r"verif|check)\w*",
        r"\b(?:auditor|accountant|Group|Provider)\b[^.;]{0,40}?\b(?:may|has the right to|"
        r"is entitled to)\b[^.;]{0,30}?"
        r"\b(?:audit|re-?perform|inspect|examine)\b[^.;]{0,60}?\b(?:settlement|calculation|"
        r"results?|figures)\b",
        r"\b(?:settlement )?report\b[^.;]{0,20}?\bshall show every line\b",
    ),
    none_of(r"\bnot required to release\b|\bconclusive\b"),
)
RECALIBRATION = Safeguard(
    "a joint way to change measures or reset the model",
    ("measure", "recalibrat", "target", "level", "benchmark"),
    any_of(
        r"\b(?:measures?|levels?|targets?)\b[^.;]{0,80}?\b(?:change|replaced|revised|amended|"
        r"changed)\b[^.;]{0,80}?"
        r"\b(?:joint\w*|both parties|amendment|committee|by agreement|mutual\w*)\b",
        r"\beither party may (?:call|ask) for (?:a )?recalibration\b|"
        r"\bcommittee shall review the measures\b",
    ),
    none_of(r"\bwithout (?:the )?(?:consent|agreement)\b|\bPlan may\b"),
)
DATA_FILES = Safeguard(
    "member-level data from the plan on a schedule",
    ("data", "file", "claims"),
    any_of(
        rf"\b{PLAN_MUST}[^.;]{{0,30}}?\b(?:deliver|send|provide|give|supply|"
        rf"furnish)s?\b[^.;]{{0,60}}?\b(?:member-"
        r"level|claims?[- ](?:level|lines?|data|files?)|files|data feed)\b",
    ),
    none_of(WISH, r"\bcredential|\bremittance\b|\bclaims status\b"),
)
SAMPLE_ACCEPTED = Safeguard(
    "a sample of the data that the group has accepted",
    ("sample",),
    any_of(
        r"\b(?:Group|Provider|Practice) (?:has )?(?:tested|loaded|"
        r"received) and accepted\b[^.;]{0,60}?\bsample|"
        r"\bsample\b[^.;]{0,80}?\b(?:was|has been|were) (?:\w+ )?(?:accepted|"
        r"tested and accepted)\b|"
        r"\bsample\b[^.;]{0,160}?\b(?:was|has been|were)\b[^.;]{0,80}?\b(?:Group|Provider|"
        r"Practice) (?:has )?(?:loaded|tested|accepted|read) (?:it|them)\b",
    ),
)
SET_DOCUMENTS = Safeguard(
    "compliance duties in documents at hand",
    ("comply", "compliance", "document", "follow", "abide", "observe"),
    any_of(
        r"\b(?:shall|must|will|agrees? to) (?:\w+ ){0,4}?comply with\b",
        r"\b(?:shall|must|will|agrees? to) (?:follow|abide by|observe|adhere to)\b[^.;]{0,60}?"
        r"\b(?:manual|handbook|rules|laws?|policies|exhibit)\b",
        r"\bonly the (?:dated )?documents\b|\bcompliance (?:duties|program)\b",
    ),
)
