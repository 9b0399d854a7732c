"""`verify` says what holds, ends with the verdict's code, and cosigns only what goes on."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fairterms.ledger import checkpoint as checkpoints
from fairterms.ledger import note as notes
from fairterms.ledger.key import read_private
from tests.cli.conftest import Run
from tests.ledger.ed25519_twin import signatures
from tests.ledger.made_up import AUDITOR, LEDGER, ORIGIN, checkpoint, entries, lines

__all__ = ["signatures"]
AT = datetime(2027, 1, 14, 9, 30, tzinfo=UTC)
WRITTEN = entries(12)


def put(path: Path, count: int = 12, what: str = "", same: int = 0) -> Path:
    path.write_bytes(b"".join(lines([*WRITTEN[:same], *entries(count, what)[same:]])))
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return put(tmp_path / "joint.jsonl")


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "kept.note"
    signed = checkpoint(WRITTEN[:9]).note.signed(LEDGER, AT).signed(AUDITOR, AT)
    path.write_bytes(str(signed).encode())
    return path


def test_an_intact_ledger_ends_with_0_and_says_what_was_compared(
    fairterms: Run, ledger: Path, note: Path, tmp_path: Path
) -> None:
    public = tmp_path / "auditor.pub"
    public.write_text(f"{AUDITOR.public}\n")
    keys = ("--key", public, "--key", str(LEDGER.public))
    ran = fairterms("verify", ledger, "--checkpoint", note, *keys)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Intact: the ledger is what the note vouches for.",
        f"{ORIGIN}: 12 entries in joint.jsonl",
        "  Cosigned by auditor.example on 2027-01-14 at 09:30:00 UTC.",
        f"  Signed by {ORIGIN}.",
        "  The first 9 entries have the root that the note gives.",
        "  3 later entries came after it; nobody vouches for them yet.",
    ]


def test_a_rewritten_ledger_ends_with_1(fairterms: Run, note: Path, tmp_path: Path) -> None:
    other = put(tmp_path / "other.jsonl", what="rewritten", same=4)
    ran = fairterms("verify", other, "--checkpoint", note)
    assert ran.code == 1
    assert ran.out.startswith("Tampered: something is not as it was.")
    assert "the first 9 entries are not those the note vouches for [other-root]" in ran.err
    assert "Its signatures were not checked" in ran.out


def test_a_shorter_ledger_ends_with_2(fairterms: Run, note: Path, tmp_path: Path) -> None:
    ran = fairterms("verify", put(tmp_path / "short.jsonl", 7), "--checkpoint", note)
    assert (ran.code, ran.out.split(":")[0]) == (2, "Incomplete")
    assert "holds 7 entries, and the note vouches for 9" in ran.err


def test_without_a_note_it_ends_with_2(fairterms: Run, ledger: Path) -> None:
    ran = fairterms("verify", ledger)
    assert ran.code == 2
    assert "no checkpoint vouches for this file [no-checkpoint]" in ran.err


def test_many_breaks_are_counted(fairterms: Run, ledger: Path, note: Path) -> None:
    ledger.write_bytes(lines([])[0] + b"nonsense\n" * 30)
    ran = fairterms("verify", ledger, "--checkpoint", note)
    assert ran.code == 1
    assert "and 10 more places" in ran.err


@pytest.mark.parametrize("missing", ["ledger", "note", "key"])
def test_what_cannot_be_read_ends_with_2(
    fairterms: Run, ledger: Path, note: Path, missing: str
) -> None:
    given = {"ledger": ledger, "note": note, "key": str(AUDITOR.public)} | {missing: "not-there"}
    ran = fairterms("verify", given["ledger"], "--checkpoint", given["note"], "--key", given["key"])
    assert (ran.code, ran.out) == (2, "")
    assert "fix:" in ran.err


def test_a_witness_makes_its_key_cosigns_and_goes_on(
    fairterms: Run, tmp_path: Path, ledger: Path
) -> None:
    key = tmp_path / "desk" / "auditor.key"
    put(ledger, 5)
    first = fairterms("verify", ledger, "--cosign", key, "--as", "auditor.example")
    assert (first.code, first.err) == (0, "")
    assert "This key has never seen this ledger" in first.out
    private = read_private(key.read_text())
    assert str(private.public) in first.out
    assert private.line not in first.out
    assert key.stat().st_mode & 0o077 == 0
    put(ledger, 12)
    second = fairterms("verify", ledger, "--cosign", key)
    assert (second.code, second.err) == (0, "")
    assert "The first 5 entries have the root that the note gives." in second.out
    assert "Cosigned by auditor.example" in second.out
    for size in (5, 12):
        written = notes.read((tmp_path / f"joint-{size}.note").read_bytes())
        assert checkpoints.read(written) == checkpoint(WRITTEN[:size])
        assert notes.checked(written, written.signatures[0], private.public)
    ran = fairterms(
        "verify", ledger, "--checkpoint", tmp_path / "joint-12.note", "--key", str(private.public)
    )
    assert (ran.code, ran.err) == (0, "")


def test_a_witness_adds_its_line_to_the_note_it_was_given(
    fairterms: Run, tmp_path: Path, ledger: Path, note: Path
) -> None:
    before = note.read_text()
    key = tmp_path / "plan.key"
    asked = ("--checkpoint", note, "--key", str(AUDITOR.public))
    ran = fairterms("verify", ledger, *asked, "--cosign", key, "--as", "plan.example")
    assert (ran.code, ran.err) == (0, "")
    assert note.read_text().startswith(before)
    assert len(notes.read(note.read_bytes()).signatures) == 3


@pytest.fixture
def seen(fairterms: Run, tmp_path: Path) -> Path:
    """A key that cosigned nine entries."""
    key = tmp_path / "auditor.key"
    key.write_text(AUDITOR.line)
    earlier = put(tmp_path / "earlier.jsonl", 9)
    assert fairterms("verify", earlier, "--cosign", key).code == 0
    return key


def seen_notes(key: Path) -> list[bytes]:
    return [one.read_bytes() for one in key.with_name("auditor.key.seen").iterdir()]


def test_a_witness_cosigns_no_fork(fairterms: Run, tmp_path: Path, seen: Path) -> None:
    before = seen_notes(seen)
    fork = put(tmp_path / "fork.jsonl", 12, "rewritten", same=8)
    ran = fairterms("verify", fork, "--cosign", seen)
    assert ran.code == 1
    assert "Nothing was cosigned." in ran.out
    assert not (tmp_path / "fork-12.note").exists()
    # Nor with a note that was made for the fork.
    own = tmp_path / "own.note"
    forked = checkpoint([*WRITTEN[:8], *entries(12, "rewritten")[8:]]).note.signed(LEDGER, AT)
    own.write_bytes(str(forked).encode())
    ran = fairterms("verify", fork, "--checkpoint", own, "--cosign", seen)
    assert ran.code == 1
    assert "the ledger: does not go on from the 9 entries that were cosigned before" in ran.err
    assert "Nothing was cosigned." in ran.out
    assert len(notes.read(own.read_bytes()).signatures) == 1
    assert seen_notes(seen) == before


def test_a_witness_cosigns_no_rollback(fairterms: Run, tmp_path: Path, seen: Path) -> None:
    before = seen_notes(seen)
    older = put(tmp_path / "older.jsonl", 7)
    ran = fairterms("verify", older, "--cosign", seen)
    assert ran.code == 2
    own = tmp_path / "own.note"
    own.write_bytes(str(checkpoint(WRITTEN[:7]).note.signed(LEDGER, AT)).encode())
    ran = fairterms("verify", older, "--checkpoint", own, "--cosign", seen)
    assert ran.code == 2
    assert "ends after 7 entries, and 9 entries were cosigned before" in ran.err
    assert seen_notes(seen) == before


def test_a_broken_ledger_is_not_cosigned_even_when_it_is_new(
    fairterms: Run, tmp_path: Path, ledger: Path
) -> None:
    ledger.write_bytes(ledger.read_bytes().replace(b"group-lead", b"group-leaf", 1))
    ran = fairterms("verify", ledger, "--cosign", tmp_path / "a.key", "--as", "a.example")
    assert ran.code == 1
    assert "Nothing was cosigned." in ran.out
    assert not (tmp_path / "joint-12.note").exists()
    assert not (tmp_path / "a.key.seen").exists()


def test_a_note_that_was_kept_is_never_overwritten(
    fairterms: Run, tmp_path: Path, ledger: Path, seen: Path
) -> None:
    kept = tmp_path / "joint-12.note"
    kept.write_bytes(str(checkpoint(entries(12, "other")).note.signed(LEDGER, AT)).encode())
    before = kept.read_bytes()
    ran = fairterms("verify", ledger, "--cosign", seen)
    assert ran.code == 2
    assert "is a note of another state" in ran.err
    assert kept.read_bytes() == before
    kept.write_bytes(str(checkpoint(WRITTEN).note.signed(LEDGER, AT)).encode())
    assert fairterms("verify", ledger, "--cosign", seen).code == 0
    assert len(notes.read(kept.read_bytes()).signatures) == 2


def test_a_key_file_is_read_or_made_and_never_taken_for_another(
    fairterms: Run, tmp_path: Path, ledger: Path, seen: Path
) -> None:
    ran = fairterms("verify", ledger, "--cosign", tmp_path / "none.key")
    assert (ran.code, "add: --as auditor.example" in ran.err) == (2, True)
    ran = fairterms("verify", ledger, "--cosign", seen, "--as", "plan.example")
    assert (ran.code, "is the key of auditor.example" in ran.err) == (2, True)
    seen.write_text(LEDGER.line)
    ran = fairterms("verify", ledger, "--cosign", seen)
    assert (ran.code, "a ledger's own key" in ran.err) == (2, True)
    assert not (tmp_path / "joint-12.note").exists()
