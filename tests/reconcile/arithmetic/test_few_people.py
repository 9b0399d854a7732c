"""How few people a line is about."""

from fairterms.reconcile.arithmetic.few_people import fewest
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.period import calendar_year
from fairterms.units.quantity import parse


def statement(months: str, members: str = "50 members") -> Statement:
    return Statement(
        "f",
        (
            StatementLine("m", "", parse(months), "member-months", "", ("north",)),
            StatementLine("c", "", parse("$1.00"), "med-cost", "", ("north",)),
            StatementLine("whole", "", parse("$9.00"), "med-cost"),
            StatementLine("g", "", parse(members), "1-gap-closed"),
        ),
        calendar_year(2027),
    )


def test_dollars_of_a_part_are_about_at_least_the_people_its_months_need() -> None:
    assert fewest(statement("120 member-months"), ["c"]) == 10
    assert fewest(statement("121 member-months"), ["c"]) == 11


def test_a_count_of_members_says_itself_how_many_they_are() -> None:
    assert fewest(statement("999 member-months", "3 members"), ["c", "g"]) == 3


def test_nobody_is_no_few() -> None:
    assert fewest(statement("999 member-months", "0 members"), ["g"]) is None


def test_the_whole_panel_and_a_line_that_is_not_there_tell_nothing() -> None:
    assert fewest(statement("12 member-months"), ["whole", "report-1"]) is None
