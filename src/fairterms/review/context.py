"""What a check may look at: the documents, what kind of deal it is, and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from fairterms.document.document import Document
from fairterms.review import outside, parties, passages
from fairterms.review.features import Features
from fairterms.review.outside import OutsideDocument
from fairterms.review.parties import Parties
from fairterms.review.passages import Passage


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
    def gaps(self) -> tuple[str, ...]:
        """Why nothing can be said to be absent: pages not read, documents not supplied."""
        unread = (_unread(document) for document in self.documents if document.unread_pages)
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


def _unread(document: Document) -> str:
    """Say which pages of a document could not be read: "a.pdf: pages 23, 31 could not be read"."""
    numbers = ", ".join(str(number) for number in document.unread_pages)
    pages = "pages" if len(document.unread_pages) > 1 else "page"
    return f"{document.name}: {pages} {numbers} could not be read"
