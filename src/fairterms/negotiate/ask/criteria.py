"""Objective criteria: what an ask can be measured by that is neither side's wish."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from fairterms.units.finding import Authority, Source

_NAMES = {
    Authority.LAW: "Law to compare with, not legal advice",
    Authority.GUIDANCE: "Guidance",
    Authority.GOOD_PRACTICE: "Good practice",
}


@cache
def market_terms() -> Mapping[str, str]:
    """Return terms that a public program sets, by check, as a sentence with its source."""
    text = files(__package__).joinpath("criteria.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)
    return MappingProxyType(
        {
            name: f"Market: {one['says']} ({one['source']}; known for {one['known']}.)"
            for name, one in found.items()
        }
    )


def criteria(
    check: str, sources: Sequence[Source] = (), own: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the objective criteria of an ask, as sentences.

    Parameters
    ----------
    check
        The check it answers.
    sources
        What the finding is compared with.
    own
        What the group's own records say of it.
    """
    market = market_terms().get(check)
    return (
        *(f"Own records: {one}" for one in own),
        *((market,) if market else ()),
        *(_cited(one) for one in sources),
    )


def _cited(source: Source) -> str:
    place = ", ".join(part for part in (source.title, source.locator) if part)
    rest = "; ".join(part for part in (source.scope, source.known_through) if part)
    says = f" {source.says[:1].upper()}{source.says[1:].rstrip('.')}." if source.says else ""
    kind = _NAMES[source.status]
    # A source that calls itself good practice is not told twice that it is.
    lead = "" if place.startswith("Good ") and kind.startswith("Good ") else f"{kind}: "
    return f"{lead}{place}{f' ({rest})' if rest else ''}.{says}"
