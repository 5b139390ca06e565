"""Forms of signing in, of one's own account, and of managing people."""

from ocop.foundation.accounts.forms.own import MyDetailsForm
from ocop.foundation.accounts.forms.people import (
    AppointForm,
    CommuneOfficesForm,
    OfficeForm,
    PersonForm,
    ProvinceForm,
)
from ocop.foundation.accounts.forms.sign_in import SignInForm, SignUpForm

__all__ = [
    "AppointForm",
    "CommuneOfficesForm",
    "MyDetailsForm",
    "OfficeForm",
    "PersonForm",
    "ProvinceForm",
    "SignInForm",
    "SignUpForm",
]
