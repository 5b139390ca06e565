"""Addresses for whoever cannot get in, and for those who help."""

from django.urls import path

from ocop.foundation.acts import addresses
from ocop.foundation.recovery.acts import ACTS, ISSUE_CODE
from ocop.foundation.recovery.pages.codes import page_with_code, use
from ocop.foundation.recovery.pages.locks import locks

app_name = "recovery"
urlpatterns = [
    path("quen-mat-khau/ma/", use, name="use_code"),
    path("dang-nhap-sai/", locks, name="locks"),
    *addresses(ACTS, own={ISSUE_CODE.name: page_with_code(ISSUE_CODE, lambda person: person)}),
]
