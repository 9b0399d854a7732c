"""Two versions of an agreement: what changed, and for whom each change is better."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fairterms.document import alignment, numbers
from fairterms.document.alignment import Alignment, Change, Kind, Unit
from fairterms.document.document import Document
from fairterms.document.numbers import Amount
from fairterms.document.numbers import Unit as Measure
from fairterms.document.spans import Sentence
from fairterms.review.effects import FOR_GROUP, Effect, effects, is_notice_of_plan
from fairterms.review.parties import Parties

_LONG_STRETCH = 6
"""Sentences in a row, all added or all removed under one heading, that are shown as one part."""
_NEAR = 4
"""Sentences between two changes of a section that are still shown together."""
_CLEAR = 2
"""How much more must speak for one side before a change counts as better or worse."""
_HEAVY = 2
"""What discretion, approval and harsh consequences weigh, where a plain duty weighs 1."""
WEIGHTY = frozenset({Effect.PLAN_DISCRETION, Effect.PLAN_CONSENT, Effect.HARSH})
_LIST_ITEM = re.compile(r"(?P<above>\d+(?:\.\d+)+)\.\d+ ")
_LIST_REACH = 15
"""Sentences before a list item among which its opening stands."""


class Gain(StrEnum):
    """For whom a change is better, as far as its words tell."""

    BETTER = "better for the group"
    WORSE = "worse for the group"
    MIXED = "mixed for the group"
    OPEN = "not clear from the words"


@dataclass(frozen=True)
class Judged:
    """What was changed in one place, with what it does.

    Attributes
    ----------
    changes
        One or more sentences, in order.
    where
        The section, as one would cite it: in the new version, or in the old one where the words
        were removed.
    page
        There.
    gain
        For whom.
    reasons
        Why, in words: "a duty of the group added".
    """

    changes: tuple[Change, ...]
    where: str
    page: int
    gain: Gain
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A longer stretch that only one version has, such as an attachment.

    Attributes
    ----------
    kind
        Added or removed.
    title
        The outermost heading it stands under.
    first_page
        Where it starts.
    items
        Its sentences with what they do.
    """

    kind: Kind
    title: str
    first_page: int
    items: tuple[Judged, ...]


@dataclass(frozen=True)
class Comparison:
    """What two versions of one document differ in.

    Attributes
    ----------
    old, new
        The versions.
    alignment
        Every sentence of both.
    changes
        Single changes of substance, in the order of the text.
    parts
        Longer stretches added or removed.
    """

    old: Document
    new: Document
    alignment: Alignment
    changes: tuple[Judged, ...]
    parts: tuple[Part, ...]

    @property
    def judged(self) -> tuple[Judged, ...]:
        """Every change of substance, single or in a part."""
        return (*self.changes, *(item for part in self.parts for item in part.items))

    def count(self, gain: Gain) -> int:
        """Return how many single changes are of one kind."""
        return sum(judged.gain is gain for judged in self.changes)


def compare(old: Document, new: Document, parties: Parties) -> Comparison:
    """Compare two versions of a document and say for each change who gains.

    Parameters
    ----------
    old, new
        The versions.
    parties
        What the agreement calls its sides.

    Returns
    -------
    Comparison
        Headings, page furniture, numbering, moved text and names changed throughout are no
        changes of substance.

    Notes
    -----
    The direction is read from what the words do: duties, rights, discretion, deadlines, remedies.
    It is a reader's first sorting, not a judgement of what a change is worth.
    """
    aligned = alignment.align(old, new)
    places = [
        place
        for change in aligned.substantive
        if not (place := _placed(change, old, new)).is_heading
    ]
    single: list[Judged] = []
    parts: list[Part] = []
    for stretch in _stretches(places):
        judged = [judge(together, parties) for together in _together(stretch)]
        if len(stretch) < _LONG_STRETCH or len(judged) == 1:
            single += judged
        else:
            first = stretch[0]
            parts.append(Part(first.change.kind, first.part, first.page, tuple(judged)))
    return Comparison(old, new, aligned, tuple(single), tuple(parts))


@dataclass(frozen=True)
class Placed:
    """A change with where it stands: in the new version, or in the old one when removed."""

    change: Change
    document: Document
    sentence: Sentence
    number: int
    is_heading: bool

    @property
    def where(self) -> str:
        """The section, as one would cite it."""
        return self.document.locator(self.sentence.start)

    @property
    def page(self) -> int:
        """The page it starts on."""
        return self.sentence.page

    @property
    def part(self) -> str:
        """The outermost heading it stands under."""
        at = self.sentence.start
        around = [s for s in self.document.sections if s.start <= at < s.end and s.label]
        return (around[0].title or around[0].label) if around else ""

    @property
    def lead(self) -> str:
        """The sentence that opens the list it is an item of: "... may be terminated if:"."""
        item = _LIST_ITEM.match(self.document.words(self.sentence))
        if item is None:
            return ""
        before = [s for s in self.document.sentences if s.start < self.sentence.start]
        for sentence in reversed(before[-_LIST_REACH:]):
            words = self.document.words(sentence)
            if words.startswith(f"{item['above']} "):
                return words
        return ""


