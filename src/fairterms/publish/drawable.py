"""What a PDF can draw: the signs its own fonts know.

A PDF for everyone must not hold a sign without a shape, and the typesetter refuses to make
one. Contracts hold such signs all the same: bullets from a symbol font, names in other
scripts. They become U+FFFD on paper; the HTML form shows them as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from fairterms.publish.legible import REPLACEMENT

_UNUSUAL: Final = re.compile(r"[^\n]?[^\n\t -~]+")
_ZERO_WIDTH_JOINER: Final = "\u200d"
_PROBE: Final = b"""
#set document(title: "Signs")
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"))
#let signs = sys.inputs.signs
#signs #strong(signs) #emph(signs) #text(font: "DejaVu Sans Mono", signs)
"""


def undrawable(text: str) -> frozenset[str]:
    """Find the signs of a text that no font of the PDF can draw.

    Parameters
    ----------
    text
        All text of a report, made legible before.

    Returns
    -------
    frozenset of str
        Each sign with the marks that stand on it.

    Examples
    --------
    >>> undrawable("§ 2 ≥ 5 % — “fair”")
    frozenset()
    >>> sorted(undrawable("See \\uf0b7 2"))
    ['\\uf0b7']
    """
    signs = {sign for run in _UNUSUAL.findall(text) for sign in _signs(run)}
    if not signs or _draws("\n".join(sorted(signs))):
        return frozenset()
    return frozenset(sign for sign in signs if not _draws(sign))


def drawable(text: str, missing: frozenset[str]) -> str:
    """Put U+FFFD in place of signs that cannot be drawn.

    Parameters
    ----------
    text
        Any text.
    missing
        The signs, as `undrawable` gives them.

    Returns
    -------
    str
        The text with one U+FFFD for each sign with its marks.

    Examples
    --------
    >>> drawable("See \\uf0b7 2", frozenset({"\\uf0b7"}))
    'See � 2'
    """
    if not missing:
        return text
    return _UNUSUAL.sub(
        lambda run: "".join(REPLACEMENT if s in missing else s for s in _signs(run[0])), text
    )


def _signs(run: str) -> Iterator[str]:
    """Yield each sign together with the marks that stand on it or the joiner that ties it."""
    sign = ""
    for letter in run:
        is_mark = unicodedata.category(letter).startswith("M") or letter == _ZERO_WIDTH_JOINER
        if sign and not is_mark and not sign.endswith(_ZERO_WIDTH_JOINER):
            yield sign
            sign = ""
        sign += letter
    if sign:
        yield sign


@lru_cache(maxsize=4096)
def _draws(signs: str) -> bool:
    # The typesetter takes a while to load; only a PDF needs it.
    import typst  # noqa: PLC0415

    try:
        typst.compile(
            _PROBE,
            format="pdf",
            font_paths=[],
            ignore_system_fonts=True,
            sys_inputs={"signs": signs},
            pdf_standards=["ua-1"],
        )
    except typst.TypstError:
        return False
    return True
