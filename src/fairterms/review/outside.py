"""Documents that an agreement brings in from outside: manuals, policies, web pages."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fairterms.document.document import Document
from fairterms.review import other_agreements, own_names
from fairterms.review.passages import Passage

_KINDS = {
    "provider manual": (
        r"(?:provider|practitioner|physician|administrative|network|operations) "
        r"(?:manual|handbook)(?:\(s\)|s)?"
    ),
    "policies and procedures": (
        r"Policies\b|policies,? (?:and|&|programs?,?)[\w, ]{0,30}procedures|"
        r"policies and programs|(?:medical|clinical|payment|reimbursement|billing) policies"
    ),
    "protocols": r"Protocols\b",
    "program description": r"program (?:description|guide|manual|specifications)",
    "technical guide": (
        r"(?:technical|companion|implementation|methodology|measure|data|risk model) "
        r"(?:guide\b|specifications? (?:manual|guide)\b)"
    ),
    "side letter": (
        r"(?:side letter|letter agreement|letter (?:of even date|dated)|"
        r"letter of (?:the same|that) date)"
    ),
}
_CASED = ("policies and procedures", "protocols")
"""Kinds whose capital letter tells them from a word of everyday use."""
_WEB = "web page"
_WEB_PAGE = re.compile(r"(?<!State )\b(?:web ?sites?|web ?pages?|provider portal)", re.IGNORECASE)
# Where a notice is posted, or when a change starts: a place, and no text that must be obeyed.
_ONLY_A_PLACE = re.compile(
    r"\bnotic\w*|\bnotif\w*|\btakes? effect\b|\b(?:is|becomes?|are) effective\b|\bposting\b",
    re.IGNORECASE,
)
_RULES = re.compile(
    r"\b(?:polic|rules?\b|requirement|procedure|guideline|standard|terms\b|criteria|specification|"
    r"schedule|formular|edits?\b|program|manual|instruction|identified|compl(?:y|iance|ies))",
    re.IGNORECASE,
)
_BINDS = re.compile(
    r"incorporat\w+|compl(?:y|ies|iance|ying) with|abide by|adher\w+ to|in accordance with|"
    r"bound by|subject to|conform to|part of (?:this|the) agreement|"
    r"entire (?:understanding|agreement)|constitutes? the|"
    r"(?:set forth|described|referenced|posted|published|updates) (?:in|on|to|at)|"
    r"listed (?:[\w ]{1,50} )?(?:in|on|at)",
    re.IGNORECASE,
)
_MAKES_PART = re.compile(
    r"part of (?:this|the) agreement|entire (?:understanding|agreement)", re.IGNORECASE
)
_INCORPORATED = re.compile(r"incorporat\w+", re.IGNORECASE)
_NOT_PART = re.compile(
    r"\b(?:not|nor|neither)\b[^.;]{0,50}(?:part of|incorporat|binding|amend|alter|modify)",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:shall|must|agrees? to|required to)\b[^.;]{0,40}"
    r"(?:comply|abide|adhere|cooperate|conform)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:maintain|establish|develop|adopt|implement|have|its own|Provider's|Group's)"
    r"(?: and \w+)?(?: written| reasonable)? $"
)
# Not "Appendix A to Part 433" or "Schedule I of the Act": those are of a law; nor "Exhibit 10.2",
# which is a number in a public filing.
_EXHIBIT = re.compile(
    r"\b(?:Exhibit|Attachment|Appendix|(?:(?:[A-Z]\w+ ){0,6}Fee )?Schedule|Addendum|Annex) "
    r"(?:[A-Z]{1,2}(?:-?\d{1,2})?|\d{1,2})\b"
    r"(?!\.\d| (?:to|of) (?:Part|the (?:Act|Code|Social)|\d))"
)
_UNDER = (
    r"under|by|in|with|of|subject to|pursuant to|according to|accordance with|set forth in|"
    r"terms of"
)
_PART = 2
_REACH = 160
"""Letters between a duty and the document it points to."""
_TITLE = 80
"""Letters from the start of a document in which its title stands."""


@dataclass(frozen=True, eq=False)
class Mention:
    """A place that makes an outside document bind.

    ``strength`` is 2 where it becomes part of the agreement, 1 where it is said to be
    incorporated, 0 where it must be obeyed.
    """

    passage: Passage
    start: int
    end: int
    strength: int


@dataclass(frozen=True, eq=False)
class OutsideDocument:
    """A kind of document that the agreement brings in.

    Attributes
    ----------
    name
        The agreement's own name for it where it has one, and otherwise what it is in our words.
    mentions
        Where it is made to bind; those that make it part of the agreement first.
    is_supplied
        True when a document of that kind was given along with the agreement.
    """

    name: str
    mentions: tuple[Mention, ...]
    is_supplied: bool

    @property
    def is_attachment(self) -> bool:
        """Whether it is an exhibit of the agreement itself."""
        return _EXHIBIT.fullmatch(self.name) is not None

    @property
    def called(self) -> str:
        """The name as it stands in a sentence: "the Provider Manual", "Exhibit K"."""
        return self.name if self.is_attachment else f"the {self.name}"


def find(passages: Sequence[Passage], documents: Iterable[Document]) -> tuple[OutsideDocument, ...]:
    """Find the outside documents that bind, each once.

    Those that become part of the agreement come first; of the others, those with a name of the
    agreement's own before those it only describes. Exhibits come last.
    """
    documents = tuple(documents)
    named = _named(passages)
    found = [_outside(passages, documents, name, pattern) for name, pattern in named]
    anything = re.compile("|".join(pattern for _, pattern in named))
    pages = [p for p in passages if _RULES.search(p.text) and not _ONLY_A_PLACE.search(p.text)]
    # A page on which a document stands that has a name of its own is a place, too.
    pages = [passage for passage in pages if not anything.search(passage.text)]
    places = tuple(mention for passage in pages for mention in _mentions(passage, _WEB_PAGE))
    found.append(OutsideDocument(_WEB, _ordered(places), is_supplied=False))
    found += [_agreement(passages, documents, one) for one in other_agreements.find(passages)]
    binding = (document for document in found if document.mentions)
    strongest_first = sorted(binding, key=lambda document: -document.mentions[0].strength)
    return (*strongest_first, *_missing_exhibits(passages, documents))


def _named(passages: Sequence[Passage]) -> list[tuple[str, str]]:
    """Return each document's name with how it is found: the agreement's names, then ours."""
    kinds = {
        name: rf"\b(?:{pattern})" if name in _CASED else rf"(?i:\b(?:{pattern}))"
        for name, pattern in _KINDS.items()
    }
    own = own_names.find(passages, [(name, re.compile(kinds[name])) for name in kinds])
    covered = {kind for one in own for kind in one.covers}
    named = [
        (one.name, "|".join([rf"\b{one.pattern}\b", *(kinds[kind] for kind in one.covers)]))
        for one in own
    ]
    return named + [(name, kinds[name]) for name in kinds if name not in covered]


def _outside(
    passages: Sequence[Passage], documents: Sequence[Document], name: str, pattern: str
) -> OutsideDocument:
    """Gather where one document is made to bind, and whether it was given along."""
    kind = re.compile(pattern)
    # In a file's name the words stand between underscores, which are no ends of words.
    words = pattern.replace("\\b", "").replace("\\ ", " ").replace(" ", "[ _-]?")
    titled = re.compile(words, re.IGNORECASE)
    given = [f"{document.name}\n{document.text.strip()[:_TITLE]}" for document in documents]
    return OutsideDocument(
        name,
        _ordered(mention for passage in passages for mention in _mentions(passage, kind)),
        any(titled.search(title) and not _is_agreement(title) for title in given),
    )


def _agreement(
    passages: Sequence[Passage], documents: Sequence[Document], name: str
) -> OutsideDocument:
    """Gather where another agreement of the parties decides something here."""
    words = re.escape(name)
    used = re.compile(rf"\"{words}\"|\b(?:{_UNDER}) (?:the |that )?{words}\b")
    places = [
        Mention(passage, match.start(), match.end(), 0)
        for passage in passages
        for match in (used.search(passage.text),)
        if match is not None
    ]
    # Where it is defined, its date and its parties are told.
    places.sort(key=lambda mention: f'"{name}"' not in mention.passage.text)
    titled = re.compile(words.replace("\\ ", "[ _-]?"), re.IGNORECASE)
    given = (f"{document.name}\n{document.text.strip()[:_TITLE]}" for document in documents)
    return OutsideDocument(name, tuple(places), any(titled.search(title) for title in given))


def _ordered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: -mention.strength))


def _missing_exhibits(
    passages: Sequence[Passage], documents: Sequence[Document]
) -> Iterable[OutsideDocument]:
    """Return exhibits that are referred to and are neither a section nor a file of their own."""
    present = {section.number.lower() for document in documents for section in document.sections}
    headed = "\n".join(document.text for document in documents)
    names = " ".join(_plain(document.name) for document in documents)
    places: dict[str, list[Mention]] = {}
    for passage in passages:
        for match in _EXHIBIT.finditer(passage.text):
            mention = Mention(passage, match.start(), match.end(), 0)
            places.setdefault(match[0], []).append(mention)
    for name, mentions in places.items():
        is_file = f" {_plain(name)} " in f" {names} "
        if name.lower() not in present and not is_file and not _is_headed(name, headed):
            yield OutsideDocument(name, tuple(mentions), is_supplied=False)


def _is_headed(name: str, text: str) -> bool:
    """Say whether a heading of this name stands in a text whose lines were lost."""
    return re.search(rf"(?<!\w){re.escape(name.upper())}(?![\w(])", text) is not None


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[a-z]+|\d+", name.lower()))


def _mentions(passage: Passage, kind: "re.Pattern[str]") -> Iterable[Mention]:
    """Return the first place of a passage that makes a document of this kind bind, if any."""
    for match in kind.finditer(passage.text):
        before = passage.text[max(0, match.start() - _REACH) : match.start()]
        after = passage.text[match.end() : match.end() + _REACH]
        is_denied = _NOT_PART.search(before + match[0] + after) is not None
        if _OWN.search(before) or (is_denied and not _DUTY.search(before)):
            continue
        strength = 0 if is_denied else _strength(before, after)
        if strength or _BINDS.search(before):
            part = _MAKES_PART.search(after) if strength == _PART else None
            return [Mention(passage, match.start(), match.end() + _length(part), strength)]
    return []


def _strength(before: str, after: str) -> int:
    if _MAKES_PART.search(before) or _MAKES_PART.search(after):
        return _PART
    return int(bool(_INCORPORATED.search(before) or _INCORPORATED.search(after)))


def _length(part: "re.Match[str] | None") -> int:
    """Return how far to quote on, so that the quotation reaches what makes it part."""
    return part.end() if part else 0


def _is_agreement(title: str) -> bool:
    return re.search(r"\bagreement\b", title, re.IGNORECASE) is not None
