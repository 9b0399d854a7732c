"""A column map is proposed from names and from how values look, and guesses nothing."""

import pytest

from fairterms.records.catalogues import TABLES
from fairterms.records.column_map import ColumnMap
from fairterms.records.proposal import match_names, show
from fairterms.records.writing import DateOrder, MoneyUnit
from tests.records.feeds import csv_of, room

pytestmark = pytest.mark.slow

CLAIMS = TABLES["claims"]
HEADING = "claim_id,person_id,From Date,Net Paid"


def proposed(rows: list[str], heading: str = HEADING, table: str = "claims") -> ColumnMap:
    with room() as here:
        path = here.folder / "feed.csv"
        path.write_text(csv_of(heading, rows), encoding="utf-8")
        return here.store.propose(path, table)


@pytest.mark.parametrize(
    ("days", "order"),
    [
        (["2027-01-02"], DateOrder.YEAR_FIRST),
        (["1/2/2027", "1/13/2027"], DateOrder.MONTH_FIRST),
        (["1/2/2027", "13/1/2027"], DateOrder.DAY_FIRST),
        (["1/2/2027", "3/4/2027"], None),
        (["13/1/2027", "1/13/2027"], None),
    ],
)
def test_the_order_of_dates_is_told_only_where_a_day_beyond_twelve_shows_it(
    days: list[str], order: DateOrder | None
) -> None:
    rows = [f"k{n},p{n},{day},1.50" for n, day in enumerate(days)]
    assert proposed(rows).columns["starts"].dates is order


@pytest.mark.parametrize(
    ("amounts", "heading", "unit"),
    [
        (["1.50"], "Net Paid", MoneyUnit.DOLLARS),
        (['"$1,200.50"'], "Net Paid", MoneyUnit.DOLLARS),
        (['"1200,50"'], "Net Paid", MoneyUnit.DOLLARS_DECIMAL_COMMA),
        (["12000"], "Net Paid", None),
        (["12000"], "paid_amount", MoneyUnit.DOLLARS),
        (["12000"], "paid_cents", MoneyUnit.CENTS),
        (["1.50", '"1,50"'], "Net Paid", None),
    ],
)
def test_the_unit_of_amounts_is_told_only_where_the_file_shows_it(
    amounts: list[str], heading: str, unit: MoneyUnit | None
) -> None:
    rows = [f"k{n},p{n},2027-01-01,{amount}" for n, amount in enumerate(amounts)]
    found = proposed(rows, f"claim_id,person_id,claim_start_date,{heading}")
    assert found.columns["paid_cents"].money is unit


def test_a_name_much_alike_is_proposed_and_marked() -> None:
    found = match_names(CLAIMS, ["claim_ids", "alowed_amount"])
    assert found["claim_id"] == (("claim_ids",), "a name much alike: check it")
    assert found["allowed_cents"][0] == ("alowed_amount",)


def test_a_name_unlike_any_is_left_alone() -> None:
    assert match_names(CLAIMS, ["colour", "x"]) == {}


def test_names_are_matched_whatever_their_capitals_and_spaces() -> None:
    found = match_names(CLAIMS, ["ClaimID", "PERSON ID", "paidAmount"])
    assert {name: origin[0][0] for name, origin in found.items()} == {
        "claim_id": "ClaimID",
        "person_id": "PERSON ID",
        "paid_cents": "paidAmount",
    }


def test_one_column_of_a_file_is_used_once() -> None:
    found = match_names(TABLES["diagnoses"], ["condition_id", "person_id", "source_code"])
    origins = [name for columns, _ in found.values() for name in columns]
    assert len(origins) == len(set(origins))


@pytest.mark.parametrize(
    ("names", "items"),
    [
        ([f"phq9_{n}" for n in range(1, 10)], 9),
        ([f"Item {n:02}" for n in range(1, 22)], 21),
        (["q1", "q2", "q4"], 0),
        (["line_1"], 0),
    ],
)
def test_numbered_columns_without_a_gap_are_the_answers(names: list[str], items: int) -> None:
    found = match_names(TABLES["assessments"], ["assessment_id", *reversed(names)])
    assert found.get("items", ((), ""))[0] == tuple(names[:items])


def test_what_names_a_person_is_never_read() -> None:
    found = proposed(["p1,Ann,Example,1"], "person_id,first_name,Last Name,colour", "patients")
    assert list(found.columns) == ["person_id"]
    assert found.ignored == {
        "first_name": "not needed, so not read",
        "Last Name": "not needed, so not read",
        "colour": "no column of ours is like it",
    }


def test_a_proposal_is_shown_with_what_to_check() -> None:
    lines = show(proposed(["k1,p1,1/2/2027,1.50"], f"{HEADING}"), CLAIMS)
    said = {ours: (theirs, check) for ours, theirs, check in lines}
    assert said["starts"] == (
        "From Date",
        "dates: undecided, say in which order they are written",
    )
    assert said["paid_cents"] == ("Net Paid", "amounts: dollars")
    assert said["allowed_cents"] == ("(nothing)", "")


def test_a_proposal_shows_what_every_row_needs() -> None:
    lines = show(ColumnMap("claims", {}), CLAIMS)
    assert ("claim_id", "(nothing)", "needed in every row: name the file's column") in lines
