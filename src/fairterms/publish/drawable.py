"""What a PDF can draw: the signs its own fonts know.

A PDF for everyone must not hold a sign without a shape, and the typesetter refuses to make
one. Contracts hold such signs all the same: bullets from a symbol font, names in other
scripts. They become U+FFFD on paper; the HTML form shows them as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from fairterms.publish.legible import REPLACEMENT

_UNUSUAL: Final = re.compile(r"[^\n]?[^\n\t -~]+")
_ZERO_WIDTH_JOINER: Final = "\u200d"
_PROBE: Final = Path(__file__).parent / "templates" / "signs.typ"


def undrawable(text: str) -> frozenset[str]:
    r"""Find the signs of a text that no font of the PDF can draw.

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
    >>> sorted(undrawable("See \uf0b7 2"))
    ['\uf0b7']
    """
    signs = {sign for run in _UNUSUAL.findall(text) for sign in _signs(run)}
    if not signs:
        return frozenset()
    draws = _probe()
    # A sign without a shape hides behind its neighbours: each of them is asked about alone.
    shapeless = {sign for sign in signs if unicodedata.category(sign[0]) == "Cf"}
    shaped = signs - shapeless
    asked = shapeless if draws(" ".join(sorted(shaped))) else signs
    return frozenset(sign for sign in asked if not draws(sign))


def drawable(text: str, missing: frozenset[str]) -> str:
    r"""Put U+FFFD in place of signs that cannot be drawn.

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
    >>> drawable("See \uf0b7 2", frozenset({"\uf0b7"}))
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


def _probe() -> Callable[[str], bool]:
    # The typesetter takes a while to load; only a PDF needs it.
    import typst  # noqa: PLC0415

    # One compiler for all questions reads the fonts once; a compiler is not shared by threads.
    compiler = typst.Compiler(_PROBE, font_paths=[], ignore_system_fonts=True)

    def draws(signs: str) -> bool:
        try:
            compiler.compile(format="pdf", pdf_standards=["ua-1"], sys_inputs={"signs": signs})
        except typst.TypstError:
            return False
        return True

    return draws
