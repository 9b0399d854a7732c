"""What is asked for on the pages of evidence."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django import forms

from fairterms.audit.engagement.small_counts import small_counts
from fairterms.audit.release.leaving import MEDIA
from fairterms.audit.release.request import Mode
from fairterms.audit.release.row_list import Role
from fairterms_web.deals.archive import checked
from fairterms_web.deals.contents import NotTaken
from fairterms_web.evidence.access import FOLDER, SOURCES
from fairterms_web.rooms.models import Room

NO_PATIENT = "Name no patient."
_AREA = {"rows": 3}
_MODES = {
    Mode.VIEW: "To read here: there is no file to take away",
    Mode.COPY: "As a copy, to be destroyed by a day",
}
LEFT_OUT = ""
_OF_ROWS = {
    LEFT_OUT: "leave it out (free text, notes and all else)",
    Role.PERSON: "tells people apart (it is never released)",
    Role.QUASI_IDENTIFIER: "could tell who somebody is, with others",
    Role.VALUE: "a value the list is for",
}
_OF_COUNTS = {
    LEFT_OUT: "leave it out",
    Role.PERSON: "tells people apart (it is never released)",
    Role.QUASI_IDENTIFIER: "holds the groups to count by",
}
LONGEST_NAME = 120


class Asked(forms.Form):
    """A request for evidence."""

    of = forms.ChoiceField(label="From", widget=forms.RadioSelect)
    what = forms.CharField(
        label="What exactly",
        max_length=500,
        widget=forms.Textarea(attrs=_AREA),
        help_text=f"The table, the groups and the period. Both sides read this. {NO_PATIENT}",
    )
    purpose = forms.CharField(
        label="What for",
        max_length=500,
        widget=forms.Textarea(attrs=_AREA),
        help_text="Which question of the audit it answers.",
    )
    necessary = forms.CharField(
        label="Why no less will do",
        max_length=500,
        widget=forms.Textarea(attrs=_AREA),
        help_text="No more may be given than the purpose needs. A total comes before a list.",
    )
    mode = forms.ChoiceField(
        label="How",
        widget=forms.RadioSelect,
        choices=[(one.value, words) for one, words in _MODES.items()],
    )
    destroy_by = forms.DateField(
        label="Destroy by",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="For a copy: the last day on which it may be kept.",
    )
    is_confidential = forms.BooleanField(
        label="These data are confidential: they leave only by a decision of the committee",
        required=False,
    )
    exception_decision = forms.ChoiceField(label="Decision of the committee", required=False)

    def __init__(
        self, sides: Sequence[Room], decisions: Mapping[str, str], *given: Any, **named: Any
    ) -> None:
        super().__init__(*given, **named)
        _choices(self, "of", [(one.kind, one.title) for one in sides])
        _choices(self, "exception_decision", [("", "none"), *decisions.items()])
        self.fields["exception_decision"].help_text = (
            "For confidential data: the motion that lets them leave."
            if decisions
            else "The committee has carried no motion on confidential data yet. Ask it first."
        )


class Declining(forms.Form):
    """Why a side does not give what it was asked for."""

    why = forms.CharField(
        label="Why it is not given",
        max_length=500,
        widget=forms.Textarea(attrs=_AREA),
        help_text=(
            "Such as a law, a clause, or that it was never kept. The other side and the auditor "
            f"read this. {NO_PATIENT}"
        ),
    )


class Source(forms.Form):
    """What a release is made from."""

    source = forms.ChoiceField(
        label="Make it from",
        help_text="Prefer a table of counts to a list of rows, and both to a file as it is.",
    )

    def __init__(self, sources: Mapping[str, Sequence[str]], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        groups = [
            (words, [(f"{kind}:{path}", path) for path in sources[kind]])
            for kind, words in SOURCES
            if sources[kind]
        ]
        _choices(self, "source", groups)

    @property
    def chosen(self) -> tuple[str, str]:
        """How it is made, and the path of the file."""
        kind, _, path = self.cleaned_data["source"].partition(":")
        return kind, path


class Making(forms.Form):
    """How a release is made from its source."""

    title = forms.CharField(
        label="What it is",
        max_length=200,
        help_text=f"The reader sees this, such as “Patients by sex and state, 2028”. {NO_PATIENT}",
    )
    people = forms.CharField(
        label="Whom it tells of",
        max_length=500,
        widget=forms.Textarea(attrs=_AREA),
        help_text=(
            "One name a line for each set of people; no person is in two sets. Use the same name "
            "each time you release something of the same people: earlier releases are compared by "
            "it."
        ),
    )
    is_new = forms.BooleanField(
        label="Nobody in a set with a new name was told of before under another name",
        required=False,
    )

    def __init__(
        self,
        kind: str,
        columns: Iterable[str],
        known: Collection[str],
        *given: Any,
        **named: Any,
    ) -> None:
        super().__init__(*given, **named)
        self.known = frozenset(known)
        self.columns = {f"column_{at}": name for at, name in enumerate(columns)}
        if not known:
            del self.fields["is_new"]
        if kind == "file":
            self._of_a_file()
        words = _OF_ROWS if kind == "rows" else _OF_COUNTS
        for field, name in self.columns.items():
            self.fields[field] = forms.ChoiceField(
                label=name,
                required=False,
                choices=[(str(one), told) for one, told in words.items()],
            )

    def _of_a_file(self) -> None:
        del self.fields["people"]
        self.fields.pop("is_new", None)
        self.fields["declared"] = forms.BooleanField(
            label=(
                "I looked through it: it tells of no patient, and holds no count of 1 to 10 people"
            )
        )

    def clean_title(self) -> str:
        """Refuse a title that tells a count of few people: the reader sees it."""
        title = str(self.cleaned_data["title"])
        if found := small_counts(title):
            raise forms.ValidationError(
                f"It tells a count of 1 to 10 people: “{found[0]}”. Write “few” instead."
            )
        return title

    def clean_people(self) -> tuple[str, ...]:
        """Read the names of sets of people, one a line."""
        lines = (line.strip() for line in self.cleaned_data["people"].splitlines())
        names = tuple(dict.fromkeys(line for line in lines if line))
        if not names or any(len(name) > LONGEST_NAME for name in names):
            raise forms.ValidationError("Write one short name a line.")
        return names

    def clean(self) -> dict[str, Any]:
        """Ask about a name that no earlier release used."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        fresh = set(told.get("people", ())) - self.known
        if self.known and fresh and not told.get("is_new"):
            self.add_error(
                "is_new",
                "A name is new here. Use an earlier name, or confirm that nobody in it was told "
                "of before.",
            )
        return told

    @property
    def roles(self) -> dict[str, Role]:
        """What each column is declared to be; those left out are not among them."""
        told = {name: self.cleaned_data[field] for field, name in self.columns.items()}
        return {name: Role(role) for name, role in told.items() if role}


