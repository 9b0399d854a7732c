"""What an agreement calls its two sides."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from fairterms.document.document import Document
from fairterms.document.masks import PLACEHOLDER
from fairterms.review import acting_names, speech

_OPENING = 2_500
"""Letters from the start of a document in which its parties are named."""
_OPENING_ENDS = re.compile(r"\b(?:ARTICLE|Article|DEFINITIONS|Definitions|RECITALS|1\.1?) ")

_GROUP_WORDS = (
    r"(?:Participating |Network |Preferred |Practice )?Providers?|"
    r"(?:Medical |Provider |Practice )?Group|Practice|P[PM]G|"
    r"Physicians?|Practitioners?|Clinicians?|Contractor|Facility|Clinic|IPA|Quarterbacks?|PAPs?|"
    r"the provider|the group|the practice|[Mm]edical [Pp]ractice(?='s\b| (?:agrees|shall|may|will|"
    r"must)\b)"
)
_BETWEEN = "IPA"
"""It stands between plans and practices: the group to the first, the plan to the second."""
_PLAN_WORDS = (
    r"(?<!Benefit )(?<!benefit )(?:Health )?Plan(?!s)|Payers?|Payors?|Insurer|Carrier|Company|"
    r"HMO|MCO|the plan(?! of)|health plan(?!s)|the payer|(?:the|health) insurer"
)
_MASKED = r"(?<=\[)masked(?=\]|$)"
"""The word in ``[masked]``: patterns for names start and end with a letter."""
_DEFINED = re.compile(
    r"(?P<full>[A-Z\[][\w&.,'/\[\] -]{2,90}?)\s*\((?:[a-z, ]*?)\s*"
    r"\"(?P<name>[A-Z][\w&' -]{1,40})\"\)"
)
_CALLED_GROUP = re.compile(rf"\([a-z, ]*\"(?!{_BETWEEN}\b)(?:{_GROUP_WORDS})\"\)")
_CALLED_PLAN = re.compile(rf"\([a-z, ]*\"(?:{_PLAN_WORDS})\"\)")
_BEFORE_NAME = re.compile(r"\b(?:between|among|and|with|by)\b")
_NO_PARTY = re.compile(
    r"Agreement|Amendment|Addendum|Contract(?!or)|Date|Attachment|Exhibit|Services?|Members?|"
    r"Program|Schedule|Act"
)
_GROUP_SIGNS = re.compile(
    r"group|practice|clinic|counsel|psych|therap|associates|physician|provider|\bIPA\b",
    re.IGNORECASE,
)
_PLAN_SIGNS = re.compile(
    r"health ?(?:plan|net)|insurance|insurer|assurance|payou?r|payer|managed care|\bHMO\b|\bMCO\b",
    re.IGNORECASE,
)


class Side(Enum):
    """Who a clause speaks of."""

    PLAN = "the plan"
    GROUP = "the group"
    BOTH = "both parties"
    UNNAMED = "no one named"
    OTHER = "someone else"


_BOTH = re.compile(
    r"\b(?:(?:either|each|both|neither)(?: of the)? part(?:y|ies)|the parties|parties|a party)\b",
    re.IGNORECASE,
)
# What may stand between a subject and its verb.
_REACHES = re.compile(
    r"(?:[\"\u201d]\))?(?:\](?: [A-Z][\w&]*){0,3}(?:,? (?:Inc|LLC|Ltd|Corp)\b\.?,?)?)?"
    r"(?:'s(?: [\w-]+){1,4}|(?<=[Oo]ur)(?: [\w-]+){1,3})?(?: ?\([^)]*\))?"
    r"(?:,? (?:and|or) (?:its|their|his|her|any)[\w /,'-]{1,60})?"
    r"(?:, [^,]{1,90},)?"
    r"(?: (?:hereby|also|further|then|only|each|shall|at any time|from time to time|"
    r"in its (?:sole )?discretion),?)*\s*"
)
# Words after which a subject must stand; where none does, a name was removed from the text.
_NO_SUBJECT = re.compile(
    r"(?:^(?:\d[\d.]*|\(?\w\))?|[,;:]|\b(?:that|and|or|but|then|if|unless|when|where|foregoing))\s*$"
)


# "An audit of Provider shall" binds nobody of that name; "officers of Provider shall" does.
_OF_A_THING = re.compile(
    r"\b(?!(?:employees?|officers?|agents?|representatives?|affiliates?|staff|clinicians?|"
    r"practitioners?|subcontractors?|directors?|designees?|behalf|part|each|any|all|either|one|"
    r"obligations?|duty|right|discretion|event|case) )\w+ (?:of|by|to|from|against) (?:the )?\[?$",
    re.IGNORECASE,
)
_Name = tuple[int, int, Side]
"""Where in a sentence a side is named, and which."""


@dataclass(frozen=True)
class Parties:
    """Patterns for what an agreement calls its two sides."""

    plan: str
    group: str

    @cached_property
    def _plan(self) -> "re.Pattern[str]":
        return re.compile(rf"\b(?:{self.plan})\b")

    @cached_property
    def _group(self) -> "re.Pattern[str]":
        return re.compile(rf"\b(?:{self.group})\b")

    @cached_property
    def _pair(self) -> "re.Pattern[str]":
        one, other = rf"(?:{self.plan})", rf"(?:the )?(?:{self.group})"
        joined = r"\]?\s+(?:and|or|nor)\s+(?:the )?\[?"
        return re.compile(rf"\b(?:{one}{joined}{other}|{other}{joined}{one})$")

    @cached_property
    def _known(self) -> "dict[str, tuple[_Name, ...]]":
        return {}

    def _names(self, text: str) -> "tuple[_Name, ...]":
        """Return the sides that a sentence names; a sentence is asked about many times."""
        if text not in self._known:
            patterns = (self._plan, Side.PLAN), (self._group, Side.GROUP), (_BOTH, Side.BOTH)
            self._known[text] = tuple(
                (match.start(), match.end(), side)
                for pattern, side in patterns
                for match in pattern.finditer(text)
            )
        return self._known[text]

    def names_group(self, text: str) -> bool:
        """Say whether a text names the group."""
        return self._group.search(text) is not None

    def names_plan(self, text: str) -> bool:
        """Say whether a text names the plan."""
        return self._plan.search(text) is not None

    def subject(self, text: str, place: int) -> Side:
        """Say who the subject is of the verb at ``place`` of a sentence.

        Parameters
        ----------
        text
            The sentence.
        place
            Where "may", "shall" or "reserves" stands in it.

        Notes
        -----
        In a text from which names were removed a verb may be left without its subject
        ("..., retains the right to amend"); that is ``Side.UNNAMED``.
        """
        before = text[:place].rstrip()
        first, last, side = max(
            (name for name in self._names(text) if name[1] <= len(before)),
            key=lambda name: name[1],
            default=(0, 0, Side.OTHER),
        )
        if last and _REACHES.fullmatch(before, last):
            if self._pair.search(before[:last]):
                return Side.BOTH
            return Side.OTHER if _OF_A_THING.search(before, 0, first) else side
        if _NO_SUBJECT.search(before) or before.endswith(PLACEHOLDER):
            return Side.UNNAMED
        return Side.OTHER


def find(documents: Iterable[Document]) -> Parties:
    """Find what an agreement calls its parties, by the names it defines in its opening.

    Notes
    -----
    A name that is neither a group's nor a plan's by its own words is the plan only where the
    group is named beside it, and the group only where the plan is. ``[masked]`` is the side that
    the opening otherwise leaves nameless. "We" is the plan and "you" the group, but only in
    documents that open as terms for "you".
    """
    documents = tuple(documents)
    openings = [_opening(document) for document in documents]
    plan, group = [_PLAN_WORDS], [_GROUP_WORDS]
    for opening in openings:
        _sort_names(opening, plan, group)
    if len(plan) == 1 and not any(_CALLED_PLAN.search(opening) for opening in openings):
        plan += (found := acting_names.of_the_plan(documents, rf"{_GROUP_WORDS}|{_PLAN_WORDS}"))
        group += [r"(?:\w+ )?Participants?" for name in found if name in acting_names.NETWORKS]
    masked = _masked_side(openings, Parties("|".join(plan), "|".join(group)))
    if masked is not Side.UNNAMED:
        (plan if masked is Side.PLAN else group).append(_MASKED)
    if documents and all(speech.is_spoken_in(document) for document in documents):
        plan.append(speech.WE)
        group.append(speech.YOU)
        plan += [re.escape(n) for d in documents for n in speech.service_names(d)]
    return Parties("|".join(plan), "|".join(group))


def _opening(document: Document) -> str:
    """Return the words in which a document names its parties."""
    return _OPENING_ENDS.split(document.reading.text[:_OPENING])[0]


def _sort_names(opening: str, plan: list[str], group: list[str]) -> None:
    """Add the names that an opening defines to those of the plan and of the group."""
    defined = tuple(_defined(opening))
    has_group = re.search(rf"\b(?:{_GROUP_WORDS})\b", opening) is not None
    has_plan = False
    # A network of clinics is no group when it is the other party that is called "Provider".
    is_opposite = _CALLED_GROUP.search(opening) is not None and not any(
        re.fullmatch(_PLAN_WORDS, name) or _PLAN_SIGNS.search(f"{full} {name}")
        for full, name in defined
    )
    unknown: list[str] = []
    for full, name in defined:
        if re.fullmatch(_PLAN_WORDS, name) or re.fullmatch(_GROUP_WORDS, name):
            has_plan = has_plan or re.fullmatch(_PLAN_WORDS, name) is not None
        elif _GROUP_SIGNS.search(name if is_opposite else f"{full} {name}"):
            has_group = True
            group.append(re.escape(name))
        elif _PLAN_SIGNS.search(f"{full} {name}"):
            has_plan = True
            plan.append(re.escape(name))
        else:
            unknown.append(re.escape(name))
    if has_group:
        plan += unknown
    elif has_plan:
        group += unknown
    if is_opposite and any(name == _BETWEEN for _, name in defined):
        plan.append(_BETWEEN)
        group[0] = group[0].replace(f"|{_BETWEEN}|", "|")


def _masked_side(openings: Iterable[str], named: Parties) -> Side:
    """Say which side ``[masked]`` is: the one that the openings leave without a name."""
    opening = " ".join(openings)
    owners = {
        Side.GROUP if named.names_group(name) else Side.PLAN
        for full, name in _defined(opening)
        if PLACEHOLDER in full and (named.names_group(name) or named.names_plan(name))
    }
    if len(owners) == 1:
        return owners.pop()
    has_plan, has_group = named.names_plan(opening), named.names_group(opening)
    if owners or has_plan == has_group:
        return Side.UNNAMED
    return Side.PLAN if has_group else Side.GROUP


def _defined(opening: str) -> Iterable[tuple[str, str]]:
    """Return the full and the short name of each party that an opening defines."""
    for match in _DEFINED.finditer(opening):
        if not _NO_PARTY.search(match["name"]):
            yield _BEFORE_NAME.split(match["full"])[-1], match["name"]
