"""What every form of an audit has: what it chooses from, and what it writes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from django import forms

from fairterms.audit.engagement.book import AuditBook
from fairterms.audit.engagement.writing import Fields, Value
from fairterms.correspondence.entry import EvidenceFile
from fairterms_web.audit.fields import FilesField

ONE_A_LINE = "One on each line."
NO_PATIENT = "Name no patient, and no count of 1 to 10 people."


@dataclass(frozen=True)
class Known:
    """What a form may choose from, and who fills it in when.

    Attributes
    ----------
    book
        The audit as it is.
    files
        Files of the room that can show something.
    who, on
        Who writes, and the day.
    """

    book: AuditBook
    files: tuple[EvidenceFile, ...] = ()
    who: str = ""
    on: date = field(default=date.min)


class EntryForm(forms.Form):
    """One entry of an audit.

    Its fields are called as ``audit.toml`` calls them, with an underscore behind a word that Python
    keeps for itself.
    """

    section: ClassVar[str]
    title: ClassVar[str]
    why: ClassVar[str] = ""

    def __init__(self, known: Known, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.known = known
        self.ask()

    def ask(self) -> None:
        """Fill what is chosen from."""

    def entry(self) -> tuple[str, Fields]:
        """Return the section and what is written into it."""
        return self.section, self.told()

    def told(self) -> Fields:
        """Return what was typed, by the words of the file."""
        return {key.rstrip("_"): value for key, value in self.cleaned_data.items()}

    def offer(self, name: str, choices: Mapping[str, str]) -> None:
        """Let one field choose from what there is."""
        asked = self.fields[name]
        assert isinstance(asked, forms.ChoiceField), "a list to choose from"
        asked.choices = list(choices.items())


def engagements(book: AuditBook) -> dict[str, str]:
    """Return the work there is, by its id."""
    return {one.id: one.title for one in book.engagements}


def told_findings(book: AuditBook) -> dict[str, str]:
    """Return the findings both sides were told, by their id."""
    return {one.id: one.title for one in book.findings if book.issue_of(one.id) is not None}


def ask_for_files(form: EntryForm) -> None:
    """Let a form choose from the files of the room."""
    known = form.known.files
    form.fields["evidence"] = FilesField(known, label="Files of this room that show it")


def with_elsewhere(told: Mapping[str, Value]) -> dict[str, Value]:
    """Return an entry with a file that stays with its owner beside those of the room."""
    rest = dict(told)
    name, digest = str(rest.pop("elsewhere")), str(rest.pop("elsewhere_hash"))
    chosen = rest.pop("evidence", ())
    files = tuple(one for one in _as_files(chosen) if isinstance(one, EvidenceFile))
    more = (EvidenceFile(name, digest),) if name or digest else ()
    return {**rest, "evidence": (*files, *more)}


def _as_files(chosen: Value) -> tuple[object, ...]:
    return tuple(chosen) if isinstance(chosen, tuple) else ()
