"""Against one witnessed checkpoint, every tampering shows."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from fairterms.ledger import checkpoint as checkpoints
from fairterms.ledger import log_file, verification
from fairterms.ledger.entry import Entry
from fairterms.ledger.key import PublicKey, Purpose, new_key
from fairterms.ledger.note import Note
from fairterms.ledger.verdict import Verdict
from fairterms.ledger.verification import Verification
from fairterms.ledger.witness import Witness
from fairterms.units.refusal import Refusal
from tests.ledger.made_up import AUDITOR, LEDGER, ORIGIN, checkpoint, entries, entry, lines

AT = datetime(2027, 1, 14, 9, 30, tzinfo=UTC)
WRITTEN = entries(60)
LINES = lines(WRITTEN)
SIZE = 48


@pytest.fixture(name="note")
def witnessed() -> Note:
    signed = checkpoint(WRITTEN[:SIZE]).note.signed(LEDGER, AT)
    return Witness(AUDITOR).cosign(signed, (), AT)[0]


BOTH = (LEDGER, AUDITOR)


def verify(
    changed: list[bytes], note: Note | None, keys: tuple[PublicKey, ...] = ()
) -> Verification:
    return verification.verify(log_file.read(changed, "joint.jsonl"), note, keys, "joint.note")


def codes(found: Verification) -> list[str]:
    return [one.problem.code for one in found.breaks]


def test_a_ledger_that_only_grew_is_intact(note: Note) -> None:
    found = verify(LINES, note, tuple(one.public for one in BOTH))
    assert (found.verdict, found.breaks, found.size) == (Verdict.INTACT, (), 60)
    assert found.checkpoint == checkpoint(WRITTEN[:SIZE])
    assert found.told == (
        f"Signed by {ORIGIN}.",
        "Cosigned by auditor.example on 2027-01-14 at 09:30:00 UTC.",
        "The first 48 entries have the root that the note gives.",
        "12 later entries came after it; nobody vouches for them yet.",
    )


def test_the_note_of_the_whole_ledger_vouches_for_all_of_it() -> None:
    found = verify(LINES, checkpoint(WRITTEN).note)
    assert found.verdict is Verdict.INTACT
    assert found.told == (
        "Its signatures were not checked: no public key was named.",
        "The first 60 entries have the root that the note gives.",
    )


def test_a_size_of_the_past_is_vouched_for_by_its_own_note() -> None:
    for size in range(0, 61, 4):
        assert verify(LINES, checkpoint(WRITTEN[:size]).note).verdict is Verdict.INTACT


def test_without_a_note_nobody_vouches_for_a_ledger() -> None:
    found = verify(LINES, None)
    assert (found.verdict, codes(found)) == (Verdict.INCOMPLETE, ["no-checkpoint"])


@pytest.mark.parametrize("held", [0, 1, SIZE - 4, SIZE - 1])
def test_a_ledger_shorter_than_its_note_is_incomplete(note: Note, held: int) -> None:
    found = verify(LINES[: held + 1], note)
    assert (found.verdict, codes(found)) == (Verdict.INCOMPLETE, ["too-short"])
    what = f"the file holds {held} entries, and the note vouches for 48"
    assert found.breaks[0].problem.what == what


def test_a_note_of_another_ledger_says_nothing(note: Note) -> None:
    other = replace(checkpoint(WRITTEN), origin="b.example").note
    found = verify(LINES, other)
    assert (found.verdict, codes(found)) == (Verdict.INCOMPLETE, ["other-ledger"])
    assert note.text != other.text


def test_a_file_that_names_no_ledger_is_not_compared(note: Note) -> None:
    assert codes(verify(LINES[1:], note)) == ["no-ledger"]


def test_a_change_after_the_checkpoint_shows_on_its_line_only_when_careless(note: Note) -> None:
    careless = [*LINES[:55], LINES[55].replace(b'"actor":"', b'"actor":"x'), *LINES[56:]]
    assert codes(verify(careless, note)) == ["changed"]
    rewritten = lines([*WRITTEN[:SIZE], *entries(60, "rewritten")[SIZE:]])
    assert verify(rewritten, note).verdict is Verdict.INTACT
    assert verify(rewritten, checkpoint(WRITTEN).note).verdict is Verdict.TAMPERED


def test_a_note_that_is_no_checkpoint_is_refused() -> None:
    with pytest.raises(Refusal):
        verify(LINES, Note("Greetings.\n"))


def test_a_key_that_has_not_signed_makes_it_incomplete(note: Note) -> None:
    other = new_key("auditor.example", Purpose.WITNESS).public
    found = verify(LINES, note, (LEDGER.public, other))
    assert (found.verdict, codes(found)) == (Verdict.INCOMPLETE, ["not-signed"])
    assert found.told[0] == f"Signed by {ORIGIN}."


def test_a_note_that_was_changed_after_it_was_signed_is_tampered(note: Note) -> None:
    # Somebody rewrote the ledger and put the new root into the note that was signed.
    rewritten = entries(60, "rewritten")
    forged = Note(checkpoint(rewritten[:SIZE]).text, note.signatures)
    assert verify(lines(rewritten), forged).verdict is Verdict.INTACT, "without a key"
    for key in BOTH:
        found = verify(lines(rewritten), forged, (key.public,))
        assert (found.verdict, codes(found)) == (Verdict.TAMPERED, ["bad-signature"])


def test_a_signature_is_not_borrowed_from_another_checkpoint(note: Note) -> None:
    earlier = Witness(AUDITOR).cosign(checkpoint(WRITTEN[:20]).note, (), AT)[0]
    mixed = Note(note.text, earlier.signatures)
    assert codes(verify(LINES, mixed, (AUDITOR.public,))) == ["bad-signature"]


# Tampering by somebody who can write the whole file, and who makes every line agree with itself.


def _renumbered(kept: list[Entry]) -> list[bytes]:
    return lines(replace(one, sequence=at) for at, one in enumerate(kept, start=1))


def _edited(draw: random.Random) -> list[bytes]:
    at = draw.randrange(SIZE)
    other = entry(at + 1, "other")
    part = draw.choice(("payload", "actor", "kind", "time", "commitments"))
    values: dict[str, Any] = {
        "payload": other.payload,
        "actor": f"{WRITTEN[at].actor}-{draw.randrange(9)}",
        "kind": draw.choice(("offer.withdrawn", "ballot.cast")),
        "time": WRITTEN[at].time.replace(second=draw.randrange(1, 60)),
        "commitments": {"other": other.payload},
    }
    changed = replace(WRITTEN[at], **{part: values[part]})
    return _renumbered([*WRITTEN[:at], changed, *WRITTEN[at + 1 :]])


def _deleted(draw: random.Random) -> list[bytes]:
    at, many = draw.randrange(SIZE), draw.randrange(1, 5)
    kept = [*WRITTEN[:at], *WRITTEN[at + many :]]
    return _renumbered(kept) if draw.random() < 0.7 else [*LINES[: at + 1], *LINES[at + 1 + many :]]


def _reordered(draw: random.Random) -> list[bytes]:
    at = draw.randrange(SIZE)
    other = draw.choice([one for one in range(60) if one != at])
    moved = [*WRITTEN]
    if draw.random() < 0.5:
        moved[at], moved[other] = moved[other], moved[at]
    else:
        moved.insert(other, moved.pop(at))
    return _renumbered(moved)


def _truncated(draw: random.Random) -> list[bytes]:
    whole = b"".join(LINES[: SIZE + 1])
    if draw.random() < 0.5:
        return LINES[: draw.randrange(SIZE + 1)]
    return whole[: draw.randrange(len(whole))].splitlines(keepends=True)


def _inserted(draw: random.Random) -> list[bytes]:
    at = draw.randrange(SIZE)
    new = replace(draw.choice(WRITTEN), kind="offer.made")
    return _renumbered([*WRITTEN[:at], new, *WRITTEN[at:]])


def _forked(draw: random.Random) -> list[bytes]:
    at = draw.randrange(SIZE)
    return lines([*WRITTEN[:at], *entries(60 + draw.randrange(9), f"{draw.random()}")[at:]])


def _flipped(draw: random.Random) -> list[bytes]:
    """Change one bit of the file, without making anything agree."""
    at = draw.randrange(SIZE + 1)
    line = bytearray(LINES[at])
    line[draw.randrange(len(line))] ^= 1 << draw.randrange(8)
    return b"".join([*LINES[:at], bytes(line), *LINES[at + 1 :]]).splitlines(keepends=True)


WAYS: tuple[Callable[[random.Random], list[bytes]], ...] = (
    _edited, _deleted, _reordered, _truncated, _inserted, _forked, _flipped,
)  # fmt: skip


def undetected(seed: int, count: int, note: Note) -> dict[str, int]:
    """Count the tamperings of each way that do not show."""
    draw = random.Random(seed)  # noqa: S311 - tamperings to test with, not a secret
    missed = dict.fromkeys((way.__name__ for way in WAYS), 0)
    for at in range(count):
        way = WAYS[at % len(WAYS)]
        changed = way(draw)
        assert changed != LINES, way.__name__
        missed[way.__name__] += verify(changed, note).verdict is Verdict.INTACT
    return missed


def test_no_tampering_goes_unseen_against_one_witnessed_checkpoint(note: Note) -> None:
    assert sum(undetected(1, 84, note).values()) == 0


@pytest.mark.slow
def test_none_of_ten_thousand_tamperings_goes_unseen(note: Note) -> None:
    assert sum(undetected(2, 10_000, note).values()) == 0


def test_the_root_at_a_size_is_that_of_its_checkpoint() -> None:
    reading = log_file.read(LINES, "joint.jsonl")
    for size in (0, 1, 31, 60):
        assert verification.root_at(reading, size) == checkpoint(WRITTEN[:size]).root
    with pytest.raises(AssertionError):
        verification.root_at(reading, 61)


def test_the_note_reads_as_a_checkpoint(note: Note) -> None:
    assert checkpoints.read(note) == checkpoint(WRITTEN[:SIZE])
