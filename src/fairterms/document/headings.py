"""Numbers and headings at the start of a line: "2.7", "ARTICLE IV", "Exhibit B", "(c)"."""

import re
from dataclasses import dataclass
from enum import Enum

from fairterms.document.masks import PLACEHOLDER
from fairterms.document.numbering import from_roman


class Style(Enum):
    """How a section is numbered, from the outermost inwards."""

    ATTACHMENT = "Exhibit B"
    HEADING = "GENERAL PROVISIONS"
    ARTICLE = "ARTICLE IV"
    SECTION = "Section 3"
    DECIMAL = "2.7"
    INTEGER = "1."
    CAPITAL = "A."
    LETTER = "(a)"
    ROMAN = "(i)"


@dataclass(frozen=True)
class Mark:
    """What a line's start says about where the agreement stands.

    Attributes
    ----------
    style
        How it is numbered.
    places
        Its number as whole numbers: (2, 7) for "2.7", (3,) for "(c)"; empty without a number.
    number
        As a lawyer would cite it.
    title
        The heading's words, or empty.
    length
        Letters from the line's first to the heading's last.
    is_alone
        True when nothing follows the heading on its line.
    """

    style: Style
    places: tuple[int, ...]
    number: str
    title: str
    length: int
    is_alone: bool


