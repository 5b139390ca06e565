"""Addresses of accounts. Those of signing in keep the names that allauth looks for; paths are ours."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import include, path, re_path

from ocop.foundation.accounts.views import importing, offices, own, people

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

ours = [
    path("tai-khoan/", own.me, name="me"),
    path("tai-khoan/thong-tin/", own.details, name="details"),
    path("tai-khoan/phien/dong/", own.end_other_sessions, name="end_other_sessions"),
    path("nguoi-dung/", people.PeopleList.as_view(), name="people"),
    path("nguoi-dung/them/", people.add, name="add_person"),
    path("nguoi-dung/tu-bang/", importing.PeopleTable.as_view(), name="import_people"),
    path("nguoi-dung/mau.xlsx", importing.people_template, name="people_template"),
    path("nguoi-dung/<int:pk>/", people.person, name="person"),
    path("nguoi-dung/<int:pk>/phan-cong/", people.appoint, name="appoint"),
    path("nguoi-dung/<int:pk>/ngung/", people.deactivate, name="deactivate"),
    path("nguoi-dung/<int:pk>/mo-lai/", people.reactivate, name="reactivate"),
    path("nguoi-dung/<int:pk>/lien-ket-mat-khau/", people.password_link, name="password_link"),
    path("phan-cong/<int:pk>/ket-thuc/", people.end_appointment, name="end_appointment"),
    path("co-quan/", offices.OfficeList.as_view(), name="offices"),
    path("co-quan/them/", offices.add, name="add_office"),
    path("co-quan/them-cap-xa/", offices.add_in_communes, name="add_commune_offices"),
]

urlpatterns = [
    *sign_in,
    path("tai-khoan/", include(account_pages)),
    path("tai-khoan/bao-mat/", include(second_factor)),
    path("", include((ours, "accounts"))),
]
