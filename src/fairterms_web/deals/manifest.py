"""The manifest of a sealed copy: its files with their hashes, and one hash over them all."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Manifest:
    """What is given.

    Attributes
    ----------
    text
        The files and the hash of each, as JSON in one form.
    """

    text: str

    @property
    def hash(self) -> str:
        """The hash of the text (SHA-256, 64 hexadecimal digits)."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def manifest(files: Mapping[str, str]) -> Manifest:
    """Write the manifest of files.

    Parameters
    ----------
    files
        Path to the hash of the content (SHA-256, hexadecimal).

    Examples
    --------
    >>> manifest({"b.txt": "22", "a.txt": "11"}).text
    '{"files": {"a.txt": "11", "b.txt": "22"}}'
    """
    return Manifest(json.dumps({"files": dict(sorted(files.items()))}, sort_keys=True))
