from decimal import Decimal

from fairterms.prepare.readiness.wording import counted, dollars, listed, sentence, share


def test_numbers_are_written_as_a_person_would() -> None:
    assert dollars(Decimal("-1234.50")) == "−$1,235"
    assert share(Decimal("0.0375")) == "3.75 %"
    assert share(Decimal("0.88751")) == "88.8 %"
    assert counted(2080, "paid hour") == "2,080 paid hours"
    assert listed(["a", "b", "c"]) == "a, b and c"


def test_a_sentence_ends_once() -> None:
    assert sentence("who pays?") == "Who pays?"
    assert sentence("it is so.") == "It is so."
