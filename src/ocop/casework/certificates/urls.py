"""Addresses of decisions, certificates, notices and proposals; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.certificates.acts import ACTS
from ocop.casework.certificates.pages import certificates, decisions, notices, papers, proofs
from ocop.foundation.acts import addresses

app_name = "certificates"

urlpatterns = [
    *addresses(ACTS),
    path("quyet-dinh/", decisions.DecisionList.as_view(), name="decisions"),
    path("quyet-dinh/<uuid:key>/", decisions.detail, name="decision"),
    path("quyet-dinh/<uuid:key>/quyet-dinh.pdf", papers.decision, name="decision_pdf"),
    path("quyet-dinh/<uuid:key>/to-trinh.pdf", papers.submission_letter, name="submission_letter"),
    path(
        "quyet-dinh/<uuid:key>/de-nghi/<int:pk>/cong-van.pdf", papers.proposal_letter, name="proposal_letter"
    ),
    path("dinh-chinh/<uuid:key>.pdf", papers.correction, name="correction"),
    path("giay-chung-nhan/", certificates.CertificateList.as_view(), name="certificates"),
    path("giay-chung-nhan/<slug:code>/", certificates.detail, name="certificate"),
    path("giay-chung-nhan/<slug:code>/giay-chung-nhan.pdf", papers.certificate, name="certificate_pdf"),
    path("xac-minh/<str:code>/ban-ky/", proofs.proof, name="proof"),
    path("xac-minh/<str:code>/ban-ky.txt", proofs.text, name="proof_text"),
    path("khoa-ky.json", proofs.keys, name="keys"),
    path("thong-bao-ket-qua/<uuid:key>/", notices.notice, name="notice"),
    path("thong-bao-ket-qua/<uuid:key>/thong-bao.pdf", papers.notice, name="notice_pdf"),
]
