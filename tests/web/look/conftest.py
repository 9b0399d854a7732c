"""The small server of the look's pages, and a browser to look at them."""

from collections.abc import Iterator

import pytest

from tests.browser.chromium import MISSING, PROGRAM, Browser, browser
from tests.web.look.visit import served


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with served() as started:
        yield started


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    if PROGRAM is None:
        pytest.skip(MISSING)
    with browser() as opened:
        yield opened
