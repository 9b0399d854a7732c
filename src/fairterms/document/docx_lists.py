"""The numbers that Word prints before paragraphs and does not store in their text."""

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from fairterms.document.numbering import written

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered: "%1.%2" in decimals, starting at 1, and so on."""

    start: int
    style: str
    pattern: str
    is_legal: bool


@dataclass(frozen=True)
class Place:
    """A paragraph's place in a list: which list, and how deep (0 is the outermost)."""

    list_id: str
    depth: int


def value(element: etree._Element | None, path: str, default: str = "") -> str:
    """Return the ``w:val`` of the element at ``path`` below ``element``."""
    found = None if element is None else element.find(path)
    return default if found is None else str(found.get(f"{W}val", default))


class Lists:
    """All numbered lists of a document, counting as their paragraphs pass by.

    Parameters
    ----------
    numbering, styles
        The roots of the two parts of that name, or None where the file has none.
    """

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._families: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._seen: set[str] = set()
        self._styles = _style_places(styles)
        if numbering is not None:
            self._read(numbering)

    def number(self, properties: etree._Element | None) -> str:
        """Return what Word prints before the paragraph with these properties, or nothing."""
        place = self._place(properties)
        family = self._families.get(place.list_id, "") if place else ""
        level = self._levels.get(family, {}).get(place.depth) if place else None
        if place is None or level is None:
            return ""
        counts = self._count(family, place, level)
        if level.style in ("bullet", "none"):
            return "• " if level.style == "bullet" else ""
        return self._print(family, level, counts) + " "

    def _place(self, properties: etree._Element | None) -> Place | None:
        if properties is None:
            return None
        inherited = self._styles.get(value(properties, f"{W}pStyle"))
        own = properties.find(f"{W}numPr")
        if own is None:
            return inherited
        list_id = value(own, f"{W}numId") or (inherited.list_id if inherited else "")
        depth = value(own, f"{W}ilvl") or (str(inherited.depth) if inherited else "0")
        return None if list_id in ("", "0") else Place(list_id, int(depth))

    def _count(self, family: str, place: Place, level: Level) -> dict[int, int]:
        counts = self._counts[family]
        if place.list_id not in self._seen:  # a list may restart the count of its family
            self._seen.add(place.list_id)
            for depth, start in self._restarts.get(place.list_id, {}).items():
                counts[depth] = start - 1
        counts[place.depth] = counts.get(place.depth, level.start - 1) + 1
        for depth in [depth for depth in counts if depth > place.depth]:
            del counts[depth]
        return counts

    def _print(self, family: str, level: Level, counts: dict[int, int]) -> str:
        def part(match: "re.Match[str]") -> str:
            depth = int(match[1]) - 1
            above = self._levels[family].get(depth, level)
            style = "decimal" if level.is_legal else above.style
            return written(counts.get(depth, above.start), style)

        return re.sub(r"%(\d)", part, level.pattern)

    def _read(self, numbering: etree._Element) -> None:
        for family in numbering.iter(f"{W}abstractNum"):
            name = str(family.get(f"{W}abstractNumId"))
            self._levels[name] = {
                int(str(level.get(f"{W}ilvl"))): _level(level) for level in family.iter(f"{W}lvl")
            }
        for one in numbering.iter(f"{W}num"):
            list_id = str(one.get(f"{W}numId"))
            self._families[list_id] = value(one, f"{W}abstractNumId")
            self._restarts[list_id] = {
                int(str(override.get(f"{W}ilvl"))): int(value(override, f"{W}startOverride", "1"))
                for override in one.iter(f"{W}lvlOverride")
                if override.find(f"{W}startOverride") is not None
            }


def _level(level: etree._Element) -> Level:
    return Level(
        start=int(value(level, f"{W}start", "1")),
        style=value(level, f"{W}numFmt", "decimal"),
        pattern=value(level, f"{W}lvlText"),
        is_legal=level.find(f"{W}isLgl") is not None,
    )


def _style_places(styles: etree._Element | None) -> dict[str, Place]:
    """Return the list and depth that paragraph styles put their paragraphs in."""
    if styles is None:
        return {}
    found: dict[str, Place] = {}
    for style in styles.iter(f"{W}style"):
        own = style.find(f"{W}pPr/{W}numPr")
        list_id = value(own, f"{W}numId")
        if list_id not in ("", "0"):
            depth = int(value(own, f"{W}ilvl", "0"))
            found[str(style.get(f"{W}styleId"))] = Place(list_id, depth)
    return found
