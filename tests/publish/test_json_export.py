"""The JSON of a report is the report: nothing lost, nothing added, the same every time."""

import json
import math

import pytest

from fairterms.publish.blocks import Prose
from fairterms.publish.json_export import render
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.publish.page import Report
from fairterms.publish.tree import as_tree
from tests.publish.gallery import gallery


def test_reading_the_json_gives_the_report_back_as_a_tree(gallery_report: Report) -> None:
    assert json.loads(render(gallery_report)) == as_tree(gallery_report)


def test_the_same_report_gives_the_same_text() -> None:
    assert render(gallery()) == render(gallery())


def test_the_text_is_readable_and_ends_with_a_line_break() -> None:
    text = render(Report(title="Größe ≥ 5 %", blocks=()))
    assert text.startswith('{\n  "title": "Größe ≥ 5 %",\n')
    assert text.endswith("}\n")


def test_half_a_surrogate_pair_can_be_written_and_read_back() -> None:
    text = render(Report(title="A", blocks=(Prose("a\ud800b"),)))
    text.encode()
    assert json.loads(text)["blocks"][0]["words"] == "a\ud800b"


def test_a_number_json_does_not_know_is_refused() -> None:
    table = Table("A", (Column("B"),), (Row(("c",)),))
    chart = Chart(title="A", alternative="B", data=table, spec={"value": math.inf})
    with pytest.raises(ValueError, match="not JSON compliant"):
        render(Report(title="A", blocks=(chart,)))
