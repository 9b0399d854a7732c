"""Signatures, by the optional package ``cryptography``: needed to sign and to check, never to read.

Sources
-------
RFC 8032, Edwards-Curve Digital Signature Algorithm, section 5.1.
"""

from types import ModuleType

from fairterms.units.refusal import Refusal

KEY_SIZE = 32
"""Bytes of the public key, and of the seed a private key is made from."""
SIGNATURE_SIZE = 64
"""Bytes of a signature."""


def public_half(seed: bytes) -> bytes:
    """Return the public key, 32 bytes, that belongs to a seed of 32 bytes."""
    key = _library().Ed25519PrivateKey.from_private_bytes(seed)
    return bytes(key.public_key().public_bytes_raw())


def signed(seed: bytes, message: bytes) -> bytes:
    """Return the signature of a message, 64 bytes, by the key of a seed of 32 bytes."""
    return bytes(_library().Ed25519PrivateKey.from_private_bytes(seed).sign(message))


def verifies(public: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether a signature of a message belongs to a public key of 32 bytes."""
    library = _library()
    # Optional, like the library itself.
    from cryptography.exceptions import InvalidSignature  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415

    try:
        library.Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _library() -> ModuleType:
    """Return the library, or say that it is not installed.

    Raises
    ------
    Refusal
        When it is not.
    """
    try:
        # Optional: whoever only compares a ledger with a note does not need it.
        from cryptography.hazmat.primitives.asymmetric import ed25519  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415
    except ImportError:
        why = "the package cryptography makes and checks signatures, and it is not installed"
        fix = 'install it with: pip install "fairterms[ledger]"'
        raise Refusal("signatures", "can neither be made nor checked", why, fix) from None
    library: ModuleType = ed25519
    return library
