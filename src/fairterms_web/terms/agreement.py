"""What the two sides sign, who signed it, and whether that still holds.

Signed is a version: the terms that move money and what the scripts say, as one hash. A signature
holds for its hash alone, and only while nobody has put another version in its place: who comes
back to an earlier one signs again.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fairterms.settle.workbench import terms_difference
from fairterms.settle.workbench.agreed_script import Agreement, script_hash
from fairterms_web.deals import access as files
from fairterms_web.deals.models import FileVersion
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import Kind
from fairterms_web.terms.access import FILE, SCRIPTS, Desk, is_script, plain
from fairterms_web.terms.models import PARTIES, TermsSignature


@dataclass(frozen=True)
class Version:
    """One version of terms and scripts.

    Attributes
    ----------
    terms
        The hash of the terms, as ``sha256:`` and 64 hexadecimal digits.
    files
        Path to the number and the hash of each file that belongs to it.
    """

    terms: str
    files: Mapping[str, tuple[int, str]]

    @property
    def hash(self) -> str:
        """The one hash that is signed."""
        lines = "".join(f"{path} {digest}\n" for path, (_, digest) in sorted(self.files.items()))
        return f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"

    @property
    def scripts(self) -> tuple[str, ...]:
        """Names of the scripts that belong to it."""
        return tuple(sorted(path for path in self.files if path != FILE))


@dataclass(frozen=True)
class Standing:
    """How a version stands between the two sides.

    Attributes
    ----------
    version
        As the files are now; None while the terms cannot be signed.
    holding
        The signature of each party that holds for it.
    earlier
        Signatures that hold no longer, the newest first.
    """

    version: Version | None
    holding: Mapping[Kind, TermsSignature]
    earlier: tuple[TermsSignature, ...]

    @property
    def is_agreed(self) -> bool:
        """Whether both sides signed it."""
        return self.version is not None and set(self.holding) == set(PARTIES)

    @property
    def agreement(self) -> Agreement | None:
        """What a script says of it, once both sides signed."""
        if self.version is None or not self.is_agreed:
            return None
        days: dict[Kind, date] = {one: row.signed_at.date() for one, row in self.holding.items()}
        return Agreement(self.version.terms, days[Kind.GROUP], days[Kind.PLAN])


def version_of(desk: Desk, terms: str) -> Version | None:
    """Return the version that lies on a desk.

    Parameters
    ----------
    desk
        With the terms open.
    terms
        Their hash; empty while there is a mistake in them.
    """
    if not (terms and desk.terms.number):
        return None
    found = {FILE: (desk.terms.number, terms)}
    found |= {one.path: (one.number, script_hash(one.text)) for one in desk.scripts}
    return Version(terms, found)


def standing(by: Entered, version: Version | None) -> Standing:
    """Say how a version of the joint room stands.

    Parameters
    ----------
    by
        The joint room as entered.
    version
        As its files are now.
    """
    rows = list(TermsSignature.objects.within(by).order_by("-signed_at", "-id"))
    if version is None or not rows:
        return Standing(version, {}, tuple(rows))
    history = _History(by)
    holding: dict[Kind, TermsSignature] = {}
    for row in rows:
        if row.version == version.hash and Kind(row.party) not in holding and history.keeps(row):
            holding[Kind(row.party)] = row
    kept = {row.id for row in holding.values()}
    return Standing(version, holding, tuple(row for row in rows if row.id not in kept))


def signed_files(row: TermsSignature) -> dict[str, tuple[int, str]]:
    """Return path, number and hash of what was signed."""
    return {path: (number, digest) for path, (number, digest) in row.files.items()}


def text_of(by: Entered, path: str, number: int) -> str:
    """Return one version of a text of the room; empty where it never had it, or took it out."""
    rows = FileVersion.objects.within(by).filter(path=path, number=number, is_removed=False)
    found = rows.values_list("id", flat=True).first()
    return plain(files.version_content(by, found)[1]) if found else ""


class _History:
    """What was saved after something was signed."""

    def __init__(self, by: Entered) -> None:
        self._by = by
        rows = FileVersion.objects.within(by).defer("body").filter(path__startswith=SCRIPTS)
        terms = FileVersion.objects.within(by).defer("body").filter(path=FILE)
        self._rows = [*terms.order_by("number"), *rows.order_by("path", "number")]
        self._kept: dict[str, bool] = {}

    def keeps(self, row: TermsSignature) -> bool:
        """Tell whether every later version says the same as what was signed."""
        if row.id not in self._kept:
            signed = signed_files(row)
            self._kept[row.id] = all(
                self._same(one, signed)
                for one in self._rows
                if (one.path == FILE or is_script(one.path)) and _is_later(one, signed)
            )
        return self._kept[row.id]

    def _same(self, one: FileVersion, signed: Mapping[str, tuple[int, str]]) -> bool:
        if one.path not in signed or one.is_removed:
            return False
        number, digest = signed[one.path]
        if self._digest(one.path, number) == one.sha256:
            return True
        text = plain(files.version_content(self._by, one.id)[1])
        if one.path != FILE:
            return script_hash(text) == digest
        return terms_difference.compare("", text).new_terms == digest

    def _digest(self, path: str, number: int) -> str:
        return next(
            (one.sha256 for one in self._rows if (one.path, one.number) == (path, number)), ""
        )


def _is_later(one: FileVersion, signed: Mapping[str, tuple[int, str]]) -> bool:
    return one.number > signed.get(one.path, (0, ""))[0]


def changed_scripts(old: Mapping[str, tuple[int, str]], new: Version) -> Sequence[tuple[str, str]]:
    """Return the scripts that are new, gone or changed, each with the word for it.

    Parameters
    ----------
    old
        What was signed.
    new
        What is there now.
    """
    found = []
    for path in sorted({*old, *new.files} - {FILE}):
        before, after = old.get(path, (0, ""))[1], new.files.get(path, (0, ""))[1]
        if before != after:
            found.append((path, "gone" if not after else "changed" if before else "new"))
    return found
