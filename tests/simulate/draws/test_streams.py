import pytest

from fairterms.simulate.draws.keyed import year_keys
from fairterms.simulate.draws.streams import Streams


def test_a_declared_stream_gives_its_keys() -> None:
    streams = Streams(7, ("cost", "trend"))
    assert (streams.keys("trend", 2, 5) == year_keys(7, "trend", 2, 5)).all()


def test_a_stream_that_stands_twice_stops_the_run() -> None:
    with pytest.raises(AssertionError, match="declared twice: cost"):
        Streams(7, ("cost", "trend", "cost"))


def test_a_stream_nobody_declared_stops_the_run() -> None:
    with pytest.raises(AssertionError, match="acuity is not declared"):
        Streams(7, ("cost",)).keys("acuity", 0, 1)
