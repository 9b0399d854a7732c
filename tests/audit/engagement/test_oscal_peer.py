"""An established reader of OSCAL takes the export for programs, where it is installed.

Sources
-------
compliance-trestle 5.2.0 (OSCAL Compass, Apache-2.0), whose models are made from the published
schema of OSCAL 1.2.1. That of 1.1.3 (compliance-trestle 3.12.4) takes it too, but for the names of
our properties: it asks a host of each, and a URN has none.
"""

import importlib
import json

import pytest

from tests.audit.engagement.made_up import WHOLE
from tests.audit.engagement.test_oscal import exported

TREE = json.loads(exported(WHOLE))["assessment-results"]


@pytest.fixture
def model() -> object:
    """How the peer takes an assessment result."""
    pytest.importorskip("trestle.oscal", reason="compliance-trestle is not installed")
    return importlib.import_module("trestle.oscal.assessment_results").AssessmentResults


def test_an_established_reader_takes_the_whole_export(model: object) -> None:
    found = model.model_validate(TREE)  # type: ignore[attr-defined]  # it is no dependency
    (result,) = found.results
    assert [len(one) for one in (result.observations, result.findings, result.risks)] == [1, 1, 1]


@pytest.mark.parametrize("lost", ["reviewed-controls", "start", "uuid"])
def test_it_takes_no_export_that_lacks_a_field(model: object, lost: str) -> None:
    (result,) = TREE["results"]
    less = {**TREE, "results": [{key: part for key, part in result.items() if key != lost}]}
    with pytest.raises(ValueError, match=lost):
        model.model_validate(less)  # type: ignore[attr-defined]  # it is no dependency
