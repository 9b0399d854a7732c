"""The verbs, found by listing this folder, and the page that ``fairterms --help`` prints."""

import textwrap
from pathlib import Path

FOLDER = Path(__file__).parent
_LIFE = (
    "read compare new check show review laws synthesize records outcomes benchmark settle explain "
    "test new-script ambiguities simulate risks ready prepare negotiate practice pool log "
    "reconcile lists monitor align committee audit learn verify serve decide"
)
_ORDER = {verb: place for place, verb in enumerate(_LIFE.split())}
_ABOUT = """\
Usage: fairterms VERB [OPTIONS] [ARGUMENTS]

Read, model, test and decide a value-based payment contract between a health plan
and a behavioral-health group. It helps you ask better questions; it is not legal
advice.

Start with an example:     fairterms decide examples/cedar
Start with your contract:  fairterms new MY-DEAL
Learn about a verb:        fairterms VERB --help

"""


def verbs() -> tuple[str, ...]:
    """Name the verbs, in the order of a contract's life."""
    found = {page.stem.replace("_", "-") for page in FOLDER.glob("*.md")}
    return tuple(sorted(found, key=lambda verb: (_ORDER.get(verb, len(_ORDER)), verb)))


def page(verb: str) -> str:
    """Return the manual page of a verb, in Markdown."""
    return (FOLDER / f"{verb.replace('-', '_')}.md").read_text(encoding="utf-8")


def summary(verb: str) -> str:
    """Return the first paragraph of a verb's page, without its heading."""
    return page(verb).split("\n\n", maxsplit=2)[1].replace("\n", " ").strip()


def overview() -> str:
    """Return the help over all verbs.

    Examples
    --------
    >>> print(overview().splitlines()[0])
    Usage: fairterms VERB [OPTIONS] [ARGUMENTS]
    """
    lines = [
        textwrap.fill(summary(verb), 84, initial_indent=f"  {verb:14}", subsequent_indent=" " * 16)
        for verb in verbs()
    ]
    return _ABOUT + "Verbs:\n" + "\n".join(lines) + "\n"
