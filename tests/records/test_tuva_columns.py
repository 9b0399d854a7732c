"""Every column of three tables of the Tuva input layer 0.18 is accepted as it stands."""

from collections.abc import Iterator

import pytest

from fairterms.records.catalogues import TABLES
from fairterms.records.proposal import match_names
from tests.records.feeds import Room, csv_of, room

MEDICAL_CLAIM = (
    "claim_id claim_line_number claim_type person_id member_id payer plan claim_start_date "
    "claim_end_date claim_line_start_date claim_line_end_date admission_date discharge_date "
    "discharge_disposition_code place_of_service_code bill_type_code drg_code_type drg_code "
    "revenue_center_code service_unit_quantity hcpcs_code "
    + " ".join(f"hcpcs_modifier_{n}" for n in range(1, 6))
    + " rendering_npi rendering_tin billing_npi billing_tin facility_npi paid_date paid_amount "
    "allowed_amount charge_amount coinsurance_amount copayment_amount deductible_amount "
    "total_cost_amount diagnosis_code_type "
    + " ".join(f"diagnosis_code_{n}" for n in range(1, 26))
    + " in_network_flag data_source file_name file_date ingest_datetime"
)
ELIGIBILITY = (
    "person_id member_id subscriber_id gender race birth_date death_date death_flag "
    "enrollment_start_date enrollment_end_date payer payer_type plan "
    "original_reason_entitlement_code dual_status_code medicare_status_code enrollment_status "
    "hospice_flag institutional_snp_flag long_term_institutional_flag group_id group_name "
    "data_source"
)
PROVIDER_ATTRIBUTION = (
    "person_id member_id year_month payer plan data_source payer_attributed_provider "
    "custom_attributed_provider payer_attributed_provider_practice "
    "payer_attributed_provider_organization payer_attributed_provider_lob "
    "custom_attributed_provider_practice custom_attributed_provider_organization "
    "custom_attributed_provider_lob"
)
CASES = {
    "medical_claim": ("claims", MEDICAL_CLAIM.split()),
    "eligibility": ("enrolment", ELIGIBILITY.split()),
    "provider_attribution": ("attribution_months", PROVIDER_ATTRIBUTION.split()),
}
VALUES = {
    "claim_line_number": "1",
    "service_unit_quantity": "2",
    "in_network_flag": "1",
    "death_flag": "0",
    "claim_type": "professional",
    "diagnosis_code_type": "icd-10-cm",
    "year_month": "202703",
}


def value(name: str) -> str:
    """Return a value of the kind a column holds."""
    if name.endswith("_date"):
        return "2027-03-01"
    if name.endswith("_amount"):
        return "12.50"
    return VALUES.get(name, f"{name[:3]}1")


@pytest.fixture(scope="module")
def here() -> Iterator[Room]:
    with room() as made:
        yield made


@pytest.mark.parametrize("tuva", CASES)
def test_every_column_is_mapped_by_its_own_name_or_named_as_left_out(here: Room, tuva: str) -> None:
    table, names = CASES[tuva]
    assert TABLES[table].tuva == tuva
    path = here.folder / f"{tuva}.csv"
    path.write_text(csv_of(",".join(names), [",".join(map(value, names))]))
    found = here.store.propose(path, table)
    mapped = {one for each in found.columns.values() for one in each.columns}
    assert mapped | found.ignored.keys() == set(names)
    assert {each.why for each in found.columns.values()} <= {"Tuva name", "our name"}
    first_names = {column.tuva[0] for column in TABLES[table].columns if column.tuva}
    assert first_names <= mapped, "the first name of each column is the one in use"


@pytest.mark.parametrize("tuva", CASES)
def test_a_file_with_every_column_is_loaded_without_a_question(here: Room, tuva: str) -> None:
    table, names = CASES[tuva]
    loaded = here.put(table, csv_of(",".join(names), [",".join(map(value, names))]))
    assert (loaded.rows_loaded, here.aside()) == (1, [])


@pytest.mark.parametrize("tuva", CASES)
def test_the_order_of_columns_does_not_matter(tuva: str) -> None:
    table, names = CASES[tuva]
    assert match_names(TABLES[table], names) == match_names(TABLES[table], names[::-1])
