"""Two wordings, word beside word."""

from hypothesis import given
from hypothesis import strategies as st

from fairterms.document.wording import Run, RunKind, compare_words

WORDS = st.lists(
    st.sampled_from(["plan", "may", "shall", "pay", "not", "the", "$200", "days,", "."]),
    max_size=25,
)


def side(runs: tuple[Run, ...], left_out: RunKind) -> str:
    return "".join(run.text for run in runs if run.kind is not left_out)


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_off_the_runs(one: list[str], other: list[str]) -> None:
    old, new = " ".join(one), " ".join(other)
    runs = compare_words(old, new)
    assert side(runs, RunKind.ADDED).split() == old.split()
    assert side(runs, RunKind.REMOVED) == new


@given(WORDS)
def test_the_same_wording_has_no_change(words: list[str]) -> None:
    text = " ".join(words)
    assert all(run.kind is RunKind.KEPT for run in compare_words(text, text))


def test_a_removal_stands_before_what_replaces_it() -> None:
    kinds = [run.kind for run in compare_words("Plan may pay now.", "Plan shall pay later.")]
    assert kinds == [
        RunKind.KEPT,
        RunKind.REMOVED,
        RunKind.ADDED,
        RunKind.KEPT,
    ] or kinds[:3] == [RunKind.KEPT, RunKind.REMOVED, RunKind.ADDED]


def test_one_short_word_between_two_changes_does_not_tear_them_apart() -> None:
    runs = compare_words("within ten of receipt today", "within sixty of notice today")
    assert [run.text for run in runs if run.kind is RunKind.REMOVED] == ["ten of receipt"]
    assert [run.text for run in runs if run.kind is RunKind.ADDED] == ["sixty of notice"]


def test_a_number_is_one_word() -> None:
    runs = compare_words("pays 50 a year", "pays 5 a year")
    assert Run(RunKind.REMOVED, "50") in runs
