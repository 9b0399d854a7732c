"""Roots and proofs agree with the published vectors, and with a plain recursive twin."""

import hashlib

import pytest

from fairterms.ledger.tree import EMPTY_ROOT, Frontier, Tree, leaf_hash, node_hash
from tests.ledger import plain_tree

# The leaves of the test of Certificate Transparency, and the roots of the first 1 to 8 of them.
PUBLISHED = [
    bytes.fromhex(one)
    for one in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
CONTENTS = [f"entry {number}".encode() for number in range(40)]
TREE = Tree(leaf_hash(one) for one in CONTENTS)


def test_the_empty_tree_has_the_published_root() -> None:
    published = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert EMPTY_ROOT.hex() == Tree().root().hex() == Frontier().root.hex() == published


@pytest.mark.parametrize("size", range(1, 9))
def test_the_first_eight_roots_are_the_published_ones(size: int) -> None:
    leaves = [leaf_hash(one) for one in PUBLISHED[:size]]
    assert Tree(leaves).root().hex() == ROOTS[size - 1]
    assert Frontier(leaves).root.hex() == ROOTS[size - 1]


def test_a_tree_of_three_is_worked_out_by_hand() -> None:
    a, b, c = (hashlib.sha256(b"\x00" + one).digest() for one in (b"a", b"b", b"c"))
    pair = hashlib.sha256(b"\x01" + a + b).digest()
    assert Tree([a, b, c]).root() == hashlib.sha256(b"\x01" + pair + c).digest()


def test_a_leaf_cannot_pass_for_a_node() -> None:
    a, b = leaf_hash(b"a"), leaf_hash(b"b")
    assert leaf_hash(a + b) != node_hash(a, b)


def test_every_root_of_the_past_agrees_with_the_twin() -> None:
    growing = Frontier()
    for size in range(41):
        assert TREE.root(size) == growing.root == plain_tree.root(CONTENTS[:size])
        assert growing.size == size
        if size < 40:
            growing.append(leaf_hash(CONTENTS[size]))


def test_every_inclusion_proof_agrees_with_the_twin() -> None:
    for size in range(1, 41):
        for place in range(size):
            twin = plain_tree.path(place, CONTENTS[:size])
            assert TREE.inclusion_proof(place, size) == twin, (place, size)


def test_every_consistency_proof_agrees_with_the_twin() -> None:
    for size in range(41):
        for old in range(size + 1):
            twin = plain_tree.proof(old, CONTENTS[:size])
            assert TREE.consistency_proof(old, size) == twin, (old, size)


def test_a_tree_proves_nothing_about_what_it_does_not_hold() -> None:
    for place, size in ((3, 3), (-1, 3), (0, 41)):
        with pytest.raises(AssertionError):
            TREE.inclusion_proof(place, size)
    for old, size in ((4, 3), (0, 41), (-1, 3)):
        with pytest.raises(AssertionError):
            TREE.consistency_proof(old, size)
    with pytest.raises(AssertionError):
        TREE.root(41)
