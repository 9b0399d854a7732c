"""The cast, for the tests of terms; and nothing remembered from one test to the next."""

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.web.cast import Cast


@pytest.fixture
def cast(light_cast: "Cast", db: None) -> "Cast":
    """Everybody, in rooms with little in them."""
    # Models are there only once Django is set up, which is after this module was read.
    from fairterms_web.terms import checks, cited  # noqa: PLC0415

    checks._kept.clear()
    checks._tried_before.clear()
    cited._kept.clear()
    return deepcopy(light_cast)
