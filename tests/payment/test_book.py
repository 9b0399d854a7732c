"""The book of one run: what is given, what is written, and what stands behind a name."""

from decimal import Decimal

import pytest

from fairterms.contract.clause import Clause
from fairterms.payment.arithmetic import evaluate
from fairterms.payment.book import Book, Given
from fairterms.payment.worksheet import Step
from fairterms.units import rounding
from fairterms.units.number import EXACT
from fairterms.units.quantity import FRACTION, MONEY, PMPM, Kind, Unit, count, per
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import contract, given

RULE = rounding.parse("to the cent, half up, once at the end")
CLAUSE = contract('[[clause]]\nid = "own"\nmodel = "formula"\n').clauses[0]
FIGURES: dict[str, str | list[str]] = {
    "cost": "$5.00",
    "visits": "7 visits",
    "claims": ["$1.00", "$2.00"],
    "fee": "$120.00 per visit",
}


def book(*, is_probe: bool = False, **declared: Unit) -> Book:
    known = {} if is_probe else given(FIGURES)
    return Book(EXACT, 1, RULE, known, evaluate, is_probe=is_probe, declared=declared)


def step(clause: str, name: str, amount: int, unit: Unit = MONEY) -> Step:
    return Step(clause, name, EXACT.column([Decimal(amount)]), unit, "in words")


def read(from_book: Book, name: str, unit: Unit | Kind, clause: Clause = CLAUSE) -> Decimal:
    found = from_book.read(name, unit, "what it is", clause, is_pointed=False)
    return Decimal(found[0])


def test_a_figure_is_read_in_its_unit_or_kind_of_unit() -> None:
    assert read(book(), "cost", MONEY) == 5
    assert read(book(), "visits", Kind.COUNT) == 7
    assert read(book(), "fee", per("visit")) == 120


def test_a_figure_in_another_unit_is_refused_word_for_word() -> None:
    with pytest.raises(Refusal) as refused:
        read(book(), "cost", count("visit"))
    assert str(refused.value) == (
        "cost: is given in dollars, but the clause own reads visits\n"
        "      why: a number in another unit would settle to another amount\n"
        "      fix: give cost in visits"
    )


@pytest.mark.parametrize("unit", [PMPM, Kind.MONEY_PER])
def test_dollars_per_visit_are_not_dollars_pmpm(unit: Unit | Kind) -> None:
    if isinstance(unit, Kind):
        assert read(book(), "fee", unit) == 120
        return
    with pytest.raises(Refusal, match=r"given in dollars per visit, but .* reads dollars PMPM"):
        read(book(), "fee", unit)


def test_a_table_column_without_a_unit_is_taken_as_checked() -> None:
    known = {"cost": Given(EXACT.column([Decimal(5)]))}
    unchecked = Book(EXACT, 1, RULE, known, evaluate)
    assert read(unchecked, "cost", MONEY) == 5


def test_a_missing_figure_is_refused_word_for_word() -> None:
    with pytest.raises(Refusal) as refused:
        read(book(), "premium", MONEY)
    assert str(refused.value) == (
        "premium: missing\n"
        "      why: the clause own reads it (what it is), and no number is assumed\n"
        '      fix: give it with the figures, like premium = "$1,000.00"'
    )


def test_a_list_is_read_item_by_item_and_may_be_empty() -> None:
    from_book = book()
    items = from_book.read_list("claims", MONEY, "each claim", CLAUSE)
    assert [item[0] for item in items] == [1, 2]
    one = from_book.read_list("cost", MONEY, "each claim", CLAUSE)
    assert [item[0] for item in one] == [5]
    empty = Book(EXACT, 1, RULE, {"claims": Given(())}, evaluate)
    assert empty.read_list("claims", MONEY, "each claim", CLAUSE) == []


def test_a_list_in_another_unit_or_missing_is_refused() -> None:
    with pytest.raises(Refusal, match="claims: is given in dollars"):
        book().read_list("claims", FRACTION, "each claim", CLAUSE)
    with pytest.raises(Refusal, match="episodes: missing"):
        book().read_list("episodes", MONEY, "each episode", CLAUSE)


def test_a_list_does_not_stand_for_one_number() -> None:
    with pytest.raises(Refusal, match="claims: "):
        read(book(), "claims", MONEY)


def test_a_name_means_the_clause_s_own_step_before_all_else() -> None:
    from_book = book()
    from_book.write(step("savings", "benchmark", 1))
    from_book.write(step("savings", "earned", 2))
    assert from_book.find("savings.benchmark", CLAUSE)[0] == 1
    assert from_book.find("savings", CLAUSE)[0] == 2
    assert from_book.find("cost", CLAUSE)[0] == 5
    from_book.write(step("own", "cost", 3))
    assert from_book.find("cost", CLAUSE)[0] == 3
    with pytest.raises(Refusal, match="benchmark: missing"):
        from_book.find("benchmark", CLAUSE)


def test_a_pointer_may_lead_to_an_earlier_step_or_result() -> None:
    from_book = book()
    from_book.write(step("savings", "benchmark", 1))
    from_book.write(step("savings", "earned", 2))
    for name, amount in (("savings.benchmark", 1), ("savings", 2), ("cost", 5)):
        found = from_book.read(name, MONEY, "what it is", CLAUSE, is_pointed=True)
        assert found[0] == amount


def test_a_figure_is_never_read_from_a_step_unless_a_pointer_leads_there() -> None:
    from_book = book()
    from_book.write(step("savings", "earned", 2))
    for name in ("savings", "savings.earned"):
        with pytest.raises(Refusal, match=f"{name}: missing"):
            read(from_book, name, MONEY)


def test_the_latest_step_is_the_result_and_no_step_is_written_twice() -> None:
    from_book = book()
    from_book.write(step("own", "first", 1))
    from_book.write(step("own", "second", 2))
    assert from_book.results["own"].name == "second"
    with pytest.raises(AssertionError, match=r"own\.first was written twice"):
        from_book.write(step("own", "first", 3))


def test_the_unit_behind_a_name_is_known_from_wherever_it_stands() -> None:
    from_book = book(members=count("member"))
    from_book.write(step("own", "rate", 1, PMPM))
    assert from_book.unit_of("rate", CLAUSE) == PMPM
    assert from_book.unit_of("own", CLAUSE) == PMPM
    assert from_book.unit_of("visits", CLAUSE) == count("visit")
    assert from_book.unit_of("members", CLAUSE) == count("member")
    assert from_book.unit_of("nobody", CLAUSE) is None


def test_a_probe_notes_what_is_wanted_and_gives_ones() -> None:
    probe = book(is_probe=True, score=FRACTION)
    assert read(probe, "cost", MONEY) == 1
    assert [item[0] for item in probe.read_list("claims", MONEY, "each claim", CLAUSE)] == [1]
    assert probe.find("score", CLAUSE)[0] == 1
    wanted = {name: (found.unit, found.is_list) for name, found in probe.wanted.items()}
    assert wanted == {"cost": (MONEY, False), "claims": (MONEY, True), "score": (FRACTION, False)}
    assert probe.unknown == {}


def test_a_probe_notes_a_name_of_nothing() -> None:
    probe = book(is_probe=True)
    assert probe.find("csot", CLAUSE)[0] == 1
    assert list(probe.unknown) == [("own", "csot")]


def test_the_first_clause_that_asks_is_remembered() -> None:
    probe = book(is_probe=True)
    other = contract('[[clause]]\nid = "other"\nmodel = "formula"\n').clauses[0]
    read(probe, "cost", MONEY)
    read(probe, "cost", MONEY, other)
    assert probe.wanted["cost"].clause == "own"
