"""Places of an agreement that cannot both hold."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from fairterms.document import numbers
from fairterms.document.numbers import Amount, Unit
from fairterms.review import attachments, pointers, repeated_terms, thresholds
from fairterms.review.context import Reading
from fairterms.review.passages import Passage
from fairterms.units.finding import QuoteEvidence, Severity


@dataclass(frozen=True)
class Contradiction:
    """Two or more places that cannot both hold; or one that contradicts itself.

    Attributes
    ----------
    subject
        What it is about, in a few words.
    detail
        What is said here and there, in a sentence.
    quotes
        The places.
    ask
        What to ask for.
    severity
        Where it differs from a contradiction's own.
    """

    subject: str
    detail: str
    quotes: tuple[QuoteEvidence, ...]
    ask: str
    severity: Severity | None = None


_SCALES = r"(?:hundred|thousand|million|billion)"
_CUT_OFF = re.compile(rf"(?:{_SCALES},? (?:and )?|\band |\bpercent and |[a-z]- ?)$", re.IGNORECASE)
_GOES_ON = re.compile(rf"\s*(?:{_SCALES}\b|and one-|and a half)", re.IGNORECASE)
_BRACKET = re.compile(r"\(\$? ?\d")

_DEFINES = re.compile(
    r"\"(?P<name>[A-Z][\w&' -]{2,50})\" (?:means|shall mean|is|shall be)(?: hereby)?"
    r"(?: equal to)? (?P<what>(?:[^.;\"]|\.\d){3,160})"
)
_SETS = re.compile(
    r"(?P<name>(?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+) (?:is|shall be|equals|shall equal|of|will be)"
    r"(?: equal to| set at| fixed at)? $"
)
# Words by which two levels of the same measure are told apart on purpose.
_TIER = re.compile(
    r"\b(?:first|second|third|minimum|maximum|min|max|goal|target|stretch|lower|upper|low|high|"
    r"tier|level|band|year|initial|renewal|base|baseline|floor|ceiling|cap|bronze|silver|gold|full|"
    r"partial|half|interim|final|early|late|attachment|corridor|acceptable|commendable|gain|loss|"
    r"upside|downside|trigger|bonus|penalty|part|phase|start|end|\d+|[ivx]+|[a-z])\b",
    re.IGNORECASE,
)
_ON_TERMS = re.compile(
    r"\b(?:except|unless|if|each|year \d|20\d\d|first|second|third|initial|thereafter|table|"
    r"for (?:any|every)|example|suppose|as amended|increase|decrease|reduce|provided that|up to|"
    r"at least|more than|less than|not exceed|minimum|maximum|additional|renewal)\b",
    re.IGNORECASE,
)
_LEAST_WORDS = 3


def find(reading: Reading) -> tuple[Contradiction, ...]:
    """Find the contradictions of an agreement, each once.

    Notes
    -----
    Only what cannot both hold is reported: the same event, the same party and the same line of
    business, and no clause that says which place prevails.
    """
    return (
        *_twice(reading),
        *_thresholds(reading),
        *_two_names(reading),
        *_two_numbers(reading),
        *_words_and_digits(reading),
        *_loops(reading),
        *_dead_ends(reading),
    )


def _twice(reading: Reading) -> Iterator[Contradiction]:
    for first, second in repeated_terms.governed_twice(reading):
        name = first.event.name
        yield Contradiction(
            name,
            f"For {name} one place says {first.amount.text} and another {second.amount.text}, and "
            "no text says which holds.",
            _quotes((first.passage, first.amount), (second.passage, second.amount)),
            f"Ask for one number for {name}, in one place.",
        )


def _thresholds(reading: Reading) -> Iterator[Contradiction]:
    for clash in thresholds.clashes(reading):
        right, wrong = clash.defined.name, clash.wrong.name
        yield Contradiction(
            f'"{wrong}" where "{right}" is meant',
            f"One place promises the reward beyond the {right} threshold, another beyond the "
            f"{wrong} threshold, which is also where the penalty begins.",
            tuple(
                statement.passage.around(statement.start, statement.end)
                for statement in (clash.wrong, clash.defined, clash.penalty)
            ),
            f'Ask which threshold is meant, "{right}" or "{wrong}", and have one name used '
            "throughout.",
        )


def _two_names(reading: Reading) -> Iterator[Contradiction]:
    """Return pairs of terms that define one thing with two numbers."""
    found: dict[str, list[tuple[str, Passage, Amount]]] = {}
    for name, what, passage, amount in _definitions(reading):
        if not _TIER.search(name):
            found.setdefault(what, []).append((name, passage, amount))
    for defined in found.values():
        for (name, passage, amount), (other, place, number) in combinations(defined, 2):
            if name != other and repeated_terms.differ(amount, number):
                yield Contradiction(
                    f'"{name}" and "{other}"',
                    f'"{name}" and "{other}" are defined in the same words with two numbers, '
                    f"{amount.text} and {number.text}.",
                    _quotes((passage, amount), (place, number)),
                    f'Ask which number is meant, and for one term in place of "{name}" and '
                    f'"{other}".',
                )


def _two_numbers(reading: Reading) -> Iterator[Contradiction]:
    """Return defined terms to which two places give two numbers."""
    for name, places in _numbers_of_terms(reading).items():
        for first, second in combinations(places, 2):
            same_unit = first[1].unit is second[1].unit
            if first[0] is not second[0] and same_unit and first[1].value != second[1].value:
                yield Contradiction(
                    f'"{name}"',
                    f'"{name}" is {first[1].text} in one place and {second[1].text} in another.',
                    _quotes(first, second),
                    f'Ask for one number for "{name}".',
                )
                break


def _numbers_of_terms(reading: Reading) -> dict[str, list[tuple[Passage, Amount]]]:
    """Return every number that the text gives to a defined term without a condition."""
    found: dict[str, list[tuple[Passage, Amount]]] = {}
    for name, _, passage, amount in _definitions(reading):
        if not _ON_TERMS.search(passage.text):
            found.setdefault(name, []).append((passage, amount))
    names = re.compile("|".join(map(re.escape, found)) or r"(?!)")
    for passage in reading.passages:
        if names.search(passage.text) and not _ON_TERMS.search(passage.text):
            for name, amount in _set(passage):
                if name in found:
                    found[name].append((passage, amount))
    return found


def _definitions(reading: Reading) -> Iterator[tuple[str, str, Passage, Amount]]:
    """Return each term defined by one number: its name, what is said without the number."""
    for passage in reading.passages:
        if '"' not in passage.text:
            continue
        for match in _DEFINES.finditer(passage.text):
            start = match.start("what")
            amounts = [a for a in numbers.find(match["what"]) if a.unit is not Unit.NONE]
            if len(amounts) != 1:
                continue
            said = match["what"][: amounts[0].start] + "#" + match["what"][amounts[0].end :]
            words = re.findall(r"[a-z]+|#", said.lower())
            if len(words) >= _LEAST_WORDS:
                moved = _moved(amounts[0], start)
                yield match["name"], f"{amounts[0].unit.value} {' '.join(words)}", passage, moved


def _set(passage: Passage) -> Iterator[tuple[str, Amount]]:
    """Return the names to which a sentence gives a number: "the Sharing Rate is 50%"."""
    for amount in numbers.find(passage.text):
        match = _SETS.search(passage.text[max(0, amount.start - 90) : amount.start])
        if match is not None and amount.unit is not Unit.NONE:
            yield re.sub(r"^The ", "", match["name"]), amount


def _moved(amount: Amount, by: int) -> Amount:
    return Amount(
        amount.value, amount.unit, amount.start + by, amount.end + by, amount.text,
        amount.other_value,
    )  # fmt: skip


def _words_and_digits(reading: Reading) -> Iterator[Contradiction]:
    for passage in reading.passages:
        if not _BRACKET.search(passage.text):
            continue
        for amount in numbers.find(passage.text):
            if amount.other_value is not None and not _is_cut(passage.text, amount):
                yield Contradiction(
                    f'"{amount.text}"',
                    f"The words say {amount.other_value:f} and the digits {amount.value:f}.",
                    _quotes((passage, amount)),
                    "Ask which number is meant.",
                )


def _is_cut(text: str, amount: Amount) -> bool:
    """Say whether the words are only the end of a longer number: "one million, five hundred"."""
    before, after = text[: amount.start], text[amount.end :]
    return _CUT_OFF.search(before) is not None or _GOES_ON.match(after) is not None


def _loops(reading: Reading) -> Iterator[Contradiction]:
    for first, second in attachments.loops(attachments.precedences(reading)):
        yield Contradiction(
            "which document prevails",
            f"One place puts the {first.above} first, another the {second.above}.",
            tuple(one.passage.around(one.start, one.end) for one in (first, second)),
            "Ask for one order of precedence, in one place.",
        )


def _dead_ends(reading: Reading) -> Iterator[Contradiction]:
    for end in pointers.dead_ends(reading):
        name = f"{end.reference.kind.title()} {end.reference.number}"
        yield Contradiction(
            f"{name} does not exist",
            f"The text sends you to {name}, and no place with that number was found.",
            (end.passage.around(end.start, end.end),),
            f"Ask where {name} is.",
            Severity.MEDIUM if end.is_own else Severity.LOW,
        )


def _quotes(*places: tuple[Passage, Amount]) -> tuple[QuoteEvidence, ...]:
    return tuple(passage.around(amount.start, amount.end) for passage, amount in places)


def is_ordered(reading: Reading, least: int = 2) -> bool:
    """Say whether the text says what prevails, or has too few attachments to need it."""
    labels: Sequence[str] = sorted(attachments.attached(reading))
    return len(labels) < least or bool(attachments.precedences(reading))
