"""Controls retire, and name COSO principles that exist."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.risks.control.control import Status
from fairterms.risks.control.impossible import Impossible
from tests.risks.control.made_up import CONTROL


def test_a_control_is_in_use_until_the_day_it_retires() -> None:
    retired = replace(CONTROL, retired=date(2027, 7, 1))
    assert retired.is_active(date(2027, 6, 30))
    assert retired.status(date(2027, 7, 1)) is Status.RETIRED
    assert CONTROL.is_active(date(2099, 1, 1))


@pytest.mark.parametrize("principle", [0, 18, -1])
def test_a_principle_that_coso_does_not_have_is_refused(principle: int) -> None:
    with pytest.raises(Impossible, match="there is no COSO principle"):
        replace(CONTROL, coso_principle=principle)


def test_an_owner_who_carries_it_out_is_one_person() -> None:
    assert CONTROL.people == ("contracting lead", "billing lead")
    assert replace(CONTROL, operator="contracting lead").people == ("contracting lead",)
