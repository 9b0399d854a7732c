"""A settlement leaves the program as records and as CSV, exact to the last digit."""

import csv
import io
import json

from fairterms.settle.export import as_csv, as_record
from fairterms.settle.settlement import settle
from tests.settle.deals import figures, savings


def test_the_record_is_json_with_exact_amounts_as_text() -> None:
    record = json.loads(json.dumps(as_record(settle(savings(), figures()))))
    assert record["payable"] == "$48,451.20"
    assert record["lines"][-1]["value"] == "48451.20"
    assert record["figures"]["cost"] == "$4,845,120.00"
    assert record["settlement"].startswith("sha256:")


def test_the_csv_has_one_row_a_line_of_arithmetic() -> None:
    settlement = settle(savings(), figures())
    rows = list(csv.DictReader(io.StringIO(as_csv(settlement))))
    assert len(rows) == len(settlement.lines)
    assert rows[-1]["written"] == "$48,451.20"
