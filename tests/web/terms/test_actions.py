"""Saving, signing, putting on the table: who may, and what is left behind."""

import random
from datetime import UTC, datetime

import pytest
from django.http import Http404

from fairterms_web.deals.access import content_of, listed
from fairterms_web.deals.actions import ChangedMeanwhile, remove_file
from fairterms_web.ledgers.models import LedgerCheckpoint, LedgerEntry
from fairterms_web.ledgers.store import content_of as told_in
from fairterms_web.rooms.access import NotAllowed, beside
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.roles import Kind
from fairterms_web.rooms.walls import acting
from fairterms_web.terms import actions
from fairterms_web.terms.actions import CannotPut, CannotSign, Draft
from fairterms_web.terms.models import TermsSignature
from fairterms_web.vault.keyring import keyring
from tests.web.cast import INSIDE, NOW, Cast
from tests.web.terms.table import (
    BOTH,
    DEARER,
    DEARER_SCRIPT,
    PATH,
    SCRIPT,
    TERMS,
    lay,
    sign,
    standing,
    version_in,
)


@pytest.fixture
def joint(cast: Cast) -> Entered:
    """The joint room, with terms and a script on its table."""
    by = cast.entered("owner", "joint")
    lay(by, BOTH)
    return by


def entries(by: Entered) -> list[str]:
    """The kinds of a room's entries, in order."""
    with acting(by.actor):
        rows = LedgerEntry.objects.within(by).order_by("sequence")
        return list(rows.values_list("kind", flat=True))


def hashes(by: Entered) -> dict[str, str]:
    """The hash of each file of a room that is signed."""
    with acting(by.actor):
        files = {one.path: one.sha256 for one in listed(by)}
    return {path: digest for path, digest in files.items() if path.endswith(".toml")}


def test_a_save_is_one_entry_and_the_same_text_is_none(cast: Cast) -> None:
    by = cast.entered("owner", "group")
    before = len(entries(by))
    with acting(by.actor):
        assert actions.save(by=by, draft=Draft("terms.toml", TERMS, ""))
        seen = hashes(by)["terms.toml"]
        assert not actions.save(by=by, draft=Draft("terms.toml", f"{TERMS}\r\n", seen))
        with pytest.raises(ChangedMeanwhile):
            actions.save(by=by, draft=Draft("terms.toml", DEARER, ""))
        with pytest.raises(ChangedMeanwhile):
            actions.begin(by=by, path="terms.toml")
        with pytest.raises(Http404):
            actions.save(by=by, draft=Draft("log.toml", "a = 1", ""))
    assert entries(by)[before:] == ["files.saved"]


def test_a_file_that_was_taken_out_meanwhile_is_not_brought_back(cast: Cast) -> None:
    by = cast.entered("owner", "group")
    lay(by, BOTH)
    seen = hashes(by)["terms.toml"]
    with acting(by.actor):
        remove_file(by=by, path="terms.toml")
        with pytest.raises(ChangedMeanwhile):
            actions.save(by=by, draft=Draft("terms.toml", DEARER, seen))


def test_a_signature_leaves_one_entry_and_a_checkpoint(
    cast: Cast, joint: Entered, django_capture_on_commit_callbacks: object
) -> None:
    before = len(entries(joint))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        row = sign(cast, "owner")
    assert entries(joint)[before:] == ["terms.signed"]
    with acting(joint.actor):
        entry = LedgerEntry.objects.within(joint).get(kind="terms.signed")
        told = told_in(entry, keyring(joint))
        assert LedgerCheckpoint.objects.within(joint).get().size == entry.sequence
    assert told["version"] == row.version == version_in(joint)
    assert told["statement"] == row.statement
    assert "For Larch Group I agree" in row.statement
    assert row.version in row.statement
    assert row.signed_by == f"owner.{cast.people['owner'].id}"


