"""The store loads all or nothing, once, and lists what it set aside."""

import random
import stat
from decimal import Decimal

import pytest

from fairterms.records.column_map import ColumnMap, Mapped
from fairterms.records.delivery import Delivery
from fairterms.records.refusals import FeedRefusal
from fairterms.records.store import Store
from fairterms.records.writing import DateOrder, MoneyUnit
from tests.records.feeds import ASSESSMENTS, GOOD, INSTRUMENTS, RECEIVED, csv_of, room

HEADING = "claim_id,person_id,claim_start_date,paid_amount"
BAD = "a2,p2,PHQ-9,44261-6,2027-03-01,300"


def test_the_same_file_again_changes_nothing() -> None:
    with room() as here:
        first = here.put("assessments", csv_of(ASSESSMENTS, [GOOD, BAD]))
        again = here.put("assessments", csv_of(ASSESSMENTS, [GOOD, BAD]), name="renamed.csv")
        assert again.is_repeat
        assert (again.load_id, again.rows_loaded, again.rows_set_aside) == (1, 1, 1)
        assert len(here.rows("row", "assessments")) == len(here.aside()) == first.rows_loaded == 1


def test_the_same_file_read_otherwise_takes_the_place_of_the_first_reading() -> None:
    def claims(unit: MoneyUnit) -> ColumnMap:
        columns = {name: Mapped((name,)) for name in ("claim_id", "person_id")}
        columns["starts"] = Mapped(("claim_start_date",), dates=DateOrder.YEAR_FIRST)
        return ColumnMap("claims", {**columns, "paid_cents": Mapped(("paid_amount",), money=unit)})

    feed = csv_of(HEADING, ["k1,p1,2027-03-01,1250"])
    with room() as here:
        here.put("claims", feed, column_map=claims(MoneyUnit.DOLLARS))
        here.put("claims", feed, column_map=claims(MoneyUnit.CENTS))
        assert here.rows("paid_cents", "claims") == [(1250,)]


def test_rows_set_aside_are_listed_by_number_rule_and_reason_and_nothing_else() -> None:
    with room() as here:
        load = here.put("assessments", csv_of(ASSESSMENTS, [GOOD, BAD]))
        assert load.set_aside_file is not None
        assert load.set_aside_file.read_text(encoding="utf-8") == (
            "row,rule,reason\n3,impossible_scores,the score lies outside the range of phq9\n"
        )
        assert stat.S_IMODE(load.set_aside_file.stat().st_mode) == 0o600
        assert stat.S_IMODE(here.store.path.stat().st_mode) == 0o600


def test_a_refused_file_leaves_nothing_behind() -> None:
    with room() as here:
        here.put("assessments", csv_of(ASSESSMENTS, [GOOD]))
        with pytest.raises(FeedRefusal):
            here.put("assessments", f'{ASSESSMENTS}\n{BAD}\n"a3,p3\n{GOOD}\n', name="b.csv")
        assert len(here.store.loads()) == len(here.rows("row", "assessments_rows")) == 1
        assert here.aside() == []


def test_every_row_read_is_loaded_or_set_aside() -> None:
    chance = random.Random(7)  # noqa: S311
    rows = [
        ",".join(
            (
                f"a{chance.randrange(300)}",
                chance.choice(["p1", "p2", ""]),
                chance.choice(["PHQ-9", "GAD-7", "other"]),
                chance.choice(["44261-6", "70274-6", ""]),
                chance.choice(["2027-03-01", "2028-01-01", "2027-13-01", ""]),
                chance.choice(["5", "25", "300", "x", "5,5"]),
            )
        )
        for _ in range(500)
    ]
    with room() as here:
        load = here.put("assessments", csv_of(ASSESSMENTS, rows))
        assert load.rows_read == 500
        good = {row for (row,) in here.rows("row", "assessments")}
        aside = [row for row, _, _ in here.aside()]
        assert len(aside) == len(set(aside)) == load.rows_set_aside > 100
        assert len(good) == load.rows_loaded > 5
        assert good | set(aside) == set(range(2, 502))
        assert not good & set(aside)


def test_sums_do_not_depend_on_the_order_of_rows() -> None:
    chance = random.Random(3)  # noqa: S311
    rows = [f"k{n},p{n % 9},2027-03-01,{chance.randrange(10**9) / 100:.2f}" for n in range(999)]
    exact = sum(Decimal(row.split(",")[3]) for row in rows) * 100
    for _ in range(2):
        chance.shuffle(rows)
        with room() as here:
            here.put("claims", csv_of(HEADING, rows))
            total = here.store.connection.execute("SELECT sum(paid_cents) FROM claims").fetchone()
            assert total == (exact,)


def test_a_sender_who_renames_a_column_is_refused() -> None:
    with room() as here:
        path = here.folder / "feed.csv"
        path.write_text(csv_of(HEADING, ["k1,p1,2027-03-01,1.50"]), encoding="utf-8")
        kept = here.store.propose(path, "claims")
        changed = csv_of(HEADING.replace("paid", "net"), ["k2,p1,2027-03-01,1.50"])
        with pytest.raises(FeedRefusal, match='no column called "paid_amount"'):
            here.put("claims", changed, column_map=kept)


def test_a_constant_fills_every_row() -> None:
    columns = {
        "assessment_id": Mapped(("id",)),
        "person_id": Mapped(("who",)),
        "assessed_on": Mapped(("day",), dates=DateOrder.YEAR_FIRST),
        "score": Mapped(("total",)),
        "instrument": Mapped(constant="PHQ-9"),
    }
    with room() as here:
        here.put(
            "assessments",
            "id,who,day,total\n1,p1,2027-03-01,9\n",
            column_map=ColumnMap("assessments", columns),
        )
        assert here.rows("instrument", "assessments") == [("phq9",)]


def test_records_are_there_when_the_store_is_opened_again() -> None:
    with room() as here:
        here.put("assessments", csv_of(ASSESSMENTS, [GOOD]))
        here.store.close()
        with Store(here.store.path) as again:
            assert again.loads()[1].rows_loaded == 1
            path = here.folder / "feed.csv"
            load = again.load(
                Delivery(path, "assessments", "made up", RECEIVED),
                again.propose(path, "assessments"),
                INSTRUMENTS,
            )
            assert load.is_repeat


def test_the_database_uses_no_more_memory_than_it_is_given() -> None:
    with room() as here:
        row = here.store.connection.execute("SELECT current_setting('memory_limit')").fetchone()
        assert row == ("953.6 MiB",)
