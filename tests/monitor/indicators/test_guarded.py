"""Objectives and clauses are looked up where they are written."""

from pathlib import Path

from fairterms.monitor.indicators.guarded import Guarded, read_guarded


def write(folder: Path, **files: str) -> Guarded:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return read_guarded(folder)


def test_objectives_of_both_files_and_clauses_of_the_terms_are_known(tmp_path: Path) -> None:
    guarded = write(
        tmp_path,
        deal='[[objective]]\nid = "prompt_care"',
        risks='[[objective]]\nid = "margin"',
        terms='[[clause]]\nid = "savings"',
    )
    assert guarded.names("objective") == frozenset({"prompt_care", "margin"})
    assert guarded.names("clause") == frozenset({"savings"})


def test_where_no_file_is_nothing_is_known(tmp_path: Path) -> None:
    assert read_guarded(tmp_path) == Guarded(None, None)


def test_a_file_that_cannot_be_read_says_nothing_for_the_other(tmp_path: Path) -> None:
    guarded = write(tmp_path, deal='[[objective]]\nid = "prompt_care"', risks="[[objective]")
    assert guarded.objectives is None
