"""What people keep up to date about themselves."""

from __future__ import annotations

from ocop.foundation.accounts.models import Person
from ocop.foundation.ui.forms import ModelForm, PhoneField, TextField


class MyDetailsForm(ModelForm):
    """Name, phone and language. The e-mail has a page of its own, because it must be confirmed."""

    class Meta:
        model = Person
        fields = ("full_name", "phone", "language")
        field_classes = {"full_name": TextField, "phone": PhoneField}
