"""What an entry of a ledger says, in plain words."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

LISTED = 5
"""As many names stand in one sentence."""
LONGEST = 300
"""Characters of one part in a sentence."""


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, Mapping[str, str]]:
    """Return the title and the words of every kind that has some."""
    return tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))


def title_of(kind: str) -> str:
    """Say what a kind is called.

    Examples
    --------
    >>> title_of("file.removed"), title_of("terms.put-aside")
    ('File taken out', 'Terms put aside')
    """
    known = kinds().get(kind)
    return known["title"] if known else kind.replace(".", " ").replace("-", " ").capitalize()


def sentence(kind: str, content: Mapping[str, object]) -> str:
    """Say what happened; who did it stands before.

    Examples
    --------
    >>> sentence("file.removed", {"path": "contract/base.txt"})
    'took contract/base.txt out'
    >>> sentence("terms.put-aside", {})
    'terms put aside'
    """
    known = kinds().get(kind)
    try:
        return known["words"].format_map(written(content)) if known else _plain(kind)
    except KeyError:
        return _plain(kind)


def written(content: Mapping[str, object], listed: int = LISTED) -> dict[str, str]:
    """Write each part of a content as text.

    Parameters
    ----------
    content
        As it was written down.
    listed
        As many of the names of one part are shown.

    Examples
    --------
    >>> written({"files": {"a.txt": "0f", "b.txt": "1e"}, "is_new": True, "note": None})
    {'files': 'a.txt, b.txt', 'is_new': 'yes', 'note': 'nothing'}
    """
    return {name: _text(value, listed) for name, value in content.items()}


def _plain(kind: str) -> str:
    title = title_of(kind)
    return title[:1].lower() + title[1:]


def _text(value: object, listed: int) -> str:
    if value in (None, "", {}, []):
        return "nothing"
    match value:
        case bool():
            return "yes" if value else "no"
        case dict() | list():
            shown = [_text(one, listed) for one in list(value)[:listed]]
            more = len(value) - len(shown)
            return ", ".join(shown) + (f" and {more} more" if more else "")
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
