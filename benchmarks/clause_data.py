"""The labelled contracts that are supplied for evaluation, and how they are read."""

import gzip
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict

from benchmarks import clause_training
from benchmarks.clause_training import Corpus

from fairterms.document.document import Document
from fairterms.document.reader import read
from fairterms.review import clause_finder, passages
from fairterms.review.clause_words import Line

CONTRACTS = Path(__file__).resolve().parents[2] / "shared/data/contracts"
COMMERCIAL = CONTRACTS / "cuad_train60.json.gz"
CONSUMER = CONTRACTS / "unfair_tos_en.json"
TAGS = {
    "ch": "change-alone",
    "ter": "ending-alone",
    "ltd": "liability-limited",
    "a": "arbitration",
}
"""Tags of the unfair-terms sentences, and what the finder calls them."""
_ENOUGH = 25
"""Letters of a label that a sentence must hold to carry it, or half of a shorter one."""


class _Contract(TypedDict):
    group: str
    labels: dict[str, list[tuple[int, int]]]
    text: str


class _Contracts(TypedDict):
    categories: list[str]
    contracts: list[_Contract]


class _Terms(TypedDict):
    docs: dict[str, list[tuple[str, list[str]]]]


@dataclass(frozen=True, eq=False)
class Labelled:
    """A contract with what people labelled in it: spans by category."""

    document: Document
    group: str
    spans: dict[str, tuple[tuple[int, int], ...]]


def read_text(text: str, name: str = "agreement.txt") -> Document:
    """Read a text as if it were a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8", newline="")
        return read(path)


def slug(category: str) -> str:
    """Name a category as the finder does.

    Examples
    --------
    >>> slug("Revenue/Profit Sharing")
    'revenue-profit-sharing'
    """
    return category.lower().replace("/", "-").replace(" ", "-")


def commercial(most: int | None = None) -> list[Labelled]:
    """Read the commercial contracts, or the first of them."""
    with gzip.open(COMMERCIAL, "rt", encoding="utf-8", newline="") as file:
        held: _Contracts = json.load(file)
    return [
        Labelled(
            read_text(one["text"], f"contract-{number}.txt"),
            one["group"],
            {slug(name): tuple((s, e) for s, e in at) for name, at in one["labels"].items() if at},
        )
        for number, one in enumerate(held["contracts"][:most])
    ]


def commercial_categories() -> tuple[str, ...]:
    """Return what was labelled in the commercial contracts."""
    with gzip.open(COMMERCIAL, "rt", encoding="utf-8", newline="") as file:
        held: _Contracts = json.load(file)
    return tuple(slug(name) for name in held["categories"])


@cache
def terms() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Return the terms of service: for each document its sentences with the tags we use."""
    held: _Terms = json.loads(CONSUMER.read_text(encoding="utf-8"))
    return {
        name: [(" ".join(words.split()), _categories(tags)) for words, tags in rows]
        for name, rows in held["docs"].items()
    }


def _categories(tags: Sequence[str]) -> frozenset[str]:
    # A tag ends with its level of unfairness, which we do not judge.
    return frozenset(TAGS[tag.rstrip("123")] for tag in tags if tag.rstrip("123") in TAGS)


def corpus_of_commercial(contracts: Sequence[Labelled]) -> Corpus:
    """Return the commercial contracts' sentences with their labels, grouped by issuer."""
    return clause_training.corpus(
        "commercial contracts",
        commercial_categories(),
        [list(_labelled(one)) for one in contracts],
        [one.group for one in contracts],
    )


def _labelled(one: Labelled) -> list[tuple[Line, frozenset[str]]]:
    sentences = [passage.sentence for passage in passages.of(one.document)]
    return [
        (line, frozenset(c for c, at in one.spans.items() if _carries(at, span.start, span.end)))
        for line, span in zip(clause_finder.lines_of(one.document), sentences, strict=True)
    ]


def _carries(labels: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(min(e, end) - max(s, start) >= min(_ENOUGH, (e - s) // 2 + 1) for s, e in labels)


def corpus_of_terms(most: int | None = None) -> Corpus:
    """Return the sentences of the terms of service with their tags, each document a group."""
    documents = dict(list(terms().items())[:most])
    return clause_training.corpus(
        "terms of service",
        tuple(TAGS.values()),
        [[(Line(words), held) for words, held in rows] for rows in documents.values()],
        list(documents),
    )
