"""A recorded script reads back and passes on the terms it was recorded from."""

from fairterms.settle.recording import file_name, record
from fairterms.settle.script import read_text
from fairterms.settle.settlement import settle
from fairterms.settle.trial import try_script
from tests.settle.deals import figures, savings


def test_a_recorded_script_passes() -> None:
    settlement = settle(savings(), figures("$4,777,777.77"))
    script = read_text(record(settlement, 'Sevens "all the way"'), "s.toml")
    assert script.title == 'Sevens "all the way"'
    trial = try_script(savings(), script)
    assert trial.passed
    assert not trial.terms_changed
    assert len(script.expect) == len(settlement.lines)


def test_the_year_is_kept() -> None:
    assert "year = 2028" in record(settle(savings(), figures()), "t", 2028)


def test_a_title_becomes_a_plain_file_name() -> None:
    assert file_name("Élan: savings > 2 %?") == "lan-savings-2.toml"
