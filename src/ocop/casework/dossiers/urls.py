"""Addresses of dossiers; those of the acts stand with the acts."""

from django.urls import path, register_converter

from ocop.casework.dossiers.acts import ACTS, SUBMIT
from ocop.casework.dossiers.labels.pages import STEP_WORDS
from ocop.casework.dossiers.pages import (
    assessment,
    case,
    desk,
    evidence,
    filing,
    own,
    papers,
    register,
    renewing,
)
from ocop.foundation.acts import addresses

app_name = "dossiers"


class StepWord:
    """The word of a step with a form."""

    regex = "|".join(STEP_WORDS.values())

    def to_python(self, value: str) -> str:
        """As written."""
        return value

    def to_url(self, value: str) -> str:
        """As written."""
        return value


register_converter(StepWord, "dossier_step")

urlpatterns = [
    path("ho-so/", own.OwnList.as_view(), name="own"),
    path("ho-so/moi/", own.choose, name="choose"),
    path("ho-so/<uuid:key>/", case.detail, name="detail"),
    path("ho-so/<uuid:key>/noi-dung/", case.content, name="content"),
    path("ho-so/<uuid:key>/chu-the/", register.register, name="register"),
    path("ho-so/<uuid:key>/tu-danh-gia/", assessment.assessment, name="assessment"),
    path("ho-so/<uuid:key>/tu-danh-gia/diem/", assessment.points, name="points"),
    path("ho-so/<uuid:key>/minh-chung/", evidence.evidence, name="evidence"),
    path("ho-so/<uuid:key>/thay-doi-tu-cong-nhan/", renewing.since, name="since"),
    path("ho-so/<uuid:key>/lan-truoc/", renewing.beside, name="beside"),
    path("ho-so/<uuid:key>/thay-doi/", filing.compare, name="changes"),
    path("ho-so/<uuid:key>/bien-nhan/<str:code>.pdf", papers.receipt, name="receipt_pdf"),
    path("ho-so/<uuid:key>/bien-nhan/<str:code>/", filing.receipt, name="receipt"),
    path("ho-so/<uuid:key>/mau-01.pdf", papers.form_01, name="form_01"),
    path("ho-so/<uuid:key>/mau-02.pdf", papers.form_02, name="form_02"),
    path("ho-so/<uuid:key>/mau-03.pdf", papers.form_03, name="form_03"),
    path("tiep-nhan/", desk.Desk.as_view(), name="desk"),
    *addresses(ACTS, own={SUBMIT.name: filing.submit}),
]
