"""Which spans count."""

from fairterms.population.selection import Selection, listed


def test_an_empty_choice_counts_every_span() -> None:
    assert Selection().condition("e") == "TRUE"


def test_choices_are_joined_and_named_by_the_alias() -> None:
    found = Selection(("A", "B"), ("commercial",)).condition("e")
    assert found == "e.payer IN ('A', 'B') AND e.payer_type IN ('commercial')"


def test_a_quote_in_a_name_cannot_leave_its_text() -> None:
    assert listed(["it's"]) == "('it''s')"
