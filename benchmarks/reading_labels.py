"""How the findings on one real agreement compare with what its readers marked."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.clause_data import CONTRACTS
from benchmarks.reading_tables import Part, Table, share, skipped
from benchmarks.reading_texts import Size, agreement, reviewed

from fairterms.document import quotes
from fairterms.review import wording
from fairterms.units.finding import Finding, QuoteEvidence, Status

TITLE = "A real provider agreement, beside its readers"
FOLDER = Path(__file__).parent / "labels"
LABELS = (
    ("amend-unilateral", 11, "amend", "retains the right to amend this Agreement"),
    ("amend-notice-days", 11, "notice", "making a good faith effort to provide notice"),
    (
        "amend-objection-right",
        11,
        "acceptance",
        "will constitute acceptance of the amendment by Provider",
    ),
    (
        "manual-incorporated",
        13,
        "manual",
        "together with any items incorporated herein by reference",
    ),
    ("recoup-during-dispute", 4, "appeal", "such appeal shall not suspend"),
    (
        "recoup-limits",
        58,
        "notification",
        "shall occur automatically without advance notification to Provider",
    ),
    ("loss-cap", 19, "deficit", "is required to pay their portion of any deficit to"),
    ("stop-loss", 18, "stop-loss", "Episode Provider Stop-loss: A methodology"),
    ("liability-limit", 8, "liable", "be liable to Provider for any extracontractual damages"),
    ("drafter-rule-waived", 14, "presumption", "without regard to any presumption or other rule"),
    (
        "fee-schedule-change",
        61,
        "fee schedule",
        "DMEPOS and PEN Fee Schedule is subject to modification by",
    ),
)
"""Check, page, what a search would look for, and the words that were marked."""
TRAPS = (
    (7, "indemnif", "shall each indemnify, defend and hold harmless the other party"),
    (6, "prohibited", "shall not be prohibited from discussing fully with a Member"),
    (42, "directory", "shall provide its Tennessee Provider Directory to Provider"),
)
_STARTER = "starter labels (one reader)"


@dataclass(frozen=True)
class Label:
    """What a reader said of one check: the answer, and for a finding its page and places."""

    status: str
    page: int
    spans: tuple[tuple[int, int], ...]


Labels = Mapping[str, Label]


def measure(_size: Size) -> Part:
    """Compare the findings with starter labels and with the readers' files."""
    if not (CONTRACTS / "tn3.pdf").is_file():
        return skipped(TITLE, "tn3.pdf")
    readers = {path.stem: read_labels(path) for path in sorted(FOLDER.glob("tn3*.toml"))}
    told = (
        "One agreement of 61 pages with a gain- and risk-share attachment; three of its pages are "
        "pictures. The checks were written with this agreement at hand: it is development data. "
        "The blind readers are language models that saw the text and the catalogue, not the "
        "program; they are no gold standard. Kappa is agreement beyond chance over finding, "
        "unclear and none."
    )
    tables = [_starter()]
    if readers:
        tables += [_agreement(readers), _places(readers)]
    return Part(TITLE, told, tuple(tables))


def read_labels(path: Path) -> Labels:
    """Read a reader's file: offsets into the text become offsets into the document as read."""
    held = tomllib.loads(path.read_text(encoding="utf-8"))
    # The offsets count letters of the file as it is, line ends included.
    text = (CONTRACTS / held["text"]).read_bytes().decode("utf-8")
    return {
        one["check"]: Label(
            one["status"],
            one.get("page", 0),
            tuple(
                span
                for start, end in one.get("spans", [])
                for span in _located(text[start:end], _page_of(text, start))
            ),
        )
        for one in held["label"]
    }


def _page_of(text: str, start: int) -> int:
    return int(re.findall(r"=== page (\d+) ===", text[:start])[-1])


@cache
def _located(words: str, page: int) -> tuple[tuple[int, int], ...]:
    found = quotes.find(agreement("tn3.pdf"), " ".join(words.replace("\ufffe", "").split()))
    return tuple((one.start, one.end) for one in found if one.page == page)


def _findings() -> dict[str, list[Finding]]:
    by_check: dict[str, list[Finding]] = {}
    for finding in reviewed("tn3.pdf").findings:
        by_check.setdefault(finding.check, []).append(finding)
    return by_check


