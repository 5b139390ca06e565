"""Addresses of the register that exists; those of the acts stand with the acts."""

from django.urls import path

from ocop.foundation.acts import addresses
from ocop.registers.recognitions.acts import ACTS
from ocop.registers.recognitions.pages import entered, imports

app_name = "recognitions"

urlpatterns = [
    path("danh-ba/da-cong-nhan/", imports.ImportList.as_view(), name="imports"),
    path("danh-ba/da-cong-nhan/nhap/", imports.RegisterTable.as_view(), name="bring_in"),
    path("danh-ba/da-cong-nhan/mau.xlsx", imports.register_template, name="template"),
    path("danh-ba/da-cong-nhan/lan-nhap/<uuid:key>/", imports.one_import, name="import"),
    path("danh-ba/da-cong-nhan/<int:pk>/", entered.entered, name="entered"),
    *addresses(ACTS),
]
