"""The benchmark of reading runs on small samples, and its measures measure."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip(
    "sklearn", reason="the benchmark trains with scikit-learn; the program does not"
)

from benchmarks import (
    clause_data,
    reading,
    reading_clauses,
    reading_labels,
    reading_quotes,
    reading_texts,
    reading_traps,
    reading_versions,
)
from benchmarks.clause_data import COMMERCIAL, corpus_of_terms
from benchmarks.clause_training import KEPT, corpus, learn, pack, scores_across
from benchmarks.reading_clauses import average_precision, f1, precision_at, tuned
from benchmarks.reading_tables import Part, Table, as_markdown, as_text
from benchmarks.reading_texts import QUICK

from fairterms.review.clause_finder import unpack
from fairterms.review.clause_words import Line

SUMS = np.array([4.0, 3.0, 2.0, 1.0])
LABELS = np.array([True, False, True, False])


def made_up() -> list[list[tuple[Line, frozenset[str]]]]:
    """Write ten documents: in each, one sentence of three is about audits."""
    audit = frozenset({"audit-rights"})
    return [
        [
            (Line(f"Plan may audit the books of Provider {n} times."), audit),
            (Line(f"The parties meet on day {n} in the main office."), frozenset()),
            (Line(f"Provider keeps room {n} clean and warm."), frozenset()),
        ]
        for n in range(10)
    ]


def test_precision_is_read_where_enough_was_found() -> None:
    assert precision_at(SUMS, LABELS, recall=0.5) == 1
    assert precision_at(SUMS, LABELS, recall=0.8) == pytest.approx(2 / 3)
    assert np.isnan(precision_at(SUMS, np.zeros(4, bool)))


def test_average_precision_is_the_mean_at_each_hit() -> None:
    assert average_precision(SUMS, LABELS) == pytest.approx((1 + 2 / 3) / 2)


def test_a_threshold_comes_from_other_folds() -> None:
    sums, labels = np.array([1.0, 0.0, 1.0, 0.0]), np.array([True, False, False, True])
    predicted = tuned(sums, labels, np.array([0, 0, 1, 1]))
    # Fold 0 learns from fold 1, where the lower sum was the hit: it takes all it is given.
    assert predicted.tolist() == [True, True, True, False]
    assert f1(predicted, labels) == pytest.approx(2 / 5)


def test_what_is_learned_finds_what_it_was_not_shown() -> None:
    one = corpus("made up", ["audit-rights"], made_up(), [str(n) for n in range(10)])
    sums = scores_across(one)
    assert average_precision(sums[:, 0], one.labels[:, 0]) == 1


def test_the_same_labels_give_the_same_bytes_and_back() -> None:
    one = corpus("made up", ["audit-rights"], made_up(), [str(n) for n in range(10)])
    tuned_to = [np.array([1.0]), np.array([0.0]), np.array([0.5])]
    packed = [pack([(one.categories, learn(one.matrix, one.labels), tuned_to)]) for _ in range(2)]
    assert packed[0] == packed[1]
    finder = unpack(packed[0])
    assert finder.categories == ("audit-rights",)
    assert len(finder.weights) <= KEPT + 1
    rows = [line for line, _ in made_up()[0]]
    (weights,) = learn(one.matrix, one.labels)
    expected = 1 / (1 + np.exp(-weights.sums(one.matrix[:3])))
    assert finder.chances(rows)[:, 0] == pytest.approx(expected, abs=1e-4)


@pytest.mark.slow
def test_a_quotation_off_by_a_letter_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    cedar = dict(reading_texts.families(QUICK))[reading_texts.MADE_UP][0]
    honest = reading_quotes._count([cedar])
    assert honest.quotes == honest.exact == honest.paged > 0
    compared = reading_quotes._compared
    monkeypatch.setattr(
        reading_quotes,
        "_compared",
        lambda document, quote: compared(
            document, type(quote)(quote.document, 1, quote.start + 1, quote.end + 1, quote.text)
        ),
    )
    assert reading_quotes._count([cedar]).exact == 0


def test_kappa_of_the_same_answers_is_one_and_of_chance_is_none() -> None:
    assert reading_labels.kappa(["a", "b", "c"], ["a", "b", "c"]) == 1
    assert reading_labels.kappa(["a", "a", "b", "b"], ["a", "b", "a", "b"]) == 0


def test_a_trap_tells_harmful_from_harmless() -> None:
    trap = reading_traps.TRAPS[0]
    assert not any(reading_traps.quotes_it(trap.check, words) for words in trap.harmless)
    assert all(reading_traps.quotes_it(trap.check, words) for words in trap.harmful)


def test_a_table_prints_in_columns_and_as_markdown() -> None:
    part = Part("A part", "Told.", (Table(("What", "ours"), (("a", "1"), ("bb", "22")), "Note."),))
    assert as_text(part).split("\n")[3:] == [
        "",
        "What  ours",
        "a        1",
        "bb      22",
        "Note.",
        "",
    ]
    assert "| bb | 22 |" in as_markdown([part])


def test_a_part_without_its_data_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (reading_labels, reading_versions):
        monkeypatch.setattr(module, "CONTRACTS", tmp_path)
    monkeypatch.setattr(clause_data, "COMMERCIAL", tmp_path / "none")
    monkeypatch.setattr(clause_data, "CONSUMER", tmp_path / "none")
    for measure in (
        reading_labels.measure,
        reading_versions.measure,
        reading_clauses.measure_terms,
        reading_clauses.measure_clauses,
    ):
        part = measure(QUICK)
        assert "is not on this machine" in part.skipped
        assert "skipped" in as_text(part)


def test_figures_from_small_samples_are_never_written() -> None:
    with pytest.raises(SystemExit):
        reading.main(["--quick", "--write"])


@pytest.mark.skipif(not COMMERCIAL.is_file(), reason="the labelled contracts are not here")
def test_documents_of_a_group_share_a_fold() -> None:
    one = corpus_of_terms(10)
    folds = {(int(d), int(f)) for d, f in zip(one.documents, one.folds, strict=True)}
    assert len(folds) == 10


@pytest.mark.slow
def test_the_quick_run_measures_every_part(capsys: pytest.CaptureFixture[str]) -> None:
    assert reading.main(["--quick"]) == 0
    printed = capsys.readouterr().out
    assert "measured in" in printed
    assert printed.count("---") >= len(reading.PARTS)
