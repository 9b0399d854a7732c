"""Figures come as TOML or CSV, each with its unit, and problems are told by line."""

from pathlib import Path

from fairterms.contract.figure_set import FigureSet, read, read_csv, read_toml

TOML = """
title = "A year"
role = "expected"
[given]
cost = "$5.00"
response = { numerator = "3 patients", denominator = "9 patients" }
member_costs = ["$1.00", "$2.00"]
"""


def shown(figures: FigureSet) -> dict[str, str]:
    found = {}
    for name, value in figures.values.items():
        items = value if isinstance(value, tuple) else (value,)
        found[name] = "; ".join(map(str, items))
    return found


def test_nested_tables_join_their_names_and_lists_stay_lists() -> None:
    figures = read_toml(TOML, "a.toml")
    assert figures.problems == ()
    assert (figures.title, figures.role) == ("A year", "expected")
    assert shown(figures) == {
        "cost": "$5.00",
        "response.numerator": "3 patients",
        "response.denominator": "9 patients",
        "member_costs": "$1.00; $2.00",
    }


def test_plain_lines_without_a_table_are_figures_too() -> None:
    assert shown(read_toml('cost = "$5.00"\n', "a.toml")) == {"cost": "$5.00"}


def test_csv_says_the_same() -> None:
    text = "figure,value\ncost,$5.00\nmember_costs,$1.00\nmember_costs,$2.00\n"
    assert shown(read_csv(text, "a.csv")) == {"cost": "$5.00", "member_costs": "$1.00; $2.00"}


def test_problems_name_their_line_and_lose_nothing_else() -> None:
    figures = read_csv("figure,value\ncost,5\n,$1.00\nvisits,3 visits\n", "a.csv")
    assert [(p.line, p.code) for p in figures.problems] == [(2, "not-a-quantity"), (3, "bad-row")]
    assert shown(figures) == {"visits": "3 visits"}


def test_a_figure_is_a_plain_quantity() -> None:
    figures = read_toml('cost = "at least $5.00"\nshare = "2 % of cost"\n', "a.toml")
    assert [p.code for p in figures.problems] == ["not-a-quantity"] * 2


def test_an_unknown_role_is_told() -> None:
    assert [p.code for p in read_toml('role = "best"\n[given]\n', "a.toml").problems] == [
        "unknown-scenario-role"
    ]


def test_missing_broken_and_foreign_files_are_problems(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("[given")
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe\x00")
    for name in ("none.toml", "a.toml", "b.toml"):
        assert len(read(tmp_path / name).problems) == 1, name
    assert len(read(tmp_path).problems) == 1


def test_a_spreadsheets_byte_order_mark_is_forgiven(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("\ufefffigure,value\ncost,$5.00\n".encode())
    assert shown(read(tmp_path / "a.csv")) == {"cost": "$5.00"}
