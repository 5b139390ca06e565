"""Addresses of decisions, certificates, notices and proposals."""

from django.urls import path

from ocop.casework.certificates.views import (
    certificates,
    decisions,
    drafting,
    notices,
    papers,
    proposals,
    signing,
)

app_name = "certificates"

urlpatterns = [
    path("quyet-dinh/", decisions.DecisionList.as_view(), name="decisions"),
    path("quyet-dinh/soan/", drafting.draft, name="draft"),
    path("quyet-dinh/<uuid:key>/", decisions.detail, name="decision"),
    path("quyet-dinh/<uuid:key>/sua/", drafting.amend, name="amend"),
    path("quyet-dinh/<uuid:key>/trinh/", drafting.submit, name="submit"),
    path("quyet-dinh/<uuid:key>/tra-lai/", drafting.return_draft, name="return"),
    path("quyet-dinh/<uuid:key>/bo/", drafting.drop, name="drop"),
    path("quyet-dinh/<uuid:key>/ky/", signing.sign, name="sign"),
    path("quyet-dinh/<uuid:key>/quyet-dinh.pdf", papers.decision, name="decision_pdf"),
    path("quyet-dinh/<uuid:key>/to-trinh.pdf", papers.submission_letter, name="submission_letter"),
    path("quyet-dinh/<uuid:key>/de-nghi/<int:pk>/", proposals.propose, name="propose"),
    path(
        "quyet-dinh/<uuid:key>/de-nghi/<int:pk>/cong-van.pdf", papers.proposal_letter, name="proposal_letter"
    ),
    path("giay-chung-nhan/", certificates.CertificateList.as_view(), name="certificates"),
    path("giay-chung-nhan/<slug:code>/", certificates.detail, name="certificate"),
    path("giay-chung-nhan/<slug:code>/giay-chung-nhan.pdf", papers.certificate, name="certificate_pdf"),
    path("thong-bao-ket-qua/", notices.notices, name="notices"),
    path("thong-bao-ket-qua/<uuid:key>/", notices.notice, name="notice"),
    path("thong-bao-ket-qua/<uuid:key>/so/", notices.number, name="number"),
    path("thong-bao-ket-qua/<uuid:key>/thong-bao.pdf", papers.notice, name="notice_pdf"),
]
