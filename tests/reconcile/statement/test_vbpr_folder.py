"""A report with what lies beside it."""

import json
from pathlib import Path

from fairterms.reconcile.statement.vbpr_folder import read_beside
from tests.reconcile.made_report import bundle, header, report


def written(folder: Path, **files: object) -> Path:
    for name, content in files.items():
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    return folder / "plan.json"


def test_the_header_it_names_and_its_quality_reports_are_read_with_it(tmp_path: Path) -> None:
    other = {**header(), "url": "https://larch.example/Measure/another"}
    made = read_beside(
        written(tmp_path, plan=report(), another=other, header=header(), quality=bundle())
    )
    assert made.header is not None
    assert made.header.file == "header.json"
    assert [one.id for one in made.quality] == ["a", "b"]


def test_a_report_alone_is_read_alone(tmp_path: Path) -> None:
    made = read_beside(written(tmp_path, plan=report(), other={"resourceType": "Bundle"}))
    assert made.header is None
    assert made.quality == ()
    assert made.statement.lines


def test_a_version_in_the_name_of_the_header_does_not_hide_it(tmp_path: Path) -> None:
    named = {**report(), "measure": "https://larch.example/Measure/contract|2"}
    assert read_beside(written(tmp_path, plan=named, header=header())).header is not None


def test_files_that_are_no_json_are_passed_over_and_told_of_the_report(tmp_path: Path) -> None:
    path = written(tmp_path, plan=report())
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    assert read_beside(path).statement.problems == ()
    path.write_text("{", encoding="utf-8")
    assert [one.code for one in read_beside(path).statement.problems] == ["not-a-report"]
