"""The agreed scripts are tried on the text as it stands; an odd one does not stop the others."""

from pathlib import Path

import pytest

from fairterms.publish.page import Bullets, Callout, Prose, plain
from fairterms.settle.script import Script
from fairterms.settle.script import read_folder as read_as_always
from fairterms.settle.trial import Trial, try_script
from fairterms.settle.workbench.script_trial import read, read_folder, tell, try_all
from tests.settle.deals import savings
from tests.settle.workbench.bench_text import SCRIPT

ROOT = Path(__file__).parents[3]
WRONG = SCRIPT.replace("$48,451.20", "$48,451.21")
AGREED = SCRIPT + '[agreed]\nterms = "sha256:other"\ngroup = 2027-01-12\nplan = 2027-01-14\n'


def trials(*texts: str, terms: str = "sha256:these") -> tuple[Trial, ...]:
    scripts = [read(text, f"{place}.toml") for place, text in enumerate(texts)]
    return try_all(savings(), scripts, terms)


def test_a_folder_gives_the_scripts_it_always_gives() -> None:
    folder = ROOT / "examples/willow/scripts"
    assert read_folder(folder) == read_as_always(folder)


def test_a_folder_that_is_not_there_has_no_scripts(tmp_path: Path) -> None:
    assert read_folder(tmp_path / "scripts") == ()


def test_a_trial_is_what_it_always_is() -> None:
    for text in (SCRIPT, WRONG, AGREED):
        (trial,) = trials(text)
        assert trial == try_script(savings(), read(text, "0.toml"))


def test_a_script_agreed_on_these_very_terms_has_not_changed() -> None:
    assert trials(AGREED)[0].terms_changed
    assert not trials(AGREED, terms="sha256:other")[0].terms_changed
    assert not trials(SCRIPT)[0].terms_changed


@pytest.mark.parametrize("section", ["given", "expect", "agreed", "clauses", "year", "[["])
def test_an_odd_script_fails_and_the_next_one_runs(section: str) -> None:
    rest = SCRIPT.replace(f"[{section}]", "[note]")
    odd = section if section == "[[" else f"{section} = 3.5\n{rest}"
    first, second = trials(odd, SCRIPT)
    assert not first.passed
    assert second.passed


def test_letters_that_are_not_text_make_a_script_fail_and_not_raise(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b'title = "\xff"\n[expect')
    (script,) = read_folder(tmp_path)
    assert isinstance(script, Script)
    assert script.problems


def test_failed_scripts_come_first_with_what_differs() -> None:
    counted, failed, passed = tell(trials(AGREED, WRONG))
    assert counted == Prose("1 of 2 scripts pass.")
    assert isinstance(failed, Callout)
    assert failed.title == "At the minimum fails"
    (lines,) = failed.blocks
    assert isinstance(lines, Bullets)
    assert [plain(item) for item in lines.items] == [
        "payable: the script says $48,451.21, the terms give $48,451.20, $0.01 apart",
        "not yet agreed by the group",
        "not yet agreed by the plan",
    ]
    assert isinstance(passed, Bullets)
    assert passed.items == (
        "At the minimum; the terms have changed since both sides agreed on this script",
    )


def test_a_script_with_a_problem_of_its_own_says_how_to_mend_it() -> None:
    _, failed = tell(trials(SCRIPT.replace("$98,880.00", "98880")))
    assert isinstance(failed, Callout)
    assert isinstance(failed.blocks[0], Bullets)
    assert "To mend it:" in plain(failed.blocks[0].items[0])


def test_no_script_yet_says_what_to_do() -> None:
    assert tell(()) == (Prose("There are no test scripts yet. Record one from a worked example."),)
