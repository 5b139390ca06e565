"""What people keep up to date about themselves."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.permissions import refuse_phone
from ocop.foundation.ui.forms import ModelForm, PhoneField, TextField


class MyDetailsForm(ModelForm):
    """Name, phone and language. The e-mail has a page of its own, because it must be confirmed."""

    class Meta:
        model = Person
        fields = ("full_name", "phone", "language")
        field_classes = {"full_name": TextField, "phone": PhoneField}

    def clean_phone(self) -> str:
        """A number that signs somebody else in is not this person's."""
        phone: str = self.cleaned_data["phone"]
        if refusal := refuse_phone(phone, but=self.instance):
            raise ValidationError(str(refusal), code=refusal.code)
        return phone
