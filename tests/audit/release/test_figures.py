"""A percentage or a mean never shows what its count hides."""

import pytest

from fairterms.audit.release.evidence import ReleasedTable, release
from fairterms.audit.release.figures import Base, means, percentages
from tests.audit.release.outsider import table


@pytest.fixture(scope="module")
def released() -> ReleasedTable:
    return release([table([[4, 30, 300], [20, 25, 300], [500, 500, 500]])]).tables[0]


@pytest.mark.parametrize("base", list(Base))
def test_a_hidden_count_has_no_percentage(released: ReleasedTable, base: Base) -> None:
    texts = percentages(released, base)
    for row, hidden in zip(texts, released.is_hidden, strict=True):
        for text, is_hidden in zip(row, hidden, strict=True):
            assert (text == "not shown") == bool(is_hidden)
    assert percentages(released, base)[3][3] == "100.0 %"


def test_percentages_are_of_their_base(released: ReleasedTable) -> None:
    assert percentages(released, Base.ROW)[2][0] == "33.3 %"
    assert percentages(released, Base.COLUMN)[2][2] == "45.5 %"
    assert percentages(released, Base.ALL)[2][3] == "68.8 %"


def test_a_percentage_of_a_hidden_margin_is_withheld() -> None:
    small = release([table([[0, 4], [60, 90], [70, 80]])]).tables[0]
    assert small.is_hidden[0].tolist() == [False, True, True]
    assert percentages(small, Base.ROW)[0] == ("not shown",) * 3


def test_a_mean_is_withheld_with_its_count_and_where_nobody_is() -> None:
    one_way = release([table([4, 0, 30, 50])]).tables[0]
    texts = [["$1.00"], ["$0.00"], ["$3.00"], ["$4.00"], ["$5.00"]]
    shown = [text for (text,) in means(one_way, texts)]
    hidden = [bool(flag) for flag in one_way.is_hidden]
    assert shown[0] == "not shown"
    assert shown[1] == "not shown"
    assert [text == "not shown" for text in shown[2:]] == hidden[2:]
