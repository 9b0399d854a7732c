"""Published FHIR test cases are read without losing a resource."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from fairterms.records.delivery import Delivery
from fairterms.records.store import Store

ROOT = Path(__file__).parents[2]
CASES = ROOT.parent / "shared" / "data" / "ecqm" / "CMS159-2025" / "cases"
KINDS = {
    "assessments": {"Observation", "QuestionnaireResponse"},
    "visits": {"Encounter"},
    "diagnoses": {"Condition"},
}

pytestmark = pytest.mark.skipif(not CASES.exists(), reason="the published cases are not here")


@pytest.mark.slow
@pytest.mark.parametrize("table", KINDS)
def test_every_resource_of_the_depression_deck_is_loaded_or_set_aside(
    table: str, tmp_path: Path
) -> None:
    counted: Counter[str] = Counter()
    lines: list[dict[str, object]] = []
    for case in sorted(CASES.glob("*.json")):
        for entry in json.loads(case.read_text(encoding="utf-8"))["entry"]:
            counted[entry["resource"]["resourceType"]] += 1
            # The same id may occur in two cases: each case is another world.
            lines.append({**entry["resource"], "id": f"{case.stem}-{len(lines)}"})
    path = tmp_path / "deck.ndjson"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with Store(tmp_path / "records.duckdb") as store:
        load = store.load(
            Delivery(path, table, "deck", date(2028, 1, 1)), store.propose(path, table)
        )
        assert load.rows_read == sum(counted[kind] for kind in KINDS[table])
        rest = {kind: count for kind, count in counted.items() if kind not in KINDS[table]}
        assert load.left_out == rest
        reasons = store.connection.execute("SELECT DISTINCT rule FROM set_aside").fetchall()
        assert {rule for (rule,) in reasons} <= {"unreadable_lines", "missing_required"}
        assert load.rows_loaded > load.rows_set_aside
