"""Names are of one person whatever their spaces and capitals; no name is of nobody."""

from fairterms.audit.engagement.person import is_among, is_same


def test_two_spellings_are_of_one_person() -> None:
    assert is_same(" Data Lead", "data  lead")
    assert not is_same("data lead", "data leads")
    assert not is_same("", "")


def test_somebody_is_among_others() -> None:
    assert is_among("IDRIS", ("Maren", "Idris"))
    assert not is_among("", ("Maren", ""))
