"""Ed25519 in plain Python, slow and straight from its definition: a twin of the library.

It stands in where the optional package is not installed. Never sign anything real with it: how
long it takes tells about the key.

Sources
-------
RFC 8032, section 5.1.
"""

import hashlib
import importlib.util
from functools import cache

import pytest

from fairterms.ledger import ed25519

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
Point = tuple[int, int, int, int]


def _add(one: Point, two: Point) -> Point:
    (x1, y1, z1, t1), (x2, y2, z2, t2) = one, two
    a, b = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(number: int, point: Point) -> Point:
    total: Point = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = _add(total, point)
        point, number = _add(point, point), number >> 1
    return total


def _x(y: int, is_odd: int) -> int | None:
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and is_odd):
        return None
    return P - x if x % 2 != is_odd else x


_Y = 4 * pow(5, -1, P) % P
_X = _x(_Y, 0)
assert _X is not None
BASE: Point = (_X, _Y, 1, _X * _Y % P)


def _packed(point: Point) -> bytes:
    x, y, z, _ = point
    inverse = pow(z, -1, P)
    return (y * inverse % P | (x * inverse % P & 1) << 255).to_bytes(32, "little")


def _unpacked(content: bytes) -> Point | None:
    number = int.from_bytes(content, "little")
    y, is_odd = number & (1 << 255) - 1, number >> 255
    x = _x(y, is_odd) if y < P else None
    return None if x is None else (x, y, 1, x * y % P)


def _number(*parts: bytes) -> int:
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little")


def _secret(seed: bytes) -> tuple[int, bytes]:
    digest = hashlib.sha512(seed).digest()
    number = int.from_bytes(digest[:32], "little") & (1 << 254) - 8 | 1 << 254
    return number, digest[32:]


@cache
def public_half(seed: bytes) -> bytes:
    return _packed(_times(_secret(seed)[0], BASE))


@cache
def signed(seed: bytes, message: bytes) -> bytes:
    number, prefix = _secret(seed)
    once = _number(prefix, message) % ORDER
    first = _packed(_times(once, BASE))
    challenge = _number(first, public_half(seed), message)
    return first + ((once + challenge * number) % ORDER).to_bytes(32, "little")


@cache
def verifies(public: bytes, message: bytes, signature: bytes) -> bool:
    key, first = _unpacked(public), _unpacked(signature[:32])
    rest = int.from_bytes(signature[32:], "little")
    if key is None or first is None or len(signature) != 64 or rest >= ORDER:
        return False
    challenge = _number(signature[:32], public, message)
    return _packed(_times(rest, BASE)) == _packed(_add(first, _times(challenge, key)))


IS_INSTALLED = importlib.util.find_spec("cryptography") is not None


@pytest.fixture(autouse=True)
def signatures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let signatures be made and checked wherever tests run."""
    if not IS_INSTALLED:
        for one in (public_half, signed, verifies):
            monkeypatch.setattr(ed25519, one.__name__, one)
