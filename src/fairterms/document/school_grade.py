"""The school grade that a plain text asks of its reader.

Sources
-------
J. Peter Kincaid, Robert P. Fishburne, Richard L. Rogers, Brad S. Chissom, "Derivation of new
readability formulas for Navy enlisted personnel", Research Branch Report 8-75 (1975).
"""

import re

from fairterms.document import syllables

_ENDS = re.compile(r"[.!?:;](?:[\"”’)]*)(?:\s+|$)|\n{2,}|\n(?=[-*] )")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")


def grade(text: str) -> float:
    """Return the grade: 0.39 words per sentence + 11.8 syllables per word - 15.59.

    Parameters
    ----------
    text
        Prose, without code and headings. A sentence ends at a full stop, a question mark, a colon
        or a semicolon, and at the end of an item of a list; numbers are not counted as words.

    Returns
    -------
    float
        About 5 for a story for children, 9 for a newspaper, 16 and more for a contract.

    Examples
    --------
    >>> round(grade("The cat sat on the mat. The dog ran to the cat."), 1)
    -1.4
    """
    pieces = [_WORD.findall(piece) for piece in _ENDS.split(text)]
    sentences = [words for words in pieces if words]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    spoken = sum(syllables.count(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59
