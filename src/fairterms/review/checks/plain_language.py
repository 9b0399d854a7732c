"""The text is hard to read."""

from collections.abc import Iterable

from fairterms.document import readability
from fairterms.document.readability import HardSentence, Readability
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.passages import LONGEST_QUOTE, Passage
from fairterms.units.finding import QuoteEvidence, Severity

LEAST_SCORE = 40
"""The lower of the two scores, 40 and 45, that laws set for insurance policies."""
_FEWEST_WORDS = 300
"""Words below which a score says little."""
_MOST_NESTED = 3
"""Sentences with nested exceptions from which a text is hard, whatever its score."""
_SHOWN = 3


def _find(reading: Reading) -> Iterable[Sighting]:
    measured = readability.measure(reading.documents)
    if measured is None or measured.words < _FEWEST_WORDS:
        return
    if measured.score >= LEAST_SCORE and measured.nested_exceptions < _MOST_NESTED:
        return
    hard = [
        (sentence, passage)
        for document in reading.documents
        for sentence in readability.hardest(document, _SHOWN)
        for passage in reading.passages
        if passage.document is document and passage.sentence is sentence.sentence
    ]
    if hard:
        hard.sort(key=lambda pair: pair[0].difficulty)
        quotes = [_quote(passage) for _, passage in hard[:_SHOWN]]
        yield Sighting(
            quotes[0],
            tuple(quotes[1:]),
            detail=f"{_said(measured)} {_hardest(hard[0][0])}",
            asks=(hard[0][0].rewrite,),
        )


def _quote(passage: Passage) -> QuoteEvidence:
    """Quote a sentence, or as much of its start as shows how long it is."""
    text = passage.text
    end = len(text) if len(text) <= LONGEST_QUOTE else text.rindex(" ", 0, LONGEST_QUOTE)
    return passage.quote(0, end)


def _said(measured: Readability) -> str:
    return (
        f"The text scores {measured.score:.0f} for reading ease; some states ask for 40 or 45 of "
        f"an insurance policy. {measured.long_share:.0%} of its sentences have more than "
        f"{readability.LONG} words, and the longest has {measured.longest}."
    )


def _hardest(sentence: HardSentence) -> str:
    return f"One of the hardest is quoted: {'; '.join(sentence.reasons)}."


CHECK = Check(
    id="plain-language",
    title="Hard to read",
    detects=(Detects.NUMBER,),
    severity=Severity.LOW,
    theme=Theme.PLAIN_LANGUAGE,
    tactics=("strategic_ambiguity",),
    questions=("gf_q02",),
    lesson="training_3",
    sources=(),
    laws=("readability",),
    why=(
        "What the people who must live by a text cannot read, they cannot check. Laws on reading "
        "ease are for insurance policies, so they are a yardstick here and no rule."
    ),
    asks=("Ask for a plain summary on one page that prevails where the text is in doubt.",),
    wording="A plain summary of one page is attached, and it prevails where this text is in doubt.",
    find=_find,
)
