"""Every mistake a feed can have is provoked, and what is said about it compared word for word.

To accept changed messages after reading them: ``UPDATE_GOLDEN=1 pytest tests/records``.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from fairterms.records.acceptance import Acceptance
from fairterms.records.column_map import ColumnMap, Mapped
from fairterms.records.refusals import FeedRefusal
from fairterms.records.writing import DateOrder
from tests.records.feeds import ASSESSMENTS, GOOD, Room, csv_of, room

pytestmark = pytest.mark.slow

GALLERY = Path(__file__).parent / "messages"
CLAIMS = "claim_id,person_id,claim_start_date,claim_end_date,paid_amount"
MEMBERS = "person_id,starts"


def assessments(*rows: str) -> Callable[[Room], Acceptance]:
    return lambda here: here.accept(here.put("assessments", csv_of(ASSESSMENTS, rows)))


def raw(table: str, content: bytes, name: str = "feed.csv") -> Callable[[Room], Acceptance]:
    return lambda here: here.accept(here.put(table, content, name=name))


def claims(*rows: str, heading: str = CLAIMS) -> Callable[[Room], Acceptance]:
    return lambda here: here.accept(here.put("claims", csv_of(heading, rows)))


def twice(
    table: str, first: str, second: str, *, replaces: bool = False
) -> Callable[[Room], Acceptance]:
    def provoke(here: Room) -> Acceptance:
        here.put(table, first, name="january.csv")
        return here.accept(here.put(table, second, name="february.csv", replaces=replaces))

    return provoke


def with_people(*rows: str) -> Callable[[Room], Acceptance]:
    def provoke(here: Room) -> Acceptance:
        people = "person_id,birth_date,death_date\np1,2027-03-15,\np2,1990-01-01,2027-02-01\n"
        here.put("patients", people, name="people.csv")
        return assessments(*rows)(here)

    return provoke


def mapped(columns: dict[str, Mapped], table: str, text: str) -> Callable[[Room], Acceptance]:
    return lambda here: here.accept(here.put(table, text, column_map=ColumnMap(table, columns)))


def long_line(here: Room) -> Acceptance:
    # 3 MB stand for the gigabyte: a line is refused from one megabyte on, unread.
    return raw("patients", b"person_id,sex\np1,f\np2," + b"x" * 3_000_000 + b"\n")(here)


MEMBER_ROWS = [f"p{n},2027-01-01" for n in range(40)]
DAY = DateOrder.YEAR_FIRST
CASES: dict[str, Callable[[Room], Acceptance]] = {
    "amount_with_half_a_cent": claims(
        "k1,p1,2027-03-01,,1.50", "k2,p1,2027-03-01,,1.505", "k3,p1,2027-03-01,,1.50"
    ),
    "average_has_moved": twice(
        "claims",
        csv_of(CLAIMS, ["k1,p1,2027-03-01,,10.50"]),
        csv_of(CLAIMS, ["k2,p1,2027-03-01,,20.50"]),
    ),
    "bundle_without_the_table": raw(
        "visits", b'{"entry": [{"resource": {"resourceType": "Patient", "id": "p"}}]}', "a.json"
    ),
    "cents_or_dollars_unsaid": claims("k1,p1,2027-03-01,,1250", heading=CLAIMS[:-11] + "Net Paid"),
    "code_of_another_instrument": assessments(GOOD, "a2,p2,GAD-7,44249-1,2027-03-01,9"),
    "column_left_out_of_the_map": mapped(
        {"assessment_id": Mapped(("a",))}, "assessments", "a,b\n1,2\n"
    ),
    "column_mostly_empty": assessments(GOOD, "a2,p2,PHQ-9,44261-6,2027-03-01,"),
    "column_renamed": mapped({"person_id": Mapped(("member",))}, "patients", "who,sex\np1,f\n"),
    "column_twice": raw("patients", b"person_id,sex,sex\np1,f,f\n"),
    "damaged_parquet": raw("patients", b"PAR1", "feed.parquet"),
    "damaged_workbook": raw("patients", b"PK", "feed.xlsx"),
    "date_in_the_future": assessments(GOOD, "a2,p2,PHQ-9,44261-6,2027-12-01,9"),
    "date_that_does_not_exist": assessments(GOOD, "a2,p2,PHQ-9,44261-6,2027-02-30,9"),
    "dates_of_unknown_order": assessments("a1,p1,PHQ-9,44261-6,3/4/2027,9"),
    "dates_swapped": claims("k1,p1,2027-03-05,2027-03-01,1.50"),
    "day_and_month_swapped": mapped(
        {
            "assessment_id": Mapped(("assessment_id",)),
            "person_id": Mapped(("person_id",)),
            "instrument": Mapped(("instrument",)),
            "assessed_on": Mapped(("assessed_on",), dates=DateOrder.MONTH_FIRST),
        },
        "assessments",
        csv_of(ASSESSMENTS, ["a1,p1,PHQ-9,,3/4/2027,9", "a2,p2,PHQ-9,,30/3/2027,9"]),
    ),
    "empty_file": raw("patients", b""),
    "event_after_death": with_people("a1,p2,PHQ-9,44261-6,2027-03-01,9"),
    "event_before_birth": with_people("a1,p1,PHQ-9,44261-6,2027-03-01,9"),
    "fewer_cells_than_headings": assessments(GOOD, "a2,p2"),
    "heading_without_rows": raw("patients", b"person_id,sex\n"),
    "id_repeated": assessments(GOOD, GOOD.replace(",12", ",13")),
    "instrument_unknown": assessments(GOOD, "a2,p2,MOOD-7,,2027-03-01,9"),
    "known_from_an_earlier_file": twice(
        "assessments",
        csv_of(ASSESSMENTS, [GOOD]),
        csv_of(ASSESSMENTS, [GOOD, GOOD.replace("a1", "a2")]),
    ),
    "members_vanish": twice(
        "enrolment",
        csv_of(MEMBERS, MEMBER_ROWS),
        csv_of(MEMBERS, [*MEMBER_ROWS[3:], "x,2027-01-01"]),
        replaces=True,
    ),
    "no_such_kind_of_file": raw("patients", b"x", "feed.doc"),
    "not_a_bundle": raw("patients", b"<Bundle/>", "feed.json"),
    "not_utf8": raw("patients", "person_id,sex\np1,f\np2,féminin\n".encode("latin-1")),
    "old_feed": assessments(GOOD.replace("2027-03-01", "2026-10-01")),
    "one_endless_line": long_line,
    "person_not_on_the_list": with_people("a1,p9,PHQ-9,44261-6,2027-03-01,9"),
    "person_missing": assessments(GOOD, "a2,,PHQ-9,44261-6,2027-03-01,9"),
    "quotation_mark_left_open": assessments(GOOD, 'a2,"p2,PHQ-9', GOOD, GOOD),
    "risk_score_below_zero": raw("enrolment", b"person_id,starts,risk_score\np1,2027-01-01,-1\n"),
    "same_row_again": assessments(GOOD, GOOD),
    "score_of_300": assessments(GOOD, "a2,p2,PHQ-9,44261-6,2027-03-01,300"),
    "total_unlike_its_items": raw(
        "assessments",
        b"assessment_id,person_id,instrument,assessed_on,score,items\n"
        b'a1,p1,PHQ-9,2027-03-01,27,"1,1,1,1,1,1,1,1,1"\n',
    ),
    "utf16": raw("patients", "person_id,sex\np1,f\n".encode("utf-16")),
    "wrong_unit": claims(*(f"k{n},p1,2027-03-01,,{n + 1}00" for n in range(100))),
}


def message_of(provoke: Callable[[Room], Acceptance]) -> str:
    with room() as here:
        try:
            report = provoke(here)
        except FeedRefusal as refusal:
            return f"{refusal}\n"
        lines = [f"{report.load.rows_loaded} loaded, {report.load.rows_set_aside} set aside"]
        for answer in report.found:
            fate = "set aside" if answer.rule.sets_aside else "kept"
            lines.append(f"{answer.rule.title} [{answer.rule.name}, {fate}]")
            lines += [f"      {s.reason}: {s.count}, rows {list(s.rows)}" for s in answer.seen]
            lines += [f"      why: {answer.rule.why}", f"      fix: {answer.rule.fix}"]
        return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", CASES)
def test_the_message_reads_exactly_so(name: str) -> None:
    said = message_of(CASES[name])
    golden = GALLERY / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


def test_every_message_says_why_and_what_to_do() -> None:
    said = {path.stem: path.read_text(encoding="utf-8") for path in GALLERY.glob("*.txt")}
    assert said.keys() == CASES.keys()
    for name, message in said.items():
        assert "      why: " in message, name
        assert "      fix: " in message, name
        assert "Traceback" not in message, name
        assert not {"p1", "p2", "p9", "féminin", "a2", "k2"} & set(message.split()), name


def test_every_mistake_is_told_from_every_other() -> None:
    said = [path.read_text(encoding="utf-8") for path in GALLERY.glob("*.txt")]
    assert len(set(said)) == len(said) >= 35


GIGABYTE = 1_000_000_000
ENDLESS: dict[str, tuple[bytes, str]] = {
    "feed.csv": (b"person_id,sex\np1,f\np2,", "feed.csv, line 3: the line is 1,000 million"),
    "feed.ndjson": (
        b'{"resourceType": "Patient", "id": "',
        "feed.ndjson, line 1: the line is 16 million",
    ),
    "feed.json": (b'{"resourceType": "Bundle", "entry": [{"id": "', "one piece of the file has"),
}
# The high-water mark of the process's own memory: what getrusage says counts its parent's too.
LOAD = """
import re, sys
from pathlib import Path
from fairterms.records.refusals import FeedRefusal
from fairterms.records.store import Store
path = Path(sys.argv[1])
with Store(path.parent / "store" / "records.duckdb", threads=1) as store:
    try:
        store.propose(path, "patients")
    except FeedRefusal as refusal:
        print(refusal)
own = Path("/proc/self/status").read_text()
print(int(re.search(r"VmHWM:\\s+(\\d+) kB", own)[1]) * 1024)
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
@pytest.mark.parametrize("name", ENDLESS)
def test_a_line_of_a_gigabyte_is_refused_in_little_memory(name: str, tmp_path: Path) -> None:
    begins, message = ENDLESS[name]
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(begins)
        file.truncate(GIGABYTE)  # what follows takes no room on the disk
    command = [sys.executable, "-c", LOAD, str(path)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    *refusal, used = said.splitlines()
    assert message in " ".join(refusal)
    assert "      fix: " in said
    assert int(used) < 400_000_000
