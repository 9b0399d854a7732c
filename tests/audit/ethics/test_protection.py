"""A watch is kept with consent alone, and each look is due once."""

from datetime import date, timedelta

from fairterms.audit.ethics.protection import LOOKS_AFTER_DAYS, Watch, is_look_due

SINCE = date(2027, 3, 1)


def test_without_consent_nobody_looks() -> None:
    watch = Watch(SINCE, has_consent=False)
    assert watch.looks == ()
    assert watch.next_look is None
    assert not is_look_due(watch, date(2030, 1, 1))


def test_a_look_is_due_from_its_day_on() -> None:
    watch = Watch(SINCE, has_consent=True)
    first = SINCE + timedelta(days=30)
    assert watch.next_look == first
    assert not is_look_due(watch, first - timedelta(days=1))
    assert is_look_due(watch, first)


def test_one_look_answers_all_that_were_due() -> None:
    watch = Watch(SINCE, True, (SINCE + timedelta(days=100),))
    assert watch.next_look == SINCE + timedelta(days=180)


def test_a_look_on_the_day_itself_counts_and_an_early_one_does_not() -> None:
    assert Watch(SINCE, True, (SINCE + timedelta(days=29),)).next_look == date(2027, 3, 31)
    assert Watch(SINCE, True, (date(2027, 3, 31),)).next_look == SINCE + timedelta(days=90)


def test_after_a_year_the_watch_is_over() -> None:
    last = SINCE + timedelta(days=LOOKS_AFTER_DAYS[-1])
    assert Watch(SINCE, True, (last,)).next_look is None
    assert LOOKS_AFTER_DAYS[-1] == 365
