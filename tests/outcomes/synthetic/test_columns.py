"""Tables have the catalogue's columns, ids that mean nothing, and no name of anybody."""

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]
import pytest

from fairterms.outcomes.synthetic import columns
from fairterms.outcomes.synthetic.columns import WRITTEN
from fairterms.records.catalogues import TABLES
from tests.outcomes.synthetic.groups import Group, group, world


@pytest.fixture(scope="module")
def made() -> Group:
    return group(world(patients=400))


def table(made: Group, name: str) -> pa.Table:
    if name == "clinicians":
        return columns.clinicians(made.staff)
    if name == "claims":
        return columns.claims(made.block, made.staff)
    found: pa.Table = getattr(columns, name)(made.block)
    return found


@pytest.mark.parametrize("name", WRITTEN)
def test_columns_are_those_of_the_catalogue_in_its_order(made: Group, name: str) -> None:
    known = [column.name for column in TABLES[name].columns]
    found = table(made, name).column_names
    assert found == [one for one in known if one in found]
    assert {one.name for one in TABLES[name].columns if one.is_required} <= set(found)
    assert not set(found) & set(TABLES[name].left_out)


@pytest.mark.parametrize("name", WRITTEN)
def test_the_key_tells_every_row_from_every_other(made: Group, name: str) -> None:
    rows = table(made, name)
    key = [rows.column(one).to_pylist() for one in TABLES[name].key]
    assert len(set(zip(*key, strict=True))) == rows.num_rows


@pytest.mark.parametrize("name", sorted(set(WRITTEN) - {"clinicians"}))
def test_every_row_is_about_a_patient_of_the_group(made: Group, name: str) -> None:
    known = set(table(made, "patients").column("person_id").to_pylist())
    assert set(table(made, name).column("person_id").to_pylist()) <= known


def test_totals_are_the_sums_of_their_answers(made: Group) -> None:
    rows = table(made, "assessments").to_pylist()
    assert {row["instrument"] for row in rows} == {"PHQ-9", "GAD-7", "CSQ-8"}
    for row in rows:
        items = row["items"]
        if items is not None and None not in items:
            assert sum(items) == row["score"]
        elif items is not None:
            assert row["score"] is None
        assert (items is None) == (row["instrument"] == "CSQ-8")


def test_forms_name_visits_that_are_there(made: Group) -> None:
    visits = {row["visit_id"]: row for row in table(made, "visits").to_pylist()}
    for row in table(made, "assessments").to_pylist():
        if row["visit_id"] is not None:
            visit = visits[row["visit_id"]]
            assert (visit["person_id"], visit["starts"]) == (row["person_id"], row["assessed_on"])
            assert visit["status"] == "finished"


def test_identifiers_of_providers_belong_to_nobody(made: Group) -> None:
    for name in ("rendering_npi", "billing_npi"):
        assert all(
            one[0] == "9" and len(one) == 10 for one in table(made, "claims")[name].to_pylist()
        )


def test_the_first_visit_says_when_it_was_asked_for(made: Group) -> None:
    for row in table(made, "visits").to_pylist():
        assert (row["visit_type"] == "intake") == (row["requested_on"] is not None)
        assert row["requested_on"] is None or row["requested_on"] <= row["starts"]


def test_a_column_that_records_do_not_know_is_left_out() -> None:
    found = columns.of_table("patients", {"person_id": pa.array(["p1"]), "shoes": pa.array([44])})
    assert found.column_names == ["person_id"]
