"""A column map is kept as text, and refuses to leave anything open."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.records.catalogues import TABLES
from fairterms.records.column_map import ColumnMap, Mapped, parse, read, save, write
from fairterms.records.refusals import FeedRefusal
from fairterms.records.writing import DateOrder, MoneyUnit

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1)
ORIGINS = st.builds(
    Mapped,
    st.lists(WORDS, min_size=1, max_size=3).map(tuple),
    WORDS,
    st.none() | st.sampled_from(DateOrder),
    st.none() | st.sampled_from(MoneyUnit),
)
CLAIMS = TABLES["claims"]
COMPLETE = {
    "claim_id": Mapped(("Claim No",)),
    "person_id": Mapped(("Member",)),
    "starts": Mapped(("From",), dates=DateOrder.MONTH_FIRST),
}


@given(st.dictionaries(st.sampled_from(["a", "b", "c_d"]), ORIGINS), st.dictionaries(WORDS, WORDS))
def test_a_column_map_reads_back_as_it_was_written(
    columns: dict[str, Mapped], ignored: dict[str, str]
) -> None:
    made = ColumnMap("claims", columns, ignored, "latin-1")
    assert parse(write(made)) == made


def test_a_constant_stands_for_every_row(tmp_path: Path) -> None:
    path = tmp_path / "maps" / "a.toml"
    made = ColumnMap("assessments", {"instrument": Mapped(constant="phq9")})
    save(made, path)
    assert read(path) == made


def test_a_column_comes_from_somewhere() -> None:
    with pytest.raises(AssertionError):
        Mapped()
    with pytest.raises(AssertionError):
        Mapped(("a",), constant="b")


def test_a_complete_map_is_let_through() -> None:
    ColumnMap("claims", COMPLETE).check("feed.csv", CLAIMS)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"starts": Mapped(("From",))}, "in which order dates are written"),
        ({"paid_cents": Mapped(("Paid",))}, "whether amounts are dollars or cents"),
    ],
)
def test_what_is_undecided_is_refused(change: dict[str, Mapped], said: str) -> None:
    with pytest.raises(FeedRefusal, match=said):
        ColumnMap("claims", {**COMPLETE, **change}).check("feed.csv", CLAIMS)


def test_a_required_column_without_an_origin_is_refused() -> None:
    with pytest.raises(FeedRefusal, match='"person_id", "starts"'):
        ColumnMap("claims", {"claim_id": Mapped(("x",))}).check("feed.csv", CLAIMS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "table = ",
        'table = "claims"\nencoding = "ebcdic"',
        'table = "claims"\n[column.claim_id]\nwhy = "x"',
        'table = "claims"\n[column.starts]\nfrom = "a"\ndates = "american"',
        'table = "claims"\n[column]\nstarts = 3',
    ],
)
def test_a_text_that_is_no_column_map_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FeedRefusal, match="this is no column map"):
        read(path)