_ATTACHMENT_WORD = r"EXHIBIT|ATTACHMENT|APPENDIX|SCHEDULE|ADDENDUM|ANNEX"
_ATTACHMENT = re.compile(
    rf"({_ATTACHMENT_WORD}|{_ATTACHMENT_WORD.title()})\s+([A-Z]{{1,2}}(?:-?\d+)?|\d+[A-Z]?|[IVX]+)"
    r"(?![\w(])[\s.:–—-]*(.*)"
)
_ARTICLE = re.compile(r"(?:ARTICLE|Article)\s+([IVXLC]+|\d{1,2})(?![\w(])[\s.:–—-]*(.*)")
_SECTION = re.compile(
    r"(?:SECTION|Section|§)\s*(\d{1,2}(?:\.\d{1,2})*|[IVXLC]+)(?![\w(])[\s.:–—-]*(.*)"
)
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})\.?\s+(?=[\w\"“(\[])")
_COMPOUND = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\(([a-z])\)\s+(?=[\w\"“\[])")
_INTEGER = re.compile(r"(\d{1,2})[.)]\s+(?=[\w\"“\[])")
_CAPITAL = re.compile(r"\(?([A-Z])[.)]\s+(?=[\w\"“\[])")
_LETTER = re.compile(r"\(?([a-z]{1,5})\)\s+(?=[\w\"“(\[])")
_INLINE_TITLE = re.compile(r"([A-Z“\"\[][^.\n:;]{1,90})[.:](?=\s|$)")
_SMALL_WORDS = {"a", "an", "and", "as", "by", "for", "from", "in", "of", "on", "or", "the", "to"}


def read(line: str) -> Mark | None:
    """Read the number or heading that a line starts with; None when it starts with neither.

    Parameters
    ----------
    line
        One line, without white space at its ends.

    Examples
    --------
    >>> mark = read("2.7 Recovery of Overpayments. Plan may offset")
    >>> mark.number, mark.title
    ('2.7', 'Recovery of Overpayments')
    >>> read("30 days after notice") is None
    True
    """
    first = line[:1]
    if first.isdigit():
        return _digits(line)
    if first in "(§" or line[1:2] in ".)" or (line[:6].islower() and ")" in line[:6]):
        found = _letters(line)
        if found is not None:
            return found
    return _words(line)


def is_title(words: str) -> bool:
    """Say whether words are set as a title: short, its weighty words with capitals, no full stop.

    Examples
    --------
    >>> is_title("Term and Termination"), is_title("of this Agreement shall")
    (True, False)
    """
    words = words.strip('"“”').replace(PLACEHOLDER, "Name")
    parts = words.split()
    if not parts or len(parts) > 14 or words[-1] in ".," or ";" in words or not words[0].isupper():
        return False
    weighty = [part for part in parts if part[:1].isalpha() and part.lower() not in _SMALL_WORDS]
    return bool(weighty) and sum(part[0].isupper() for part in weighty) >= 0.7 * len(weighty)


def is_capitals(line: str) -> bool:
    """Say whether a line is a heading in capital letters."""
    line = line.replace(PLACEHOLDER, "").strip()
    words = [word for word in re.findall(r"[^\W\d_]+", line) if word not in _SMALL_WORDS]
    long = [word for word in words if len(word) > 2]
    return (
        len(long) >= 2
        and sum(map(len, long)) >= 8
        and line[-1] not in ".,;"
        and all(word.isupper() for word in words)
    )


def _digits(line: str) -> Mark | None:
    compound = _COMPOUND.match(line)
    if compound:
        places = _places(compound[1])
        return _numbered(line, Style.DECIMAL, (*places, _ordinal(compound[2])), compound)
    for style, pattern in ((Style.DECIMAL, _DECIMAL), (Style.INTEGER, _INTEGER)):
        match = pattern.match(line)
        if match:
            return _numbered(line, style, _places(match[1]), match)
    return None


def _letters(line: str) -> Mark | None:
    capital = _CAPITAL.match(line)
    if capital:
        return _numbered(line, Style.CAPITAL, (_ordinal(capital[1].lower()),), capital)
    match = _LETTER.match(line)
    if match is None:
        return None
    if len(match[1]) == 1:
        return _numbered(line, Style.LETTER, (_ordinal(match[1]),), match)
    roman = from_roman(match[1])
    return _numbered(line, Style.ROMAN, (roman,), match) if roman else None


def _words(line: str) -> Mark | None:
    attachment = _ATTACHMENT.match(line)
    if attachment and _may_follow(attachment[3]):
        number = f"{attachment[1].title()} {attachment[2]}"
        return _headed(line, Style.ATTACHMENT, (), number, attachment[3])
    article = _ARTICLE.match(line)
    if article and _may_follow(article[2]):
        return _headed(line, Style.ARTICLE, (), f"Article {article[1]}", article[2])
    section = _SECTION.match(line)
    if section and _may_follow(section[2]):
        return _headed(line, Style.SECTION, (), f"Section {section[1]}", section[2])
    if is_capitals(line):
        is_attachment = re.search(rf"\b(?:{_ATTACHMENT_WORD}|AMENDMENT)\b", line)
        return _headed(line, Style.ATTACHMENT if is_attachment else Style.HEADING, (), "", line)
    return None


def _may_follow(rest: str) -> bool:
    """Say whether what follows "Article IV" on its line leaves it a heading."""
    return not rest or is_title(rest) or _INLINE_TITLE.match(rest) is not None


def _headed(line: str, style: Style, places: tuple[int, ...], number: str, rest: str) -> Mark:
    inline = None if is_title(rest) or not rest else _INLINE_TITLE.match(rest)
    if inline is None or rest == line:
        return Mark(style, places, number, rest.strip(), len(line), is_alone=True)
    length = len(line) - len(rest) + inline.end()
    return Mark(style, places, number, inline[1], length, is_alone=False)


def _numbered(line: str, style: Style, places: tuple[int, ...], match: "re.Match[str]") -> Mark:
    rest = line[match.end() :]
    number = "".join(line[: match.end()].split()).rstrip(".")
    if style in (Style.CAPITAL, Style.LETTER, Style.ROMAN):
        number = f"({match[1]})"
    inline = _INLINE_TITLE.match(rest)
    if inline and is_title(inline[1]):
        return Mark(style, places, number, inline[1], match.end() + inline.end(), is_alone=False)
    if is_title(rest) and style is not Style.LETTER:
        return Mark(style, places, number, rest, len(line), is_alone=True)
    return Mark(style, places, number, "", match.end(), is_alone=False)


def _places(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


def _ordinal(letter: str) -> int:
    return ord(letter) - ord("a") + 1