class Upload(forms.Form):
    """A file to be given, put into the folder ``evidence/`` of the room."""

    file = forms.FileField(
        label="File",
        help_text="PDF, CSV or text. It stays in this room until two people approve what leaves.",
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.csv,.txt"}),
    )

    def clean_file(self) -> dict[str, bytes]:
        """Lay it into the folder, or say why it is not taken."""
        given = self.cleaned_data["file"]
        if not given.name.lower().endswith(tuple(MEDIA)):
            raise forms.ValidationError(
                f"{given.name}: files of this kind are not given. Save it as one of "
                f"{', '.join(MEDIA)}."
            )
        try:
            return checked({f"{FOLDER}{given.name}": given.read()})
        except NotTaken as wrong:
            raise forms.ValidationError(str(wrong).split("\n")) from wrong


class Destroyed(forms.Form):
    """The certificate of a copy's destruction."""

    how = forms.CharField(
        label="How every copy was destroyed",
        max_length=500,
        widget=forms.Textarea(attrs=_AREA),
        help_text="Which copies there were, where, and how each was destroyed.",
    )
    is_sure = forms.BooleanField(label="No copy is left, on no device and in no backup of ours")


def _choices(form: forms.Form, name: str, choices: Sequence[Any]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField), "declared above"
    field.choices = choices
