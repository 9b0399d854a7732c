"""Two versions of a document, sentence beside sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.document.alignment import Alignment, Kind, align
from fairterms.document.document import Document
from fairterms.document.reader import read

Compare = Callable[[str, str], Alignment]

BODY = (
    "1. Pay. Plan shall pay each clean claim within thirty days.\n"
    "2. Records. Provider shall keep records for ten years.\n"
    "3. Notice. Either party may leave on ninety days' notice.\n"
    "4. Law. This Agreement follows the laws of Oregon.\n"
)


def document(folder: Path, name: str, text: str) -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read(path)


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    def run(old: str, new: str) -> Alignment:
        return align(document(tmp_path, "old.txt", old), document(tmp_path, "new.txt", new))

    return run


def kinds(found: Alignment) -> list[Kind]:
    return [change.kind for change in found.changes if change.kind is not Kind.SAME]


def test_a_text_compared_with_itself_has_no_change(compare: Compare) -> None:
    assert kinds(compare(BODY, BODY)) == []


def test_a_changed_word_is_one_change(compare: Compare) -> None:
    (change,) = compare(BODY, BODY.replace("ten years", "six years")).substantive
    assert change.kind is Kind.CHANGED
    assert change.old is not None
    assert "ten years" in change.old.words
    assert change.new is not None
    assert "six years" in change.new.words


def test_an_added_and_a_removed_sentence_are_told_apart(compare: Compare) -> None:
    extra = "Provider shall submit a monthly report of every visit.\n"
    longer = BODY.replace("ten years.\n", f"ten years. {extra}")
    assert kinds(compare(BODY, longer)) == [Kind.ADDED]
    assert kinds(compare(longer, BODY)) == [Kind.REMOVED]


def test_new_numbers_before_the_same_sentences_are_no_change(compare: Compare) -> None:
    renumbered = BODY.replace("4. Law", "5. Law").replace("3. Notice", "4. Notice")
    assert compare(BODY, renumbered).substantive == ()


def test_a_reference_that_was_numbered_anew_is_no_change(compare: Compare) -> None:
    old = BODY + "5. Appeal. Provider may appeal as Section 2.4 says, within sixty days.\n"
    assert compare(old, old.replace("Section 2.4", "Section 3.1")).substantive == ()


def test_case_and_punctuation_are_no_change(compare: Compare) -> None:
    assert compare(BODY, BODY.replace("clean claim", "Clean Claim,")).substantive == ()


def test_a_sentence_that_only_moved_is_not_new(compare: Compare) -> None:
    lines = BODY.splitlines(keepends=True)
    found = compare(BODY, "".join([lines[2], lines[0], lines[1], lines[3]]))
    assert found.substantive == ()
    assert Kind.MOVED in kinds(found)


def test_a_name_changed_throughout_is_said_once(compare: Compare) -> None:
    old = "".join(
        f"{n}. Rate {word}. The fee follows the Blue Schedule in {word} cases.\n"
        for n, word in enumerate(("most", "some", "rare", "hard"), start=1)
    )
    found = compare(old, old.replace("Blue", "Green"))
    assert found.substantive == ()
    (renaming,) = found.renamings
    assert (renaming.old, renaming.new, renaming.times) == ("blue", "green", 4)


@pytest.mark.parametrize(("one", "other"), [("may", "shall"), ("thirty (30)", "sixty (60)")])
def test_words_that_matter_are_never_a_mere_renaming(
    compare: Compare, one: str, other: str
) -> None:
    old = "".join(
        f"{n}. Part {word}. Plan {one} send the {word} statement to Provider by mail.\n"
        for n, word in enumerate(("first", "second", "third", "fourth"), start=1)
    )
    assert len(compare(old, old.replace(one, other)).substantive) == 4


def test_sentences_cut_differently_are_the_same(compare: Compare) -> None:
    old = "1. Pay. Plan shall pay: claims, fees and interest on each of them.\n"
    new = "1. Pay. Plan shall pay:\n\nclaims, fees and interest on each of them.\n"
    assert compare(old, new).substantive == ()


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.integers(0, 7), max_size=9),
    st.lists(st.integers(0, 7), max_size=9),
)
def test_every_sentence_of_both_versions_stands_in_the_alignment_once(
    tmp_path_factory: pytest.TempPathFactory, one: list[int], other: list[int]
) -> None:
    words = [
        "claims",
        "fees",
        "records",
        "notices",
        "visits",
        "members",
        "audits",
        "drafts",
        "terms",
        "calls",
    ]

    def text(numbers: list[int]) -> str:
        said = (
            f"Provider shall send the {words[n]} to Plan within {n + 10} days." for n in numbers
        )
        return "Agreement. " + " ".join(said)

    folder = tmp_path_factory.mktemp("pair")
    old, new = document(folder, "a.txt", text(one)), document(folder, "b.txt", text(other))
    found = align(old, new)
    before = sorted(c.old.words for c in found.changes if c.old)
    after = sorted(c.new.words for c in found.changes if c.new)
    joined_old = " ".join(before).split()
    joined_new = " ".join(after).split()
    assert sorted(joined_old) == sorted(" ".join(old.words(s) for s in old.sentences).split())
    assert sorted(joined_new) == sorted(" ".join(new.words(s) for s in new.sentences).split())
