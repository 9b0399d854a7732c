"""What a witness hands in."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from fairterms.ledger.note import LONGEST


class CosignedNote(forms.Form):
    """A note with a witness's signature, and the key it is checked by."""

    note = forms.FileField(
        label="The cosigned note",
        help_text="The file that “fairterms verify --cosign” wrote, such as cedar-1204.note.",
    )
    key = forms.CharField(
        max_length=200,
        label="The witness’s public key",
        help_text="The one line that was printed below it. It begins with the witness’s name.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_note(self) -> bytes:
        """Read the file, unless it is far too long for a note."""
        file: Any = self.cleaned_data["note"]
        assert isinstance(file, UploadedFile), "a file field gives a file"
        if (file.size or 0) > LONGEST:
            raise forms.ValidationError("This file is too long for a note. Choose the .note file.")
        content: bytes = file.read()
        return content
