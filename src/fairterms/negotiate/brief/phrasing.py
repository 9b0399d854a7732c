"""How the brief shortens, turns and ends its sentences."""

import re

_AFTER = r"(?<=\b{0} )you\b"
_OBJECT = re.compile(
    "|".join(
        _AFTER.format(one)
        for one in ("against", "about", "by", "for", "from", "of", "on", "to", "with", "give")
    )
)


def named(ask: str) -> str:
    """Return what is asked for, without the words that ask.

    Examples
    --------
    >>> named("Ask that both sides sign a change.")
    'Both sides sign a change'
    """
    for opening in ("Ask that ", "Ask for "):
        ask = ask.removeprefix(opening)
    return capital(ask.strip().rstrip("."))


def requested(ask: str) -> str:
    """Turn advice to the group into a request to the plan.

    Examples
    --------
    >>> requested("Ask for a list of all reports")
    'We ask for a list of all reports.'
    >>> requested("Ask that your patients do not count against you")
    'We ask that our patients do not count against us.'
    """
    said = f"We a{ask[1:]}" if ask.startswith("Ask ") else ask
    said = _OBJECT.sub("us", said)
    return ended(re.sub(r"\byou\b", "we", re.sub(r"\byour\b", "our", said)))


def ended(words: str) -> str:
    """Return a sentence with its capital letter and its full stop.

    Examples
    --------
    >>> ended("the fee is blank"), ended("Which one?")
    ('The fee is blank.', 'Which one?')
    """
    words = capital(words.strip())
    return words if words.endswith((".", "?", "!", "…", ".”")) else f"{words}."


def capital(words: str) -> str:
    """Return words with a capital letter at the start."""
    return f"{words[:1].upper()}{words[1:]}"


def within(words: str, most: int) -> str:
    """Cut words at a space, and show that they are cut.

    Parameters
    ----------
    words
        Any text.
    most
        Letters that there is room for.

    Examples
    --------
    >>> within("one two three", 9), within("one two", 9)
    ('one two …', 'one two')
    """
    return words if len(words) <= most else f"{words[: most - 1].rsplit(' ', 1)[0].rstrip(',;:')} …"
