"""A tab for tests that look at a page of their own."""

from collections.abc import Iterator

import pytest

from tests.browser.chromium import MISSING, PROGRAM
from tests.web.journeys.tab import Tab, opened


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    if PROGRAM is None:
        pytest.skip(MISSING)
    with opened() as one:
        yield one
