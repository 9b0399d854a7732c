"""The judged targets as JSON: nothing in it but texts, numbers, lists and tables."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from fairterms.outcomes.group_results.assessment import AskedTarget, MeasureYear, assess
from fairterms.outcomes.group_results.declaration import Measured, Peers
from fairterms.outcomes.group_results.export import as_records
from fairterms.outcomes.group_results.measured import NotMeasured
from fairterms.outcomes.targets.target import Direction, Target

OPTIONS: Any = {
    "response_share": Decimal("0.5"),
    "until": date(2026, 12, 31),
    "cut": 10,
    "missing": "failure",
}
"""As TOML gives them: a fraction as Decimal, a day as a date."""

DECLARED = Measured(
    "response",
    "remission_or_response",
    OPTIONS,
    peers=Peers(0.42, 0.06, "a made-up register"),
    allowed_to_fail=0.1,
    follow_up=0.9,
)
YEARS = (MeasureYear(2024, 80, 200, 130), MeasureYear(2025, 84, 200, 130))
ASKED = (
    AskedTarget(Target(0.3, Direction.AT_LEAST), Decimal("1234.50")),
    AskedTarget(Target(0.5, Direction.AT_LEAST)),
)


def test_the_records_are_plain_and_survive_a_round_trip() -> None:
    missing = [NotMeasured("access", "it cannot be worked out without visits")]
    found = as_records([assess(DECLARED, YEARS, ASKED)], missing)
    assert json.loads(json.dumps(found)) == found
    (one,) = found["measures"]
    assert one["options"] == {
        "response_share": 0.5,
        "until": "2026-12-31",
        "cut": 10,
        "missing": "failure",
    }
    assert one["years"] == [
        {"year": 2024, "reached": 80, "patients": 200},
        {"year": 2025, "reached": 84, "patients": 200},
    ]
    assert one["pooled_rate"] == 164 / 400
    easy, hard = one["targets"]
    assert (easy["rate"], easy["direction"], easy["dollars"]) == (0.3, "at least", "1234.50")
    assert easy["chance_met"] > 0.9 > hard["chance_met"]
    assert hard["dollars"] is None
    assert hard["chance_met_with_follow_up"]["share"] == 0.9
    assert easy["patients_needed"] is not None
    assert one["fair_target"]["patients"] == 200
    assert found["not_measured"] == [
        {"measure": "access", "why": "it cannot be worked out without visits"}
    ]


def test_what_is_not_known_is_null() -> None:
    declared = replace(DECLARED, peers=None, follow_up=None, part="first score")
    (one,) = as_records([assess(declared, YEARS, ASKED)], [])["measures"]
    assert one["part"] == "first score"
    assert (one["reliability"], one["fair_target"]) == (None, None)
    for target in one["targets"]:
        assert target["average_fails"] is None
        assert target["patients_needed"] is None
        assert target["chance_met_with_follow_up"] is None


def test_nothing_is_an_empty_record() -> None:
    assert as_records([], []) == {"measures": [], "not_measured": []}
