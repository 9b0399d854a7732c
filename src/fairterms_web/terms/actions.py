"""Writing texts of the folder, putting them before the other side, and signing them."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from fairterms.settle.workbench.agreed_script import agree
from fairterms_web.deals import access as files
from fairterms_web.deals.actions import ChangedMeanwhile, save_files
from fairterms_web.deals.manifest import manifest
from fairterms_web.rooms.access import sides_with
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import SHARE, SIGN, Kind
from fairterms_web.terms import agreement as agreements
from fairterms_web.terms import checks, starters
from fairterms_web.terms.access import FILE, Desk, desk, is_script, text_path
from fairterms_web.terms.agreement import Standing, Version
from fairterms_web.terms.models import PARTIES, TermsSignature


class CannotSign(ValueError):
    """What cannot be signed as it is; says why and what to do."""


class CannotPut(ValueError):
    """What cannot be put before the other side; says why and what to do."""


@dataclass(frozen=True)
class Draft:
    """A text as somebody wrote it.

    Attributes
    ----------
    path
        In the deal folder.
    text
        What it says from now on.
    seen
        The hash of the file that the writer began from; empty where there was none.
    note
        Why, in the writer's words.
    """

    path: str
    text: str
    seen: str
    note: str = ""


def save(*, by: Entered, draft: Draft) -> bool:
    """Save a text as a new version; mistakes in it are no reason not to.

    Returns
    -------
    bool
        Whether anything was different.

    Raises
    ------
    ChangedMeanwhile
        When somebody else saved the file since the writer began.
    NotTaken
        When it is not taken into a folder: empty, too long.
    Http404
        When the path is of no text.
    """
    path = text_path(draft.path)
    content = written(draft.text)
    if sha256(content).hexdigest() == draft.seen:
        return False
    note = draft.note.strip() or "edited"
    save_files(by=by, files={path: content}, note=note[:300], seen={path: draft.seen})
    return True


def begin(*, by: Entered, path: str) -> None:
    """Begin a file from its template.

    Raises
    ------
    ChangedMeanwhile
        When it is there already.
    """
    text = starters.start_of(path)
    save_files(by=by, files={path: text.encode()}, note="begun from the template", seen={path: ""})


def written(text: str) -> bytes:
    r"""Return a text as it is stored: a browser sends other line ends than a person wrote.

    Examples
    --------
    >>> written("a = 1\r\n\r\n")
    b'a = 1\n'
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    return f"{plain}\n".encode() if plain else b""


def party_of(by: Entered) -> Kind | None:
    """Say for which party a person signs in the joint room; None where for none, or for both."""
    if by.room.kind != Kind.JOINT:
        return None
    sides = sides_with(by, SIGN) & set(PARTIES)
    return next(iter(sides)) if len(sides) == 1 else None


def statement(version: Version, party: str, deal: str) -> str:
    """Return the words that are signed.

    Parameters
    ----------
    version
        Of terms and scripts.
    party, deal
        What they are called.
    """
    count = len(version.scripts)
    scripts = "no test script" if not count else f"{count} test script{'s' if count > 1 else ''}"
    return (
        f"For {party} I agree that payment under “{deal}” is worked out by these terms and "
        f"{scripts}, exactly as they stand under {version.hash}. Hash of the terms: "
        f"{version.terms}."
    )


def sign(*, by: Entered, version: str) -> TermsSignature:
    """Sign the version that lies in the joint room, for one's own party.

    Parameters
    ----------
    by
        The joint room as entered by one who may sign.
    version
        The hash that was shown to who signs; no other is ever signed.

    Raises
    ------
    CannotSign
        When it is not, or no longer, what lies there; when it cannot be signed as it is; when the
        party has signed it already; or when the person does not speak for exactly one party.
    """
    with change(by, SIGN) as said:
        party = party_of(by)
        if party is None:
            raise CannotSign(
                "Only one who speaks for the group alone, or for the plan alone, can sign here. "
                "Ask the owner of your side’s room to let a contracting lead in."
            )
        now = _signable(by, version)
        assert now.version is not None, "it is signable"
        _check_fresh(by, now, party)
        row = TermsSignature(
            room=by.room,
            party=str(party),
            version=now.version.hash,
            terms=now.version.terms,
            files={path: list(one) for path, one in now.version.files.items()},
            statement=statement(now.version, name_of(by, party), by.room.deal.title),
            signed_by=by.name,
        )
        row.save(force_insert=True)
        said.that("terms.signed", _told(row))
    return row


