"""What is at stake in every check is said, with a fallback of its own."""

from fairterms.negotiate.ask.stake import Kind, stakes
from fairterms.review.reading import CHECKS
from fairterms.simulate.clause_price.neutral_catalogue import NEUTRALS
from fairterms.simulate.drivers.stress_catalogue import STRESSES


def test_every_check_of_the_contract_has_a_stake_and_no_stake_is_of_nothing() -> None:
    assert {CHECKS[name].id for name in CHECKS} == set(stakes())


def test_no_two_asks_share_a_fallback_and_none_repeats_the_first_wording() -> None:
    wordings = {CHECKS[name].id: CHECKS[name].wording for name in CHECKS}
    fallbacks = [one.fallback for one in stakes().values()]
    assert len(set(fallbacks)) == len(fallbacks)
    assert all(one.fallback != wordings[name] for name, one in stakes().items())


def test_a_stake_names_a_stress_and_terms_that_exist() -> None:
    for one in stakes().values():
        if one.kind is Kind.STRESS:
            assert one.stress in STRESSES, one.check
        for model, term in one.terms:
            entry = NEUTRALS[model]
            known = {strike.term for strike in entry.terms} | set(entry.bound)
            assert term in known, f"{one.check}: {model}.{term}"
