"""Nothing shields those who report, appeal or speak up; or only talk with patients is shielded."""

import re
from collections.abc import Iterable

from fairterms.review import absence, headings, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = (
    *("retaliat", "penal", "terminat", "discriminat", "adverse", "refuse", "disciplin", "sanction"),
    *("reprisal", "punish", "retribution", "intimidat", "whistle", "prejudice", "disadvantag"),
)
_HARM = (
    r"(?:retaliat\w*|penali[sz]\w*|penalt(?:y|ies)|terminat\w*|discriminat\w*|"
    r"adverse(?:ly)?|refuse\w*|"
    r"disciplin\w*|sanction\w*|reprisals?|punish\w*|retribution|intimidat\w*|"
    r"disadvantag\w*|non-?renew\w*|"
    r"prejudic\w*|exclud\w*)"
)
_NOT = r"(?:no|not|nor|neither|never|nothing|without|prohibit\w*|free from|protect\w*|prevent\w*)"
_SPEAKING_UP = (
    r"(?:report\w*|complain\w*|appeal\w*|audit\w*|advoca\w*|communicat\w*|testif\w*|"
    r"disput\w*|grievances?|"
    r"whistle\w*|object\w*|exercis\w*|disclos\w*|inform\w*|advis\w*|discuss\w*|good faith|"
    r"question\w*|"
    r"speak\w*|spoke|spoken|investigat\w*|concern\w*|arbitrat\w*|cooperat\w*|rais\w*|"
    r"expressed|expressing|fil(?:ed|es|ing))"
)
_SHIELD = re.compile(
    rf"\b{_NOT}\b[^.;]{{0,120}}?\b{_HARM}\b[^.]{{0,320}}?\b(?:because|for|"
    rf"on account|due to|solely|on the basis|by reason|as a result|who|that|"
    rf"based (?:up)?on|against|in response)\b"
    rf"[^.]{{0,300}}?\b{_SPEAKING_UP}\b|"
    r"\b(?:non-?retaliation|anti-?retaliation|whistle-?blower protections?)\b|"
    rf"\bno (?:adverse (?:act|action)|retaliation|reprisal)\b[^.;]{{0,200}}?\b{_SPEAKING_UP}\b",
    re.IGNORECASE,
)
_BROAD = re.compile(
    r"\b(?:report\w*|regulator\w*|complain\w*|appeal\w*|audit\w*|testif\w*|whistle\w*|"
    r"grievances?|government\w*|"
    r"agenc(?:y|ies)|violations?|exercis\w*|disput\w*|arbitrat\w*|concerns?|"
    r"non-?retaliation|anti-?retaliation)\b",
    re.IGNORECASE,
)
_HEADING = 60
"""Letters below which a passage that shields is a heading."""
_OF_MEMBERS_ONLY = re.compile(
    (
        r"\b(?:against|discriminate against|penali[sz]e) (?:a |any |the )?(?:Members?|"
        r"enrollees?|patients?)\b"
    ),
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    about = sieve.holding(reading.passages, *_STEMS)
    shields = places.within(about, _SHIELD, where=lambda place: _is_shield(reading, place))
    if headings.say(reading, _SHIELD) and not shields:
        return
    if any(_BROAD.search(place.match[0] + place.after[:200]) for place in shields):
        return
    if shields:
        # A heading says less than its clause.
        shields = tuple(sorted(shields, key=lambda place: len(place.text) < _HEADING))
        detail = "Talk with patients is shielded. Reports, audits, appeals and advocacy are not."
        yield places.sighting(shields, detail, severity=Severity.MEDIUM)
    else:
        yield absence.sighting(
            reading,
            ("protection from retaliation for reports, audits, appeals and advocacy",),
            "no protection from retaliation was found",
        )


def _is_shield(reading: Reading, place: Place) -> bool:
    """Say whether it shields the group and its people, and not only patients from the group."""
    if _OF_MEMBERS_ONLY.search(place.match[0]) and not reading.parties.names_plan(place.text):
        return False
    return re.search(r"\bsource of payment\b|\brace\b", place.match[0], re.IGNORECASE) is None


def _is_for_care(reading: Reading) -> bool:
    return reading.is_provider_agreement


CHECK = Check(
    id="retaliation-protection",
    title="Retaliation",
    detects=(Detects.ABSENCE,),
    severity=Severity.HIGH,
    theme=Theme.EQUITY,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q17",),
    lesson="training_4",
    sources=(GOOD_PRACTICE,),
    laws=("retaliation",),
    why=(
        "Whoever can end the agreement without a reason can also end it because someone spoke up. "
        "Without a shield, people keep quiet about what harms patients."
    ),
    asks=("Ask that nobody suffers for a report, an audit, an appeal or advocacy in good faith.",),
    wording="Neither party takes adverse action because of a good-faith report to anyone.",
    applies=_is_for_care,
    find=_find,
)
