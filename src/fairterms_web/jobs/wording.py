"""Reports speak of commands and folders; on a page of the workspace they speak of its pages.

The core is also a command line, so its reports tell a reader which command to type. Whoever reads
them here has no command line: each command becomes the name of the page that does the same.
"""

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TypeVar, cast

from fairterms.publish.inline import Code, Emphasis

_Value = TypeVar("_Value")

PAGES = {
    "align": "After signing",
    "ambiguities": "Terms",
    "benchmark": "Outcomes",
    "check": "Terms",
    "compare": "Simulate",
    "decide": "Decide",
    "explain": "Terms",
    "histogram": "Simulate",
    "laws": "Read",
    "log": "Negotiate",
    "monitor": "After signing",
    "negotiate": "Negotiate",
    "new": "Start",
    "new-script": "Terms",
    "outcomes": "Outcomes",
    "pool": "Negotiate",
    "prepare": "Decide",
    "read": "Read",
    "ready": "Decide",
    "reconcile": "Reconcile",
    "records": "Outcomes",
    "review": "Read",
    "risks": "Risks",
    "settle": "Terms",
    "show": "Terms",
    "simulate": "Simulate",
    "test": "Terms",
}
"""The page that does what a command of the core does."""
# The longer first: "new-script" begins as "new" does.
_VERBS = "|".join(sorted(PAGES, reverse=True))
_RUN = re.compile(rf"\b([Rr])un:? (?=(?:<code>)?fairterms (?:{_VERBS})(?![\w-]))")
_TYPED = re.compile(rf"<code>fairterms ({_VERBS})(?![\w-])[^<]*</code>")
_SPOKEN = re.compile(
    rf"\bfairterms ({_VERBS})(?![\w-])(?: --[a-z-]+| [A-Z]{{2,}}\b| [^\s<>\"]*/[^\s<>\",;)]*)*"
)
_ONLY_HERE = {
    "“fairterms pool” shares counts of results, and refuses prices.": (
        "Only counts of results may be pooled, never prices."
    ),
    "The page for others is made with --outside.": "The page for others stands beside this one.",
    "opy the one of examples/cedar and change it": ("opy the one of the sample deal and change it"),
}
_INSTALL = re.compile(r"\b([Ii])nstall it(?: with)?: pip install (['\"])[^'\"]+\2")


def on_a_page(text: str, folder: Path | None = None) -> str:
    """Say in words of the workspace what a text says of commands and of a folder on disk.

    Parameters
    ----------
    text
        Plain text, or HTML.
    folder
        Where the deal was laid out; no text names it afterwards.

    Examples
    --------
    >>> on_a_page("Run fairterms ready and answer; see fairterms outcomes --help.")
    'Open the page Decide and answer; see the page Outcomes.'
    >>> on_a_page("in <code>fairterms log /tmp/a/deal</code>.", Path("/tmp/a/deal"))
    'in the page Negotiate.'
    """
    found = text
    for said, here in _ONLY_HERE.items():
        found = found.replace(said, here)
    # Who reads a page is not who may install something on the machine it comes from.
    found = _INSTALL.sub(
        lambda one: f"{'A' if one[1] == 'I' else 'a'}sk who runs this workspace to install it",
        found,
    )
    found = _RUN.sub(lambda one: "Open " if one[1] == "R" else "open ", found)
    found = _TYPED.sub(lambda one: f"the page {PAGES[one[1]]}", found)
    found = _SPOKEN.sub(lambda one: f"the page {PAGES[one[1]]}", found)
    if folder is None:
        return found
    place = folder.as_posix()
    return found.replace(f"{place}/", "").replace(place, "the deal")


def for_the_web(value: _Value, folder: Path | None = None) -> _Value:
    """Return a report, or blocks of one, in words of the workspace.

    Parameters
    ----------
    value
        A record, a tuple of records, or text.
    folder
        Where the deal was laid out.

    Examples
    --------
    >>> from fairterms.publish.blocks import Prose
    >>> for_the_web(Prose(("See ", Code("fairterms risks /tmp/deal"), "."))).words
    ('See ', Emphasis(text='the page Risks'), '.')
    """
    return cast("_Value", _changed(value, folder))


def _changed(value: object, folder: Path | None) -> object:
    if isinstance(value, str):
        # An enumeration's value is a name, not a text.
        return on_a_page(value, folder) if type(value) is str else value
    if isinstance(value, Code):
        return _code(value, folder)
    if isinstance(value, tuple):
        return tuple(_changed(one, folder) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: getattr(value, one.name) for one in fields(value) if one.init}
        changed = {name: _changed(part, folder) for name, part in parts.items()}
        new = {name: part for name, part in changed.items() if part != parts[name]}
        return replace(value, **new) if new else value
    return value


def _code(value: Code, folder: Path | None) -> Code | Emphasis:
    verb = re.match(rf"fairterms ({_VERBS})(?![\w-])", value.text)
    if verb:
        return Emphasis(f"the page {PAGES[verb[1]]}")
    return Code(on_a_page(value.text, folder))
