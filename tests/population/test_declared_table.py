"""One table read key by key."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from fairterms.population.declared_table import DeclaredTable
from fairterms.units.notes import Notes
from fairterms.units.quantity import count

ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.lists(st.text())
)


def table(**raw: object) -> DeclaredTable:
    return DeclaredTable(raw, ("top",), Notes("file.toml", (), {}))


@given(ANYTHING)
def test_whatever_stands_there_is_a_value_or_one_problem(given_value: object) -> None:
    here = table(key=given_value)
    for read in (
        lambda: here.choice("key", {"a": 1}),
        lambda: here.flag("key"),
        lambda: here.whole("key", 1, 9),
        lambda: here.share("key"),
        lambda: here.number("key", count("patient")),
        lambda: here.table("key"),
        lambda: here.text("key", "why") or None,
        lambda: here.words("key", "[]", is_needed=True) or None,
    ):
        before = len(here.notes.found)
        is_read = read() is not None
        assert len(here.notes.found) == before + (not is_read)


def test_true_is_no_whole_number() -> None:
    assert table(key=True).whole("key", 0, 9) is None


def test_a_share_is_exact_and_within_its_range() -> None:
    assert table(key="0.1 %").share("key") == Fraction(1, 1000)
    assert table(key="100 %").share("key", is_whole_allowed=True) == 1
    for word in ("0 %", "100 %", "-5 %", "5"):
        assert table(key=word).share("key") is None


def test_a_message_names_the_key_and_what_to_write() -> None:
    here = table(key="green")
    here.choice("key", {"red": 1, "blue": 2})
    (problem,) = here.notes.problems()
    assert problem.what == 'key cannot be "green"'
    assert problem.fix == 'write "red" or "blue"'
