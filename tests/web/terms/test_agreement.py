"""What a signature holds for: its hash alone, and only while nothing else was put in its place."""

import pytest

from fairterms_web.deals.actions import put_back, remove_file, save_files
from fairterms_web.deals.models import FileVersion
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import Kind
from fairterms_web.rooms.walls import acting
from fairterms_web.terms import actions
from fairterms_web.terms.agreement import Version, changed_scripts
from tests.web.cast import Cast
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


def both_sign(cast: Cast) -> None:
    """Let both sides sign what lies there."""
    sign(cast, "owner")
    sign(cast, "other party")


def test_it_is_agreed_once_both_sides_signed(cast: Cast, joint: Entered) -> None:
    assert not standing(joint).is_agreed
    sign(cast, "teammate")
    half = standing(joint)
    assert set(half.holding) == {Kind.GROUP}
    assert half.agreement is None
    sign(cast, "other party")
    whole = standing(joint)
    assert whole.is_agreed
    assert whole.agreement is not None
    assert whole.version is not None
    assert whole.agreement.terms == whole.version.terms


@pytest.mark.parametrize(
    "changed",
    [
        {"terms.toml": DEARER},
        {PATH: DEARER_SCRIPT},
        {PATH: SCRIPT.replace("A hundred", "Hundred")},
        {"scripts/other.toml": SCRIPT},
        {"scripts/equivalent.toml": "a = 1\n"},
    ],
)
def test_a_later_change_clears_what_was_agreed(
    cast: Cast, joint: Entered, changed: dict[str, str]
) -> None:
    both_sign(cast)
    lay(cast.entered("other party", "joint"), changed)
    now = standing(joint)
    assert not now.holding
    assert len(now.earlier) == 2


@pytest.mark.parametrize(
    "same",
    [
        {"terms.toml": f"# What we mean\n{TERMS}"},
        {"terms.toml": TERMS.replace("Larch", "Larch 2027")},
        {PATH: f"# Worked out together\n{SCRIPT}"},
        {"scripts/more/notes.toml": "a = 1\n"},
        {"deal.toml": "[deal]\n"},
    ],
)
def test_what_moves_no_money_leaves_it_agreed(
    cast: Cast, joint: Entered, same: dict[str, str]
) -> None:
    both_sign(cast)
    lay(joint, same)
    assert standing(joint).is_agreed


def test_who_comes_back_to_an_earlier_version_signs_again(cast: Cast, joint: Entered) -> None:
    before = version_in(joint)
    sign(cast, "owner")
    lay(joint, {"terms.toml": DEARER, PATH: DEARER_SCRIPT})
    lay(cast.entered("other party", "joint"), BOTH)
    assert version_in(joint) == before
    assert not standing(joint).holding
    sign(cast, "other party")
    assert not standing(joint).is_agreed
    sign(cast, "owner")
    assert standing(joint).is_agreed


def test_a_file_that_was_taken_out_and_put_back_is_signed_again(cast: Cast, joint: Entered) -> None:
    both_sign(cast)
    with acting(joint.actor):
        remove_file(by=joint, path=PATH)
        assert not standing(joint).holding
        first = FileVersion.objects.within(joint).get(path=PATH, number=1)
        put_back(by=joint, version_id=first.id)
    assert not standing(joint).holding


def test_terms_with_a_mistake_are_no_version(cast: Cast, joint: Entered) -> None:
    both_sign(cast)
    lay(joint, {"terms.toml": TERMS.replace("$2.00 PMPM", "much")})
    now = standing(joint)
    assert now.version is None
    assert not now.is_agreed
    assert len(now.earlier) == 2
    lay(joint, {"terms.toml": TERMS})
    assert not standing(joint).holding


def test_the_line_that_says_it_was_agreed_changes_nothing(cast: Cast, joint: Entered) -> None:
    both_sign(cast)
    with acting(joint.actor):
        assert actions.fill_scripts(by=joint) == 1
    assert standing(joint).is_agreed


def test_the_hash_names_every_file() -> None:
    one = Version("sha256:1", {"terms.toml": (1, "sha256:1"), PATH: (1, "a")})
    later = Version("sha256:1", {"terms.toml": (5, "sha256:1"), PATH: (7, "a")})
    assert one.hash == later.hash
    others = [
        {"terms.toml": (1, "sha256:2"), PATH: (1, "a")},
        {"terms.toml": (1, "sha256:1"), PATH: (1, "b")},
        {"terms.toml": (1, "sha256:1"), "scripts/b.toml": (1, "a")},
        {"terms.toml": (1, "sha256:1")},
    ]
    assert one.hash not in {Version("sha256:1", files).hash for files in others}


def test_scripts_that_changed_are_named() -> None:
    old = {"terms.toml": (1, "t"), "scripts/a.toml": (1, "a"), "scripts/b.toml": (1, "b")}
    new = {"terms.toml": (2, "u"), "scripts/b.toml": (2, "c"), "scripts/c.toml": (1, "d")}
    told = changed_scripts(old, Version("u", new))
    assert list(told) == [
        ("scripts/a.toml", "gone"),
        ("scripts/b.toml", "changed"),
        ("scripts/c.toml", "new"),
    ]


def test_a_private_room_with_the_same_text_is_signed_by_nobody(cast: Cast, joint: Entered) -> None:
    both_sign(cast)
    own = cast.entered("owner", "group")
    with acting(own.actor):
        save_files(by=own, files={path: text.encode() for path, text in BOTH.items()})
    assert version_in(own) == version_in(joint)
    assert not standing(own).holding
