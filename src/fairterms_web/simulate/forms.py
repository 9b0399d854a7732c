"""The form of an offer that is kept."""

from django import forms


class OfferForm(forms.Form):
    """What an offer is called, and why these terms."""

    title = forms.CharField(
        label="What the offer is called",
        help_text="The file is named after it, such as offers/our-second-offer.toml.",
        max_length=120,
    )
    why = forms.CharField(
        label="Why these terms",
        help_text="In your words, or a place in a letter. Whoever weighs the offer reads it.",
        required=False,
        max_length=500,
    )
