"""Fields of the forms of an audit: days, hours, lists of lines, and files that show something."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from fairterms.correspondence.entry import EvidenceFile

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2199, 12, 31)
"""Days that a person means: a year of two digits is none of them (our choice)."""
_HASH = re.compile(r"[0-9a-f]{64}")
Choices = Iterable[tuple[str, str]]


class DayField(forms.DateField):
    """A day that a person can mean, picked or written as 2027-07-31."""

    def __init__(self, **named: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}), **named)

    def clean(self, value: Any) -> date | None:
        """Read the day."""
        day: date | None = super().clean(value)
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise forms.ValidationError("Write the year with four digits, such as 2027.")
        return day


class LinesField(forms.CharField):
    """Several things, one on each line."""

    def __init__(self, **named: Any) -> None:
        super().__init__(max_length=4_000, widget=forms.Textarea(attrs={"rows": 3}), **named)

    def clean(self, value: Any) -> tuple[str, ...]:
        """Read the lines that say something."""
        text: str = super().clean(value)
        return tuple(one.strip() for one in text.splitlines() if one.strip())


class WordsField(forms.CharField):
    """A few sentences, kept as they are typed."""

    def __init__(self, rows: int = 3, **named: Any) -> None:
        area = forms.Textarea(attrs={"rows": rows})
        super().__init__(max_length=4_000, widget=area, **named)

    def clean(self, value: Any) -> str:
        """Keep the words, with the line ends of every system alike."""
        text: str = super().clean(value)
        return text.replace("\r\n", "\n")


class HoursField(forms.IntegerField):
    """Whole hours, kept with their unit."""

    def clean(self, value: Any) -> str:
        """Read the hours."""
        hours: int | None = super().clean(value)
        return "" if hours is None else f"{hours} hour{'s' if hours != 1 else ''}"


class FilesField(forms.MultipleChoiceField):
    """Files of the room that show something."""

    def __init__(self, known: Iterable[EvidenceFile], **named: Any) -> None:
        self.known = {one.file: one for one in known}
        choices = [(one, one) for one in self.known]
        box = forms.CheckboxSelectMultiple
        super().__init__(choices=choices, widget=box, required=False, **named)

    def clean(self, value: Any) -> tuple[EvidenceFile, ...]:
        """Return the chosen files with their hashes."""
        return tuple(self.known[one] for one in super().clean(value))


class HashField(forms.CharField):
    """The SHA-256 of a file that stays with its owner."""

    def __init__(self, **named: Any) -> None:
        super().__init__(max_length=64, required=False, **named)

    def clean(self, value: Any) -> str:
        """Read the hash."""
        digest: str = super().clean(value).lower()
        if digest and not _HASH.fullmatch(digest):
            raise forms.ValidationError("A SHA-256 has 64 digits from 0 to 9 and a to f.")
        return digest


def named(kinds: Iterable[Any]) -> list[tuple[str, str]]:
    """Return the words of a list to choose from, as a page says them."""
    return [(one.value, one.value.replace("_", " ").capitalize()) for one in kinds]
