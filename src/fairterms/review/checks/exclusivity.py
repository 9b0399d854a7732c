"""Our side may not work with others."""

import re
from collections.abc import Iterable

from fairterms.review import bound, places, sieve
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = (
    "exclusiv",
    "compet",
    "other",
    "another",
    "solely",
    "sole ",
    "rival",
    "third part",
    "any health",
)
_HEALTH = r"(?:(?:health|managed|behavioral|prepaid|commercial|insurance)[ -](?:care )?)?"
_RIVALS = (
    rf"(?:(?:other|another) (?:[\w-]+ ){{0,2}}?{_HEALTH}(?:plans?|payou?rs?|payers?|insurers?|"
    r"carriers?|HMOs?|MCOs?|PPOs?|IPAs?|networks?|managed care \w+|trade|business(?:es)?|"
    r"employers?|"
    r"employment|engagement|franchises?|manufacturers?)|"
    r"(?:competing|competitive|rival)(?:[ -][\w-]+){1,3}|similar (?:[\w-]+ ){0,2}?(?:platforms?|"
    r"products?|business(?:es)?|services? (?:for|to))|"
    r"competitors?\b|enter into (?:\w+ ){0,5}?(?:agreements?|contracts?|arrangements?)(?: "
    r"\w+){0,3}? "
    r"with (?:any )?(?:other|another|third part)|services? (?:for|to) any (?:other|third) "
    r"(?:part(?:y|ies)|persons?|compan(?:y|ies)|entit(?:y|ies)|clients?|customers?))"
)
_DEALS = (
    r"(?:contract|participat\w*|enter into|be (?:a party|employed|engaged|connected|involved)|"
    r"affiliate|join|engage|become|render|provide|furnish|perform|offer|work|sell|market|promote|"
    r"distribute|represent|handle|carry|deal|own|operate|manage|invest|endorse|develop|license|"
    r"purchase|buy|have any interest|acquire|assist|advise|consult|accept)"
)
_NOT = (
    r"(?P<verb>(?:agrees?|covenants?|undertakes?)\b[^.;]{0,160}?\bnot\b|"
    r"(?:shall|will|may|must|can)(?: not\b|not\b| neither\b)|shall refrain from\b|"
    r"(?:is|are|shall be) (?:prohibited|barred|restricted|precluded) from\b)"
    r"(?! be (?:prohibited|barred|restricted|precluded|prevented|limited|required|obligated|deemed|"
    r"construed))"
)
_BARRED = re.compile(
    rf"\b{_NOT}[^.;]{{0,200}}?\b{_DEALS}\w*[^.;]{{0,140}}?\b{_RIVALS}\b", re.IGNORECASE
)
_COMPETES = re.compile(rf"\b{_NOT}(?: [\w,-]+){{0,6}}? compete\b(?! for)", re.IGNORECASE)
_WITH_WHAT_COMPETES = re.compile(
    rf"\b(?:{_NOT}|(?P<verb2>shall \w+ no)\b)[^.;]{{0,200}}?"
    r"(?:\b(?:that|which|who)(?: \w+)? (?:directly |indirectly |or )*"
    r"(?:competes?|(?:is|are|would be|may be)(?: \w+){0,3}? (?:competitive|competing|in "
    r"competition))\b|\b(?:competitive|competing) (?:with|to)\b)",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?P<verb>(?i:shall|will|must|agrees? to|covenants? to)) (?:[\w,-]+ ){0,3}?(?:(?:work|"
    r"contract|"
    r"deal|participate|affiliate|render|perform|furnish|provide|purchase|buy|sell)\b"
    r"(?: [\w,-]+){0,10}? (?:exclusively|solely)|(?:exclusively|solely) (?:contract|deal|work|"
    r"purchase|buy|sell|participate|use|represent))"
    r"(?: \w+){0,3}? (?:to|for|with|from|through|on behalf of) (?:the |a )?(?P<whom>[A-Z]\w+)"
)
_SOLE_CUSTOMER = re.compile(
    r"\b(?:Plan|Health Plan|Company|HMO|Payor|MCO|Insurer)\b[^.;]{0,30}? (?:is|shall be|will be) "
    r"(?:\w+'s |the |its )?(?:sole|only|exclusive)(?: and exclusive)? "
    r"(?:payou?r|payer|health plan|customer|client|purchaser|plan|source of)",
)
_NOT_EXCLUSIVE = re.compile(
    r"\bnon-?exclusiv|\bnot (?:be )?(?:an )?exclusiv|\bno exclusiv|\bfree to\b", re.IGNORECASE
)
_NOTHING = re.compile(
    r"\b(?:nothing|none of the (?:\w+ )?(?:provisions|terms)|no (?:provision|term)|not (?:be )?"
    r"(?:construed|interpreted|deemed|intended))\b",
    re.IGNORECASE,
)
# What is kept from others is not the group's work: its secrets, its patients' data, this contract.
_SOMETHING_ELSE = re.compile(
    r"\b(?:confidential|proprietary|disclos\w+|trade ?marks?|logos?|names? (?:of|or)|assign\w*|"
    r"subcontract\w*|delegat\w*|discriminat\w*|kickback|incentives? or|refer(?:s|ral|rals|ring)?\b|"
    r"enroll\w*|disenroll\w*|bill\b|balance|surcharge|indemnif\w*|steer\w*|solicit\w* (?:any |a )?"
    r"(?:members?|enrollees?|patients?|employees?)|charge|collect|compensation from|on the same|"
    r"different\w*|preferen\w*|institute|in breach|dispute|"
    r"third[- ]party (?:payments?|liability|beneficiar)|subrogat\w*|recourse)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:after|following) (?:the )?(?:\w+ or )?(?:termination|expiration|end)\b|"
    r"\b(?:months?|years?)\)? (?:after|following|thereafter)\b",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_STEMS)
    found = places.within(
        passages,
        _BARRED,
        _COMPETES,
        _WITH_WHAT_COMPETES,
        _ONLY,
        _SOLE_CUSTOMER,
        where=lambda place: _binds_us(reading, place),
    )
    if found:
        after = any(_AFTER.search(place.text) for place in found)
        yield places.sighting(
            found,
            "You may not work with others." + (" It goes on after the contract." if after else ""),
        )


def _binds_us(reading: Reading, place: Place) -> bool:
    """Say whether a match bars our side, and from work for others rather than something else."""
    match = place.match
    if _NOT_EXCLUSIVE.search(place.text) or _NOTHING.search(place.before):
        return False
    if _SOMETHING_ELSE.search(match[0]):
        return False
    if match.re is _SOLE_CUSTOMER:
        return reading.is_provider_agreement
    verb = "verb2" if match.groupdict().get("verb2") else "verb"
    return bound.is_ours(reading, place.text, match.start(verb))


CHECK = Check(
    id="exclusivity",
    title="Exclusivity",
    detects=(Detects.PRESENCE, Detects.ONE_SIDED),
    severity=Severity.HIGH,
    theme=Theme.FAIR_DEALING,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_2",
    sources=(),
    laws=("exclusivity",),
    why=(
        "If only one plan may send you patients, it holds your whole income, and you cannot leave "
        "when its terms get worse."
    ),
    asks=("Ask that either party may contract with others.",),
    wording="This Agreement is not exclusive. Either party may contract with others.",
    find=_find,
)
