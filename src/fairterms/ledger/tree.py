"""The tree of hashes: its root at every size, and proofs about it.

Leaves are counted from 0. A tree of n leaves is split at the largest power of two below n; a leaf
and an inner node are hashed with different first bytes, so that neither can pass for the other.

Sources
-------
RFC 6962, Certificate Transparency, section 2.1 (tree, audit paths, consistency proofs).
"""

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

HASH_SIZE = 32
"""Bytes of a hash."""
EMPTY_ROOT = hashlib.sha256(b"").digest()
"""The root of a tree without leaves."""
_sha256 = hashlib.sha256


def leaf_hash(content: bytes) -> bytes:
    """Return the hash of a leaf's content, 32 bytes."""
    return _sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of a node above two others, 32 bytes."""
    return _sha256(b"\x01" + left + right).digest()


class Piece(NamedTuple):
    """The leaves from ``start`` up to ``end``, without ``end``."""

    start: int
    end: int

    @property
    def halves(self) -> "tuple[Piece, Piece]":
        """Its left part, the largest power of two below its size, and the rest."""
        size = self.end - self.start
        middle = self.start + (1 << (size - 1).bit_length() - 1)
        return Piece(self.start, middle), Piece(middle, self.end)


class Frontier:
    """The root of a growing tree, kept in a handful of hashes: enough to check, not to prove.

    Examples
    --------
    >>> growing = Frontier()
    >>> growing.root == EMPTY_ROOT
    True
    >>> growing.append(leaf_hash(b""))
    >>> growing.size, growing.root.hex()[:8]
    (1, '6e340b9c')
    """

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self.size = 0
        self._complete: list[bytes] = []
        for leaf in leaves:
            self.append(leaf)

    def append(self, leaf: bytes) -> None:
        """Add the hash of one leaf, 32 bytes."""
        place, node, complete = self.size, leaf, self._complete
        while place & 1:
            node = _sha256(b"\x01" + complete.pop() + node).digest()
            place >>= 1
        complete.append(node)
        self.size += 1

    @property
    def root(self) -> bytes:
        """The root of the tree as it is, 32 bytes."""
        if not self._complete:
            return EMPTY_ROOT
        root = self._complete[-1]
        for left in reversed(self._complete[:-1]):
            root = node_hash(left, root)
        return root


class Tree:
    """A growing tree that keeps its complete parts, so that every proof takes few steps.

    ``levels[k][i]`` is the hash of the 2^k leaves from i times 2^k on.
    """

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self._levels: list[list[bytes]] = [[]]
        for leaf in leaves:
            self.append(leaf)

    @property
    def size(self) -> int:
        """The number of leaves."""
        return len(self._levels[0])

    def append(self, leaf: bytes) -> None:
        """Add the hash of one leaf, 32 bytes."""
        self._levels[0].append(leaf)
        height = 0
        while len(self._levels[height]) % 2 == 0:
            left, right = self._levels[height][-2:]
            height += 1
            if height == len(self._levels):
                self._levels.append([])
            self._levels[height].append(node_hash(left, right))

    def root(self, size: int | None = None) -> bytes:
        """Return the root as it was at a size; as it is where none is named."""
        wanted = self.size if size is None else size
        assert 0 <= wanted <= self.size, "a tree knows the roots of its past alone"
        return self._of(Piece(0, wanted)) if wanted else EMPTY_ROOT

    def inclusion_proof(self, leaf: int, size: int | None = None) -> tuple[bytes, ...]:
        """Prove that a leaf stands in the tree of a size.

        Parameters
        ----------
        leaf
            Its place, counted from 0.
        size
            The number of leaves of the tree it is shown in; None for all.

        Returns
        -------
        tuple of bytes
            The neighbours on the way from the leaf up to the root.
        """
        piece = Piece(0, self.size if size is None else size)
        assert 0 <= leaf < piece.end <= self.size, "a proof is about a leaf that is there"
        beside: list[bytes] = []
        while piece.end - piece.start > 1:
            left, right = piece.halves
            piece, other = (left, right) if leaf < left.end else (right, left)
            beside.append(self._of(other))
        return tuple(reversed(beside))

    def consistency_proof(self, old: int, size: int | None = None) -> tuple[bytes, ...]:
        """Prove that the tree of a size begins with all leaves of an older one.

        Parameters
        ----------
        old
            The number of leaves of the older tree.
        size
            The number of leaves of the newer tree; None for all.

        Returns
        -------
        tuple of bytes
            Empty where the older tree is empty or the same.
        """
        piece = Piece(0, self.size if size is None else size)
        assert 0 <= old <= piece.end <= self.size, "a tree is compared with its own past"
        if old in (0, piece.end):
            return ()
        beside: list[bytes] = []
        is_whole_old = True
        while old != piece.end:
            left, right = piece.halves
            if old <= left.end:
                beside.append(self._of(right))
                piece = left
            else:
                beside.append(self._of(left))
                piece, is_whole_old = right, False
        # The old root itself is known to whoever asks; any other part of it is not.
        if not is_whole_old:
            beside.append(self._of(piece))
        return tuple(reversed(beside))

    def _of(self, piece: Piece) -> bytes:
        """Return the hash over a piece that begins where a complete part may begin."""
        size = piece.end - piece.start
        if size & (size - 1) == 0:
            height = size.bit_length() - 1
            return self._levels[height][piece.start >> height]
        left, right = piece.halves
        return node_hash(self._of(left), self._of(right))