def _starter() -> Table:
    found, hits, pages, shown = _findings(), 0, 0, 0
    for check, page, _, words in LABELS:
        places = [(one.start, one.end) for one in quotes.find(agreement("tn3.pdf"), words)]
        plain = [one for one in found.get(check, ()) if one.status is Status.FINDING]
        touching = [one for one in _quotes(plain) if touches(places, (one.start, one.end))]
        shown += len(set(_quotes(plain)))
        hits += bool(touching)
        pages += any(quote.page == page for quote in touching)
    searched = [_search(word, words) for _, _, word, words in LABELS]
    caught = sum(_is_caught(page, words) for page, _, words in TRAPS)
    taken = sum(_search(word, words)[0] for _, word, words in TRAPS)
    whole = len(LABELS)
    return Table(
        ("starter labels (one reader)", "Fairterms", "word search"),
        (
            ("clauses found", share(hits, whole), share(sum(hit for hit, _ in searched), whole)),
            ("on the page marked", share(pages, whole), "–"),
            (
                "places to look at for them",
                f"{shown}",
                f"{sum(number for _, number in searched):,}",
            ),
            ("traps reported by mistake", share(caught, len(TRAPS)), share(taken, len(TRAPS))),
        ),
        "The search takes every sentence with one word: amend, notice, manual, deficit, indemnif.",
    )


def _search(word: str, words: str) -> tuple[bool, int]:
    """Say whether a search for a word finds the words marked, and in how many sentences it is."""
    document = agreement("tn3.pdf")
    texts = [document.words(sentence).lower() for sentence in document.sentences]
    (*_, marked) = quotes.find(document, words)
    around = document.text[max(0, marked.start - 200) : marked.end].lower()
    return word in around, sum(word in text for text in texts)


def _is_caught(page: int, words: str) -> bool:
    (trap,) = (one for one in quotes.find(agreement("tn3.pdf"), words) if one.page == page)
    return any(
        touches([(trap.start, trap.end)], (quote.start, quote.end))
        for finding in reviewed("tn3.pdf").findings
        for quote in wording.quotes_of(finding)
    )


def touches(places: Iterable[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Say whether a span shares a letter with one of some places."""
    return any(start < span[1] and span[0] < end for start, end in places)


def ours() -> dict[str, str]:
    """Return our answer for each check that has one: finding, unclear, or none by default."""
    return {
        check: "finding" if any(one.status is Status.FINDING for one in found) else "unclear"
        for check, found in _findings().items()
    }


def kappa(first: Sequence[str], second: Sequence[str]) -> float:
    """Return Cohen's kappa of two lists of answers.

    Examples
    --------
    >>> kappa(["a", "a", "b", "b"], ["a", "a", "b", "a"])
    0.5
    """
    number = len(first)
    same = sum(a == b for a, b in zip(first, second, strict=True)) / number
    one, other = Counter(first), Counter(second)
    chance = sum(one[answer] * other[answer] for answer in one) / number**2
    return (same - chance) / (1 - chance) if chance < 1 else 1.0


def _agreement(readers: Mapping[str, Labels]) -> Table:
    everyone: dict[str, Mapping[str, str]] = {"Fairterms": ours()}
    for name, labels in readers.items():
        everyone[name] = {check: label.status for check, label in labels.items()}
    checks = sorted({check for labels in readers.values() for check in labels})
    names = list(everyone)
    rows = []
    for at, first in enumerate(names):
        for second in names[at + 1 :]:
            a = [everyone[first].get(check, "none") for check in checks]
            b = [everyone[second].get(check, "none") for check in checks]
            same = sum(x == y for x, y in zip(a, b, strict=True))
            rows.append((f"{first} and {second}", share(same, len(checks)), f"{kappa(a, b):.2f}"))
    note = "Two readers beside each other are the baseline: nobody agrees more than they do."
    return Table(("Answers on every check", "the same", "kappa"), tuple(rows), note)


def _places(readers: Mapping[str, Labels]) -> Table:
    found = _findings()
    rows = [(name, *_placed(labels, found)) for name, labels in readers.items()]
    both = {
        check
        for check, answer in ours().items()
        if answer == "finding"
        and all(labels[check].status == "none" for labels in readers.values() if check in labels)
    }
    note = f"Reported by Fairterms and by no reader: {', '.join(sorted(both)) or 'nothing'}."
    heads = ("Reader", "findings we have too", "quoted at the reader's place", "page right")
    return Table(heads, tuple(rows), note)


def _placed(labels: Labels, found: Mapping[str, Sequence[Finding]]) -> tuple[str, str, str]:
    marked = {check: label for check, label in labels.items() if label.status == "finding"}
    also = [check for check in marked if ours().get(check) == "finding"]
    quoted = {check: _quotes(found[check]) for check in also}
    with_place = [check for check in also if marked[check].spans and quoted[check]]
    hits = sum(
        any(touches(marked[check].spans, (one.start, one.end)) for one in quoted[check])
        for check in with_place
    )
    pages = sum(
        any(one.page == marked[check].page for one in quoted[check]) for check in with_place
    )
    whole = len(with_place)
    return share(len(also), len(marked)), share(hits, whole), share(pages, whole)


def _quotes(found: Iterable[Finding]) -> list[QuoteEvidence]:
    return [quote for finding in found for quote in wording.quotes_of(finding)]
