"""From a chart's specification to its drawing as SVG, without browser or network."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fairterms.publish.legible import legible
from fairterms.publish.tree import Tree, as_tree

if TYPE_CHECKING:
    from lxml import etree

NARROW: Final = 330
_VEGA_LITE: Final = "6.4"
_SVG: Final = "{http://www.w3.org/2000/svg}"
_SCREEN_ONLY: Final = re.compile(r"aria-.*|role|class|pointer-events|version")
_LONG_FRACTION: Final = re.compile(r"(-?\d+\.\d{2})\d+")


def draw(spec: Mapping[str, object], width: int | None = None) -> str:
    """Draw a chart.

    Parameters
    ----------
    spec
        A chart's specification.
    width
        Total width in pixels; None means the width of the specification.

    Returns
    -------
    str
        An SVG element with `viewBox`, no size of its own, no identifiers and no words for
        assistive technology: the page around it says those.
    """
    tree = _legible(as_tree(spec))
    assert isinstance(tree, dict), "a specification is a dictionary"
    return _svg(json.dumps(tree if width is None else tree | {"width": width}))


def _legible(tree: Tree) -> Tree:
    if isinstance(tree, str):
        return legible(tree)
    if isinstance(tree, list):
        return [_legible(part) for part in tree]
    if isinstance(tree, dict):
        return {legible(key): _legible(part) for key, part in tree.items()}
    return tree


@lru_cache(maxsize=64)
def _svg(spec: str) -> str:
    # Loading the drawing engine costs a second; a report without charts need not wait.
    import vl_convert  # noqa: PLC0415

    svg = vl_convert.vegalite_to_svg(spec, vl_version=_VEGA_LITE, allowed_base_urls=[])
    return _tidy(svg)


def _tidy(svg: str) -> str:
    """Drop what only a living chart needs, and fractions of a pixel nobody sees."""
    # lxml is slow to load and only charts need it here.
    from lxml import etree  # noqa: PLC0415

    root = etree.fromstring(svg.encode())
    for element in list(root.iter()):
        parent = element.getparent()
        if parent is not None and _is_unseen(element):
            parent.remove(element)
        for name in [key for key in element.attrib if _SCREEN_ONLY.fullmatch(str(key))]:
            del element.attrib[name]
        if element.get("opacity") == "1":
            del element.attrib["opacity"]
    for size in ("width", "height"):
        if size in root.attrib:
            del root.attrib[size]
    etree.cleanup_namespaces(root)
    text = etree.tostring(root, encoding="unicode")
    return re.sub(r'(?<= (?:d|x|y)=")[^"]*|(?<=transform=")[^"]*', _shorten, text)


def _is_unseen(element: etree._Element) -> bool:
    is_empty_path = element.tag == f"{_SVG}path" and not element.get("d")
    return is_empty_path or element.get("display") == "none" or element.get("opacity") == "0"


def _shorten(match: re.Match[str]) -> str:
    return _LONG_FRACTION.sub(r"\1", match[0])
