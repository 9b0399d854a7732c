"""The words of the field that pages explain, as the project's glossary defines them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

_WORDS = Path(__file__).parent / "words.toml"


@lru_cache
def words() -> Mapping[str, str]:
    """Read the words and what they mean.

    Returns
    -------
    mapping
        Meaning by word, in alphabetical order.

    Examples
    --------
    >>> words()["withhold"]
    'Part of pay kept back until conditions are met.'
    """
    found = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    return MappingProxyType({word: str(found[word]) for word in sorted(found, key=str.casefold)})


def meaning_of(word: str) -> str:
    """Say what a word means.

    Parameters
    ----------
    word
        As the list of words gives it.

    Returns
    -------
    str
        One or two plain sentences.
    """
    assert word in words(), f"{word!r} is not in words.toml: add it as GLOSSARY.md defines it"
    return words()[word]
