"""The guidance and good practice to compare an agreement with."""

from fairterms.review import authorities
from fairterms.units.finding import Authority, Checked, Source

SOURCES = [value for value in vars(authorities).values() if isinstance(value, Source)]


def test_no_law_is_written_here() -> None:
    assert SOURCES
    assert {source.status for source in SOURCES} == {Authority.GUIDANCE, Authority.GOOD_PRACTICE}


def test_every_source_says_what_it_says() -> None:
    assert all((source.title and source.locator and source.says) for source in SOURCES)


def test_guidance_that_was_not_read_asks_to_be_confirmed() -> None:
    told = [source for source in SOURCES if source.checked is Checked.UNCHECKED]
    assert told
    assert all("confirm before use" in source.known_through for source in told)
