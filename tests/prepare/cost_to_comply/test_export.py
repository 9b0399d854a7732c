import json

from fairterms.prepare.cost_to_comply.export import COLUMNS, as_records, as_rows
from tests.prepare.cost_to_comply.made_up import assessed


def test_each_duty_is_one_row_with_a_cell_for_every_column() -> None:
    found = assessed("cedar")
    rows = as_rows(found)
    assert len(rows) == len(found.duties)
    assert {len(row) for row in rows} == {len(COLUMNS)}
    by_name = {row[0]: dict(zip(COLUMNS, row, strict=True)) for row in rows}
    file = by_name["report_files_c_1"]
    assert (file["section"], file["page"], file["times a year"]) == ("Exhibit C, C-1", "10", "12")
    assert (file["due"], file["in your cost"]) == ("within 5 business days", "outcome_file")
    assert (file["hours low"], file["hours likely"], file["hours high"]) == ("24", "72", "192")


def test_the_records_can_be_written_as_json_and_agree_with_the_assessment() -> None:
    found = assessed("cedar")
    told = json.loads(json.dumps(as_records(found)))
    assert told["dollars"]["likely"] == str(found.dollars.likely)
    assert told["paid_for_work"] == [
        {"clause": "reporting", "amount": "8250.00", "for": ["reports and files"], "is_lent": False}
    ]
    assert len(told["duties"]) == len(found.duties)
