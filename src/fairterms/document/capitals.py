"""Words with capital letters, as contracts write their terms: where they stand, and which of them
look like terms and not like names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORD = r"[A-Z](?:[A-Z]*[a-z])[A-Za-z]*(?:[-/](?:[A-Z]?[a-z]+))*(?:\((?:s|es|ies)\))?"
_JOIN = r"(?:(?:of|and|for|to|or|in|the|of the|for the) )"
_RUN = re.compile(rf"(?<![\w$.@-]){_WORD}(?: {_JOIN}?{_WORD}){{0,6}}(?![\w@-])")
_LOWER = re.compile(r"\b[a-z][a-z]+\b")
# "Exhibit A", "Table B-1", "Measure 5": a part with a number, and no term.
_NUMBERED = re.compile(r" (?:[A-Z]{0,2}-?\d|\(?[a-z0-9A-Z]\)|[A-Z](?:-\d+)?\b(?!')|[IVX]+\b|#)")
# An acronym in brackets, or words that point to a definition, are told about what stands before.
_TOLD = re.compile(r" ?\(\"? ?[A-Z]{2}|,? [(\"]?[^().;]{0,30}?\b(?:defined|definition)\b")
_IN_NAME = re.compile(r",? (?:Inc\b|LLC|L\.L\.C|Corp\b|Ltd|LLP|P\.C|PLLC|Co\.)")
_ENDING = re.compile(r"\((?:s|es|ies)\)|'s$")

_PARTS = frozenset(
    "agreement contract section article exhibit attachment schedule appendix amendment addendum "
    "annex party parties recital paragraph subsection table page part chapter title volume line "
    "measure figure whereas witness witnesseth signature note attention inc llc corporation company "
    "headings caption counterpart term terms".split()
)
"""Names of parts, and words every agreement uses with a capital letter and without defining them."""
_NAMES = frozenset(
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday christmas united america states american "
    "federal commonwealth department commissioner commission bureau centers court courts congress "
    "act acts code codes rule rules regulation regulations statute statutes constitution secretary "
    "office treasury university college hospital institute association society academy board county "
    "city town street avenue road suite boulevard drive plaza center floor building north south east "
    "west northern southern eastern western internet english mr mrs ms dr president director officer "
    "chief executive manager chairman chairperson counsel attorney vice senior administrator "
    "governor judge state government medicare medicaid social security title committee council "
    "arbitration arbitrator arbitrators mediation red cross nasdaq incoterms ascii windows microsoft "
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii "
    "idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan "
    "minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york carolina "
    "dakota ohio oklahoma oregon pennsylvania rhode island tennessee texas utah vermont virginia "
    "washington wisconsin wyoming columbia canada europe european china england london".split()
)
"""Words of names: places, months, offices, laws."""
_FUNCTION = frozenset(
    "The Each Other Others With If No Not Any All Such This That These Those In On At By For To Of "
    "From Upon When Where While Who Which Its Their His Her Our Your We You It They As Is Are Be "
    "Shall May Will Must Except Notwithstanding Unless Until And Or But One Two Three Four Five Six "
    "Seven Eight Nine Ten Twenty Thirty Forty Fifty Hundred Thousand Million Dollars Percent".split()
)
"""Words that are no part of a term; with a capital letter they start another sentence."""
_NOUNS = frozenset(
    "access account accounting activity addition adjustment admission advance affiliate agency "
    "agent allocation allowance amount approval arrangement assessment asset assignment "
    "attribution audit authorization award balance band base baseline basis benchmark beneficiary "
    "benefit bill bonus book budget business calculation calendar cap capacity capitation "
    "care case category charge claim class client clinician code coinsurance collaboration "
    "commitment community compensation completion compliance component condition confidential "
    "consent contribution control copayment corridor cost coverage covered credit "
    "criteria criterion customer damage data deadline deductible deficit deliverable delivery "
    "dependent designated disclosure discount dispute distribution document dollar drug duty "
    "earnings eligibility eligible emergency employee enrollee enrollment entity episode "
    "equipment error event exclusion expenditure expense facility factor fee field file final formulary fund "
    "gain gate goal good grievance group guarantee guideline handbook health history hold home "
    "improvement incentive income incurred index indicator individual information infrastructure "
    "initial insurance intellectual interest interim invoice item key law letter level license "
    "limit list location loss maintenance management manual market mark material maximum measure "
    "measurement medical member membership mental method methodology milestone minimum model "
    "month monthly necessary need net network notice obligation operating option order outcome "
    "outlier outpatient overpayment panel participant participating participation patient pay "
    "payer payment payor penalty percentage performance period person personnel plan point "
    "policy pool portal practice practitioner preferred premium price pricing primary principal "
    "procedure product program project property protocol provider purchase purpose quality "
    "quarter quarterly rate rating ratio readmission receipt reconciliation record recovery "
    "reduction referral region registry regulatory reimbursement release report reporting "
    "representative request requirement reserve response responsibility result retention revenue "
    "review right risk roster royalty rule safety sale saving schedule scope score security "
    "service settlement severity share shared site software specialist specialty specification "
    "staff standard statement status stop study subcontractor subscriber supplier supply support "
    "surplus survey system target tax team technology territory test third threshold tier time "
    "total tool trademark training transaction transfer transition treatment trend trigger "
    "unit update use user utilization value vendor visit volume warranty withhold withheld work "
    "year annual acceptable baseline commendable applicable approved authorized licensed".split()
)
"""Words from which contracts make their terms, beside those a document itself uses."""


@dataclass(frozen=True)
class Run:
    """Words with capital letters that stand together.

    Attributes
    ----------
    start, end
        Their place in the text they were found in.
    words
        The words.
    is_inside
        True in the middle of a sentence, where a capital letter means something.
    is_numbered
        True before a number or letter: "Table B", "Measure 5".
    is_told
        True where words right after it say what it is, or where it is defined.
    """

    start: int
    end: int
    words: str
    is_inside: bool
    is_numbered: bool
    is_told: bool


def runs(text: str) -> Iterator[Run]:
    """Find the runs of capitalised words in a text."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        numbered = _NUMBERED.match(text, end) is not None or _IN_NAME.match(text, end) is not None
        is_told = _TOLD.match(text, end) is not None
        yield Run(start, end, match[0], _is_inside(text, start), numbered, is_told)


