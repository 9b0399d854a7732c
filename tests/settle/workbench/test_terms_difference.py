"""Two texts of terms are compared in plain words, and what moves money is told apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fairterms.publish.page import Bullets, Prose, plain
from fairterms.settle.workbench.terms_difference import TermsChange, compare, tell
from tests.settle.workbench.bench_text import TEXT, line_of

_, SAVINGS, SEQUESTRATION = TEXT.split("[[clause]]")
HEAD = TEXT[: TEXT.index("[[clause]]")]
FEE = '[[clause]]\nid = "fee"\nmodel = "care_coordination"\nrate = "$2.00 PMPM"\n'


def changed(old: str, new: str, text: str = TEXT) -> list[TermsChange]:
    assert old in text
    return list(compare(text, text.replace(old, new, 1)).changes)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"50 %"', '"45 %"', "savings: sharing rate was 50 %, and is now 45 %."),
        ("half up", "half even", "the rounding was to the cent, half up, once at the end, and is"),
        ("2027-12-31", "2027-11-30", "the last day was 2027-12-31, and is now 2027-11-30."),
        ('of = "savings"\n', "", "sequestration: what it takes over was savings, and is now noth"),
        (
            'savings_cap = "10 % of benchmark"\n',
            "",
            "savings: savings cap is gone; it was 10 % of benchmark.",
        ),
        (
            'rate = "2 %"\n',
            'rate = "2 %"\nlimit = "$5.00"\n',
            "savings: limit is new: $5.00.",
        ),
        (
            'of = "savings"\n',
            'of = "savings"\nrounding = "to the dollar, half up, after each clause"\n',
            "sequestration: its rounding was nothing, and is now to the dollar, half up, after",
        ),
        (
            "starts = 2027-01-01\n",
            'starts = 2027-01-01\npayable = ["savings", "sequestration"]\n',
            "what is payable was nothing, and is now savings + sequestration.",
        ),
        ("percentage_reduction", "cap", "sequestration: the model was percentage_reduction, and"),
        (
            'model = "shared_savings"',
            'model = "shared_savings"\nreads = { cost = "total" }',
            "savings: what it reads as cost is new: total.",
        ),
    ],
)
def test_a_change_that_moves_money_is_a_sentence(old: str, new: str, sentence: str) -> None:
    (change,) = changed(old, new)
    assert str(change).startswith(sentence)
    assert change.moves_money


@pytest.mark.parametrize(
    ("old", "new", "subject"),
    [
        ("A contract for a test", "Another", "the name"),
        ('id = "savings"', 'id = "savings"\ntitle = "Shared"', "the title"),
        ('section = "Exhibit B, 4"', 'section = "Exhibit B, 5"', "the citations"),
        ('of = "savings"', 'of = "savings"\nreadings = ["a", "b"]', "the open readings"),
    ],
)
def test_words_around_the_terms_move_no_money(old: str, new: str, subject: str) -> None:
    (change,) = changed(old, new)
    assert (change.subject, change.moves_money) == (subject, False)
    assert compare(TEXT, TEXT.replace(old, new, 1)).are_same_terms


def test_a_note_or_the_order_of_terms_changes_nothing() -> None:
    swapped = 'sharing_rate = "50 %"\nminimum_savings_rate = "2 %"'
    text = TEXT.replace('minimum_savings_rate = "2 %"\nsharing_rate = "50 %"', swapped)
    assert text != TEXT
    found = compare(TEXT, f"# a note\n{text}")
    assert (found.changes, found.are_same_terms) == ((), True)


def test_a_clause_comes_and_goes() -> None:
    (new,) = compare(TEXT, TEXT + FEE).changes
    assert (str(new), new.line) == (
        "fee: the clause is new: care_coordination.",
        TEXT.count("\n") + 1,
    )
    (gone,) = compare(TEXT + FEE, TEXT).changes
    assert (str(gone), gone.line) == ("fee: the clause is gone; it was care_coordination.", 0)


def test_the_order_of_clauses_is_the_order_of_the_arithmetic() -> None:
    other = f"{HEAD}[[clause]]{SEQUESTRATION}[[clause]]{SAVINGS}"
    (change,) = compare(TEXT, other).changes
    assert change.subject == "the order"
    assert change.moves_money


def test_a_change_stands_at_its_clause_in_the_newer_text() -> None:
    (change,) = changed('"50 %"', '"45 %"')
    assert change.line == line_of('id = "savings"') - 1


def test_an_amendment_tells_both_days() -> None:
    dated = '[{ value = "50 %", from = 2027-01-01 }, { value = "40 %", from = 2027-07-01, '
    dated += 'agreed = 2027-05-02, amendment = "First" }]'
    (change,) = changed('"50 %"', dated)
    assert (
        change.new == "50 % from 2027-01-01, then 40 % from 2027-07-01, agreed 2027-05-02 (First)"
    )


def test_a_long_value_is_shown_where_it_differs() -> None:
    tiers = ", ".join(f'{{ at = "{n} %", share = "{n} %" }}' for n in range(1, 30))
    text = TEXT.replace('rate = "2 %"\napplies', f'rate = "2 %"\ntiers = [{tiers}]\napplies')
    (change,) = changed('share = "15 %"', 'share = "16 %"', text)
    assert change.old.startswith("… ")
    assert change.old.endswith(" …")
    assert "share 15 %" in change.old
    assert "share 16 %" in change.new
    assert len(change.old) < 60


@pytest.mark.parametrize("text", ["[contract", "", "x = 1", "a = " + "[" * 5000, "#" * 200_000])
def test_a_text_that_is_no_terms_is_said_to_be_none(text: str) -> None:
    for found, which in ((compare(text, TEXT), "older"), (compare(TEXT, text), "newer")):
        assert not found.are_same_terms
        assert tell(found) == (
            Prose(f"The {which} text cannot be read as terms; mend it to compare."),
        )


def test_what_moves_money_is_told_first() -> None:
    other = TEXT.replace('"50 %"', '"45 %"').replace("A contract for a test", "Another")
    _, money, _, around = tell(compare(TEXT, other))
    assert isinstance(money, Bullets)
    assert isinstance(around, Bullets)
    assert [plain(item) for item in (*money.items, *around.items)] == [
        "savings: sharing rate was 50 %, and is now 45 %.",
        "the name was A contract for a test, and is now Another.",
    ]


@pytest.mark.parametrize("name", ["A contract for a test", "Another"])
def test_the_same_terms_say_that_a_signature_holds(name: str) -> None:
    first, *around = tell(compare(TEXT, TEXT.replace("A contract for a test", name)))
    assert isinstance(first, Prose)
    assert "a signature under one holds for the other" in plain(first.words)
    assert bool(around) == (name == "Another")


PIECES = [line for line in TEXT.split("\n") if " = " in line and "cite" not in line]
VALUES = ['"3 %"', '"$5.00"', '"savings"', "2027-03-01", "true", '["savings"]', '"= 1 + 2"']


@settings(max_examples=80, deadline=None)
@given(some.lists(some.tuples(some.sampled_from(PIECES), some.sampled_from(VALUES)), max_size=3))
def test_texts_have_one_hash_exactly_when_nothing_that_moves_money_changed(
    edits: list[tuple[str, str]],
) -> None:
    other = TEXT
    for line, value in edits:
        other = other.replace(line, f"{line.split(' = ')[0]} = {value}")
    found = compare(TEXT, other)
    if found.new_terms:
        assert found.are_same_terms == (not any(change.moves_money for change in found.changes))
