"""What kind of deal it is."""

import pytest

from fairterms.review.features import Features, of_text

PAYING = [
    "Plan shall pay an incentive payment each year.",
    "Shared savings are fifty percent of the surplus.",
    "The quality bonus is paid in June.",
]


def test_nothing_is_assumed_of_a_deal() -> None:
    plain = Features()
    assert plain == Features(has_target=False, has_downside=False, has_incentive=False)
    assert plain.missing_documents == ()


def test_several_sentences_that_pay_by_results_make_an_incentive() -> None:
    assert of_text(PAYING) == Features(has_incentive=True)


PLAIN = ["Plan shall pay each clean claim within thirty days."]


@pytest.mark.parametrize(("count", "others"), [(0, 0), (1, 20), (2, 80)])
def test_a_word_in_passing_does_not(count: int, others: int) -> None:
    assert of_text([*PAYING[:count], *PLAIN * others]) == Features()


@pytest.mark.parametrize(("count", "others"), [(1, 3), (2, 40), (3, 200)])
def test_in_a_short_text_fewer_sentences_are_enough(count: int, others: int) -> None:
    assert of_text([*PAYING[:count], *PLAIN * others]).has_incentive


def test_a_target_and_a_loss_are_told_apart() -> None:
    assert of_text([*PAYING, "The benchmark is $40."]).has_target
    assert of_text([*PAYING, "Provider shall repay any deficit."]).has_downside
    assert not of_text([*PAYING, "The benchmark is $40."]).has_downside


@pytest.mark.parametrize(
    "aside",
    [
        "Plan may offer an incentive program.",
        "Services include fee-for-service, capitation payments, and the like, if any.",
        "Plan shall follow 42 CFR 422.208 on physician incentive plans and withholds.",
    ],
)
def test_what_is_only_possible_is_no_incentive(aside: str) -> None:
    assert of_text([aside] * 5) == Features()


def test_withholding_taxes_or_consent_is_no_withhold() -> None:
    assert of_text(["Plan shall withhold taxes.", "Consent is not withheld."] * 3) == Features()


def test_savings_that_may_be_none_are_still_shared() -> None:
    paying = "Provider receives half of the shared savings, if any, of each year."
    assert of_text([paying, *PLAIN]).has_incentive


def test_an_aside_that_ends_in_if_any_stays_one() -> None:
    aside = "Services include capitation payments, and the like, if any."
    assert of_text([aside, *PLAIN]) == Features()
