"""Forms of signing in for the first time, and of another password."""

from typing import Any

from django import forms
from django.contrib.auth.forms import BaseUserCreationForm, PasswordChangeForm

from stakeholders.first_visit import is_right_code
from stakeholders.models import User

HELP = {
    "username": "What you type to sign in: letters, digits and @ . + - _",
    "password1": "At least 8 characters. Not your name, not only digits, and none of "
    "the passwords everybody tries first.",
    "password2": "The same once more, in case a key slipped.",
}


class FirstAdministratorForm(BaseUserCreationForm):
    """Name the first administrator."""

    code = forms.CharField(
        label="One-time code",
        help_text="It was printed where relmap was started.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}),
    )

    class Meta:
        model = User
        fields = ["first_name", "last_name", "username"]

    def __init__(self, *args: Any, needs_code: bool, **kwargs: Any) -> None:
        """Ask for the printed code only where it is needed."""
        super().__init__(*args, **kwargs)
        self.order_fields(["code", *self.fields])
        if not needs_code:
            del self.fields["code"]
        for name, words in HELP.items():
            self.fields[name].help_text = words
        self._focus()

    def _focus(self) -> None:
        """Let the person begin in the first field, or in the first that is amiss."""
        begin = next((name for name in self.fields if name in self.errors), None)
        for name, field in self.fields.items():
            here = name == (begin or next(iter(self.fields)))
            field.widget.attrs["autofocus"] = here

    def clean_code(self) -> str:
        """Refuse any other code."""
        code: str = self.cleaned_data["code"]
        if not is_right_code(code):
            raise forms.ValidationError("This is not the code printed where relmap runs.")
        return code


class NewPasswordForm(PasswordChangeForm):
    """Let somebody signed in choose another password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say in our words what a password needs."""
        super().__init__(*args, **kwargs)
        self.fields["new_password2"].label = "New password once more"
        for name in ("password1", "password2"):
            self.fields[f"new_{name}"].help_text = HELP[name]
