"""Whether a text is about care that is paid for by a plan, told by how thickly its words stand."""

import re
from collections.abc import Iterable

_KINDS = tuple(
    re.compile(rf"\b(?:{words})\b")
    for words in (
        "(?:[Nn]on-)?[Cc]overed (?:[Hh]ealth )?[Ss]ervices?|MHSA Services|Covered Health Care",
        (
            "Members?|[Nn]etwork members|[Ee]nrollees?|Covered (?:Persons?|Individuals?)|"
            "[Bb]eneficiar(?:y|ies)|Subscribers?"
        ),
        (
            "[Cc]apitation|PMPM|[Ss]hared (?:[Ss]avings|[Rr]isk)|[Rr]isk [Pp]ools?|ACO|"
            "[Aa]ccountable [Cc]are"
        ),
        (
            "(?:[Pp]articipating|[Nn]etwork) (?:[Pp]roviders?|[Pp]hysicians?|"
            "[Mm]edical [Gg]roups?)|PROVIDER NETWORK"
        ),
        "[Mm]edically (?:[Nn]ecessary|[Aa]ppropriate)|[Mm]edical [Nn]ecessity",
        r"Medi-Cal|Medicaid|Medicare|CMS|42 C\.?F\.?R",
        (
            "[Uu]tilization (?:[Mm]anagement|[Rr]eview)|[Pp]rior [Aa]uthorizations?|"
            "[Cc]redentialing|[Rr]ecredentialing"
        ),
        r"[Cc]lean [Cc]laims?|[Bb]alance bill\w*|[Cc]o-?payments?|[Cc]o-?insurance",
        (
            "[Bb]enefit [Pp]lans?|[Hh]ealth [Pp]lans?|[Hh]ealth (?:[Ii]nsurer|[Nn]etwork)|HMO|MCO|"
            "IPA|Pay(?:er|or)s?"
        ),
        r"(?:[Oo]ver|[Ii]mproper )[Pp]ayments?|[Rr]ecoup\w*",
        (
            "(?:[Hh]ealth ?care|[Mm]edical|[Bb]ehavioral [Hh]ealth|[Mm]ental [Hh]ealth) services|"
            "medical records"
        ),
    )
)
_PROVIDERS = re.compile(
    r"\b(?:[Pp]roviders?|PROVIDER|[Pp]hysicians?|[Pp]ractitioners?|[Cc]linicians?|Practice|"
    r"(?i:medical group)|P[PM]G|IPA|Participants?|[Tt]herapists?|Facility|"
    r"Hospitals?|health care services)\b"
)
_ENOUGH_KINDS = 2
_ENOUGH_WORDS = 4
_THICK = 8.0
"""Words of care in a thousand words; a clinic's lease has some, an agreement about care more."""


def stand_thickly_in(texts: Iterable[str], enough: int = _ENOUGH_WORDS) -> bool:
    """Say whether texts are about care for members that somebody is paid for.

    Parameters
    ----------
    texts
        What was supplied.
    enough
        How many words of care must stand in it at least.

    Examples
    --------
    >>> clause = "Provider bills each clean claim for Covered Services and no Member a copayment."
    >>> stand_thickly_in([clause])
    True
    >>> stand_thickly_in(["Tenant shall pay rent to the members of the company that owns it."])
    False
    """
    text = "\n".join(texts)
    counts = [len(pattern.findall(text)) for pattern in _KINDS]
    kinds = sum(count > 0 for count in counts)
    if kinds < _ENOUGH_KINDS or sum(counts) < enough or _PROVIDERS.search(text) is None:
        return False
    return sum(counts) * 1000 / max(len(text.split()), 1) >= _THICK
