"""A witness cosigns what goes on from what it saw, and nothing else."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fairterms.ledger import note as notes
from fairterms.ledger import witness
from fairterms.ledger.checkpoint import Checkpoint
from fairterms.ledger.key import Purpose, new_key
from fairterms.ledger.tree import Tree
from fairterms.ledger.witness import Fork, Rollback, Witness
from fairterms.units.refusal import Refusal
from tests.ledger.made_up import AUDITOR, LEDGER, ORIGIN, entries

AT = datetime(2027, 1, 14, 9, 30, tzinfo=UTC)
TREE = Tree(one.leaf for one in entries(12))
OTHER = Tree(one.leaf for one in [*entries(3), *entries(12, "rewritten")[3:]])


def head(size: int, tree: Tree = TREE, origin: str = ORIGIN) -> Checkpoint:
    return Checkpoint(origin, size, tree.root(size))


def test_the_first_checkpoint_is_cosigned_as_it_is() -> None:
    note, after = Witness(AUDITOR).cosign(head(5).note, (), AT)
    assert after.last == head(5)
    assert notes.checked(note, note.by(AUDITOR.public)[0], AUDITOR.public) == AT


def test_every_later_state_of_the_same_history_is_cosigned() -> None:
    for old in (0, 1, 4, 7, 12):
        for size in {old, 8, 11, 12} - set(range(old)):
            proof = TREE.consistency_proof(old, size)
            _, after = Witness(AUDITOR, head(old)).cosign(head(size).note, proof, AT)
            assert after.last == head(size)


def test_the_ledgers_own_signature_stays() -> None:
    signed = head(5).note.signed(LEDGER, AT)
    note, _ = Witness(AUDITOR).cosign(signed, (), AT)
    assert note.signatures[0] == signed.signatures[0]
    assert len(note.signatures) == 2


def test_a_rewritten_history_is_a_fork_whatever_the_proof() -> None:
    own = Witness(AUDITOR, head(5))
    for size in range(5, 13):
        for proof in (OTHER.consistency_proof(5, size), TREE.consistency_proof(5, size), ()):
            with pytest.raises(Fork, match="does not go on from the 5 entries"):
                own.cosign(head(size, OTHER).note, proof, AT)


def test_histories_that_part_later_are_the_same_history_so_far() -> None:
    note, _ = Witness(AUDITOR, head(3)).cosign(
        head(9, OTHER).note, OTHER.consistency_proof(3, 9), AT
    )
    assert len(note.signatures) == 1


def test_a_true_history_with_a_wrong_proof_is_not_cosigned() -> None:
    with pytest.raises(Fork):
        Witness(AUDITOR, head(5)).cosign(head(9).note, TREE.consistency_proof(4, 9), AT)


def test_an_older_state_is_a_rollback() -> None:
    for size in range(9):
        with pytest.raises(Rollback, match="9 entries were cosigned before"):
            Witness(AUDITOR, head(9)).cosign(head(size).note, (), AT)


def test_another_ledger_is_never_compared() -> None:
    with pytest.raises(Refusal, match="was seen before") as refused:
        Witness(AUDITOR, head(5)).cosign(head(5, origin="b.example").note, (), AT)
    assert not isinstance(refused.value, Fork | Rollback)


def test_a_ledgers_key_is_no_witness() -> None:
    with pytest.raises(AssertionError, match="never cosigns"):
        Witness(LEDGER)


def test_what_was_seen_is_remembered_ledger_by_ledger(tmp_path: Path) -> None:
    folder = tmp_path / "seen"
    assert witness.recall(AUDITOR, folder, ORIGIN).last is None
    for origin, size in ((ORIGIN, 5), ("b.example", 3), (ORIGIN, 9)):
        own = witness.recall(AUDITOR, folder, origin)
        old = own.last.size if own.last else 0
        proof = TREE.consistency_proof(old, size)
        note, after = own.cosign(head(size, origin=origin).note, proof, AT)
        witness.remember(note, folder)
        assert witness.recall(AUDITOR, folder, origin) == after
    assert witness.recall(AUDITOR, folder, ORIGIN).last == head(9)
    assert witness.recall(AUDITOR, folder, "b.example").last == head(3, origin="b.example")
    assert {one.suffix for one in folder.iterdir()} == {".note"}


def test_ledgers_whose_names_read_alike_are_kept_apart() -> None:
    names = ["a.example/b", "a.example-b", "a.example//b", "../a.example/b", "\u00e9", "\u00e8"]
    paths = {witness.seen_path(Path("seen"), one) for one in names}
    assert len(paths) == len(names)
    assert {one.parent for one in paths} == {Path("seen")}


@pytest.mark.parametrize("other", ["another key", "another ledger", "another size", "no note"])
def test_what_was_seen_must_be_signed_by_the_witness_itself(tmp_path: Path, other: str) -> None:
    note, _ = Witness(AUDITOR).cosign(head(5).note, (), AT)
    path = witness.remember(note, tmp_path)
    key, origin = AUDITOR, ORIGIN
    if other == "another key":
        key = new_key(AUDITOR.name, Purpose.WITNESS)
    elif other == "another ledger":
        origin = "b.example"
        path.rename(witness.seen_path(tmp_path, origin))
    elif other == "another size":
        path.write_bytes(path.read_bytes().replace(b"\n5\n", b"\n4\n"))
    else:
        path.write_bytes(b"")
    with pytest.raises(Refusal):
        witness.recall(key, tmp_path, origin)
