"""Every true proof is accepted, and no other."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as some

from fairterms.ledger.proof import Head, extends, includes
from fairterms.ledger.tree import EMPTY_ROOT, Tree, leaf_hash, node_hash
from tests.ledger import plain_tree

CONTENTS = [f"entry {number}".encode() for number in range(40)]
LEAVES = [leaf_hash(one) for one in CONTENTS]
TREE = Tree(LEAVES)
HEADS = [Head(size, plain_tree.root(CONTENTS[:size])) for size in range(41)]
OTHER = leaf_hash(b"something else")


def bent(proof: tuple[bytes, ...]) -> Iterator[tuple[bytes, ...]]:
    """Yield a proof with a step changed, left out or doubled, and with one more at either end."""
    yield (*proof, OTHER)
    yield (OTHER, *proof)
    for at, step in enumerate(proof):
        yield (*proof[:at], OTHER, *proof[at + 1 :])
        yield (*proof[:at], *proof[at + 1 :])
        yield (*proof[:at], step, *proof[at:])


def test_every_inclusion_proof_holds() -> None:
    for size in range(1, 41):
        for place in range(size):
            proof = TREE.inclusion_proof(place, size)
            assert includes(HEADS[size], place, LEAVES[place], proof)
            twin = plain_tree.root_from_path(place, size, LEAVES[place], proof)
            assert twin == HEADS[size].root


def test_every_consistency_proof_holds() -> None:
    for size in range(41):
        for old in range(size + 1):
            proof = TREE.consistency_proof(old, size)
            assert extends(HEADS[old], HEADS[size], proof), (old, size)


def test_no_bent_inclusion_proof_holds() -> None:
    for size in range(1, 18):
        for place in range(size):
            proof = TREE.inclusion_proof(place, size)
            for wrong in bent(proof):
                assert not includes(HEADS[size], place, LEAVES[place], wrong), (place, size)
            assert not includes(HEADS[size], place, OTHER, proof)
            for elsewhere in {*range(-1, size + 2)} - {place}:
                assert not includes(HEADS[size], elsewhere, LEAVES[place], proof)
            assert not includes(Head(size, OTHER), place, LEAVES[place], proof)


def test_no_bent_consistency_proof_holds() -> None:
    for size in range(1, 18):
        for old in range(size + 1):
            proof = TREE.consistency_proof(old, size)
            for wrong in bent(proof):
                assert not extends(HEADS[old], HEADS[size], wrong), (old, size)
            assert not extends(Head(old, OTHER), HEADS[size], proof)
            if old:
                assert not extends(HEADS[old], Head(size, OTHER), proof)


def test_a_proof_for_one_pair_of_trees_is_none_for_another() -> None:
    # The size is no part of a root: a proof says nothing about a head whose size is made up. That
    # is why a checkpoint signs size and root together.
    proof = TREE.consistency_proof(7, 13)
    for old in range(1, 16):
        for size in range(old + 1, 20):
            if (old, size) != (7, 13):
                assert not extends(HEADS[old], HEADS[size], proof)


def test_a_proof_longer_than_the_sizes_need_is_refused_even_where_the_roots_follow() -> None:
    # A true proof and one step more, with heads whose roots were hashed once more to suit it.
    once_more = [Head(size, node_hash(OTHER, HEADS[size].root)) for size in range(5)]
    proof = (*TREE.consistency_proof(3, 4), OTHER)
    assert not extends(once_more[3], once_more[4], proof)
    assert not includes(once_more[4], 3, LEAVES[3], (*TREE.inclusion_proof(3, 4), OTHER))


def test_a_ledger_never_shrinks() -> None:
    assert not extends(HEADS[9], HEADS[5], TREE.consistency_proof(5, 9))
    assert not extends(HEADS[9], HEADS[5], ())
    assert not extends(Head(-1, OTHER), HEADS[5], ())


def test_an_empty_ledger_has_one_root() -> None:
    assert extends(HEADS[0], HEADS[0], ())
    assert not extends(Head(0, OTHER), HEADS[3], ())
    assert not extends(Head(0, EMPTY_ROOT), Head(0, OTHER), ())
    assert not extends(Head(0, OTHER), Head(0, OTHER), ())


@settings(max_examples=30, deadline=None)
@given(some.data())
def test_two_histories_that_part_before_the_old_size_are_never_consistent(
    data: some.DataObject,
) -> None:
    size = data.draw(some.integers(2, 200))
    old = data.draw(some.integers(1, size - 1))
    parts_at = data.draw(some.integers(0, old - 1))
    seed = data.draw(some.integers(0, 9999))
    first = [leaf_hash(f"{seed} {at}".encode()) for at in range(size)]
    second = [*first[:parts_at], OTHER, *first[parts_at + 1 :]]
    kept, shown = Tree(first), Tree(second)
    before, after = Head(old, kept.root(old)), Head(size, shown.root())
    assert extends(before, Head(size, kept.root()), kept.consistency_proof(old))
    assert not extends(before, after, shown.consistency_proof(old))
    assert not extends(before, after, kept.consistency_proof(old))