def name_of(by: Entered, party: Kind) -> str:
    """Return what a party of the deal is called."""
    found = by.room.deal.workspace.parties.filter(kind=party).first()
    return found.name if found else f"the {party}"


def fill_scripts(*, by: Entered) -> int:
    """Write into each script of the joint room that both sides agreed on it; return how many.

    Raises
    ------
    CannotSign
        When not both have signed what is there now.
    ChangedMeanwhile
        When a script was saved in this very moment.
    Refusal
        When a script cannot take the line.
    """
    filled = filled_scripts(by)
    seen = {one.path: one.sha256 for one in desk(by, FILE).scripts if one.path in filled}
    return save_files(by=by, files=filled, note="agreed by both sides", seen=seen)


def filled_scripts(by: Entered) -> dict[str, bytes]:
    """Return the scripts of the joint room with the line that both sides agreed.

    Raises
    ------
    CannotSign, Refusal
        As :func:`fill_scripts`.
    """
    open_desk, now = now_in(by)
    if now.agreement is None:
        raise CannotSign("Not both sides have signed what is here now.")
    agreed = now.agreement
    return {
        one.path: agree(one.text, agreed).encode()
        for one in open_desk.scripts
        if not one.path.endswith("/equivalent.toml")
    }


def put_on_table(
    *, by: Entered, joint: Entered, paths: Mapping[str, str], over: Mapping[str, str]
) -> int:
    """Write terms and scripts of a private room into the joint room, so that both may sign them.

    Parameters
    ----------
    by
        The private room.
    joint
        The joint room of the same deal, as entered by the same person.
    paths
        Path to the hash of each file as the giver saw it.
    over
        Path to the hash of each file of the joint room as the giver saw it; empty where none.

    Returns
    -------
    int
        How many files are new or changed in the joint room.

    Raises
    ------
    CannotPut
        When one of them is neither the terms nor a script, or there is none.
    ChangedMeanwhile
        When a file of either room was changed since.
    """
    assert joint.room.deal_id == by.room.deal_id, "terms stay within their deal"
    assert joint.room.kind == Kind.JOINT, "the table stands in the joint room"
    if FILE not in paths or not all(one == FILE or is_script(one) for one in paths):
        raise CannotPut("Write terms.toml first: terms and test scripts are put on the table.")
    with change(by, SHARE) as said:
        given = dict(files.contents_of(by, paths))
        if {path: sha256(one).hexdigest() for path, one in given.items()} != dict(paths):
            raise ChangedMeanwhile
        told = manifest(paths)
        count = save_files(by=joint, files=given, note="put on the table", seen=over)
        said.that("terms.put-on-table", {"files": dict(paths), "manifest": told.hash})
    return count


def now_in(by: Entered) -> tuple[Desk, Standing]:
    """Return the terms of a room with how they stand between both sides."""
    open_desk = desk(by, FILE)
    found = checks.check(open_desk, open_desk.terms.text)
    version = agreements.version_of(open_desk, found.terms)
    return open_desk, agreements.standing(by, version)


def _signable(by: Entered, wanted: str) -> Standing:
    """Return how the version stands that somebody wants to sign."""
    open_desk, now = now_in(by)
    if now.version is None:
        raise CannotSign("The terms have a mistake, or are not there. Mend them first.")
    if now.version.hash != wanted:
        raise CannotSign("The text was changed since you looked. Nothing was signed.")
    failing = checks.check(open_desk, open_desk.terms.text).failing
    if failing:
        raise CannotSign(
            f"{len(failing)} of the test scripts fail under these terms: {', '.join(failing[:5])}. "
            "Mend the scripts or the terms first; else nobody could say which of them counts."
        )
    return now


def _check_fresh(by: Entered, now: Standing, party: Kind) -> None:
    if party in now.holding:
        raise CannotSign("Your side has signed this version already. Nothing needs to be done.")
    account = by.actor.person
    if any(one.signed_by.endswith(f".{account}") for one in now.holding.values()):
        raise CannotSign("You signed this version for the other side. Nobody signs for both.")


def _told(row: TermsSignature) -> dict[str, str]:
    return {
        "signature": row.id,
        "party": row.party,
        "version": row.version,
        "terms": row.terms,
        "statement": row.statement,
    }
