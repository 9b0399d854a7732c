"""Whatever is typed, the workbench answers with one value."""

import shutil
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fairterms.contract.canonical import terms_hash
from fairterms.document.reader import read_all
from fairterms.payment.loading import load
from fairterms.settle.script import read_folder
from fairterms.settle.trial import try_script
from fairterms.settle.workbench.script_trial import read
from fairterms.settle.workbench.workbench import Workbench, examine, examine_text
from tests.settle.workbench.bench_text import SCRIPT, TEXT, agreement, citing, line_of

CEDAR = Path(__file__).parents[3] / "examples/cedar"
TERMS = (CEDAR / "terms.toml").read_text(encoding="utf-8")


def codes(bench: Workbench) -> list[str]:
    return [problem.code for problem in bench.problems]


def test_a_deal_folder_gives_what_its_files_give() -> None:
    bench = examine(CEDAR, TERMS)
    contract = load(CEDAR / "terms.toml").contract
    assert contract is not None
    assert bench.terms == terms_hash(contract)
    assert bench.trials == tuple(try_script(contract, s) for s in read_folder(CEDAR / "scripts"))
    assert (bench.problems, bench.is_sound) == ((), True)
    assert [clause.id for clause in bench.clauses] == [one.id for one in contract.clauses]


def test_the_text_counts_and_not_what_is_saved(tmp_path: Path) -> None:
    shutil.copytree(CEDAR / "scripts", tmp_path / "scripts")
    (tmp_path / "terms.toml").write_text("[", encoding="utf-8")
    bench = examine(tmp_path, TERMS.replace('at = "52 %"', 'at = "51 %"'))
    assert bench.is_sound
    assert not all(trial.passed for trial in bench.trials)


def test_the_names_of_the_folders_documents_are_known(tmp_path: Path) -> None:
    (tmp_path / "contract").mkdir()
    document = agreement(tmp_path / "contract")
    assert codes(examine(tmp_path, citing("02-other.pdf"))) == ["citation-not-found"]
    assert codes(examine(tmp_path, citing())) == []
    found = examine(tmp_path, citing(), [document])
    assert found.clauses[0].citations[0].state == "found"


def test_a_mistake_leaves_the_clauses_and_nothing_to_sign() -> None:
    bench = examine_text(TEXT.replace('"50 %"', '"50"'), [read(SCRIPT, "a.toml")])
    assert [(one.line, one.severity) for one in bench.problems] == [(line_of('"50 %"'), "mistake")]
    assert (bench.reading, bench.trials, bench.terms, bench.is_sound) == ((), (), "", False)
    assert [clause.id for clause in bench.clauses] == ["savings", "sequestration"]


def test_a_number_that_is_not_stated_leaves_the_terms_sound() -> None:
    open_rate = '{ not_stated = "as determined", section = "2", ask = "ask for the rate" }'
    bench = examine_text(TEXT.replace('"50 %"', open_rate), [read(SCRIPT, "a.toml")])
    assert [(one.line, one.severity) for one in bench.problems] == [(line_of('"50 %"'), "unstated")]
    assert bench.is_sound
    assert not bench.trials[0].passed


def test_a_quotation_that_is_not_there_is_marked_and_the_rest_still_read(tmp_path: Path) -> None:
    bench = examine_text(citing(), documents=[agreement(tmp_path, "other words")])
    assert codes(bench) == ["citation-not-found"]
    assert bench.is_sound


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a = " + "[" * 20_000, "brackets are nested too deeply"),
        ("a = " + "9" * 5_000, "a number or a formula in it cannot be read"),
        (TEXT.replace('"50 %"', "1e-9999999999999999999"), "a number"),
    ],
)
def test_a_text_that_stops_a_reader_is_one_problem_of_the_whole(text: str, what: str) -> None:
    (problem,) = examine_text(text).problems
    assert what in problem.what
    assert problem.line in (0, line_of('"50 %"'))


def test_line_ends_of_another_system_are_the_same_terms() -> None:
    there = examine_text(TEXT.replace("\n", "\r\n"))
    assert there.terms == examine_text(TEXT).terms
    spoilt = TEXT.replace('"50 %"', '"50"').replace("\n", "\r\n")
    assert examine_text(spoilt).problems[0].line == line_of('"50 %"')


def _holds(text: str) -> None:
    bench = examine_text(text, [read(SCRIPT, "a.toml")], (), ["01-agreement.pdf"])
    mistakes = [one for one in bench.problems if one.severity == "mistake"]
    assert bench.is_sound == bool(bench.reading) == bool(bench.trials)
    assert bench.is_sound or mistakes
    assert "our mistake" not in " ".join(one.what for one in mistakes)
    lines = text.count("\n") + 1
    assert all(0 <= one.line <= lines for one in bench.problems)
    assert all(one.what and one.why and one.fix for one in bench.problems)


@settings(max_examples=40, deadline=None)
@given(some.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    _holds(text)


ODD = ['""', "[]", "{}", "1", "true", "nan", '"= a / 0"', "2027-01-01", "[[1]]", "[{}]", '"-5 %"']
ODD += ['"5 %"', "{ value = 1 }", '{ not_stated = "x" }', '"= savings"', "'''", "]", "\u2028", "\r"]


def _damage(draw: some.DrawFn) -> str:
    text = draw(some.sampled_from([TEXT, TEXT, TERMS]))
    for _ in range(draw(some.integers(1, 4))):
        start = draw(some.integers(0, len(text)))
        size = draw(some.sampled_from([0, 1, 3, 20, 200]))
        text = text[:start] + draw(some.sampled_from(["", *ODD])) + text[start + size :]
    return text


@settings(max_examples=40, deadline=None)
@given(some.composite(_damage)())
def test_any_damage_has_an_answer(text: str) -> None:
    _holds(text)


@pytest.mark.slow
@settings(max_examples=1_500, deadline=None)
@given(some.composite(_damage)())
def test_any_damage_has_an_answer_many_times(text: str) -> None:
    _holds(text)


@pytest.mark.slow
def test_an_answer_comes_while_one_types() -> None:
    juniper = CEDAR.parent / "juniper"
    documents = read_all((juniper / "contract/01-agreement.pdf",))[0]
    text = (juniper / "terms.toml").read_text(encoding="utf-8")
    spent = []
    for number in range(5):
        start = time.process_time()
        assert examine(juniper, f"{text}\n# {number}", documents).is_sound
        spent.append(time.process_time() - start)
    assert min(spent) < 0.6  # 0.3 s on a quiet machine
