"""The plan may end the agreement at once because of what it believes."""

import re
from collections.abc import Iterable, Iterator

from fairterms.review import endings, places
from fairterms.review.authorities import AMA_MODEL
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.endings import Ending
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_SOFT = re.compile(
    r"\b(?:believ\w+|belief|opinion|judge?ment|determin(?:es?|ation|ed by)|deems?|deemed by|"
    r"consider(?:s|ed by)?|suspect\w*|suspicion|alleg\w+|accus\w+|under investigation|"
    r"investigat\w+ (?:of|by|into)|sole discretion|own discretion|its discretion|our discretion|"
    r"concern(?:s|ed)? (?:about|that|regarding)|reasonably likely|"
    r"adverse(?:ly)? (?:to|affects?)|best interests?|(?:materially )?impairs?|"
    r"could (?:harm|endanger|affect)|threatens?|jeopard\w+|complaints?|charged with|indict\w+|"
    r"in its view|poses? a (?:risk|threat)|imminent)\b",
    re.IGNORECASE,
)
# What a court or an agency has found is a fact.
_FOUND_BY_OTHERS = re.compile(
    r"\b(?:court|adjudicat\w+|agenc(?:y|ies)|licensing|board|arbitrator|CMS|HHS|OIG|State|"
    r"commissioner|government\w*|convict\w+)\b",
)
_OF_A_PERSON = re.compile(r"\b(?:employee|subcontractor|staff member)\b", re.IGNORECASE)
_GROUNDS = re.compile(
    r"\b(?:grounds|cause|basis) for (?:immediate|summary) (?:termination|suspension)\b|"
    r"\bsubject to immediate (?:termination|suspension|removal)\b|"
    r"\bresult in (?:the )?immediate (?:termination|suspension)\b",
    re.IGNORECASE,
)
_AT_OPTION = re.compile(
    r"\bat (?:the )?(?:\w+'s|its) (?:sole )?(?:option|election|"
    r"choice)\b[^.;]{0,120}\bor\b[^.;]{0,25}$",
    re.IGNORECASE,
)
# "For cause", and no word of what a cause is, or only examples of it.
_OPEN_CAUSE = re.compile(
    r"\bfor (?:good |just )?cause\b(?:,? (?:including|such as)\b|,? which (?:may |shall )?includes?"
    r"(?=,? (?:but|without))\b|\s*(?:[.;]|$))",
    re.IGNORECASE,
)
_CAUSE_DEFINED = re.compile(
    r"[\"\u201c](?:For )?(?:Good )?Cause[\"\u201d]|"
    r"\bcauses?(?: for \w+)? (?:means?|shall mean|is|are|exists?|includes? only)\b",
    re.IGNORECASE,
)
_ANOTHER_RIGHT = re.compile(
    r"\bterminat[^.;]{0,80}\bby\b|\bmay (?:\w+ )?terminate\b", re.IGNORECASE
)
_STRETCH = re.compile(r".+", re.DOTALL)
_FURTHEST = 14
"""Items of a list of grounds that are looked at."""
_WHAT_IT_IS = 60
"""Letters after "believes" in which it stands what is believed; they are quoted along."""
_PLANS = (Side.PLAN, Side.UNNAMED)


def _find(reading: Reading) -> Iterable[Sighting]:
    rights = [e for e in endings.find(reading) if e.is_at_once]
    if any(e.side is Side.GROUP and _is_like_plans(reading, e) for e in rights):
        return
    found = [place for e in rights if e.side in _PLANS for place in _places(reading, e)]
    found += _grounds(reading)
    if found:
        yield places.sighting(found, "What the plan thinks, or nothing at all, is ground enough.")


def _is_like_plans(reading: Reading, ending: Ending) -> bool:
    """Say whether the group may end at once, too, on no better ground.

    That a user may leave a service is no such right.
    """
    is_for_users = reading.parties.names_group("you")
    if _view(ending.clause) is not None or _OPEN_CAUSE.search(ending.after) is not None:
        return True
    return ending.is_without_cause and not is_for_users


def _places(reading: Reading, ending: Ending) -> Iterator[Place]:
    """Return where a right to end at once rests on a view: in its sentence, or in its list."""
    view = _view(ending.clause)
    if view is not None:
        text = ending.place.text
        start = text.index(ending.clause) + view.start()
        end = min(start + len(view[0]) + _WHAT_IT_IS, len(text))
        yield ending.until(end, min(start, ending.place.match.start()))
    elif ending.is_without_cause or _at_option(ending) or _is_open_cause(reading, ending):
        yield ending.whole
    elif ending.clause.rstrip().endswith((":", "if", "following")):
        for item in _list_after(reading, ending.place.passage):
            match = _view(item.text)
            if match is not None and not _OF_A_PERSON.search(item.text[: match.start()]):
                yield Place(item, match)


def _at_option(ending: Ending) -> bool:
    """Say whether one of two things that a party may choose is to end the agreement at once."""
    match = ending.place.match
    return _AT_OPTION.search(ending.place.text[: match.start("verb")]) is not None


def _is_open_cause(reading: Reading, ending: Ending) -> bool:
    """Say whether any "cause" is enough, and the agreement does not say what a cause is."""
    defined = any(_CAUSE_DEFINED.search(passage.text) for passage in reading.passages)
    return _OPEN_CAUSE.search(ending.after) is not None and not defined


def _list_after(reading: Reading, lead: Passage) -> Iterator[Passage]:
    at = next(n for n, passage in enumerate(reading.passages) if passage is lead)
    for passage in reading.passages[at + 1 : at + 1 + _FURTHEST]:
        if _ANOTHER_RIGHT.search(passage.text) or passage.document is not lead.document:
            return
        yield passage


def _view(text: str) -> "re.Match[str] | None":
    """Return the words that make a view enough, where no court or agency has to find it."""
    for match in _SOFT.finditer(text):
        if not _FOUND_BY_OTHERS.search(text[max(0, match.start() - 60) : match.end() + 40]):
            return match
    return None


def _grounds(reading: Reading) -> Iterator[Place]:
    """Return where a view is called a ground for ending at once."""
    for place in places.find(reading, _GROUNDS):
        start, end = max(0, place.match.start() - 200), place.match.end() + 160
        view = _view(place.text[start:end])
        if view is not None and not _is_by_group(reading, place):
            first = min(start + view.start(), place.match.start())
            last = max(start + view.end(), place.match.end())
            stretch = _STRETCH.match(place.text, first, last)
            assert stretch is not None, "a ground has words"
            yield Place(place.passage, stretch)


def _is_by_group(reading: Reading, place: Place) -> bool:
    by = re.match(r" by\b", place.after)
    return by is not None and reading.parties.names_group(place.after[:30])


CHECK = Check(
    id="immediate-termination",
    title="Instant termination",
    detects=(Detects.ONE_SIDED,),
    severity=Severity.HIGH,
    theme=Theme.FAIR_DEALING,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(AMA_MODEL,),
    why=(
        "A belief or an allegation can end the work in a day, before anyone has looked at the "
        "facts. Patients lose their clinician at the same moment."
    ),
    asks=(
        "Ask that a suspension for safety rests on stated facts, with a hearing within 10 days.",
        "Ask for return when the concern is not borne out.",
    ),
    wording=(
        "Plan may suspend for patient safety on stated facts; Provider is heard within 10 days and "
        "returns when the facts are not borne out."
    ),
    find=_find,
)
