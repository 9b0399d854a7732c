"""What a level means is said in the file, and never by the program."""

from decimal import Decimal

from fairterms.audit.engagement.reader import read_text
from fairterms.audit.engagement.scope import Level, Scope
from tests.audit.engagement.made_up import HEAD, WHOLE, codes


def test_a_level_has_the_figures_of_the_file_and_no_others() -> None:
    scopes = read_text(HEAD).book.scopes
    line = HEAD.splitlines().index("[scope.limited]") + 1
    assert scopes == {
        Level.LIMITED: Scope(Level.LIMITED, Decimal(40), 2, ("settlement reports",), line)
    }


def test_there_are_five_levels_from_simple_to_complete() -> None:
    assert [one.value for one in Level] == [
        *("simple", "limited", "standard", "extended", "complete")
    ]


def test_a_scope_that_is_no_table_is_named() -> None:
    assert codes(read_text('scope = "standard"')) == {"not-a-table"}
    assert "missing" in codes(read_text("[scope]\nlimited = 3\n"))


def test_a_level_that_is_used_and_not_described_is_named_with_its_line() -> None:
    start, end = WHOLE.index("[scope.limited]"), WHOLE.index("[[engagement]]")
    (problem,) = read_text(WHOLE[:start] + WHOLE[end:]).problems
    assert problem.code == "no-scope"
    assert problem.text == 'level = "limited"'
    assert "[scope.limited]" in problem.fix
