"""Record files are counted or listed by declared columns; nothing else of them is ever read."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from fairterms.audit.release import kept_tables
from fairterms.audit.release.evidence import release
from fairterms.audit.release.record_source import columns, count, listed
from fairterms.audit.release.row_list import Role
from fairterms.units.refusal import Refusal

BY_CLINIC = {"member": Role.PERSON, "clinic": Role.QUASI_IDENTIFIER}


def written(folder: Path, *rows: str, name: str = "visits.csv") -> Path:
    """A record file with made-up people."""
    to = folder / name
    to.write_text("\n".join(["member,clinic,amount,note", *rows]) + "\n", encoding="utf-8")
    return to


@pytest.fixture
def visits(tmp_path: Path) -> Path:
    """Each person twice, in one clinic."""
    rows = [f"p{at % 30},{'Elm' if at % 30 < 10 else 'Oak'},{at},spoke of home" for at in range(60)]
    return written(tmp_path, *rows)


def test_the_columns_are_named_as_they_stand(visits: Path) -> None:
    assert columns(visits) == ("member", "clinic", "amount", "note")


def test_people_are_counted_and_not_rows(visits: Path) -> None:
    table = count(visits, "patients", ["2027"], BY_CLINIC)
    assert dict(zip(table.axes[0].groups, table.counts.tolist(), strict=True)) == {
        "Elm": 10,
        "Oak": 20,
    }
    assert table.axes[0].name == "clinic"


def test_two_columns_cross(tmp_path: Path) -> None:
    path = written(tmp_path, "p1,Elm,a,x", "p2,Oak,b,x", "p3,Oak,b,x", "p4,,b,x")
    roles = {**BY_CLINIC, "amount": Role.QUASI_IDENTIFIER}
    table = count(path, "patients", ["2027"], roles)
    assert table.axes[0].groups == ("Elm", "Oak", "not recorded")
    assert table.counts.tolist() == [[1, 0], [0, 2], [0, 1]]


@pytest.mark.parametrize("name", ["who", "WHO", "group_0", "taken"])
def test_a_column_of_any_name_is_counted_by_what_it_holds(tmp_path: Path, name: str) -> None:
    # Were it mistaken for the people, their numbers would leave as the names of groups.
    path = tmp_path / "visits.csv"
    lines = [f"p{at},{'Elm' if at < 12 else 'Oak'}" for at in range(30)]
    path.write_text("\n".join([f"member,{name}", *lines]) + "\n", encoding="utf-8")
    roles = {"member": Role.PERSON, name: Role.QUASI_IDENTIFIER}
    table = count(path, "patients", ["2027"], roles)
    assert (table.axes[0].groups, table.counts.tolist()) == (("Elm", "Oak"), [12, 18])


def test_free_text_and_undeclared_columns_are_never_read(visits: Path) -> None:
    roles = {**BY_CLINIC, "note": Role.TEXT}
    found = listed(visits, "visits", roles)
    assert found.columns == ("member", "clinic")
    assert len(found.rows) == 60
    assert "home" not in repr(found)


def test_parquet_is_read_as_well(tmp_path: Path) -> None:
    path = tmp_path / "visits.parquet"
    with duckdb.connect() as connection:
        connection.sql(
            "SELECT 'p' || i AS member, i // 20 AS clinic FROM range(40) r(i)"
        ).to_parquet(str(path))
    assert count(path, "patients", ["2027"], BY_CLINIC).counts.tolist() == [20, 20]


def test_a_group_that_is_listed_is_not_empty_and_that_tells_no_count(tmp_path: Path) -> None:
    # Eleven clinics and eleven people: whoever knows that each clinic has somebody knows all.
    rows = [f"p{at},clinic {at},1,x" for at in range(11)]
    alone = count(written(tmp_path, *rows), "patients", ["2027"], BY_CLINIC)
    with pytest.raises(Refusal, match="could be narrowed down"):
        release([alone])
    kept = kept_tables.read(kept_tables.write(release([replace(alone, is_met=False)])))
    assert not kept.tables[0].table.is_met
    rows += [f"q{at},clinic {at % 2},1,x" for at in range(20)]
    more = release([count(written(tmp_path, *rows), "patients", ["2027"], BY_CLINIC)])
    assert kept_tables.read(kept_tables.write(more)).tables[0].table.is_met


@pytest.mark.parametrize(
    ("rows", "roles", "words"),
    [
        (["p1,Elm,1,x", "p1,Oak,1,x"], BY_CLINIC, "somebody is in two groups"),
        (["p1,Elm,1,x", ",Oak,1,x"], BY_CLINIC, "has no number"),
        (["p1,Elm,1,x"], {"member": Role.PERSON}, "not declared"),
        (["p1,Elm,1,x"], {"clinic": Role.QUASI_IDENTIFIER}, "not declared"),
        (["p1,Elm,1,x"], {**BY_CLINIC, "ward": Role.QUASI_IDENTIFIER}, "not declared"),
        (["p1,Elm,1,x", "p2,Elm"], BY_CLINIC, "1 of its lines cannot be read"),
        ([f"p{at},clinic {at},1,x" for at in range(41)], BY_CLINIC, "more than 40"),
    ],
    ids=["two groups", "no number", "no group", "no person", "no column", "a bad line", "many"],
)
def test_what_cannot_be_counted_is_refused(
    tmp_path: Path, rows: list[str], roles: dict[str, Role], words: str
) -> None:
    with pytest.raises(Refusal, match=words) as refused:
        count(written(tmp_path, *rows), "patients", ["2027"], roles)
    assert "p1" not in str(refused.value)


def test_a_list_without_people_is_refused(visits: Path) -> None:
    with pytest.raises(Refusal, match="not declared"):
        listed(visits, "visits", {"clinic": Role.QUASI_IDENTIFIER})


def test_a_list_with_a_bad_line_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "p1,Elm,1,x", "p2,Elm")
    with pytest.raises(Refusal, match="cannot be read"):
        listed(path, "visits", BY_CLINIC)


def test_a_list_in_which_a_row_is_nobodys_is_refused(tmp_path: Path) -> None:
    # The row may be of one of the ten: then each stands among ten and not among eleven.
    path = written(tmp_path, *[f"p{at},Elm,1,x" for at in range(10)], " ,Elm,1,x")
    with pytest.raises(Refusal, match="somebody has no number"):
        listed(path, "visits", BY_CLINIC)


def test_too_long_a_list_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fairterms.audit.release.record_source.MOST_ROWS", 2)
    rows = [f"p{at},Elm,1,x" for at in range(3)]
    with pytest.raises(Refusal, match="more than 2 rows"):
        listed(written(tmp_path, *rows), "visits", BY_CLINIC)
    assert len(listed(written(tmp_path, *rows[:2]), "visits", BY_CLINIC).rows) == 2


def test_other_files_are_not_read(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="not read here"):
        columns(written(tmp_path, "p1,Elm,1,x", name="visits.json"))
