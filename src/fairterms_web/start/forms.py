"""What is asked for on the first pages."""

from typing import Any

from django import forms

from fairterms_web.deals.archive import checked, unpack
from fairterms_web.deals.contents import DOCUMENTS, NotTaken


class NewDeal(forms.Form):
    """A new deal: who is at the table."""

    title = forms.CharField(
        max_length=200, label="What the deal is called", help_text="Such as “Cedar 2027”."
    )
    group = forms.CharField(max_length=200, label="Your group")
    plan = forms.CharField(max_length=200, label="The health plan")


class SeveralFiles(forms.ClearableFileInput):
    """A field that takes several files at once."""

    allow_multiple_selected = True


class Files(forms.Field):
    """Several uploaded files, as content by name."""

    widget = SeveralFiles

    def clean(self, value: Any) -> dict[str, bytes]:
        """Read what was uploaded."""
        given = value if isinstance(value, list | tuple) else [value]
        found = {one.name: one.read() for one in given if one}
        if not found:
            raise forms.ValidationError("Choose at least one file.")
        return found


class Contract(forms.Form):
    """The contract's documents."""

    # A form keeps what was sent under this name too; the field is taken out before.
    files = Files(  # type: ignore[assignment]
        label="The contract",
        help_text="PDF, Word, HTML or text; several files are read in the order of their names.",
        widget=SeveralFiles(attrs={"accept": ",".join(sorted(DOCUMENTS)), "data-drop": ""}),
    )

    def clean_files(self) -> dict[str, bytes]:
        """Lay the documents into ``contract/``, or say which one is not taken."""
        try:
            given = {
                f"contract/{name}": content for name, content in self.cleaned_data["files"].items()
            }
            found = checked(given)
        except NotTaken as wrong:
            raise forms.ValidationError(str(wrong).split("\n")) from wrong
        strange = [one for one in found if not one.lower().endswith(tuple(DOCUMENTS))]
        if strange:
            raise forms.ValidationError(
                f"{strange[0].partition('/')[2]}: a contract is PDF, Word, HTML or text."
            )
        return found


class Folder(forms.Form):
    """A deal folder as a ZIP file."""

    folder = forms.FileField(
        label="A deal folder",
        help_text="The folder packed as one ZIP file, such as this workspace exports.",
        widget=forms.ClearableFileInput(attrs={"accept": ".zip", "data-drop": ""}),
    )

    def clean_folder(self) -> dict[str, bytes]:
        """Unpack the folder, or say what is not taken."""
        try:
            return unpack(self.cleaned_data["folder"].read())
        except NotTaken as wrong:
            raise forms.ValidationError(str(wrong).split("\n")) from wrong
