"""Reports that one extract could serve."""

from decimal import Decimal

from fairterms.monitor.alignment.extract import extracts
from tests.monitor.alignment.made_up import report, side


def test_reports_that_share_half_of_the_smaller_ones_fields_need_one_extract() -> None:
    one = side("A", reports=(report("scores", "Id", "first", "later", "date", hours="260 hours"),))
    other = side(
        "B", reports=(report("phq", "id", "first", "therapist", "site", hours="90 hours"),)
    )
    (found,) = extracts([one, other])
    assert found.deals == ("A", "B")
    assert found.shared == ("first", "id")
    assert found.further == ("date", "later", "site", "therapist")
    assert found.saved == 90


def test_reports_that_share_less_are_left_apart() -> None:
    one = side("A", reports=(report("a", "id", "first", "later", "date", "place"),))
    other = side("B", reports=(report("b", "id", "x", "y", "z", "w"),))
    assert extracts([one, other]) == ()


def test_hours_nobody_knows_make_the_saving_unknown_and_are_named() -> None:
    one = side("A", reports=(report("a", "id", "first", hours="10 hours"),))
    other = side("B", reports=(report("b", "id", "first"),))
    (found,) = extracts([one, other])
    assert found.saved is None
    assert [each.report.id for each in found.unknown] == ["b"]


def test_all_but_the_dearest_report_are_saved() -> None:
    sides = [
        side(deal, reports=(report("r", "id", "first", hours=f"{hours} hours"),))
        for deal, hours in (("A", 10), ("B", 30), ("C", 20))
    ]
    (found,) = extracts(sides)
    assert found.saved == Decimal(30)


def test_reports_of_one_deal_and_reports_of_the_plan_are_no_saving() -> None:
    one = side("A", reports=(report("a", "id"), report("b", "id")))
    plans = side("B", reports=(report("c", "id", owed_by="plan"), report("d")))
    assert extracts([one, plans]) == ()


def test_a_report_joins_the_extract_that_is_nearest_to_it() -> None:
    one = side("A", reports=(report("a", "id", "x", "y", "z"), report("b", "n", "m", "o")))
    other = side("B", reports=(report("c", "n", "m", "id"),))
    (found,) = extracts([one, other])
    assert {each.report.id for each in found.reports} == {"b", "c"}
