"""The manual's pictures are those its command makes: every page, each size, light and dark."""

import struct
from itertools import product
from zlib import crc32

import pytest
from docs.make_screenshots import FOLDER, MOST_BYTES, SCHEMES, SHOTS, SIZES

NAMES = [
    (f"{shot.name}-{size[0]}-{scheme}", size)
    for shot, size, scheme in product(SHOTS, SIZES, SCHEMES)
]


def test_every_picture_is_there_and_no_other() -> None:
    assert {one.stem for one in FOLDER.iterdir()} == {name for name, _ in NAMES}


def test_the_pictures_are_small_enough_to_be_fetched_with_the_project() -> None:
    assert sum(one.stat().st_size for one in FOLDER.iterdir()) < MOST_BYTES


@pytest.mark.parametrize(("name", "size"), NAMES)
def test_a_picture_is_as_large_as_its_name_says(name: str, size: tuple[int, int]) -> None:
    picture = (FOLDER / f"{name}.png").read_bytes()
    assert struct.unpack(">II", picture[16:24]) == size
    assert picture[-12:] == struct.pack(">I", 0) + b"IEND" + struct.pack(">I", crc32(b"IEND"))


def test_no_two_pictures_are_the_same() -> None:
    pictures = {one.read_bytes() for one in FOLDER.iterdir()}
    assert len(pictures) == len(NAMES)
