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
    "practice to",
    "third part",
    "any health",
)
_HEALTH = r"(?:(?:health|managed|behavioral|prepaid|commercial|insurance)[ -](?:care )?)?"
_RIVALS = (
    rf"(?:(?:other|another) (?:[\w-]+ ){{0,2}}?{_HEALTH}(?:plans?|payou?rs?|payers?|insurers?|"
    r"carriers?|HMOs?|MCOs?|health maintenance organizations?|PPOs?|IPAs?|networks?|managed care "
    r"\w+|trade|business(?:es)?|employers?|employment|engagement|franchises?|manufacturers?)|"
    r"other (?:entit(?:y|ies)|compan(?:y|ies)|organizations?|persons?) (?:that|which|who) (?:\w+ )?"
    r"(?:provides?|offers?|operates?|furnishes?|sells?|arranges?)|"
    r"(?:competing|competitive|rival)(?:[ -][\w-]+){1,3}|similar (?:[\w-]+ ){0,2}?(?:platforms?|"
    r"products?|business(?:es)?|services? (?:for|to))|competitors?\b|enter into (?:\w+ "
    r"){0,5}?(?:agreements?|contracts?|arrangements?)(?: \w+){0,3}? with (?:any )?(?:other|"
    r"another|third part)|services? (?:for|to) any (?:other|third) (?:part(?:y|ies)|persons?|"
    r"compan(?:y|ies)|entit(?:y|ies)|clients?|customers?))"
)
_DEALS = (
    r"(?:contract|participat\w*|enter into|be (?:a party|employed|engaged|connected|involved)|"
    r"affiliate|join|engage|become|render|provide|furnish|perform|offer|work|sell|market|promote|"
    r"distribute|represent|handle|carry|deal|own|operate|manage|invest|endorse|develop|license|"
    r"purchase|buy|have any interest|acquire|assist|advise|consult|accept)"
)
_NOT = (
    r"(?P<verb>(?:agrees?|covenants?|undertakes?)\b[^.;]{0,160}?\bnot\b|(?:shall|will|may|must|"
    r"can)(?: not\b|not\b| neither\b)|shall refrain from\b|(?:is|are|shall be) (?:prohibited|"
    r"barred|restricted|precluded) from\b)(?! be (?:prohibited|barred|restricted|precluded|"
    r"prevented|limited|required|obligated|deemed|construed))"
)
_BARRED = re.compile(
    rf"\b{_NOT}[^.;]{{0,200}}?\b{_DEALS}\w*[^.;]{{0,140}}?\b{_RIVALS}\b", re.IGNORECASE
)
_COMPETES = re.compile(rf"\b{_NOT}(?: [\w,-]+){{0,6}}? compete\b(?! for)", re.IGNORECASE)
_WITH_WHAT_COMPETES = re.compile(
    rf"\b(?:{_NOT}|(?P<verb2>shall \w+ no)\b)[^.;]{{0,200}}?"
    r"(?:\b(?:that|which|who)(?: \w+)? (?:directly |indirectly |or )*(?:competes?|(?:is|are|"
    r"would be|may be)(?: \w+){0,3}? (?:competitive|competing|in competition))\b|"
    r"\b(?:competitive|competing) (?:with|to)\b)",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?P<verb>(?i:shall|will|must|agrees? to|covenants? to)) (?:[\w,-]+ ){0,3}?(?:(?:work|"
    r"contract|deal|participate|affiliate|devote|render|perform|furnish|provide|purchase|buy|"
    r"sell)\b(?: [\w,-]+){0,10}? (?:exclusively|solely)|(?:exclusively|solely) (?:contract|deal|"
    r"work|purchase|buy|sell|participate|use|represent))(?: \w+){0,3}? (?:to|for|with|from|"
    r"through|on behalf of) (?:the |a )?(?P<whom>[A-Z]\w+)"
)
_LIMITS = re.compile(
    r"\b(?P<verb>shall|will|must|agrees? to) (?:\w+ )?(?:limit|restrict|confine) (?:its|his|her|"
    r"their) (?:\w+ )?practice to\b",
    re.IGNORECASE,
)
_SOLE_CUSTOMER = re.compile(
    r"\b(?:Plan|Health Plan|Company|HMO|Payor|MCO|Insurer)\b(?:[^.;]{0,30}?) (?:is|shall be|will "
    r"be|as) (?:\w+'s |the |its )?(?:sole|only|exclusive)(?: and exclusive)? (?:payor|payer|"
    r"health plan|customer|client|purchaser|plan|managed care|source of)",
)
_NOT_EXCLUSIVE = re.compile(
    r"\bnon-?exclusiv|\bnot (?:be )?(?:an )?exclusiv|\bno exclusiv|\bfree to\b", re.IGNORECASE
)
_NOTHING = re.compile(
    r"\b(?:nothing|none of the (?:\w+ )?(?:provisions|terms)|no (?:provision|term)|not (?:be "
    r")?(?:construed|interpreted|deemed|intended))\b",
    re.IGNORECASE,
)
# What is kept from others is not the group's work: its secrets, its patients' data, this contract.
_SOMETHING_ELSE = re.compile(
    r"\b(?:confidential|proprietary|disclos\w+|trade ?marks?|logos?|names? (?:of|or)|assign\w*|"
    r"subcontract\w*|delegat\w*|discriminat\w*|kickback|incentives? or|refer(?:s|ral|rals|"
    r"ring)?\b|enroll\w*|disenroll\w*|bill\b|balance|surcharge|indemnif\w*|steer\w*|solicit\w* "
    r"(?:any |a )?(?:members?|enrollees?|patients?|employees?)|charge|collect|compensation from|"
    r"on the same|different\w*|preferen\w*|institute|itself|in breach|dispute|third[- ]party "
    r"(?:payments?|liability|beneficiar)|subrogat\w*|recourse)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:after|following) (?:the )?(?:\w+ or )?(?:termination|expiration|end)\b|\b(?:months?|"
    r"years?)\)? (?:after|following|thereafter)\b",
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
        _LIMITS,
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
    lesson="training_5",
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
