"""A record that cannot be so says where, what, why and what to do."""

from fairterms.risks.control.impossible import Impossible


def test_it_reads_as_a_sentence_and_keeps_its_parts() -> None:
    wrong = Impossible("due", "it is due too soon", "nobody can be on time", "give a later day")
    assert str(wrong) == "it is due too soon: give a later day"
    assert (wrong.key, wrong.why) == ("due", "nobody can be on time")
    assert isinstance(wrong, ValueError)
