"""The tree as RFC 6962 defines it, by recursion over the leaves: slow, and a twin of ours."""

import hashlib
from collections.abc import Sequence


def _hash(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def _split(count: int) -> int:
    power = 1
    while power * 2 < count:
        power *= 2
    return power


def root(contents: Sequence[bytes]) -> bytes:
    if not contents:
        return _hash()
    if len(contents) == 1:
        return _hash(b"\x00", contents[0])
    k = _split(len(contents))
    return _hash(b"\x01", root(contents[:k]), root(contents[k:]))


def path(place: int, contents: Sequence[bytes]) -> tuple[bytes, ...]:
    if len(contents) == 1:
        return ()
    k = _split(len(contents))
    if place < k:
        return (*path(place, contents[:k]), root(contents[k:]))
    return (*path(place - k, contents[k:]), root(contents[:k]))


def proof(old: int, contents: Sequence[bytes]) -> tuple[bytes, ...]:
    return _part(old, contents, True) if 0 < old < len(contents) else ()


def _part(old: int, contents: Sequence[bytes], is_known: bool) -> tuple[bytes, ...]:
    if old == len(contents):
        return () if is_known else (root(contents),)
    k = _split(len(contents))
    if old <= k:
        return (*_part(old, contents[:k], is_known), root(contents[k:]))
    return (*_part(old - k, contents[k:], False), root(contents[:k]))


def root_from_path(place: int, count: int, leaf: bytes, beside: Sequence[bytes]) -> bytes:
    """Return the root a path leads to, by recursion as the path was made."""
    if count == 1:
        assert not beside
        return leaf
    k = _split(count)
    if place < k:
        return _hash(b"\x01", root_from_path(place, k, leaf, beside[:-1]), beside[-1])
    return _hash(b"\x01", beside[-1], root_from_path(place - k, count - k, leaf, beside[:-1]))
