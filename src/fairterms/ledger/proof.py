"""Check proofs about a tree, knowing nothing but roots and sizes.

Sources
-------
RFC 9162, Certificate Transparency Version 2.0, sections 2.1.3.2 and 2.1.4.2.
"""

from collections.abc import Sequence
from typing import NamedTuple

from fairterms.ledger.tree import EMPTY_ROOT, node_hash


class Head(NamedTuple):
    """A tree in brief: the number of its leaves, and its root (32 bytes)."""

    size: int
    root: bytes


def includes(head: Head, place: int, leaf: bytes, proof: Sequence[bytes]) -> bool:
    """Tell whether a proof shows that a leaf stands in a tree.

    Parameters
    ----------
    head
        The tree.
    place
        Where the leaf stands, counted from 0.
    leaf
        Its hash, 32 bytes.
    proof
        The neighbours on its way to the root.
    """
    if not 0 <= place < head.size:
        return False
    at, last, root = place, head.size - 1, leaf
    for beside in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            root = node_hash(beside, root)
            at, last = _up_to_a_right_turn(at, last)
        else:
            root = node_hash(root, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and root == head.root


def extends(old: Head, new: Head, proof: Sequence[bytes]) -> bool:
    """Tell whether a proof shows that a newer tree begins with all leaves of an older one.

    Parameters
    ----------
    old, new
        The two trees.
    proof
        What :meth:`fairterms.ledger.tree.Tree.consistency_proof` gives; empty for trees of one
        size, and where the older one is empty.
    """
    if old.size in (0, new.size):
        known = old.root == (EMPTY_ROOT if old.size == 0 else new.root)
        return known and not proof and (new.size > 0 or new.root == EMPTY_ROOT)
    if not 0 < old.size < new.size:
        return False
    is_power_of_two = old.size & (old.size - 1) == 0
    path = [old.root, *proof] if is_power_of_two else list(proof)
    return bool(path) and _both_roots(old, new, path)


def _both_roots(old: Head, new: Head, path: Sequence[bytes]) -> bool:
    """Work out both roots from the same neighbours, and compare them."""
    at, last = old.size - 1, new.size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old_root = new_root = path[0]
    for beside in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old_root = node_hash(beside, old_root)
            new_root = node_hash(beside, new_root)
            at, last = _up_to_a_right_turn(at, last)
        else:
            new_root = node_hash(new_root, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and old_root == old.root and new_root == new.root


def _up_to_a_right_turn(at: int, last: int) -> tuple[int, int]:
    """Climb past levels on which the last node has no neighbour."""
    while at and not at & 1:
        at, last = at >> 1, last >> 1
    return at, last
