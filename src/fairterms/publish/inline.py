"""Runs of text inside a paragraph, a list item or a table cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

Severity: TypeAlias = Literal["critical", "high", "medium", "low", "passed"]
SEVERITIES: Final = get_args(Severity)


@dataclass(frozen=True)
class Strong:
    """Text that matters more than its neighbours.

    Parameters
    ----------
    text
        Plain text.
    """

    text: str


@dataclass(frozen=True)
class Emphasis:
    """Text spoken with stress: a title, a foreign word, a contrast.

    Parameters
    ----------
    text
        Plain text.
    """

    text: str


@dataclass(frozen=True)
class Code:
    """Text to be read letter by letter: a file name, a term's name, a hash.

    Parameters
    ----------
    text
        Plain text.
    """

    text: str


@dataclass(frozen=True)
class Link:
    """A way to another place in the same report.

    Parameters
    ----------
    text
        What the reader sees.
    anchor
        The anchor of a heading, table, chart, quote, callout or steps in this report.
    """

    text: str
    anchor: str


@dataclass(frozen=True)
class Term:
    """A word of the field, explained in the list of words at the end of the report.

    Parameters
    ----------
    text
        The word as it stands in the sentence, perhaps inflected.
    meaning
        What it means, in one or two plain sentences.
    headword
        The word as the list gives it; empty means `text` itself.
    """

    text: str
    meaning: str
    headword: str = ""

    @property
    def entry(self) -> str:
        """The word under which the list of words explains it."""
        return self.headword or self.text


@dataclass(frozen=True)
class Badge:
    """How serious something is, as a word with a shape; colour is never the only sign.

    Parameters
    ----------
    severity
        Decides the shape.
    text
        The word shown; empty means the severity's own word in the report's language.
    """

    severity: Severity
    text: str = ""

    def __post_init__(self) -> None:
        assert self.severity in SEVERITIES, f"{self.severity!r} is not one of {SEVERITIES}"


@dataclass(frozen=True)
class Inserted:
    """Words that the later of two versions adds.

    Parameters
    ----------
    text
        Plain text.
    """

    text: str


@dataclass(frozen=True)
class Deleted:
    """Words that the later of two versions takes out.

    Parameters
    ----------
    text
        Plain text.
    """

    text: str


@dataclass(frozen=True)
class Mark:
    """Words of a source that something in the report is about.

    Parameters
    ----------
    text
        Plain text.
    to
        The anchor of what is said about them.
    anchor
        What links name, if any.
    label
        What a reader who hears the page is told before the words, such as "finding 3".
    """

    text: str
    to: str
    anchor: str = ""
    label: str = ""


Inline: TypeAlias = str | Strong | Emphasis | Code | Link | Term | Badge | Inserted | Deleted | Mark
Words: TypeAlias = str | tuple[Inline, ...]


def runs(words: Words) -> tuple[Inline, ...]:
    """Give the runs of a text, whether it was written as one string or as many runs.

    Parameters
    ----------
    words
        One string, or a tuple of runs.

    Returns
    -------
    tuple of Inline
        The runs in reading order.

    Examples
    --------
    >>> runs("plain")
    ('plain',)
    """
    return (words,) if isinstance(words, str) else words


def plain(words: Words) -> str:
    """Give the text alone, without strength, links or shapes.

    Parameters
    ----------
    words
        One string, or a tuple of runs.

    Returns
    -------
    str
        The text in reading order.

    Examples
    --------
    >>> plain(("The plan keeps ", Strong("5 %"), "."))
    'The plan keeps 5 %.'
    """
    return "".join(_text(run) for run in runs(words))


def _text(run: Inline) -> str:
    if isinstance(run, str):
        return run
    if isinstance(run, Badge):
        return run.text or run.severity
    return run.text
