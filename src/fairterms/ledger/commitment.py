"""A sealed envelope for what must not be read in the ledger, and can be shown later.

The ledger holds a hash of the value with a random salt. Who is given value and salt can check that
they belong together; who is given neither learns nothing, however easy the value is to guess. When
the salt is destroyed the value cannot be shown any more, and the tree stays as sound as it was.
"""

import hashlib
import hmac
import re
import secrets

from fairterms.ledger.canonical import Value, write
from fairterms.units.refusal import Refusal

SALT_SIZE = 32
"""Bytes of a salt."""
_TAG = b"fairterms/commitment/1\x00"
_DOMAIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


def new_salt() -> bytes:
    """Return a fresh random salt, 32 bytes; every value gets its own."""
    return secrets.token_bytes(SALT_SIZE)


def commit(domain: str, value: Value, salt: bytes) -> str:
    """Return the commitment to a value.

    Parameters
    ----------
    domain
        What the value is, as a slug such as ``settlement.amount``. A commitment made for one
        domain never opens in another.
    value
        What is sealed.
    salt
        32 random bytes, from :func:`new_salt`.

    Returns
    -------
    str
        64 hexadecimal digits.

    Raises
    ------
    Refusal
        When the value has no canonical form, the salt is not 32 bytes, or the domain is no slug.

    Notes
    -----
    SHA-256(tag, domain, 0x00, salt, canonical value). Domains hold no zero byte and salts have one
    length, so that no two inputs run together. The construction is our choice.

    Examples
    --------
    >>> salt = bytes(32)
    >>> sealed = commit("settlement.amount", 12, salt)
    >>> opens(sealed, "settlement.amount", 12, salt), opens(sealed, "offer.amount", 12, salt)
    (True, False)
    """
    why = "a weak seal can be guessed open"
    if len(salt) != SALT_SIZE:
        fix = "take a fresh one from new_salt()"
        raise Refusal("the salt", f"has {len(salt)} bytes, not {SALT_SIZE}", why, fix)
    if not _DOMAIN.fullmatch(domain):
        fix = 'name it like "settlement.amount": small letters, digits, ".", "-" and "_"'
        raise Refusal(f'the domain "{domain}"', "is not a slug", why, fix)
    return hashlib.sha256(_TAG + domain.encode() + b"\x00" + salt + write(value)).hexdigest()


def opens(commitment: str, domain: str, value: Value, salt: bytes) -> bool:
    """Tell whether a value and its salt are what a commitment sealed."""
    return hmac.compare_digest(commit(domain, value, salt), commitment)