def test_only_the_version_that_was_shown_is_signed(cast: Cast, joint: Entered) -> None:
    shown = version_in(joint)
    lay(cast.entered("other party", "joint"), {"terms.toml": DEARER, PATH: DEARER_SCRIPT})
    for version in (shown, "", f"{version_in(joint)} ", version_in(joint).upper()):
        with pytest.raises(CannotSign, match="changed since you looked"):
            sign(cast, "owner", version or "none")
    assert not standing(joint).earlier


def test_a_party_signs_once(cast: Cast, joint: Entered) -> None:
    sign(cast, "owner")
    for name in ("owner", "teammate"):
        with pytest.raises(CannotSign, match="already"):
            sign(cast, name)


@pytest.mark.parametrize("name", ["auditor"])
def test_who_may_not_sign_does_not(cast: Cast, joint: Entered, name: str) -> None:
    with pytest.raises(NotAllowed):
        sign(cast, name, version_in(joint))


def test_nobody_signs_for_both_sides(cast: Cast, joint: Entered) -> None:
    """One who was let into both sides' rooms speaks for neither."""
    sign(cast, "owner")
    Grant.objects.create(
        person=cast.people["owner"],
        room=cast.rooms["plan"],
        role="plan-lead",
        purpose="made up",
        starts_at=NOW,
        granted_by="a test",
        side="plan",
    )
    with pytest.raises(CannotSign, match="for the plan alone"):
        sign(cast, "owner")


def test_one_who_changed_sides_does_not_sign_the_same_version_again(
    cast: Cast, joint: Entered
) -> None:
    sign(cast, "teammate")
    rows = Grant.objects.filter(person=cast.people["teammate"])
    rows.filter(room=cast.rooms["group"]).update(room=cast.rooms["plan"])
    with pytest.raises(CannotSign, match="Nobody signs for both"):
        sign(cast, "teammate")


def test_the_side_that_let_somebody_in_is_whom_they_sign_for(cast: Cast, joint: Entered) -> None:
    """A contracting lead of the plan, who is in no room but the joint one."""
    rows = Grant.objects.filter(person=cast.people["teammate"])
    rows.filter(room=cast.rooms["group"]).delete()
    with pytest.raises(CannotSign, match="for the plan alone"):
        sign(cast, "teammate")
    rows.update(side="independent")
    with pytest.raises(CannotSign, match="for the plan alone"):
        sign(cast, "teammate")
    rows.update(side="plan")
    assert sign(cast, "teammate").party == "plan"


def test_an_ended_grant_signs_nothing(cast: Cast, joint: Entered) -> None:
    by = cast.entered("owner", "joint")
    Grant.objects.filter(person=cast.people["owner"]).update(revoked_at=datetime.now(UTC))
    with acting(by.actor), pytest.raises(Http404):
        actions.sign(by=by, version=version_in(joint))


def test_terms_under_which_a_script_fails_are_not_signed(cast: Cast, joint: Entered) -> None:
    lay(joint, {"terms.toml": DEARER})
    with pytest.raises(CannotSign, match="A hundred months"):
        sign(cast, "owner")
    lay(joint, {"terms.toml": "a = 1\n"})
    with pytest.raises(CannotSign, match="mistake"):
        sign(cast, "owner", "sha256:0")


@pytest.mark.slow
def test_whoever_signs_in_whatever_order_each_side_signs_for_itself(
    cast: Cast, joint: Entered
) -> None:
    """Drawn at random: texts change, people sign; a party has only what its own people signed."""
    draw = random.Random(7)  # noqa: S311 - a drawn order, no secret
    sides = {"owner": Kind.GROUP, "teammate": Kind.GROUP, "other party": Kind.PLAN}
    texts = (BOTH, {"terms.toml": DEARER, PATH: DEARER_SCRIPT})
    at, holding = 0, dict[Kind, str]()
    for _ in range(40):
        if draw.random() < 0.3:
            new = draw.randrange(2)
            holding = holding if new == at else {}
            at = new
            lay(cast.entered(draw.choice(sorted(sides)), "joint"), texts[at])
            continue
        name = draw.choice(sorted(sides))
        if sides[name] in holding:
            with pytest.raises(CannotSign):
                sign(cast, name)
        else:
            assert sign(cast, name).party == sides[name]
            holding[sides[name]] = name
        now = standing(joint)
        assert {side: row.signed_by.partition(".")[2] for side, row in now.holding.items()} == {
            side: cast.people[one].id for side, one in holding.items()
        }
        assert now.is_agreed == (len(holding) == 2)


