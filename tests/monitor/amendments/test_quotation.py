"""Whether a contract says the words a rule rests on."""

from pathlib import Path

from fairterms.document.document import Document
from fairterms.document.reader import read
from fairterms.monitor.amendments.quotation import unfound


def document(tmp_path: Path) -> Document:
    path = tmp_path / "agreement.txt"
    path.write_text("10.3 Plan may change a Policy on forty-five (45) days’ notice to Group.\n")
    return read(path)


def test_words_that_stand_there_are_no_problem(tmp_path: Path) -> None:
    cite = ("agreement.txt", "on forty-five (45) days' notice")
    assert unfound("a.toml", 3, cite, [document(tmp_path)]) is None


def test_other_words_are_a_problem_with_their_line(tmp_path: Path) -> None:
    cite = ("agreement.txt", "on ninety (90) days' notice")
    found = unfound("a.toml", 3, cite, [document(tmp_path)])
    assert found is not None
    assert (found.file, found.line) == ("a.toml", 3)
    assert found.what == 'agreement.txt does not say these words: "on ninety (90) days\' notice"'
