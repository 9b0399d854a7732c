"""What can be wrong with a ledger, a note or a key is provoked, and its message compared.

To accept changed messages after reading them: ``UPDATE_GOLDEN=1 pytest tests/golden``.
"""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from fairterms.ledger import canonical, log_file
from fairterms.ledger import note as notes
from fairterms.ledger.checkpoint import Checkpoint
from fairterms.ledger.entry import Entry
from fairterms.ledger.key import PrivateKey, Purpose, read_private, read_public
from fairterms.ledger.tree import Tree
from fairterms.ledger.verification import verify
from fairterms.ledger.witness import Witness
from fairterms.units.refusal import Refusal
from tests.ledger.ed25519_twin import signatures

__all__ = ["signatures"]
GOLDEN = Path(__file__).parent / "ledger_messages.txt"
ORIGIN = "fairterms.example/cedar-2027/joint"
AT = datetime(2027, 1, 14, 9, 30, tzinfo=UTC)
LEDGER = PrivateKey(ORIGIN, Purpose.LEDGER, bytes(range(32)))
AUDITOR = PrivateKey("auditor.example", Purpose.WITNESS, bytes(range(1, 33)))


def entries(kind: str = "offer.sent") -> list[Entry]:
    return [
        Entry(sequence=number, time=AT, actor="plan-lead", kind=kind, payload=f"{number:064x}")
        for number in range(1, 9)
    ]


WRITTEN, OTHER = entries(), entries("offer.read")
LINES = list(log_file.write(ORIGIN, WRITTEN))
TREE, FORK = (Tree(one.leaf for one in each) for each in (WRITTEN, OTHER))
EARLY = Checkpoint(ORIGIN, 5, TREE.root(5))


@cache
def signed() -> str:
    return str(EARLY.note.signed(LEDGER, AT).signed(AUDITOR, AT))


FILES: dict[str, Callable[[], list[bytes]]] = {
    "an entry was changed": lambda: changed(b"plan-lead", b"group-lead"),
    "a line was edited": lambda: changed(b'"actor":', b'"actor": '),
    "a number became a fraction": lambda: changed(b'"sequence":3', b'"sequence":3.0'),
    "a key stands twice": lambda: changed(b'"actor":', b'"actor":"a","actor":'),
    "a line holds something else": lambda: changed(b',"leaf"', b',"leaves"'),
    "a name is no slug": lambda: changed(b"plan-lead", b"Jo Doe"),
    "a key of the entry is missing": lambda: changed(b'"actor":"plan-lead",', b""),
    "an entry is missing": lambda: [*LINES[:3], *LINES[4:]],
    "several are missing": lambda: [*LINES[:3], *LINES[6:]],
    "one stands twice": lambda: [*LINES[:4], *LINES[3:]],
    "the file breaks off": lambda: [*LINES[:8], LINES[8][:60]],
    "the file ends early": lambda: LINES[:4],
    "the file is empty": list,
    "the first line is gone": lambda: LINES[1:],
    "the form is of tomorrow": lambda: [LINES[0].replace(b":1", b":2"), *LINES[1:]],
    "the ledger is another": lambda: [*log_file.write("b.example", WRITTEN)],
    "the whole file was rewritten": lambda: [*log_file.write(ORIGIN, OTHER)],
}
NOTES: dict[str, Callable[[], str]] = {
    "the note has no signatures": lambda: EARLY.text,
    "the note came by mail": lambda: signed().replace("\n", "\r\n"),
    "a signature is cut": lambda: signed()[:-2] + "\n",
    "the note is longer than a note is": lambda: "a" * 70_000,
    "the note holds something else": lambda: signed().replace(EARLY.text, "Greetings.\n"),
    "the note names no ledger": lambda: signed().replace(ORIGIN, "our ledger", 1),
    "the note counts with a comma": lambda: signed().replace("\n5\n", "\n1,005\n"),
    "the note has half a root": lambda: signed().replace(EARLY.text[-45:-1], EARLY.text[-45:-21]),
    "the note was changed": lambda: signed().replace("\n5\n", "\n4\n"),
    "the note is signed by another": lambda: str(EARLY.note.signed(AUDITOR, AT)),
}
REFUSED: dict[str, Callable[[], object]] = {
    "a key was copied wrongly": lambda: read_public(str(LEDGER.public).replace("joint", "joins")),
    "a key is none": lambda: read_public("auditor.example"),
    "a key is of another sort": lambda: read_public("a.example+00000000+BQAA"),
    "a key file is none": lambda: read_private(str(LEDGER.public)),
    # A float is given on purpose: the message is about it.
    "a value is a float": lambda: canonical.write({"amount": 0.1}),  # type: ignore[dict-item]
    "the witness saw another history": lambda: Witness(AUDITOR, EARLY).cosign(
        Checkpoint(ORIGIN, 8, FORK.root()).note, FORK.consistency_proof(5), AT
    ),
    "the witness saw more": lambda: Witness(AUDITOR, EARLY).cosign(
        Checkpoint(ORIGIN, 4, TREE.root(4)).note, (), AT
    ),
    "the witness saw another ledger": lambda: Witness(AUDITOR, EARLY).cosign(
        Checkpoint("b.example", 8, TREE.root()).note, (), AT
    ),
}
EVERY = [*FILES, *NOTES, *REFUSED]


def changed(right: bytes, wrong: bytes) -> list[bytes]:
    assert right in LINES[3]
    return [*LINES[:3], LINES[3].replace(right, wrong, 1), *LINES[4:]]


@cache
def message_of(name: str) -> str:
    lines = FILES[name]() if name in FILES else LINES
    note = NOTES[name]() if name in NOTES else signed()
    try:
        if name in REFUSED:
            REFUSED[name]()
        reading = log_file.read(lines, "joint.jsonl")
        found = verify(reading, notes.read(note.encode()), [LEDGER.public], "joint.note")
    except Refusal as refusal:
        return f"{refusal}\n"
    return "".join(f"{one.verdict}: {one.problem}\n" for one in found.breaks)


def test_the_messages_read_exactly_so() -> None:
    said = "\n".join(f"== {name} ==\n{message_of(name)}" for name in EVERY)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EVERY)
def test_every_message_says_why_and_what_to_do(name: str) -> None:
    said = message_of(name)
    assert "why: " in said
    assert "fix: " in said


def test_no_two_mistakes_are_told_alike() -> None:
    assert len({message_of(name) for name in EVERY}) == len(EVERY)


def test_what_they_are_made_in_is_sound() -> None:
    reading = log_file.read(LINES, "joint.jsonl")
    found = verify(reading, notes.read(signed().encode()), [LEDGER.public, AUDITOR.public])
    assert found.breaks == ()
