"""The texts to compare an agreement with."""

from fairterms.review import authorities
from fairterms.units.finding import Authority, Checked, Source

SOURCES = [value for value in vars(authorities).values() if isinstance(value, Source)]


def test_every_law_has_its_place_dates_and_scope() -> None:
    laws = [source for source in SOURCES if source.status is Authority.LAW]
    assert len(laws) >= 10
    for law in laws:
        assert law.says
        assert "not" in law.scope or law.jurisdiction == "US"


def test_what_was_not_read_asks_to_be_confirmed() -> None:
    told = [source for source in SOURCES if source.checked is not Checked.READ]
    assert told
    for source in told:
        if source.status is Authority.LAW:
            assert "confirm before use" in source.known_through
