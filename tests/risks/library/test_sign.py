"""The sentences of signs."""

from dataclasses import fields

from fairterms.risks.library.library_risk import in_order
from fairterms.risks.library.sign import SIGNS
from fairterms.risks.library.term_signs import TermSigns
from fairterms.units.finding import Severity


def test_every_sign_is_used_by_some_risk() -> None:
    used = {name for risk in in_order() for name in (*risk.wakes_on, *risk.quiet_when)}
    assert used == set(SIGNS)


def test_what_wakes_a_risk_weighs_enough_and_what_quiets_it_weighs_little() -> None:
    waking = {name for risk in in_order() for name in risk.wakes_on}
    quieting = {name for risk in in_order() for name in risk.quiet_when}
    assert not waking & quieting
    assert min(SIGNS[name].severity for name in waking) >= Severity.MEDIUM
    assert {SIGNS[name].severity for name in quieting} == {Severity.LOW}


def test_terms_that_say_nothing_show_only_what_is_not_there() -> None:
    shown = {name for name, sign in SIGNS.items() if sign.holds(TermSigns())}
    assert shown == {"no_downside", "no_target", "no_incentive", "no_measures_paid"}


def test_every_sign_says_a_sentence_without_a_stray_name() -> None:
    terms = TermSigns(**{one.name: ("a",) for one in fields(TermSigns) if one.default == ()})  # type: ignore[arg-type]
    for sign in SIGNS.values():
        assert sign.say(terms).endswith("."), sign.name
        assert "_" not in sign.say(terms), sign.name


def test_many_clauses_are_counted_and_not_all_named() -> None:
    said = SIGNS["text_left_open"].say(TermSigns(open_clauses=("a", "b", "c", "d")))
    assert said == 'The text can be read in more than one way: "a", "b" and 2 more.'
    two = SIGNS["text_left_open"].say(TermSigns(open_clauses=("a", "b")))
    assert two == 'The text can be read in more than one way: "a" and "b".'
