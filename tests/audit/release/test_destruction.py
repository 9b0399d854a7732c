"""A copy ends with a certificate by its last day, or it is overdue."""

from datetime import date, timedelta

import pytest

from fairterms.audit.release.destruction import Certificate, check, is_overdue
from fairterms.units.refusal import Refusal
from tests.audit.release.test_request import COPY, VIEW

DONE = Certificate("7", date(2028, 6, 1), "wiped from the one laptop")


def test_a_copy_is_overdue_from_the_day_after_its_last() -> None:
    last = COPY.destroy_by
    assert last is not None
    assert not is_overdue(COPY, None, last)
    assert is_overdue(COPY, None, last + timedelta(days=1))
    assert not is_overdue(COPY, DONE, last + timedelta(days=1))


def test_what_is_only_read_is_never_overdue() -> None:
    assert not is_overdue(VIEW, None, date(2099, 1, 1))


def test_a_certificate_says_how() -> None:
    check(DONE)
    with pytest.raises(Refusal, match="does not say how"):
        check(Certificate("7", DONE.on, "gone "))


def test_a_certificate_tells_both_sides_no_count_of_few_people() -> None:
    with pytest.raises(Refusal, match="“4 patients”"):
        check(Certificate("7", DONE.on, "wiped the list of 4 patients"))