def test_nobody_of_one_side_ever_makes_a_signature_of_the_other(cast: Cast, joint: Entered) -> None:
    version = version_in(joint)
    for name, roles in INSIDE.items():
        if "joint" in roles and name != "other party":
            try:
                sign(cast, name, version)
            except (CannotSign, NotAllowed):
                continue
    with acting(joint.actor):
        assert set(TermsSignature.objects.within(joint).values_list("party", flat=True)) == {
            "group"
        }


def test_what_is_put_on_the_table_is_what_was_seen(cast: Cast) -> None:
    by = cast.entered("owner", "group")
    table = beside(by, Kind.JOINT)
    assert table is not None
    lay(by, {**BOTH, "deal.toml": "[deal]\n"})
    seen = {path: digest for path, digest in hashes(by).items() if path != "deal.toml"}
    nothing = dict.fromkeys(seen, "")
    with acting(by.actor):
        for paths in ({}, {PATH: seen[PATH]}, {**seen, "deal.toml": hashes(by)["deal.toml"]}):
            with pytest.raises(CannotPut):
                actions.put_on_table(by=by, joint=table, paths=paths, over={})
        wrong = {**seen, PATH: "0"}
        with pytest.raises(ChangedMeanwhile):
            actions.put_on_table(by=by, joint=table, paths=wrong, over=nothing)
        before = len(entries(by)), len(entries(table))
        assert actions.put_on_table(by=by, joint=table, paths=seen, over=nothing) == 2
        assert entries(by)[before[0] :] == ["terms.put-on-table"]
        assert entries(table)[before[1] :] == ["files.saved"]
        assert content_of(table, "terms.toml") == TERMS.encode()
        assert set(hashes(table)) == {"terms.toml", PATH}
        with pytest.raises(ChangedMeanwhile):
            actions.put_on_table(by=by, joint=table, paths=seen, over=nothing)
        assert entries(by)[before[0] :] == ["terms.put-on-table"]


def test_a_clinician_puts_nothing_on_the_table(cast: Cast) -> None:
    lay(cast.entered("owner", "group"), BOTH)
    by = cast.entered("clinician", "group")
    with acting(by.actor):
        with pytest.raises(NotAllowed):
            actions.put_on_table(
                by=by, joint=cast.entered("owner", "joint"), paths=hashes(by), over={}
            )
        with pytest.raises(NotAllowed):
            actions.save(by=by, draft=Draft("terms.toml", DEARER, hashes(by)["terms.toml"]))


def test_scripts_are_filled_only_when_both_signed(cast: Cast, joint: Entered) -> None:
    lay(joint, {"scripts/equivalent.toml": "a = 1\n"})
    sign(cast, "owner")
    with acting(joint.actor), pytest.raises(CannotSign, match="Not both sides"):
        actions.fill_scripts(by=joint)
    sign(cast, "other party")
    now = standing(joint)
    assert now.agreement is not None
    with acting(joint.actor):
        assert actions.fill_scripts(by=joint) == 1
        text = content_of(joint, PATH).decode()
        assert actions.fill_scripts(by=joint) == 0
    day = now.holding[Kind.GROUP].signed_at.date()
    assert f'agreed = {{ terms = "{now.agreement.terms}", group = {day}, plan = {day} }}' in text
    assert text.replace(f"{now.agreement}\n", "") == SCRIPT
