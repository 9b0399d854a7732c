"""The table claims."""

from datetime import date
from decimal import Decimal

from fairterms.records.tables.claims import TABLE
from tests.records.feeds import csv_of, room

HEADING = (
    "claim_id,claim_line_number,claim_type,person_id,member_id,payer,plan,"
    "claim_start_date,claim_end_date,claim_line_start_date,claim_line_end_date,"
    "admission_date,discharge_date,place_of_service_code,bill_type_code,"
    "revenue_center_code,service_unit_quantity,hcpcs_code,hcpcs_modifier_1,"
    "hcpcs_modifier_2,rendering_npi,billing_npi,facility_npi,paid_date,paid_amount,"
    "allowed_amount,charge_amount,coinsurance_amount,copayment_amount,"
    "deductible_amount,diagnosis_code_type,diagnosis_code_1,diagnosis_code_2,"
    "diagnosis_code_3,in_network_flag,data_source"
)
ROW = (
    "k1,1,professional,p1,m1,Example Health,Silver,2027-02-28,2027-03-02,2027-03-01,"
    "2027-03-01,,,11,,,1,h0004,95,,1234567893,,,2027-03-20,112.45,120.10,150,0,7.65,"
    "0,icd-10-cm,f33.1,Z59.0,,1,made up"
)
COLUMNS = (
    "claim_id, claim_line, starts, ends, service_code, units, diagnosis_code,"
    " diagnosis_code_2, paid_cents, allowed_cents, charge_cents, copayment_cents,"
    " is_in_network"
)
EXPECTED = (
    "k1",
    1,
    date(2027, 3, 1),
    date(2027, 3, 1),
    "H0004",
    Decimal(1),
    "F331",
    "Z590",
    11245,
    12010,
    15000,
    765,
    True,
)


def test_a_file_with_the_names_of_the_tuva_input_layer_is_taken_as_it_stands() -> None:
    with room() as here:
        load = here.put("claims", csv_of(HEADING, [ROW]))
        assert here.aside() == []
        assert load.rows_loaded == 1
        assert here.rows(COLUMNS, "claims") == [EXPECTED]


def test_nothing_that_names_a_person_has_a_column() -> None:
    names = {column.name for column in TABLE.columns}
    assert not names & {"first_name", "last_name", "social_security_number", "address", "phone"}
