"""What is missing: delete a sound clause, put it back, blank a page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.clause_data import read_text
from benchmarks.reading_tables import Part, Table, share
from benchmarks.reading_texts import Size

from fairterms.document.document import Document
from fairterms.document.reader import read
from fairterms.review.check import Check, Detects
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.review.reading import CHECKS, findings_of_check
from fairterms.units.finding import AbsenceEvidence, Finding, Status
from tests.review.conftest import CLAUSES, OPENING, blank

TITLE = "What is missing"
EVERYTHING = Features(has_target=True, has_downside=True, has_incentive=True)
NOTHING_SAID = "Plan shall keep a register of visitors at its main office."
OCCASIONS = (
    "Plan may amend this Agreement by ninety (90) days' written notice.",
    "Plan shall pay Provider a share of the savings of each performance year.",
    "Provider shall pay its share of any deficit to Plan.",
    "Plan may audit Provider's records and review the high use of services.",
    "Plan shall pay Provider an incentive for each quality measure met.",
    "Provider shall submit a report on outcomes each quarter.",
    "Members are attributed to Provider.",
    "Provider shall release to Plan any record of a Member that Plan requests.",
)
"""What some absences need before they matter: an amendment, a share, a loss, a report."""
KEYWORDS = 2
"""Words of a check's title whose presence a plain word search takes for the clause."""


@dataclass(frozen=True)
class Outcome:
    """What became of one check, and of a plain search for the words of its title.

    Attributes
    ----------
    check
        Its id.
    appears, clears, unclear
        Whether the absence was reported with the clause deleted, was not with the offered wording
        in its place, and could not be told with a page unread.
    search_misses, search_finds
        Whether the search took the clause for absent when it was, and for present when it was.
    """

    check: str
    appears: bool
    clears: bool = False
    unclear: bool = False
    search_misses: bool = False
    search_finds: bool = False


def measure(_size: Size) -> Part:
    """Delete, transplant and blank, for every check that reports an absence."""
    checks = [check for check in CHECKS.values() if Detects.ABSENCE in check.detects]
    outcomes = [outcome(check) for check in checks]
    shown = [one for one in outcomes if one.appears]
    whole = len(shown)
    told = (
        "For each check that can miss something: a made-up agreement without the clause must be "
        "reported; the same with the wording that the check itself offers must not (open amounts "
        "filled in); with a page that could not be read the answer must be unclear. All of it is "
        "made up by the authors of the checks: development data. The baseline takes a clause for "
        "present where two words of the check's title stand in one paragraph."
    )
    rows = (
        ("clause deleted: reported", share(whole, len(outcomes)), _of(shown, "search_misses")),
        ("clause put in: cleared", _of(shown, "clears"), _of(shown, "search_finds")),
        ("page unread: unclear", _of(shown, "unclear"), share(0, whole)),
    )
    silent = sorted(one.check for one in outcomes if not one.appears)
    stuck = sorted(one.check for one in shown if not one.clears)
    note = (
        f"Not called missing, as the check quotes a clause that lacks something or has nothing to "
        f"look for: {', '.join(silent) or 'none'}. "
        f"Not cleared by the offered wording alone: {', '.join(stuck) or 'none'}."
    )
    table = Table(("All absence checks", "Fairterms", "word search"), rows, note)
    return Part(TITLE, told, (table, _examples(checks)))


def _of(outcomes: Sequence[Outcome], what: str) -> str:
    return share(sum(getattr(one, what) for one in outcomes), len(outcomes))


def outcome(check: Check) -> Outcome:
    """Try one check on made-up agreements."""
    for clauses in _bases():
        document = _document([*clauses, NOTHING_SAID])
        if not _absent(check, document):
            continue
        put_in = _document([*clauses, NOTHING_SAID, _offered(check)])
        unread = _findings(check, blank(document, 1))
        absences = [one for one in unread if isinstance(one.evidence, AbsenceEvidence)]
        return Outcome(
            check.id,
            appears=True,
            clears=not _absent(check, put_in),
            unclear=all(one.status is Status.UNCLEAR for one in absences) and bool(absences),
            search_misses=not _search(check, document.text),
            search_finds=_search(check, put_in.text),
        )
    return Outcome(check.id, appears=False)


def _offered(check: Check) -> str:
    """Return a check's wording with its open amounts filled in, as one would sign it."""
    return re.sub(r"\$[XYZ]\b", "$250", check.wording)


def _bases() -> list[list[str]]:
    """Return the sound agreement, the same with occasions, and occasions without it."""
    sound = list(CLAUSES.values())
    return [sound, [*sound, *OCCASIONS], list(OCCASIONS)]


def _document(clauses: Iterable[str]) -> Document:
    numbered = (f"{number}. {words}" for number, words in enumerate(clauses, start=1))
    return read_text(OPENING + "\n".join(numbered) + "\n")


def _findings(check: Check, document: Document) -> tuple[Finding, ...]:
    return findings_of_check(Reading((document,), EVERYTHING), check)


def _absent(check: Check, document: Document) -> bool:
    return any(
        isinstance(one.evidence, AbsenceEvidence) and one.status is Status.FINDING
        for one in _findings(check, document)
    )


def _search(check: Check, text: str) -> bool:
    """Say whether a plain search takes the clause for present."""
    words = [word for word in check.title.lower().split() if len(word) > 3][:KEYWORDS]
    return any(all(word in line for word in words) for line in text.lower().split("\n"))


def _examples(checks: Iterable[Check]) -> Table:
    """Put every wording into whole agreements that lack it."""
    rows = []
    for name in ("cedar", "juniper"):
        folder = Path(__file__).parents[1] / "examples" / name / "contract"
        text = read(folder / "01-agreement.docx").text
        document = read_text(text)
        lacking = [check for check in checks if _lacks(check, document)]
        cleared = [
            check
            for check in lacking
            if not _lacks(check, read_text(f"{text}\n\n99. {_offered(check)}\n"))
        ]
        stuck = sorted({one.id for one in lacking} - {one.id for one in cleared})
        rows.append((name, share(len(cleared), len(lacking)), ", ".join(stuck) or "none"))
    heads = ("Whole made-up agreement", "absences cleared by the offered wording", "not cleared")
    return Table(heads, tuple(rows))


def _lacks(check: Check, document: Document) -> bool:
    """Say whether a check reports an absence, plain or unclear."""
    found = _findings(check, document)
    return any(isinstance(one.evidence, AbsenceEvidence) for one in found)
