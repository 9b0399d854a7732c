"""A list that gains harder patients is seen."""

from dataclasses import replace

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signals.attribution_additions import SIGNAL
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet


def plant(evidence: Evidence) -> Evidence:
    assert evidence.attribution is not None
    lists = evidence.attribution
    severity = lists.severity + 2.0 * ~lists.was_listed
    return replace(evidence, attribution=replace(lists, severity=severity))


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert 1 < found.effect < 3


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)
