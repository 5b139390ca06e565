"""Addresses of accounts. Those of signing in keep the names that allauth looks for; paths are ours.
Those of the acts stand with the acts.
"""

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import include, path, re_path

from ocop.foundation.accounts.acts import ACTS, ISSUE_PASSWORD_LINK, OPEN_COMMUNE_OFFICES
from ocop.foundation.accounts.pages import importing, offices, own, people
from ocop.foundation.acts import addresses

sign_in = [
    path("dang-nhap/", account.login, name="account_login"),
    path("dang-nhap/buoc-hai/", mfa.authenticate, name="mfa_authenticate"),
    path("dang-nhap/khoa/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("dang-nhap/ngung-hoat-dong/", account.account_inactive, name="account_inactive"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("dang-ky/", account.signup, name="account_signup"),
    path("quen-mat-khau/", account.password_reset, name="account_reset_password"),
    path("quen-mat-khau/da-gui/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "quen-mat-khau/xong/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    # the first hyphen parts person and key; the key has hyphens of its own
    re_path(
        r"^quen-mat-khau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]

account_pages = [
    path("xac-nhan-lai/", account.reauthenticate, name="account_reauthenticate"),
    path("thu-dien-tu/", account.email, name="account_email"),
    path("xac-nhan-thu/", account.email_verification_sent, name="account_email_verification_sent"),
    path("xac-nhan-thu/<key>/", account.confirm_email, name="account_confirm_email"),
    path("mat-khau/", account.password_change, name="account_change_password"),
    path("mat-khau/dat/", account.password_set, name="account_set_password"),
]

second_factor = [
    path("", mfa.index, name="mfa_index"),
    path("xac-nhan-lai/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("ung-dung/", totp.activate_totp, name="mfa_activate_totp"),
    path("ung-dung/tat/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("ma-khoi-phuc/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("ma-khoi-phuc/tao/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("ma-khoi-phuc/tai-ve/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("khoa/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("khoa/them/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("khoa/xac-nhan-lai/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("khoa/<int:pk>/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("khoa/<int:pk>/xoa/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
]

OWN: dict[str, Callable[..., Any]] = {
    OPEN_COMMUNE_OFFICES.name: offices.add_in_communes,
    ISSUE_PASSWORD_LINK.name: people.password_link,
}
ours = [
    path("tai-khoan/", own.me, name="me"),
    path("tai-khoan/thong-tin/", own.details, name="details"),
    path("tai-khoan/phien/dong/", own.end_other_sessions, name="end_other_sessions"),
    path("nguoi-dung/", people.PeopleList.as_view(), name="people"),
    path("nguoi-dung/tu-bang/", importing.PeopleTable.as_view(), name="import_people"),
    path("nguoi-dung/mau.xlsx", importing.people_template, name="people_template"),
    path("nguoi-dung/<int:pk>/", people.person, name="person"),
    path("co-quan/", offices.OfficeList.as_view(), name="offices"),
    *addresses(ACTS, own=OWN),
]

urlpatterns = [
    *sign_in,
    path("tai-khoan/", include(account_pages)),
    path("tai-khoan/bao-mat/", include(second_factor)),
    path("", include((ours, "accounts"))),
]
