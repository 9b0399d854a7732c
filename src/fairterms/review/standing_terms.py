"""Terms that one side posts for everyone who uses a service, and its rights to change them.

Such terms speak to "you". Whoever is not "you" has written them, and what it may change is not
only the text: the service, its price and its rules are as much of the bargain.
"""

import re
from collections.abc import Iterator

from fairterms.review.context import Reading
from fairterms.review.passages import Passage

_YOU = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)
_LEAST_SHARE = 0.25
"""The share of sentences that speak to "you" from which a text is posted terms."""
_LEAST = 3

_RIGHT = (
    r"\b(?:(?:may|might|can|could)(?! not)|(?:reserves?|retains?) (?:all )?(?:the )?rights?|"
    r"ha(?:s|ve) the (?:\w+ )?right|(?:is|are) entitled|needs? to|ha(?:s|ve) to|"
    r"have the flexibility)"
)
_VERB = (
    r"(?:chang(?:e|ing)|modify|modifying|amend|(?<!automatically )updat(?:e|ing)|revis(?:e|ing)|"
    r"alter|vary(?= (?:the|these|this|any|our|or))|adjust|"
    r"mak(?:e|ing) (?:\w+ ){0,3}?(?:changes|modifications|amendments|improvements|adjustments)|"
    r"add (?:or remove|to|new)|remove (?:or add|features|some)|replace|supplement|"
    r"charge (?:a )?fees|add,? (?:and|or) remove|"
    r"discontinue (?:any|some|all|part|certain|features)|implement new|limit the availability|"
    r"increase|introduce)"
)
_OF_SERVICE = (
    r"(?:terms?|agreements?|contracts?|provisions?|conditions|polic(?:y|ies)|services?|products?|features?|functionalit\w+|"
    r"functions?|prices?|pricing|fees?|rates?|charges|sites?|websites?|platform|apps?|software|"
    r"offer(?:s|ings?)?|subscriptions?|programs?|limits?|plans?|rules|guidelines|requirements|"
    r"items|benefits|content|methods?|game|numbers?|providers|extension|virtual|credits?|"
    r"promotions?|trial|notice|version|feeds?|solution)"
)
_ACTIVE = re.compile(
    rf"{_RIGHT}\b(?P<way>[^.;]{{0,110}}?)\b(?P<verb>{_VERB})\b(?P<what>[^.;]{{0,120}})",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"\b(?P<what>{_OF_SERVICE})\b[^.;]{{0,60}}?\b(?:(?:may|might|can|will) (?:also )?(?:be )?|"
    r"(?:is|are) subject to (?:\w+ )?|(?:may|can) (?:(?!not )\w+ ){1,4}?be )"
    r"(?:chang(?:ed?|es)|modif(?:ied|ications?)|amend(?:ed|ments?)|updated|revised|revisions?|"
    r"vary from time to time|altered|adjusted|\w+ or (?:modified|changed|amended))\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    rf"\b(?:constantly|continuously|always) (?:innovating, )?(?:changing|updating)\b[^.;]{{0,30}}?"
    rf"\b(?:the|our) {_OF_SERVICE}\b|"
    rf"\b{_OF_SERVICE} (?:\w+ )?changes? (?:frequently|from time to time|occasionally)\b|"
    r"\bas (?:they |it )?may be (?:amended|updated|modified|revised|changed)(?: by us)? "
    r"from time to time\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(rf"\b{_OF_SERVICE}\b", re.IGNORECASE)
_OF_YOU = re.compile(
    r"\b(?:you|users?|customers?|members?|guests?|hosts?|either party|parent|licensees?|they)"
    r"(?: \w+){0,2} ?$|\bif you\b[^,]{0,40}$",
    re.IGNORECASE,
)
_YOURS = re.compile(
    r"^[^.;,]{0,25}\byour (?:password|settings|preferences|information|details|profile|choice|"
    r"mind|email|address|payment|personal|billing|plan|order|data|content|account)",
    re.IGNORECASE,
)
_OF_USERS = re.compile(
    r"^[^.;]{0,30}?\b(?:reviews?|posts|comments|user[- ](?:generated[- ])?content|"
    r"last (?:updated|modified))\b",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"\b(?:how|whether|what happens if|if|circumstances) (?:we |\w+ )?$", re.IGNORECASE
)
_AGREED = re.compile(
    r"\b(?:with your (?:prior |express |written )*(?:consent|agreement)|signed by|mutual(?:ly)?|"
    r"both parties|unless you (?:agree|consent)|only (?:with your|if you)|"
    r"(?:may|can|will|shall) only be (?:amended|modified)|no (?:amendment|modification)s?)\b",
    re.IGNORECASE,
)


def is_standing(reading: Reading) -> bool:
    """Say whether a text is terms posted for everyone: it speaks to "you"."""
    speaking = sum(1 for passage in reading.passages if _YOU.search(passage.text))
    return speaking >= _LEAST and speaking >= _LEAST_SHARE * len(reading.passages)


def changes(passage: Passage) -> tuple[int, int] | None:
    """Return where a sentence lets the side that wrote it change what was agreed, or None."""
    text = passage.text
    if _AGREED.search(text) or text.endswith("?"):
        return None
    return next(_changes(text), None)


def _changes(text: str) -> Iterator[tuple[int, int]]:
    for match in _ACTIVE.finditer(text):
        if not _is_users(text[: match.start()], match) and _names_service(match):
            yield match.start(), match.end("verb")
    for pattern in (_PASSIVE, _OFTEN):
        for match in pattern.finditer(text):
            yield match.span()


def _is_users(before: str, match: "re.Match[str]") -> bool:
    """Say whether it is the user who may change something, or something of the user's."""
    way = match["way"]
    is_cut = _YOU.search(way) is not None and not way.lstrip().startswith("to")
    told = any(pattern.search(before) for pattern in (_OF_YOU, _EXPLAINED))
    return is_cut or told or any(p.search(match["what"]) for p in (_YOURS, _OF_USERS))


def _names_service(match: "re.Match[str]") -> bool:
    reach = re.split(r" (?:by|if|when|upon|because) ", match["what"])[0]
    return _OBJECT.search(reach) is not None or _OBJECT.search(match["way"]) is not None
