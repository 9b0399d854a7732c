"""A decision reads as arithmetic that a member can check."""

from fractions import Fraction

from fairterms.audit.committee import wording
from fairterms.audit.committee.ballot import Ballot, Vote
from fairterms.audit.committee.ground import Ground
from tests.audit.committee.slow_oracle import Mode, charter_of
from tests.audit.committee.test_decision import decided


def test_a_tie_is_told_sentence_by_sentence() -> None:
    assert decided(Mode("present"), "yyynnnar", "y").sentences == (
        "8 seats: 3 yes, 3 no, 1 abstained, 0 absent, 1 recused.",
        (
            "Quorum: 8 are here, 6 are needed. Of each constituency at least 1: pair f, 2; "
            "pair a, 2; pair g, 2; pair p, 2. The recused count for it."
        ),
        "It takes more than 1/2 of those present and not recused: 4 of 7. 3 said yes.",
        "Tied. The chair voted yes, with written reasons. Carried.",
    )


def test_a_concurrence_is_told_for_each_constituency() -> None:
    mode = Mode("cast", Fraction(2, 3), is_chairs_tie=False, concurring="fgp")
    assert decided(mode, "yyyynnrr").sentences[2:] == (
        "It takes at least 2/3 of votes cast (yes and no): 4 of 6. 4 said yes.",
        "Concurrence of pair f: a member said yes.",
        "Concurrence of pair g: nobody said yes.",
        "Concurrence of pair p: all are recused, and so it is waived.",
        "Lost: a concurrence it needs is lacking.",
    )


def test_without_a_quorum_no_majority_is_told() -> None:
    found = decided(Mode(do_recused_count=False), "yyyyyrrr").sentences
    assert found[1].endswith("The recused do not count for it.")
    assert found[2:] == ("Not decided: there was no quorum.",)


def test_every_ground_has_an_ending() -> None:
    casting = Ballot("deputy", Vote.YES)
    ends = {wording.ending(one, casting) for one in Ground if one is not Ground.TIE}
    assert len(ends) == len(Ground) - 1


def test_a_share_of_one_is_all() -> None:
    charter = charter_of(Mode(share=Fraction(1), is_chairs_tie=False))
    assert wording.share(charter.motion_classes[0]) == "all"
