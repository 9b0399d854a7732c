"""An offer changes the terms it names, and nothing silently."""

from pathlib import Path

import pytest

from fairterms.contract.offer import apply, problems, read
from fairterms.contract.value import show
from fairterms.payment.loading import Loaded, load, with_offer
from tests.settle.deals import savings

SHARE = '[[change]]\nclause = "savings"\nterm = "sharing_rate"\nvalue = "60 %"\nwhy = "asked"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "offer.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_offer_changes_one_term_and_leaves_the_rest(tmp_path: Path) -> None:
    offer = read(written(tmp_path, f'title = "More for us"\n{SHARE}'))
    assert (offer.title, offer.problems, len(offer.changes)) == ("More for us", (), 1)
    before = savings()
    after = apply(before, offer)
    assert show(after.clause("savings").terms["sharing_rate"].value) == "60 %"
    assert show(before.clause("savings").terms["sharing_rate"].value) == "50 %"
    assert after.clause("sequestration") == before.clause("sequestration")


def test_a_later_change_of_the_same_term_holds(tmp_path: Path) -> None:
    offer = read(written(tmp_path, SHARE + SHARE.replace("60", "70")))
    assert show(apply(savings(), offer).clause("savings").terms["sharing_rate"].value) == "70 %"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("", "missing", "changes nothing"),
        ("titel = 'x'\n" + SHARE, "unknown-key-of-an-offer", "title"),
        (SHARE.replace("why", "because"), "unknown-key-of-a-change", "because"),
        (SHARE.replace('value = "60 %"\n', ""), "missing", "no value"),
        (SHARE.replace('"60 %"', '"60"'), "not-a-quantity", "cannot be read"),
        (SHARE.replace('"60 %"', '[{ up_to = "5", share = "3 %" }]'), "not-a-quantity", "read"),
        ("[[change]\n", "unreadable", "TOML"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, code: str, words: str) -> None:
    found = read(written(tmp_path, text)).problems
    assert [problem.code for problem in found] == [code]
    assert words in str(found[0])


def test_a_file_that_is_not_there_or_not_text_is_named(tmp_path: Path) -> None:
    assert "no such file" in read(tmp_path / "none.toml").problems[0].what
    (tmp_path / "offer.toml").write_bytes(b"\xff\xfe\x00")
    assert "not a text file" in read(tmp_path / "offer.toml").problems[0].what


def test_a_clause_the_contract_does_not_have_is_a_problem(tmp_path: Path) -> None:
    offer = read(written(tmp_path, SHARE.replace('"savings"', '"saving"')))
    (problem,) = problems(savings(), offer)
    assert problem.code == "unknown-clause"
    assert 'did you mean "savings"?' in problem.fix
    assert problem.line == 1
    loaded = with_offer(Loaded(savings(), ()), offer)
    assert loaded.problems == (problem,)


def test_a_term_the_model_does_not_know_is_a_problem(tmp_path: Path) -> None:
    offer = read(written(tmp_path, SHARE.replace("sharing_rate", "sharing_rat")))
    loaded = with_offer(Loaded(savings(), ()), offer)
    assert any("sharing_rat" in problem.what for problem in loaded.mistakes)


def test_a_value_in_another_unit_is_a_problem(tmp_path: Path) -> None:
    offer = read(written(tmp_path, SHARE.replace("60 %", "$60.00")))
    assert with_offer(Loaded(savings(), ()), offer).mistakes


def test_the_example_offer_can_be_weighed() -> None:
    folder = Path("examples/juniper")
    offer = read(folder / "offers" / "second-offer.toml")
    loaded = with_offer(load(folder / "terms.toml"), offer)
    assert not offer.problems
    assert not loaded.mistakes


def test_without_an_offer_the_terms_stand() -> None:
    loaded = Loaded(savings(), ())
    assert with_offer(loaded, None) is loaded
