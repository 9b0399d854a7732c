"""Blocks of a made-up risks.toml, read piece by piece in the tests of the readers."""

from typing import Any

from fairterms.risks.register.block import FILE, Block
from fairterms.units.notes import Notes
from fairterms.units.positions import parse


def document_of(text: str) -> tuple[dict[str, Any], Notes]:
    """Return a parsed text and where its problems go."""
    document, positions = parse(text)
    return document, Notes(FILE, tuple(text.splitlines()), positions)


def block_of(text: str) -> Block:
    """Return the keys of a text as one block."""
    document, notes = document_of(f"[[block]]\n{text}")
    return Block(document["block"][0], ("block", 0), notes)


def codes(notes: Notes) -> list[str]:
    """Return what sorts of problems were noted, in the order of the lines."""
    return [problem.code for problem in notes.problems()]
