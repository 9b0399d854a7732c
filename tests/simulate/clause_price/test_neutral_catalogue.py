"""Every term of every payment model is struck, or said to be bound to another."""

import pytest

from fairterms.payment.models_catalogue import MODELS
from fairterms.simulate.clause_price.neutral_catalogue import NEUTRALS


def test_every_payment_model_has_its_neutral_values() -> None:
    assert list(NEUTRALS) == list(MODELS)


@pytest.mark.parametrize("name", list(MODELS))
def test_every_term_is_struck_or_bound_and_says_so(name: str) -> None:
    neutral = NEUTRALS[name]
    struck = [each.term for each in neutral.terms]
    assert neutral.model == name
    assert len(struck) == len(set(struck))
    assert {*struck, *neutral.bound} == {spec.name for spec in MODELS[name].terms}
    for each in neutral.terms:
        assert each.words.startswith(("without the ", "without this "))
        assert each.reads
    assert all(why for why in neutral.bound.values())


@pytest.mark.parametrize("name", list(MODELS))
def test_only_a_formula_is_struck_here_and_bound_there(name: str) -> None:
    neutral = NEUTRALS[name]
    twice = {each.term for each in neutral.terms} & set(neutral.bound)
    assert twice == ({"steps"} if name == "formula" else set())
