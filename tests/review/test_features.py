"""What kind of deal it is."""

from fairterms.review.features import Features


def test_nothing_is_assumed_of_a_deal() -> None:
    plain = Features()
    assert plain == Features(has_target=False, has_downside=False, has_incentive=False)
    assert plain.missing_documents == ()
