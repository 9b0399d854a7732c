"""The example agreement of examples/willow as plain text, with parts cut out or put in."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

WILLOW = Path(__file__).parents[2] / "examples" / "willow"
_LABEL = re.compile(r"\s*([A-Z]-\d+(?:\.\d+)?|\d+(?:\.\d+)?)\.?\s")
_BEFORE = "14.7 Notices."
"""The paragraph before which a bad clause is put in."""


@dataclass(frozen=True)
class Part:
    """A paragraph, heading or table of the agreement; `label` is its number as typed."""

    label: str
    text: str


@lru_cache(maxsize=1)
def parts() -> tuple[Part, ...]:
    """Read the parts of the agreement from its source text."""
    body = (WILLOW / "source" / "01-agreement.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    blocks = (block.strip("\n") for block in body.split("\n\n"))
    return tuple(_part(block) for block in blocks if block and block != "+++" and block[0] != ":")


def _part(block: str) -> Part:
    if block.startswith("|"):
        rows = [row for row in block.splitlines() if set(row) - set("|:- ")]
        cells = ("  ".join(cell.strip() for cell in row.strip("|").split("|")) for row in rows)
        return Part("", "\n".join(cells))
    text = block.lstrip("#^ ").replace("**", "")
    label = _LABEL.match(text)
    return Part(label[1] if label else "", text)


def without(*cuts: str) -> str:
    """Return the text without some parts.

    Parameters
    ----------
    cuts
        Numbers, which take what is numbered below them along ("C-5" takes C-5.1), or the first
        words of a part that has no number ("Table G-2").
    """
    kept = [part.text for part in parts() if not any(_is_cut(part, cut) for cut in cuts)]
    return "\n\n".join(kept) + "\n"


def _is_cut(part: Part, cut: str) -> bool:
    if re.fullmatch(r"(?:[A-Z]-)?\d+(?:\.\d+)?", cut):
        return part.label == cut or part.label.startswith(f"{cut}.")
    return part.text.startswith(cut)


def with_clause(clause: str, *cuts: str) -> str:
    """Return the text with a clause put in among its last terms, and some parts cut out."""
    text = without(*cuts)
    assert text.count(_BEFORE) == 1
    return text.replace(_BEFORE, f"14.8 {clause}\n\n{_BEFORE}")
