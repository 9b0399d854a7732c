"""The codes of the guide."""

from fairterms.reconcile.statement.vbpr_codes import METRICS, STREAMS


def test_the_lists_are_as_long_as_the_guide_s() -> None:
    assert (len(METRICS), len(STREAMS)) == (93, 16)


def test_a_metric_has_words_and_a_unit() -> None:
    assert all(metric.display and metric.units for metric in METRICS.values())


def test_events_may_be_stated_as_rates() -> None:
    assert METRICS["ed-visit"].counts_events
    assert not METRICS["revenue"].counts_events
