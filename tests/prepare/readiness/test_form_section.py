from decimal import Decimal

from fairterms.prepare.readiness.form_section import FormSection
from fairterms.units.notes import Notes
from fairterms.units.positions import parse


def section(text: str) -> tuple[FormSection, Notes]:
    document, positions = parse(text)
    notes = Notes("readiness.toml", tuple(text.splitlines()), positions)
    return FormSection("people", document.get("people"), notes), notes


def test_any_of_the_nouns_will_do() -> None:
    for text in ('"24 people"', '"24 clinicians"', '"24 person"'):
        form, notes = section(f"[people]\nw2 = {text}\n")
        found = form.count("w2", "person", "clinician")
        assert found is not None
        assert (found.value, notes.problems()) == (Decimal(24), ())


def test_a_section_that_is_not_there_says_nothing() -> None:
    form, notes = section("")
    assert form.count("w2", "person") is None
    assert form.flag("records_are_a_sample") is None
    form.close()
    assert notes.problems() == ()


def test_a_table_without_its_value_says_nothing_of_it() -> None:
    form, notes = section('[people]\nw2 = { evidence = "payroll" }\n')
    assert form.count("w2", "person") is None
    assert [one.what for one in notes.problems()] == ["w2 has no unit"]


def test_only_work_has_a_who() -> None:
    form, notes = section('[people]\nw2 = { is = "2 people", who = "Ana" }\n')
    form.count("w2", "person")
    assert [one.code for one in notes.problems()] == ["unknown-key"]


def test_the_evidence_of_a_section_is_no_unknown_key() -> None:
    form, notes = section('[people]\nevidence = "payroll"\non = 2026-01-01\n')
    form.close()
    assert notes.problems() == ()


def test_empty_words_are_no_words() -> None:
    form, _ = section('[people]\nwords = "  "\n')
    assert form.words("words") is None


def test_a_time_of_day_is_no_day() -> None:
    form, notes = section('[people]\nw2 = { is = "2 people", on = 2026-01-01T10:00:00 }\n')
    form.count("w2", "person")
    assert [one.code for one in notes.problems()] == ["not-a-date"]
