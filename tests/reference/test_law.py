"""Which laws a contract is compared with, and in what order."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from fairterms.reference import law
from fairterms.reference.law import Setting, UnusableLaws, for_topics, laws_of, register
from fairterms.units.finding import Source
from tests.reference.one_law import TEXT

YEAR = (date(2027, 1, 1), date(2027, 12, 31))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A made-up folder of laws: Oregon on talk, the United States on parity."""
    monkeypatch.setattr(law, "FOLDER", tmp_path)
    laws_of.cache_clear()
    write(tmp_path, "us", "us-parity", topics="parity")
    write(tmp_path, "or", "or-talk")
    yield tmp_path
    laws_of.cache_clear()


def write(folder: Path, state: str, name: str, topics: str = "", **changed: str) -> None:
    text = TEXT.replace("or-talk", name)
    if topics:
        text = text.replace("patient-communication", topics)
    for key, value in changed.items():
        lines = [
            f"{key} = {value}" if line.startswith(f"{key} =") else line
            for line in text.splitlines()
        ]
        text = "\n".join(lines)
    path = folder / f"{state}.toml"
    earlier = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(earlier + text + "\n", encoding="utf-8")


def places(sources: tuple[Source, ...]) -> list[str]:
    return [source.jurisdiction for source in sources]


def is_example(source: Source) -> bool:
    return source.scope.startswith("another state's rule")


def test_the_own_states_laws_come_first_then_the_federal_ones(folder: Path) -> None:
    write(folder, "us", "us-talk")
    write(folder, "co", "co-talk")
    found = for_topics(["patient-communication"], Setting("OR", "commercial", *YEAR))
    assert places(found) == ["OR", "US"]
    assert not any(map(is_example, found))


def test_other_states_are_examples_only_where_the_own_state_says_nothing(folder: Path) -> None:
    write(folder, "co", "co-talk")
    found = for_topics(["patient-communication"], Setting("WA", "commercial", *YEAR))
    assert places(found) == ["CO", "OR"]
    assert all(map(is_example, found))
    assert places(for_topics(["patient-communication"], Setting("CO"))) == ["CO"]


def test_a_topic_the_own_state_lacks_gets_examples_beside_one_it_has(folder: Path) -> None:
    write(folder, "co", "co-both", topics='parity", "patient-communication')
    found = for_topics(["patient-communication", "parity"], Setting("OR"))
    assert [(s.jurisdiction, is_example(s)) for s in found] == [
        ("OR", False),
        ("US", False),
        ("CO", True),
    ]


def test_at_most_three_examples_and_the_best_first(folder: Path) -> None:
    write(folder, "al", "al-talk", checked='"unchecked"')
    write(folder, "az", "az-talk", status='"law"\nanalogue = true')
    write(folder, "co", "co-talk", status='"law"\nwarning = "a bill"')
    write(folder, "vt", "vt-talk")
    found = for_topics(["patient-communication"], Setting("NY"))
    assert places(found) == ["OR", "VT", "CO"]
    assert all(map(is_example, found))


def test_where_no_state_is_known_every_state_is_an_example(folder: Path) -> None:
    (found,) = for_topics(["patient-communication"], Setting())
    assert found.jurisdiction == "OR"
    assert is_example(found)


def test_a_law_known_not_to_reach_the_line_is_left_out(folder: Path) -> None:
    assert for_topics(["patient-communication"], Setting("OR", "medicaid")) == ()
    (found,) = for_topics(["patient-communication"], Setting("OR", "self-funded"))
    assert "not checked for any other line of business" in found.scope


def test_a_law_not_in_force_on_the_contracts_days_is_left_out(folder: Path) -> None:
    before = Setting("OR", "commercial", date(2019, 1, 1), date(2019, 12, 31))
    across = Setting("OR", "commercial", date(2019, 7, 1), date(2020, 6, 30))
    assert for_topics(["patient-communication"], before) == ()
    assert places(for_topics(["patient-communication"], across)) == ["OR"]


def test_no_topic_asks_for_no_law(folder: Path) -> None:
    assert for_topics([], Setting("OR")) == ()


def test_an_unknown_topic_is_our_own_mistake() -> None:
    with pytest.raises(AssertionError, match="weather"):
        for_topics(["weather"], Setting())


def test_the_register_is_the_own_state_and_all_that_is_federal(folder: Path) -> None:
    write(folder, "co", "co-talk")
    assert [one.id for one in register(Setting("Oregon"))] == ["or-talk", "us-parity"]
    assert [one.id for one in register(Setting())] == ["us-parity"]
    assert [one.id for one in register(Setting("NY"))] == ["us-parity"]


def test_a_state_is_read_only_when_asked_for(folder: Path) -> None:
    (folder / "tx.toml").write_text("not TOML", encoding="utf-8")
    assert places(for_topics(["patient-communication"], Setting("OR"))) == ["OR"]
    with pytest.raises(UnusableLaws, match=r"reference/laws/tx\.toml: the file is not TOML"):
        for_topics(["patient-communication"], Setting("TX"))


def test_a_broken_file_tells_all_its_problems(folder: Path) -> None:
    write(folder, "co", "co-talk", since='"once"', checked='"seen"')
    with pytest.raises(UnusableLaws) as refused:
        laws_of("CO")
    assert len(refused.value.problems) == 2
    assert "reference/laws/co.toml:2: co-talk: since is no day" in str(refused.value)


def test_a_file_that_is_no_states_is_not_read(folder: Path) -> None:
    (folder / "zz.toml").write_text("not TOML", encoding="utf-8")
    assert law.recorded_states() == ("OR",)
    assert laws_of("ZZ") == ()
