"""Addresses of samples and laboratories; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.samples.acts import ACTS
from ocop.casework.samples.pages import cases, importing, registers
from ocop.foundation.acts import addresses

app_name = "samples"

urlpatterns = [
    path("kiem-nghiem/", registers.DemandList.as_view(), name="demands"),
    path("kiem-nghiem/so-giao-nhan/", registers.HandoverList.as_view(), name="receipt_book"),
    path("kiem-nghiem/phong/", registers.LaboratoryList.as_view(), name="laboratories"),
    path("kiem-nghiem/<uuid:key>/", cases.demand, name="demand"),
    path("kiem-nghiem/mau/<uuid:key>/", cases.sample, name="sample"),
    path("kiem-nghiem/mau/<uuid:key>/bien-ban.pdf", cases.record_pdf, name="record_pdf"),
    path("kiem-nghiem/mau/<uuid:key>/phieu-gui.pdf", cases.letter_pdf, name="letter_pdf"),
    path("kiem-nghiem/mau/<uuid:key>/ket-qua/bang/", importing.ResultTable.as_view(), name="result_table"),
    path(
        "kiem-nghiem/mau/<uuid:key>/ket-qua/bang-mau.xlsx", importing.result_template, name="result_template"
    ),
    *addresses(ACTS),
]
