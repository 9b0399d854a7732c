"""Signatures agree with the published vectors, and the library with its twin."""

import sys

import pytest

from fairterms.ledger import ed25519
from fairterms.units.refusal import Refusal
from tests.ledger import ed25519_twin as twin

# RFC 8032, section 7.1: secret key, public key, message, signature of TEST 1 and TEST 2.
PUBLISHED = (
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e3970"
            "1cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613"
            "d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
)
BOTH = (ed25519, twin)


@pytest.mark.parametrize("case", PUBLISHED, ids=["test 1", "test 2"])
@pytest.mark.parametrize("by", BOTH, ids=["library", "twin"])
def test_the_published_signatures_are_made_and_hold(by: object, case: tuple[str, ...]) -> None:
    seed, public, message, signature = (bytes.fromhex(one) for one in case)
    module = ed25519 if by is ed25519 else twin
    assert module.public_half(seed) == public
    assert module.signed(seed, message) == signature
    assert module.verifies(public, message, signature)
    assert not module.verifies(public, message + b"x", signature)
    for at in (0, 31, 32, 63):
        bent = bytes([*signature[:at], signature[at] ^ 1, *signature[at + 1 :]])
        assert not module.verifies(public, message, bent)
    assert not module.verifies(public, message, signature[:-1])


@pytest.mark.skipif(not twin.IS_INSTALLED, reason="the optional package cryptography is missing")
def test_the_library_and_its_twin_agree() -> None:
    for number in range(6):
        seed, message = bytes([number]) * 32, b"entry" * number
        assert ed25519.public_half(seed) == twin.public_half(seed)
        assert ed25519.signed(seed, message) == twin.signed(seed, message)
    assert not ed25519.verifies(b"\xff" * 32, b"", bytes(64))


def test_without_the_package_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(sys.modules, "cryptography.hazmat.primitives.asymmetric", None)
        with pytest.raises(Refusal) as refused:
            ed25519.signed(bytes(32), b"")
    assert refused.value.fix == 'install it with: pip install "fairterms[ledger]"'
