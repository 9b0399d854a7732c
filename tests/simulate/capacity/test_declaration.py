"""The numbers of the section."""

from fairterms.simulate.capacity.declaration import ENTRIES, WHOLE
from fairterms.simulate.capacity.observed import Observed
from tests.simulate.capacity.made_up_practices import STARTS
from tests.simulate.capacity.made_up_sections import sound


def test_every_entry_has_a_place_in_the_practice() -> None:
    practice = sound().practice(STARTS)
    for name, number in sound().numbers.items():
        table, _, key = name.partition(".")
        assert getattr(getattr(practice, table), key) == number
    assert set(sound().numbers) == set(ENTRIES)


def test_whole_numbers_are_whole() -> None:
    practice = sound().practice(STARTS)
    for name in WHOLE:
        table, _, key = name.partition(".")
        assert isinstance(getattr(getattr(practice, table), key), int)


def test_only_what_records_hold_is_observable() -> None:
    observable = {name for name, entry in ENTRIES.items() if entry.is_observable}
    assert not any(name.startswith("staff.") for name in observable)
    assert "numbers" in Observed.__dataclass_fields__
