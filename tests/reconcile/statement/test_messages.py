"""Every common mistake of a plan's statement and of its map, and what is said about it.

To accept changed messages after reading them: ``UPDATE_GOLDEN=1 pytest tests/reconcile/statement``.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from fairterms.reconcile.statement.reader import read_beside
from fairterms.units.problem import Problem
from tests.golden.message_gallery import holds_complete, reads_exactly
from tests.reconcile.statement.alder import SOUND, terms

GOLDEN = Path(__file__).parent / "messages.txt"

MAP = """\
contract_names = ["AL-118"]

[columns]
line = "No."
label = "Description"
value = "Amount"
unit = "Unit"
year = "PY"

[[file]]
name = "final.csv"
issued = 2028-06-15

[[line]]
plan = "1"
ours = "member_months"
unit = "member-months"

[[line]]
plan = "2"
ours = "cost"
unit = "$"
"""
WITH_MAP = """\
No.,Description,Amount,Unit,PY
1,Months,"120,000",,2027
2,Cost,"4,845,120.00",,2027
"""
COST = 'cost,Cost of care,"$4,845,120.00"'
SHARE = 'reduction,Less 2 %,"$48,451.20"'
NEW = "payable,"

MISTAKES: dict[str, tuple[str | bytes, str | bytes]] = {
    "a number has no unit": ('"$98,880.00"', '"98,880.00"'),
    "a number cannot be read": ('"$98,880.00"', "see note 4"),
    "a number is in another unit than the terms": ('"$98,880.00"', "$0.82 PMPM"),
    "a cell is empty": ('"$98,880.00"', ""),
    "a comma splits a number": ('"$98,880.00"', "$98,880.00"),
    "a quotation mark is left open": ('Savings,"$98,880.00"', 'Savings,"$98,880.00'),
    "a row names no line": ("saved.saved,Savings,", ",,"),
    "members are fewer than none": ('"120,000 member-months"', '"-120,000 member-months"'),
    "a line stands twice": (NEW, f"{COST}\n{NEW}"),
    "a line stands twice with two values": (NEW, f'cost,Cost of care,"$4,800,000.00"\n{NEW}'),
    "two lines show the same and agree": (NEW, f'{SHARE}\nreduction.share,x,"$48,451.20"\n{NEW}'),
    "two lines show the same and differ": (NEW, f'{SHARE}\nreduction.share,x,"$48,451.21"\n{NEW}'),
    "a line shows nothing of ours": ("saved.saved,", "saved.savings,"),
    "a line could show two of ours": ("saved.saved,", "share,"),
    "the statement is of another contract": ("Contract,Alder", "Contract,Birch"),
    "the statement is of a year before the contract": ("Year,2027", "Year,2026"),
    "the statement names no year": ("Year,2027\n", ""),
    "a year cannot be read": ("Year,2027", "Year,FY 27"),
    "a day is written in another order": ("Issued,2028-06-15", "Issued,06/05/2028"),
    "claims are paid after the statement": ("through,2028-03-31", "through,2028-09-30"),
    "claims are paid before the year": ("through,2028-03-31", "through,2026-12-31"),
    "a word above the heading is misspelt": ("Paid through", "Payd through"),
    "the headings have other names": ("line,label,value", "No.,Description,Amount"),
    "nothing stands under the heading": (SOUND[SOUND.index("member_months") :], ""),
    "letters are not UTF-8": (b"Savings", b"\xc9conomies"),
    "the file is saved as UTF-16": (SOUND.encode(), SOUND.encode("utf-16")),
    "the file is empty": (SOUND, ""),
    "the file is a list of claims": (SOUND, "claim,paid\n" + "1,$1\n" * 1_100_000),
    "the file is a workbook": (SOUND.encode(), b"PK\x03\x04"),
}
WITH_A_MAP = {
    "the lines are of two years": ('2,Cost,"4,845,120.00",,2027', '2,Cost,"4,845,120.00",,2028'),
    "a unit is an abbreviation": ('"120,000",,', '"120,000",MM,'),
    "a number and its column say two units": ('"4,845,120.00",,', "4.2 %,$,"),
    "the map does not name a line": ("2,Cost", "3,Stop loss"),
    "the map says another day": ("No.,Desc", "Issued,2028-06-16\nNo.,Desc"),
    "rows name two plans": (
        WITH_MAP,
        "plan,No.,Amount,PY\nA,1,5,2027\nB,2,6,2027\n",
    ),
}
IN_THE_MAP = {
    "a heading of ours is misspelt": ('label = "Desc', 'lable = "Desc'),
    "an encoding is not known": ("[columns]", '[writing]\nencoding = "EBCDIC"\n\n[columns]'),
    "an order of dates is not known": ("[columns]", '[writing]\ndates = "american"\n\n[columns]'),
    "a line is named twice": ('plan = "2"', 'plan = "1"'),
    "an entry names no line": ('plan = "2"\n', ""),
    "an entry names no file": ('name = "final.csv"\n', ""),
    "a sign is a word": ('ours = "cost"', 'ours = "cost"\nsign = "minus"'),
    "a unit in the map is none": ('unit = "$"', 'unit = "MM"'),
    "a key of the map is misspelt": ('ours = "cost"', 'our = "cost"'),
    "a section of the map is misspelt": ("[columns]", "[column]"),
    "a year in the map is a word": ("issued = 2028-06-15", 'year = "2027"'),
    "a day in the map is in quotes": ("issued = 2028-06-15", 'issued = "2028-06-15"'),
    "two columns for one number": ('value = "Amount"', 'value = ["Amount", "Total"]'),
    "the map has another line than the file": (
        'ours = "cost"',
        'ours = "cost"\nunit = "$"\n\n[[line]]\nplan = "3"\nours = "payable"',
    ),
    "the map is broken": ("[columns]", "[columns"),
}
NAMES = (*MISTAKES, *WITH_A_MAP, *IN_THE_MAP)


def changed(sound: str | bytes, right: str | bytes, wrong: str | bytes) -> bytes:
    whole, right, wrong = (
        one.encode() if isinstance(one, str) else one for one in (sound, right, wrong)
    )
    assert right in whole
    return whole.replace(right, wrong, 1)


@cache
def problems_of(name: str) -> tuple[Problem, ...]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "final.csv"
        suffix = ".xlsx" if name == "the file is a workbook" else ".csv"
        path = path.with_suffix(suffix)
        if name in MISTAKES:
            path.write_bytes(changed(SOUND, *MISTAKES[name]))
            return read_beside(path, terms()).problems
        in_file = WITH_A_MAP.get(name, ("No.", "No."))
        in_map = IN_THE_MAP.get(name, ("plan", "plan"))
        path.write_bytes(changed(WITH_MAP, *in_file))
        path.with_name("map.toml").write_bytes(changed(MAP, *in_map))
        return read_beside(path, terms()).problems


def test_the_messages_read_exactly_so() -> None:
    assert reads_exactly(NAMES, problems_of, GOLDEN)


def test_every_message_says_where_what_why_and_what_to_do() -> None:
    for name in NAMES:
        problems = problems_of(name)
        assert problems, name
        for problem in problems:
            holds_complete((problem,), problem.file)
            assert problem.file in {"final.csv", "final.xlsx", "map.toml"}, name


def test_a_mistake_in_the_file_is_told_of_the_file() -> None:
    for name in (*MISTAKES, *WITH_A_MAP):
        assert {problem.file.partition(".")[0] for problem in problems_of(name)} == {"final"}, name


def test_no_two_mistakes_are_told_alike() -> None:
    assert len({problems_of(name) for name in NAMES}) == len(NAMES)


def test_the_files_they_are_made_in_have_none(tmp_path: Path) -> None:
    path = tmp_path / "final.csv"
    path.write_text(SOUND, encoding="utf-8")
    assert read_beside(path, terms()).problems == ()
    path.write_text(WITH_MAP, encoding="utf-8")
    path.with_name("map.toml").write_text(MAP, encoding="utf-8")
    found = read_beside(path, terms())
    assert found.problems == ()
    assert [line.ours for line in found.lines] == ["member_months", "cost"]
