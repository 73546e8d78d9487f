"""Imports: what a person says about a file they bring."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import escape

from stakeholders.capture.attendance import STRANGER
from stakeholders.capture.days import Order
from stakeholders.capture.delimited import ENCODINGS
from stakeholders.capture.fields import FIELDS, Columns, guess, looks_like_mail
from stakeholders.capture.options import Options
from stakeholders.capture.tables import LARGEST_FILE, Table
from stakeholders.models import Batch, Interaction, Stakeholder

KINDS = [(kind.value, kind.label) for kind in (Batch.Kind.PEOPLE, Batch.Kind.INTERACTIONS)]
TOO_LARGE = (
    f"The file is larger than {LARGEST_FILE // 2**20} MB, so it was not read. "
    "Split it, or leave out columns you do not need."
)
PREVIEWED = 10  # rows
EXAMPLE = 40  # characters
FIRST = [
    ("", "Work it out from the column"),
    (Order.DAY.value, "The day: 31/01/2026"),
    (Order.MONTH.value, "The month: 01/31/2026"),
]


class UploadForm(forms.Form):
    """A file, and what is in it."""

    use_required_attribute = False
    most_bytes, too_large = LARGEST_FILE, TOO_LARGE  # what the page says before sending
    kind = forms.ChoiceField(
        label="What is in it",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the file holds people or conversations."},
    )
    file = forms.FileField(
        label="CSV or XLSX file",
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
        error_messages={
            "required": "Choose a file.",
            "empty": "The file is empty. Its first row must name the columns.",
            "max_length": "The name of the file is longer than 200 characters.",
        },
    )

    def clean_file(self) -> UploadedFile:
        """Refuse what is too large to be read."""
        file: UploadedFile = self.cleaned_data["file"]
        if file.size and file.size > LARGEST_FILE:
            raise forms.ValidationError(TOO_LARGE)
        return file


class EncodingForm(forms.Form):
    """How the bytes of a file are to be read as text, where they do not tell."""

    use_required_attribute = False
    encoding = forms.ChoiceField(
        label="Encoding",
        choices=[("", "Choose one"), *ENCODINGS.items()],
        help_text="If something else is wrong, mend the file and bring it again.",
    )


class MappingForm(forms.Form):
    """What each column means, and what holds for the file as a whole."""

    encoding = forms.ChoiceField(
        label="Encoding",
        required=False,
        choices=[("", "Work it out from the file"), *ENCODINGS.items()],
        help_text="Change it where names look wrong.",
    )
    layer = forms.ChoiceField(
        label="Layer",
        choices=Stakeholder.Layer.choices,
        help_text="Of new people whose row names none.",
    )
    channel = forms.ChoiceField(
        label="Channel",
        choices=Interaction.Channel.choices,
        help_text="Where the row names none.",
    )
    dates = forms.ChoiceField(
        label="What comes first in a date",
        choices=FIRST,
        required=False,
        help_text="Only matters for dates such as 05/01/2026.",
    )
    source = forms.CharField(
        label="Where the ids come from",
        max_length=20,
        required=False,
        help_text="A word such as outlook, if the file has a column of ids.",
    )
    add_people = forms.BooleanField(label="Add people who are not here yet", required=False)

    def __init__(self, *args: Any, table: Table, batch: Batch, **kwargs: Any) -> None:
        """Ask about each column of `table`, with what `batch` says of it, or a guess."""
        self.table, self.kind = table, batch.kind
        self.rows = list(islice(table.lines(), PREVIEWED))
        mapping = batch.mapping or guess(table.header, batch.kind)
        options = Options.of(batch).as_json()
        if not batch.mapping and looks_like_mail(mapping):
            options["channel"] = Interaction.Channel.MAIL
        super().__init__(*args, **kwargs)
        self.initial = options
        if table.encoding:
            self._keep_to(table.encoding)
        self._ask_about_columns({column: field for field, column in mapping.items()})
        for name in self._beside_the_point():
            del self.fields[name]
        self.left_open, self.cure = self._left_open(batch), self._cure(batch)

    def _keep_to(self, encoding: str) -> None:
        """Go on in the `encoding` somebody chose: left open, the file may be unreadable."""
        asked: Any = self.fields["encoding"]
        asked.required, asked.choices = True, list(ENCODINGS.items())
        self.initial["encoding"] = encoding

    def _ask_about_columns(self, meaning: dict[str, str]) -> None:
        """Add a question for each column, with its `meaning` where there is one."""
        choices = [("", "Leave out")]
        choices += [(field.name, field.label) for field in FIELDS[self.kind]]
        for place, name in enumerate(self.table.header):
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=name,
                choices=choices,
                required=False,
                initial=meaning.get(name, ""),
                help_text=self._examples(place),
            )

    def _examples(self, place: int) -> str:
        """Return the first things that the column at `place` says."""
        cells = (row.cells[place].strip() for row in self.rows if not row.problem)
        said = [cell[:EXAMPLE] for cell in dict.fromkeys(cells) if cell]
        return f"such as {', '.join(said[:2])}" if said else "empty in the first rows"

    def _left_open(self, batch: Batch) -> forms.BoundField | None:
        """Return the question that the file left open when it was read, with the reason."""
        match batch.skipped:
            case [[0, sentence, option]] if option in self.fields:
                self.fields[option].help_text = escape(sentence)
                return self[option]
        return None

    def _cure(self, batch: Batch) -> forms.BoundField | None:
        """Return the box that adds who is not here, if rows were refused for want of it."""
        if "add_people" not in self.fields:
            return None
        strangers = any(f": {STRANGER} " in told[1] for told in batch.skipped)
        return self["add_people"] if strangers else None

    def _beside_the_point(self) -> Iterable[str]:
        """Return the questions that files of this kind do not raise."""
        if self.kind == Batch.Kind.PEOPLE:
            return ("channel", "dates", "source", "add_people")
        return ()

    def clean(self) -> dict[str, Any]:
        """Refuse two columns of one meaning."""
        data = super().clean() or self.cleaned_data
        seen: dict[str, str] = {}
        for place, column in enumerate(self.table.header):
            field = data.get(f"column-{place}", "")
            if field in seen:
                self.add_error(
                    f"column-{place}",
                    f"{seen[field]} means the same. Leave one of them out.",
                )
            elif field:
                seen[field] = column
        return data

    @property
    def columns(self) -> list[forms.BoundField]:
        """Return the questions about columns, in the file's order."""
        return [self[f"column-{place}"] for place in range(len(self.table.header))]

    @property
    def whole(self) -> list[forms.BoundField]:
        """Return the questions about the file as a whole."""
        return [self[name] for name in Options.names() if name in self.fields]

    @property
    def mapping(self) -> Columns:
        """Return our field for each column that means something."""
        answers = (self.cleaned_data[bound.name] for bound in self.columns)
        pairs = zip(answers, self.table.header, strict=True)
        return {field: column for field, column in pairs if field}

    @property
    def options(self) -> dict[str, Any]:
        """Return what was said about the file as a whole, as a batch keeps it."""
        said = {name: self.cleaned_data.get(name) for name in Options.names()}
        return Options(**{name: value for name, value in said.items() if value}).as_json()
