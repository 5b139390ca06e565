"""Addresses of dossiers."""

from django.urls import path, register_converter

from ocop.casework.dossiers.views import (
    assessment,
    case,
    desk,
    filing,
    from_idea,
    law,
    own,
    papers,
    pdf,
    practice,
    steps,
)

app_name = "dossiers"


class StepWord:
    """The word of a step with a form."""

    regex = "|".join(steps.STEP_OF_WORD)

    def to_python(self, value: str) -> str:
        """As written."""
        return value

    def to_url(self, value: str) -> str:
        """As written."""
        return value


register_converter(StepWord, "dossier_step")

urlpatterns = [
    path("y-tuong/<uuid:key>/ho-so/", from_idea.open_from_idea, name="from_idea"),
    path("ho-so/", own.OwnList.as_view(), name="own"),
    path("ho-so/moi/", own.choose, name="choose"),
    path("ho-so/tu-cham-thu/<slug:code>/<int:number>/", practice.from_practice, name="from_practice"),
    path("ho-so/moi/<slug:slug>/", own.open_dossier, name="open"),
    path("ho-so/<uuid:key>/", case.detail, name="detail"),
    path("ho-so/<uuid:key>/noi-dung/", case.content, name="content"),
    path("ho-so/<uuid:key>/chu-the/", steps.register, name="register"),
    path("ho-so/<uuid:key>/da-sua/<int:pk>/", steps.mend, name="mend"),
    path("ho-so/<uuid:key>/tu-danh-gia/", assessment.assessment, name="assessment"),
    path("ho-so/<uuid:key>/tu-danh-gia/diem/", assessment.points, name="points"),
    path("ho-so/<uuid:key>/tu-danh-gia/<str:code>/", assessment.criterion, name="criterion"),
    path("ho-so/<uuid:key>/minh-chung/", papers.evidence, name="evidence"),
    path("ho-so/<uuid:key>/minh-chung/them/", papers.add, name="add_evidence"),
    path("ho-so/<uuid:key>/minh-chung/dung-lai/", papers.cite, name="cite"),
    path("ho-so/<uuid:key>/minh-chung/<int:pk>/", papers.criteria_of, name="criteria_of"),
    path("ho-so/<uuid:key>/minh-chung/<int:pk>/bo/", papers.uncite, name="uncite"),
    path("ho-so/<uuid:key>/minh-chung/mien/<slug:kind>/", papers.exempt, name="exempt"),
    path("ho-so/<uuid:key>/nop/", filing.submit, name="submit"),
    path("ho-so/<uuid:key>/rut/", filing.withdraw, name="withdraw"),
    path("ho-so/<uuid:key>/van-ban/", law.follow_law, name="follow_law"),
    path("ho-so/<uuid:key>/thay-doi/", filing.compare, name="changes"),
    path("ho-so/<uuid:key>/bien-nhan/<str:code>.pdf", pdf.receipt, name="receipt_pdf"),
    path("ho-so/<uuid:key>/bien-nhan/<str:code>/", filing.receipt, name="receipt"),
    path("ho-so/<uuid:key>/mau-01.pdf", pdf.form_01, name="form_01"),
    path("ho-so/<uuid:key>/mau-02.pdf", pdf.form_02, name="form_02"),
    path("ho-so/<uuid:key>/mau-03.pdf", pdf.form_03, name="form_03"),
    path("ho-so/<uuid:key>/<dossier_step:word>/", steps.step, name="step"),
    path("tiep-nhan/", desk.Desk.as_view(), name="desk"),
    path("tiep-nhan/<uuid:key>/nhan/", desk.receive, name="receive"),
    path("tiep-nhan/<uuid:key>/kiem-tra/", desk.check, name="check"),
    path("tiep-nhan/<uuid:key>/tra-lai/", desk.return_dossier, name="return"),
    path("tiep-nhan/<uuid:key>/de-nghi/", desk.propose, name="propose"),
    path("tiep-nhan/<uuid:key>/chap-nhan/", desk.accept, name="accept"),
    path("tiep-nhan/<uuid:key>/loai/", desk.exclude, name="exclude"),
]
