"""What a sentence offers to a statistical reader: hashed words and pairs of words."""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

BUCKETS = 1 << 18
"""Numbers a feature can have; the few that meet in one bucket do little harm."""
TITLE_SHARE = 0.5
"""How much the section's title counts beside the sentence's own words."""
NEIGHBOUR_SHARE = 0.35
"""How much the sentences before and after count."""

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d+|[$%]")
_SMALL = frozenset(
    (
        *("a", "an", "and", "as", "at", "be", "by", "for"),
        *("from", "has", "have", "hereby", "herein", "hereof", "hereunder", "if"),
        *("in", "into", "is", "it", "its", "of", "on", "or"),
        *("such", "that", "the", "their", "then", "there", "thereof", "these"),
        *("this", "those", "to", "under", "upon", "was", "were", "which"),
        *("with",),
    )
)
_TURNS = frozenset(
    (
        *("may", "can", "shall", "will", "must", "not", "no", "right"),
        *("rights", "without", "any", "sole", "reserve", "reserves", "neither", "either"),
        *("cannot", "nor", "only", "unless"),
    )
)
"""Words that decide what a later word means, however far off."""
_REACH = 12
"""Words up to which one of them reaches."""
_NAME = "Xx"
"""Stands for a name; no word is written so."""
_LONGEST = 400
"""Words of a sentence that are read; a list that the outline could not part may be endless."""


@dataclass(frozen=True)
class Line:
    """A sentence and the title it stands under, on one line each."""

    text: str
    title: str = ""


@dataclass(frozen=True, eq=False)
class Features:
    """The features of some sentences, one after another.

    Attributes
    ----------
    buckets
        Numbers of the features, shape (n,), of all sentences in turn.
    values
        How much each counts, shape (n,).
    starts
        Where each sentence's features start, shape (sentences + 1,).
    """

    buckets: npt.NDArray[np.int32]
    values: npt.NDArray[np.float32]
    starts: npt.NDArray[np.int64]


def read(lines: Sequence[Line]) -> Features:
    """Return the features of the sentences of one document, in order.

    Parameters
    ----------
    lines
        All of them: neighbours count a little, and what is written with a capital inside
        sentences, and never without, is a name.
    """
    words = [_WORD.findall(line.text)[:_LONGEST] for line in lines]
    common = {word for row in words for word in row if word.islower()}
    tokens = [_tokens(row, common) for row in words]
    around = [_hashed({token for token in row if token not in _SMALL}, "n:") for row in tokens]
    titles: dict[str, list[int]] = {}
    buckets: list[int] = []
    values: list[float] = []
    starts = [0]
    for at, line in enumerate(lines):
        if line.title not in titles:
            titles[line.title] = _hashed(_of_title(line.title), "t:")
        near = (around[at - 1] if at else []) + (around[at + 1] if at + 1 < len(lines) else [])
        for share, found in (
            (1.0, _hashed(_of_sentence(tokens[at]))),
            (TITLE_SHARE, titles[line.title]),
            (NEIGHBOUR_SHARE, near),
        ):
            buckets += found
            values += [share / len(found) ** 0.5] * len(found) if found else []
        starts.append(len(buckets))
    return Features(
        np.array(buckets, dtype=np.int32),
        np.array(values, dtype=np.float32),
        np.array(starts, dtype=np.int64),
    )


def _tokens(words: Sequence[str], common: set[str]) -> list[str]:
    """Return words in lower case, numbers as 0, and names as names."""
    return [_token(word, common) for word in words]


def _token(word: str, common: set[str]) -> str:
    if word[0].isdigit():
        return "0"
    low = word.lower()
    is_name = word[0].isupper() and low not in common and not word.isupper()
    return f"{_NAME}{low}" if is_name else low


def _hashed(found: Iterable[str], prefix: str = "") -> list[int]:
    # The same on every machine, unlike the language's own hash; sorted, so that sums are too.
    return sorted({zlib.crc32((prefix + one).encode()) % BUCKETS for one in found})


def _of_title(title: str) -> set[str]:
    words = [word.lower() for word in _WORD.findall(title)]
    return {*words, *(" ".join(pair) for pair in pairwise(words))}


def _of_sentence(tokens: Sequence[str]) -> set[str]:
    """Return single words, runs of two and three, and pairs across other words."""
    plain = [token.removeprefix(_NAME) for token in tokens]
    found = set(plain)
    rows = [plain]
    if any(token.startswith(_NAME) for token in tokens):
        rows.append([_NAME if token.startswith(_NAME) else token for token in tokens])
    for row in rows:
        found.update(map(" ".join, pairwise(row)))
        found.update(map(" ".join, zip(row, row[1:], row[2:], strict=False)))
    full = [token for token in plain if token not in _SMALL]
    found.update("_".join(pair) for pair in pairwise(full))
    found.update(_across(full))
    return found


def _across(words: Sequence[str]) -> Iterator[str]:
    for at, word in enumerate(words):
        if word in _TURNS:
            for other in words[at + 1 : at + 1 + _REACH]:
                yield f"{word}~{other}"