def judge(places: Sequence[Placed], parties: Parties) -> Judged:
    """Say for whom the changes of one place are better, and why."""
    better, worse = _reasons(places, parties)
    for_group = sum(weight for weight, _ in better)
    against = sum(weight for weight, _ in worse)
    gain = Gain.MIXED
    if not for_group and not against:
        gain = Gain.OPEN
    elif for_group >= _CLEAR * against:
        gain = Gain.BETTER
    elif against >= _CLEAR * for_group:
        gain = Gain.WORSE
    told = dict.fromkeys(words for _, words in (*worse, *better))
    changes = tuple(place.change for place in places)
    return Judged(changes, places[0].where, places[0].page, gain, tuple(told))


_Reasons = list[tuple[int, str]]


def _reasons(places: Sequence[Placed], parties: Parties) -> tuple[_Reasons, _Reasons]:
    """Return why changes are better for the group, and why worse, each with its weight."""
    more: Counter[Effect] = Counter()
    better: _Reasons = []
    worse: _Reasons = []
    for place in places:
        before, after = _words(place.change.old), _words(place.change.new)
        lead = place.lead
        more.update(effects(f"{lead} {after}" if after else "", parties))
        more.subtract(effects(f"{lead} {before}" if before else "", parties))
        if place.change.kind is Kind.CHANGED:
            for is_better, told in _amounts(before, after, parties):
                better += [(1, told)] if is_better is not False else []
                worse += [(1, told)] if is_better is not True else []
    for effect in (effect for effect in Effect if more[effect]):
        is_better = (more[effect] > 0) == (effect in FOR_GROUP)
        told = f"{effect.value} {'added' if more[effect] > 0 else 'removed'}"
        weight = (_HEAVY if effect in WEIGHTY else 1) * abs(more[effect])
        (better if is_better else worse).append((weight, told))
    return better, worse


def _words(unit: Unit | None) -> str:
    return unit.words if unit else ""


def _amounts(before: str, after: str, parties: Parties) -> Iterator[tuple[bool | None, str]]:
    """Return each number that was changed: better for the group, worse, or None for both."""
    for old, new in _exchanged(numbers.find(before), numbers.find(after)):
        told = f"{old.text} became {new.text}"
        if not new.is_time:
            yield _threshold(after, is_lower=new.value < old.value), told
        elif _days(old) != _days(new):
            is_longer = _days(new) > _days(old)
            yield is_longer != _is_late_duty_of_plan(after, parties), told


def _is_late_duty_of_plan(text: str, parties: Parties) -> bool:
    """Say whether a sentence binds the plan alone, so that a longer time is a later duty."""
    found = effects(text, parties)
    is_bound = found[Effect.PLAN_DUTY] > 0 and not found[Effect.GROUP_DUTY]
    return is_bound and not is_notice_of_plan(text, parties)


def _threshold(text: str, *, is_lower: bool) -> bool | None:
    """Say whether a lower dollar amount or rate is better: where it opens a right, it is."""
    opens = "right to appeal" in text or "may appeal" in text
    return is_lower if opens else None


def _days(amount: Amount) -> Decimal:
    return amount.value if amount.calendar_days is None else amount.calendar_days


def _exchanged(
    before: Sequence[Amount], after: Sequence[Amount]
) -> Iterator[tuple[Amount, Amount]]:
    """Pair the numbers of two wordings where both have as many of a measure."""
    for unit in Measure:
        old = [amount for amount in before if amount.unit is unit is not Measure.NONE]
        new = [amount for amount in after if amount.unit is unit is not Measure.NONE]
        if len(old) == len(new):
            yield from ((a, b) for a, b in zip(old, new, strict=True) if a.value != b.value)


def _placed(change: Change, old: Document, new: Document) -> Placed:
    document, unit = (new, change.new) if change.new else (old, change.old)
    assert unit is not None, "a change has a sentence"
    sides = ((change.old, old), (change.new, new))
    is_heading = all(_is_title(side.sentence, of) for side, of in sides if side)
    return Placed(change, document, unit.sentence, unit.number, is_heading)


def _is_title(sentence: Sentence, document: Document) -> bool:
    if sentence.section < 0:
        return False
    return sentence.end <= document.sections[sentence.section].heading_end


def _stretches(places: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Return runs of sentences that are all added, or all removed, in one part of the text."""
    run: list[Placed] = []
    for place in places:
        if run and not _goes_on(run[-1], place):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _goes_on(last: Placed, place: Placed) -> bool:
    same_section = _is_near(last, place)
    one_sided = last.change.kind is place.change.kind is not Kind.CHANGED
    return same_section or (one_sided and last.part == place.part)


def _together(places: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Return changes of one section together."""
    run: list[Placed] = []
    for place in places:
        if run and not _is_near(run[-1], place):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _is_near(last: Placed, place: Placed) -> bool:
    """Say whether two changes stand in one numbered section, not far from each other."""
    is_numbered = "." in place.where
    is_close = abs(place.number - last.number) <= _NEAR or place.document is not last.document
    return is_numbered and place.where == last.where and is_close
