"""Whether the contract says the words that a rule of these files rests on."""

from collections.abc import Sequence

from fairterms.document.document import Document
from fairterms.document.quotes import find
from fairterms.units.problem import Problem


def unfound(
    file: str, line: int, cite: tuple[str, str], documents: Sequence[Document]
) -> Problem | None:
    """Return a problem where a document does not say the words quoted from it.

    Parameters
    ----------
    file, line
        Where the rule stands.
    cite
        The document's name and the words.
    documents
        The contract's documents.
    """
    name, words = cite
    document = next((one for one in documents if one.name == name), None)
    if document is not None and find(document, words):
        return None
    lacks = "is not in the deal folder" if document is None else "does not say these words"
    return Problem(
        file,
        line,
        f'{name} {lacks}: "{words}"',
        "citation-not-found",
        "a rule that is not in the contract binds nobody",
        "copy the words from the document, letter for letter, and name its file",
    )
