"""One town for all tests of a file, emptied before each."""

from collections.abc import Iterator

import pytest

from tests.population.town import Town, town


@pytest.fixture(scope="module")
def built() -> Iterator[Town]:
    with town() as made:
        yield made


@pytest.fixture
def here(built: Town) -> Town:
    built.empty()
    return built