def is_name(words: str) -> bool:
    """Say whether a run is a name, or two sentences that ran together: "Closing The"."""
    parts = set(re.findall(r"[a-z]+", words.lower()))
    return not (parts.isdisjoint(_NAMES) and _FUNCTION.isdisjoint(words.split()))


def _is_inside(text: str, start: int) -> bool:
    """Say whether a word of small letters stands before a place, perhaps with a comma or bracket."""
    before = text[max(0, start - 6) : start].rstrip("(\"'").rstrip(" ").rstrip(",")
    if start == 0 or text[start - 1] not in " (\"'":
        return False
    is_after_number = re.search(r"\(\d{1,3}\) $", text[max(0, start - 6) : start]) is not None
    return is_after_number or (before[-1:].islower() and before[-2:].replace(" ", "").isalpha())


@lru_cache(maxsize=20_000)
def key(term: str) -> str:
    """Return what a term's forms have in common: "Attributed Members" and "attributed member".

    Examples
    --------
    >>> key("Covered Services"), key("Rate(s)"), key("Policies"), key("Gross Loss")
    ('covered service', 'rate', 'policy', 'gross loss')
    """
    *first, last = _ENDING.sub("", term).lower().split() or [""]
    return " ".join([*first, singular(last)])


def singular(word: str) -> str:
    """Return a word without the ending of its plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def vocabulary(text: str) -> frozenset[str]:
    """Return the words that a text writes with a small letter, in the singular."""
    return frozenset(singular(word) for word in set(_LOWER.findall(text)))


def looks_like_term(words: str, small: frozenset[str]) -> bool:
    """Say whether capitalised words look like a contract's term.

    Parameters
    ----------
    words
        A run, such as "Program Standards".
    small
        The text's own :func:`vocabulary`. A word that it never writes small is most likely a
        name, unless contracts commonly make terms of it.
    """
    parts = [singular(part) for part in re.findall(r"[a-z]+", words.lower())]
    if not parts or parts[-1] in _PARTS or is_name(words) or "-by-" in words.lower():
        return False
    if parts == ["effective", "date"]:
        return False  # the effective date mostly stands above the signatures
    if len(parts) == 1:
        return parts[0] in _NOUNS
    return all(part in _NOUNS or part in small for part in parts)
