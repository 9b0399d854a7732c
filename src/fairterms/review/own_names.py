"""What an agreement itself calls the documents that it brings in from outside."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fairterms.review.passages import Passage

_NAME = (
    r"\"(?P<name>(?:[A-Z][\w'-]* (?:and |of )?){0,4}"
    r"(?:Manual|Handbook|Guide|Guidelines|Policies|Procedures))\""
)
_MEANS = re.compile(rf"{_NAME},? (?:means?|shall mean|is|are|refers? to)\b(?P<what>.*)")
_IN_BRACKETS = re.compile(rf"\((?:[a-z, ]*){_NAME}\)")
_REACH = 120
"""Letters before a name in brackets in which the document it names stands."""


@dataclass(frozen=True)
class OwnName:
    """The agreement's own name for a document.

    Attributes
    ----------
    name
        As it is defined: "Provider Manual".
    covers
        Which of our own kinds of document it is; the kind its very name says comes first.
    """

    name: str
    covers: tuple[str, ...]

    @property
    def pattern(self) -> str:
        """How the name is found; one word alone only with its capital letter."""
        words = re.escape(self.name)
        return rf"(?i:{words})" if " " in self.name else words


def find(
    passages: Iterable[Passage], kinds: Iterable[tuple[str, "re.Pattern[str]"]]
) -> tuple[OwnName, ...]:
    """Find the names that an agreement gives to manuals and policies, each once.

    Parameters
    ----------
    passages
        Every sentence of the agreement.
    kinds
        Our own kinds of document, each with how it is found.

    Returns
    -------
    tuple of OwnName
        In the order of their definitions. No kind belongs to two of them: the one whose name says
        it has it, and otherwise the first whose definition does.
    """
    kinds = tuple(kinds)
    defined = dict(found for passage in passages for found in _defined(passage.text, kinds))
    by_name = {name: _in(name, kinds) for name in defined}
    taken = {kind for found in by_name.values() for kind in found}
    names: list[OwnName] = []
    for name, said in defined.items():
        others = tuple(kind for kind in said if kind not in taken)
        taken.update(others)
        names.append(OwnName(name, (*by_name[name], *others)))
    return tuple(names)


def _in(text: str, kinds: Iterable[tuple[str, "re.Pattern[str]"]]) -> tuple[str, ...]:
    return tuple(kind for kind, pattern in kinds if pattern.search(text))


def _defined(
    text: str, kinds: tuple[tuple[str, "re.Pattern[str]"], ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return each name that a sentence defines, with the kinds that its definition speaks of."""
    for match in _MEANS.finditer(text):
        yield match["name"], _in(match["what"], kinds)
    for match in _IN_BRACKETS.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        # Of several documents before the brackets, only the last is the one they name.
        last = {kind: found.end() for kind, p in kinds for found in p.finditer(before)}
        yield match["name"], (max(last, key=last.__getitem__),) if last else ()
