"""Weighing evidence: one rule by which every question of a scorecard is answered.

Words that say the contrary win, because a promise and its denial are no promise. A doubt comes
next. Only then do words that meet the test give yes. Where nothing was seen, nothing is claimed.
"""

from dataclasses import dataclass

from fairterms.review.governance import pays_by_results
from fairterms.review.scorecard import Answer, Material, Reply
from fairterms.review.talks import hear
from fairterms.units.finding import AbsenceEvidence, Evidence

NO_RESULTS = "The agreement pays no one by results, so the question does not arise."


@dataclass(frozen=True)
class Scales:
    """Evidence about one question, sorted.

    Attributes
    ----------
    met
        What meets the question's test.
    contrary
        What says the contrary, or a verified absence.
    doubtful
        What is vague, only promised, or outside of what was read.
    beside
        What a reader of a yes should still see; it changes nothing.
    """

    met: tuple[Evidence, ...] = ()
    contrary: tuple[Evidence, ...] = ()
    doubtful: tuple[Evidence, ...] = ()
    beside: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Because:
    """What to say for each outcome, as one plain sentence without its full stop.

    Attributes
    ----------
    yes
        The test is met.
    no
        Words say the contrary.
    absent
        The whole text was read, and what the test asks for is not in it.
    doubt
        Something is there, and it does not settle the question.
    nothing
        Nothing was found, and not everything was read.
    talks
        The question of :data:`fairterms.units.finding.QUESTIONS` under which the log of the talks
        is heard too; empty where conduct in the talks tells nothing.
    """

    yes: str
    no: str
    absent: str
    doubt: str
    nothing: str
    talks: str = ""


def weigh(material: Material, scales: Scales, because: Because) -> Answer:
    """Answer a question by its evidence.

    Parameters
    ----------
    material
        What the evidence was taken from; its gaps explain why nothing was seen.
    scales
        The evidence.
    because
        What to say.
    """
    told = _by_text(material, scales, because)
    return hear(material, because.talks, told) if because.talks else told


def _by_text(material: Material, scales: Scales, because: Because) -> Answer:
    met = _each_once(scales.met)
    if scales.contrary:
        # An absence that could not be verified is no reason for a no.
        said = tuple(one for one in scales.doubtful if not isinstance(one, AbsenceEvidence))
        against = _each_once(scales.contrary + said)
        why = because.absent if _only_absent(scales.contrary) else because.no
        return Answer(Reply.NO, f"{why}.", met, against)
    if scales.doubtful and not _only_absent(scales.doubtful):
        return Answer(Reply.UNCLEAR, f"{because.doubt}.", met, _each_once(scales.doubtful))
    if met and not scales.doubtful:
        return Answer(Reply.YES, f"{because.yes}.", met, _each_once(scales.beside))
    why = because.doubt if met else because.nothing
    return Answer(Reply.UNCLEAR, _with_gaps(material, why), met, _each_once(scales.doubtful))


def by_results(material: Material) -> bool:
    """Say whether anyone is paid by results, in the text or in the terms that were given."""
    return bool(material.terms) or pays_by_results(material.reading)


def does_not_apply(because: str = NO_RESULTS) -> Answer:
    """Answer a question that this agreement does not raise: never no."""
    return Answer(Reply.UNCLEAR, because)


def absent(material: Material, *searched_for: str) -> tuple[Evidence, ...]:
    """Return a verified absence of what was looked for; nothing where not all was read.

    Parameters
    ----------
    material
        The whole agreement, already searched.
    searched_for
        What was looked for, in words.
    """
    reading = material.reading
    if reading.gaps or not reading.pages_read:
        return ()
    names = tuple(document.name for document in reading.documents)
    return (AbsenceEvidence(names, reading.pages_read, searched_for),)


def _only_absent(evidence: tuple[Evidence, ...]) -> bool:
    return all(isinstance(one, AbsenceEvidence) for one in evidence)


def _with_gaps(material: Material, because: str) -> str:
    """Add why nothing can be called missing."""
    gaps = "; ".join(material.reading.gaps)
    return f"{because} ({gaps})." if gaps else f"{because}."


def _each_once(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence))
