"""What a room holds of a release, as a value and as the text that is sealed."""

import json
from dataclasses import dataclass, replace
from datetime import date

from fairterms.audit.release import agreement, destruction, record_file
from fairterms.audit.release.agreement import Agreement
from fairterms.audit.release.course import Release, Stage, stage
from fairterms.audit.release.manifest import Manifest
from fairterms.audit.release.people_shown import Form, Shown
from fairterms.audit.release.request import Mode


@dataclass(frozen=True)
class Prepared:
    """What was prepared.

    Attributes
    ----------
    manifest
        Of what leaves.
    shown
        What later releases must know of it.
    file
        What a copy is called.
    against
        The names of the releases its proof was made against.
    """

    manifest: Manifest
    shown: Shown
    file: str
    against: tuple[str, ...] = ()


@dataclass(frozen=True)
class Held:
    """A release as one room knows it.

    Attributes
    ----------
    release
        As the core knows it.
    prepared
        What was prepared; None where nothing was, and always in the joint room.
    given_on
        The day it left; None where it did not.
    """

    release: Release
    prepared: Prepared | None = None
    given_on: date | None = None

    @property
    def agreement(self) -> Agreement:
        """The text its readers sign."""
        assert self.prepared is not None, "what is agreed to was prepared"
        return agreement.write(self.release.request, self.prepared.manifest)

    def stage(self, on: date) -> Stage:
        """How far it has come on a day, as far as this room knows."""
        if self.prepared is not None or self.given_on is None:
            return stage(self.release, on)
        # The joint room knows that it left and whether it ended, and nothing between.
        if self.release.certificate is not None:
            return Stage.DESTROYED
        is_late = destruction.is_overdue(self.release.request, None, on)
        return Stage.OVERDUE if is_late else Stage.APPROVED

    @property
    def for_auditor(self) -> "Held":
        """What the auditor's room is told: what is given, and nothing of what it stood against."""
        assert self.prepared is not None, "only what was prepared is given"
        shown = replace(self.prepared.shown, people=())
        return replace(self, prepared=replace(self.prepared, shown=shown, against=()))

    @property
    def for_joint(self) -> "Held":
        """What both sides are told: what was asked for, that it left or why not, how it ended."""
        release = self.release
        declined = replace(release.declined, person="") if release.declined else None
        bare = Release(release.request, certificate=release.certificate, declined=declined)
        return Held(bare, None, self.given_on)


def write(held: Held) -> bytes:
    """Write what a room holds as the text to be sealed."""
    told = {
        "release": record_file.write(held.release),
        "prepared": _prepared(held.prepared) if held.prepared else None,
        "given_on": held.given_on.isoformat() if held.given_on else None,
    }
    return json.dumps(told, sort_keys=True, ensure_ascii=False).encode()


def read(text: bytes) -> Held:
    """Read what :func:`write` wrote."""
    told = json.loads(text)
    prepared = told["prepared"]
    given = told["given_on"]
    return Held(
        record_file.read(told["release"]),
        _read_prepared(prepared) if prepared else None,
        date.fromisoformat(given) if given else None,
    )


def _prepared(prepared: Prepared) -> dict[str, object]:
    manifest, shown = prepared.manifest, prepared.shown
    return {
        "request": manifest.request,
        "title": manifest.title,
        "party": manifest.party,
        "mode": str(manifest.mode),
        "media": manifest.media,
        "sha256": manifest.sha256,
        "destroy_by": manifest.destroy_by.isoformat() if manifest.destroy_by else "",
        "form": str(shown.form),
        "people": list(shown.people),
        "file": prepared.file,
        "against": list(prepared.against),
    }


def _read_prepared(told: dict[str, object]) -> Prepared:
    def word(name: str) -> str:
        return str(told[name])

    def words(name: str) -> tuple[str, ...]:
        found = told[name]
        assert isinstance(found, list), "written as a list"
        return tuple(str(one) for one in found)

    last = word("destroy_by")
    manifest = Manifest(
        word("request"),
        word("title"),
        word("party"),
        Mode(word("mode")),
        word("media"),
        word("sha256"),
        date.fromisoformat(last) if last else None,
    )
    shown = Shown(Form(word("form")), words("people"), manifest.title)
    return Prepared(manifest, shown, word("file"), words("against"))
