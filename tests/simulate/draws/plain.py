"""The generator again, slowly, on Python's whole numbers."""

import hashlib

ALL = 2**64 - 1


def plain_mix(word: int) -> int:
    word = ((word ^ (word >> 30)) * 0xBF58476D1CE4E5B9) & ALL
    word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) & ALL
    return word ^ (word >> 31)


def plain_increment(key: int) -> int:
    step = plain_mix((key + 0x9E3779B97F4A7C15) & ALL) | 1
    return step if (step ^ (step >> 1)).bit_count() >= 24 else step ^ 0xAAAAAAAAAAAAAAAA


def plain_key(seed: int, stream: str, year: int) -> int:
    digest = hashlib.sha256(f"{seed}|{stream}".encode()).digest()
    step = int.from_bytes(digest[8:16], "little") | 1
    return plain_mix((int.from_bytes(digest[:8], "little") + year * step) & ALL)


def plain_substream(key: int, name: str) -> int:
    return plain_mix(key ^ int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "little"))


def plain_lane(key: int, place: int) -> int:
    word = plain_mix((key + (place // 4 + 1) * plain_increment(key)) & ALL)
    return word >> place % 4 * 16 & 0xFFFF
