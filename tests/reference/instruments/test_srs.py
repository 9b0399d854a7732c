"""SRS: totals only; a low score is a reason to talk."""

from fairterms.reference.instruments.srs import INSTRUMENT
from tests.reference.judged import is_case, is_refused


def test_36_or_less_is_a_reason_to_talk() -> None:
    assert is_case("srs", 36)
    assert not is_case("srs", 36.1)


def test_41_is_refused_and_tenths_occur() -> None:
    assert is_refused("srs", 41)
    assert not is_refused("srs", 38.4)


def test_nothing_about_it_is_confirmed_yet() -> None:
    assert "scoring standard" in INSTRUMENT.unconfirmed
    assert "caseness talk-about-it" in INSTRUMENT.unconfirmed
