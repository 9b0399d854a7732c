"""Lists hold keyed hashes; a line that is none may be a member's number and is never repeated."""

from pathlib import Path

import pytest

from fairterms.audit.procedures import member_list
from fairterms.audit.procedures.member_list import MemberList, hashed
from fairterms.units.problem import Problem
from tests.audit.procedures.made_up import codes, read_one

ENTRY = '[[member_list]]\nof = "2027-03"\nparty = "plan"\nfile = "plan.txt"\n'


def read(folder: Path, text: str) -> tuple[MemberList | None, tuple[Problem, ...]]:
    return read_one(text, "member_list", lambda table: member_list.read(table, folder))


def test_the_same_number_and_key_give_the_same_hash_and_another_key_another() -> None:
    assert hashed(["M-1", "M-2"], "k") == hashed([" M-2", "M-1 "], "k")
    assert hashed(["M-1"], "k").isdisjoint(hashed(["M-1"], "l"))
    with pytest.raises(AssertionError):
        hashed(["M-1"], "")


def test_a_list_of_hashes_is_read(tmp_path: Path) -> None:
    lines = sorted(hashed(["M-1", "M-2"], "k"))
    (tmp_path / "plan.txt").write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    found, problems = read(tmp_path, ENTRY)
    assert problems == ()
    assert found == MemberList("2027-03", "plan", frozenset(lines))


def test_a_line_that_is_no_hash_is_named_by_its_place_alone(tmp_path: Path) -> None:
    lines = [next(iter(hashed(["M-1"], "k"))), "M-4711"]
    (tmp_path / "plan.txt").write_text("\n".join(lines), encoding="utf-8")
    found, problems = read(tmp_path, ENTRY)
    assert found is None
    assert "plan.txt, line 2" in problems[0].what
    assert "4711" not in str(problems)


def test_bytes_that_are_no_text_are_a_problem_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_bytes(b"\xff\xfe\x00")
    assert codes(read(tmp_path, ENTRY)[1]) == ["not-hashed"]


def test_a_file_outside_the_deal_and_another_party_are_problems(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("", encoding="utf-8")
    inside = tmp_path / "deal"
    inside.mkdir()
    outside = ENTRY.replace("plan.txt", "../x.txt").replace('"plan"', '"auditor"')
    found, problems = read(inside, outside)
    assert found is None
    assert codes(problems) == ["no-such-choice", "no-file"]
