"""A figure and its error."""

from fairterms.risks.loss.sampled import Sampled


def test_an_interval_reaches_as_many_errors_as_asked_to_either_side() -> None:
    assert Sampled(10.0, 2.0).interval(3.0) == (4.0, 16.0)
