"""A commitment opens with its own value, salt and domain, and the tree does not need them."""

import hashlib
from decimal import Decimal

import pytest

from fairterms.ledger.commitment import SALT_SIZE, commit, new_salt, opens
from fairterms.ledger.proof import Head, includes
from fairterms.ledger.tree import Tree
from fairterms.units.refusal import Refusal
from tests.ledger.made_up import entries

SALT = bytes(range(32))
AMOUNT = Decimal("48451.20")
SEALED = commit("settlement.amount", AMOUNT, SALT)


def test_a_commitment_is_the_hash_of_tag_domain_salt_and_value() -> None:
    content = b"fairterms/commitment/1\x00settlement.amount\x00" + SALT + b'"48451.2"'
    assert hashlib.sha256(content).hexdigest() == SEALED


def test_it_opens_with_its_own_value_alone() -> None:
    assert opens(SEALED, "settlement.amount", AMOUNT, SALT)
    assert opens(SEALED, "settlement.amount", Decimal("48451.200"), SALT)
    assert not opens(SEALED, "settlement.amount", Decimal("48451.21"), SALT)
    assert not opens(SEALED, "offer.amount", AMOUNT, SALT)
    assert not opens(SEALED, "settlement.amount", AMOUNT, bytes(32))


def test_one_value_under_two_salts_cannot_be_told_from_two_values() -> None:
    assert commit("offer.amount", 1, new_salt()) != commit("offer.amount", 1, new_salt())
    assert len(new_salt()) == SALT_SIZE
    assert len({new_salt() for _ in range(50)}) == 50


@pytest.mark.parametrize("salt", [b"", bytes(31), bytes(33)])
def test_a_salt_of_another_length_is_refused(salt: bytes) -> None:
    with pytest.raises(Refusal, match="the salt: has"):
        commit("offer.amount", 1, salt)


@pytest.mark.parametrize("domain", ["", "Offer", "offer amount", "offer\x00", ".offer", "a" * 65])
def test_a_domain_is_a_slug(domain: str) -> None:
    with pytest.raises(Refusal, match="is not a slug"):
        commit(domain, 1, SALT)


def test_the_tree_stays_verifiable_when_salt_and_value_are_gone() -> None:
    written = entries(9)
    tree = Tree(one.leaf for one in written)
    # Nothing but the entries is at hand here: no value, no salt.
    head = Head(tree.size, tree.root())
    for place, one in enumerate(written):
        assert includes(head, place, one.leaf, tree.inclusion_proof(place))
    assert written[0].commitments
