"""What a check may look at: the documents, what kind of deal it is, and what is missing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from fairterms.document.document import Document
from fairterms.review import care_words, outside, parties, passages
from fairterms.review.features import Features
from fairterms.review.outside import OutsideDocument
from fairterms.review.parties import Parties
from fairterms.review.passages import Passage

_OPENS = re.compile(
    r"\b(?:by and (?:between|among)|(?:is|are) (?:hereby )?(?:made|entered),? (?:and (?:entered|"
    r"executed|effective)|into|as of|effective|by and|between|among|(?:on )?this (?:the )?[\d_])|"
    r"(?:made|entered) and (?:entered|made)|(?:made|entered into) as of|"
    r"(?:made|entered into)(?: on| as of)? this (?:the )?(?:\d|_|\w+ day)|"
    r"this (?:[\w-]+ ){0,6}(?:agreement|contract|lease|license)\b[^.;]{0,60}?"
    r"\b(?:is|are|was) (?:hereby )?(?:made|entered|between|among)|"
    r"(?:is|are) (?:between|among)|witnesseth|by (?:using|accessing)|"
    r"(?:between|among)\b.{1,200}?\((?:[^()\"]{0,60})\"[A-Z]|"
    r"this (?:[\w-]+ ){0,6}agreement (?:is )?(?:between|with|among)|"
    r"dated (?:as )?of|agree as follows|parties (?:hereto )?(?:hereby |mutually )+agree|"
    r"terms (?:of|and) (?:use|service|conditions)|agree to be bound)",
    re.IGNORECASE,
)
_ADDS_TO_ANOTHER = re.compile(
    r"\b(?:(?:the|this(?: (?!agreement\b)[\w-]+){0,2}) (?P<added>amendment|addendum|attachment|"
    r"appendix|exhibit|rider)\b|(?:this|the) [\w -]{0,60}agreement\b)",
    re.IGNORECASE,
)
_TITLED_AS_PART = re.compile(
    r"\b(?:attachment|amendment|exhibit|addendum|appendix|rider|schedule)(?: no\.? ?\w+)?\s+to\s+"
    r"(?:the|that|this)\b",
    re.IGNORECASE,
)
_TITLE = 600
"""Letters from the start in which a document's title stands."""
_CUT = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_OPENING = 12_000
"""Letters from the start of a document in which an agreement says that it is one."""
_PATIENTS = re.compile(
    r"\b(?:(?:covered )?(?:members?|persons?|individuals?)|enrollees?|patients?|"
    r"beneficiar(?:y|ies)|subscribers?)\b",
    re.IGNORECASE,
)
_CARE = re.compile(
    r"\b(?:covered services|health ?care services|behavioral health|mental health|health plan|"
    r"(?:participating )?providers?|medically necessary|therap(?:y|ists?)|counsel(?:ing|ors?)|"
    r"(?:claims?|payment) for (?:covered )?services)\b",
    re.IGNORECASE,
)
_PAYER = re.compile(
    r"\b(?:health ?plan|hmo|managed care|payou?r|payer|behavioral health|health insurer|"
    r"medicaid|medicare)\b",
    re.IGNORECASE,
)
_PROVIDER = re.compile(
    r"\b(?:providers?|medical group|physicians?|counsel(?:ing|ors?)|psych\w+|therap(?:y|ists?)|"
    r"clinic(?:s|ians?)?|practice|hospitals?|ipa)\b",
    re.IGNORECASE,
)
_PARTIES = 2_500
"""Letters from the start of a document in which its parties are named."""
_ENOUGH = 6
"""Sentences about care for members before an agreement is taken for one with a provider."""


@dataclass(frozen=True, eq=False)
class Reading:
    """The agreement as one reading: all its documents, in order."""

    documents: tuple[Document, ...]
    features: Features

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every sentence of every document."""
        return tuple(passage for document in self.documents for passage in passages.of(document))

    @cached_property
    def parties(self) -> Parties:
        """What the agreement calls its two sides."""
        return parties.find(self.documents)

    @cached_property
    def outside(self) -> tuple[OutsideDocument, ...]:
        """Documents that the agreement brings in from outside, supplied or not."""
        return outside.find(self.passages, self.documents)

    @cached_property
    def is_provider_agreement(self) -> bool:
        """Whether it is about care for members, rather than a lease or a software licence."""
        openings = [document.reading.text[:_PARTIES] for document in self.documents]
        if any(_PAYER.search(opening) and _PROVIDER.search(opening) for opening in openings):
            return True
        if care_words.stand_thickly_in(document.reading.text for document in self.documents):
            return True
        about = (p for p in self.passages if _PATIENTS.search(p.text) and _CARE.search(p.text))
        return sum(1 for _ in zip(about, range(_ENOUGH), strict=False)) == _ENOUGH

    @cached_property
    def cut(self) -> str:
        """Why the text itself may go on elsewhere; empty for an agreement that looks whole."""
        if not any(_is_whole(document.reading.text[:_OPENING]) for document in self.documents):
            return "what was supplied may be only a part of the agreement"
        if any(_CUT.search(document.reading.text) for document in self.documents):
            return "words are left out of what was supplied (...)"
        return ""

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """Why nothing can be said to be absent: pages not read, documents not supplied."""
        unread = [self.cut] if self.cut else []
        unread += [_unread(document) for document in self.documents if document.unread_pages]
        named = (document.name for document in self.outside if not document.is_supplied)
        listed = [*named, *self.features.missing_documents]
        missing = list({name.lower().removeprefix("the "): name for name in listed}.values())
        return (*unread, f"not supplied: {', '.join(missing)}") if missing else tuple(unread)

    @cached_property
    def pages_read(self) -> int:
        """How many pages hold text that was read."""
        return sum(
            bool(document.text[page.start : page.end].strip())
            for document in self.documents
            for page in document.pages
        )

    def same_section(self, passage: Passage) -> Iterator[Passage]:
        """Return the passages of the innermost section around a passage, itself included."""
        for other in self.passages:
            if (
                other.document is passage.document
                and other.sentence.section == passage.sentence.section
            ):
                yield other


def _is_whole(opening: str) -> bool:
    """Say whether a document opens as an agreement, and not as a part of, or addition to, one."""
    first = _ADDS_TO_ANOTHER.search(opening)
    is_part = _TITLED_AS_PART.search(opening[:_TITLE]) or (first and first["added"])
    return _OPENS.search(opening) is not None and not is_part


def _unread(document: Document) -> str:
    """Say which pages of a document could not be read: "a.pdf: pages 23, 31 could not be read"."""
    numbers = ", ".join(str(number) for number in document.unread_pages)
    pages = "pages" if len(document.unread_pages) > 1 else "page"
    return f"{document.name}: {pages} {numbers} could not be read"
