"""An impact is one risk, one objective and one source."""

from dataclasses import replace

import pytest

from fairterms.risks.register.impact import Source, SourceKind
from tests.risks.register.made_up import impact


def test_the_same_risk_objective_and_source_have_the_same_key() -> None:
    assert impact("one").key == impact("other").key


def test_another_part_makes_another_key() -> None:
    others = [
        impact(risk="early"),
        impact(objective="visits"),
        impact(ref="withhold"),
        replace(impact(), source=Source(SourceKind.WORK, "reporting")),
    ]
    assert len({impact().key, *(one.key for one in others)}) == 5


def test_a_source_says_which_one_and_an_impact_what_it_does() -> None:
    with pytest.raises(ValueError, match="does not say which one"):
        Source(SourceKind.CLAUSE, "")
    with pytest.raises(ValueError, match="does not say what it does"):
        replace(impact(), statement="")
    assert str(Source(SourceKind.OUTSIDE, "a new law")) == "outside: a new law"
