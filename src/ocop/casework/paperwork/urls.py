"""Addresses of the papers of meetings; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.paperwork.acts import ACTS
from ocop.casework.paperwork.pages import blanks, packages, papers, samples, typing
from ocop.foundation.acts import addresses

app_name = "paperwork"

urlpatterns = [
    *addresses(ACTS),
    path("phien-hop/<uuid:key>/bo-giay-to/", papers.papers, name="papers"),
    path("phien-hop/<uuid:key>/bo-giay-to/tat-ca.zip", papers.archive, name="archive"),
    path("phien-hop/<uuid:key>/phieu-giay/", blanks.blanks, name="blanks"),
    path("phien-hop/<uuid:key>/phieu-giay/<int:pk>.pdf", blanks.blank, name="blank"),
    path("phien-hop/<uuid:key>/so-mau/", samples.samples, name="samples"),
    path("phien-hop/<uuid:key>/so-mau/bang.pdf", samples.sample_table, name="sample_table"),
    path("phien-hop/<uuid:key>/so-mau/nhan.pdf", samples.sample_labels, name="sample_labels"),
    path("phien-hop/<uuid:key>/nhap-phieu-giay/", typing.typing, name="typing"),
    path("phieu-giay/<uuid:key>/<int:pk>/<int:lap>/", typing.paper_sheet, name="paper_sheet"),
    path("giay-to-phien-hop/<uuid:key>.pdf", papers.paper, name="paper"),
    path("phien-hop/<uuid:key>/bien-ban/bien-ban.docx", papers.minutes_docx, name="minutes_word"),
    path("bao-cao-hoi-dong/<uuid:key>/bao-cao.docx", papers.report_docx, name="report_word"),
    path("bao-cao-to-tu-van/<uuid:key>/bao-cao.docx", papers.team_report_docx, name="team_report_word"),
    path("quyet-dinh/<uuid:key>/to-trinh.docx", papers.letter_docx, name="letter_word"),
    path("quyet-dinh/<uuid:key>/quyet-dinh.docx", papers.decision_docx, name="decision_word"),
    path("quyet-dinh/<uuid:key>/de-nghi/<int:pk>/bo-ho-so/", packages.package, name="package"),
    path("quyet-dinh/<uuid:key>/de-nghi/<int:pk>/cong-van.docx", packages.letter_docx, name="proposal_word"),
    path("bo-ho-so-gui-bo/<uuid:key>.zip", packages.handed, name="handed"),
    path("thong-bao-ket-qua/<uuid:key>/thong-bao.docx", papers.notice_docx, name="notice_word"),
]
