"""What goes to the ministry with a product of 90 points and more, by its parts, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ocop.casework.certificates.labels import PACKAGE_PARTS
from ocop.casework.certificates.models import DecisionItem, Proposal
from ocop.casework.certificates.papers.letters import proposal_data
from ocop.casework.certificates.rules import PackagePart
from ocop.casework.certificates.selectors.packages import package_of
from ocop.casework.dossiers.models import Evidence
from ocop.casework.dossiers.papers import form_01, form_02, form_03
from ocop.casework.dossiers.selectors import dossier_for_scoring
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.rules import Kind, file_name
from ocop.casework.samples.models import TestReport
from ocop.foundation.documents.engines import pdf
from ocop.foundation.documents.models import StoredFile

LETTER, COUNCIL, APPROVAL, DOSSIER, EVIDENCE, TESTS = range(1, 7)
"""Folders of the archive by their number."""


@dataclass(frozen=True)
class Enclosed:
    """One file of the package: stored already, or made when it is handed out."""

    name: str
    title: str
    source: StoredFile | Callable[[], bytes]
    is_restricted: bool = False

    @property
    def file(self) -> StoredFile | None:
        """The stored file; None for what is made when it is handed out."""
        return self.source if isinstance(self.source, StoredFile) else None


@dataclass
class Package:
    """The files in their order, what is missing in words, and what goes on paper only."""

    files: list[Enclosed] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)

    def chosen(self, *, with_restricted: bool) -> list[Enclosed]:
        """Restricted papers go only where that was said."""
        return [one for one in self.files if with_restricted or not one.is_restricted]

    @property
    def size(self) -> int:
        """The bytes of what is stored."""
        return sum(one.file.size for one in self.files if one.file is not None)


def package_for(item: DecisionItem, *, at: datetime) -> Package:
    """The package of a product as it stands. Form 01 to 03 and evidence as they were handed in and judged."""
    package, parts = Package(), package_of(item)
    proposal = Proposal.objects.filter(decision_item=item).first()
    letter = proposal_data(item, proposal)
    number = "" if proposal is None else proposal.letter_no
    package.files.append(
        Enclosed(
            file_name(LETTER, "cong-van", number, ending="pdf"), _("Công văn đề nghị"),
            lambda: pdf.render("casework/certificates/papers/cong_van.typ", letter, at=at),
        )
    )  # fmt: skip
    _of_council(package, item, parts)
    _of_dossier(package, item, at)
    _tests(package, item)
    if PackagePart.SAMPLES in parts:
        package.apart.append(str(PACKAGE_PARTS[PackagePart.SAMPLES]))
    return package


def _stored(package: Package, folder: int, title: str, file: StoredFile | None, *words: str) -> None:
    """The file of a part; where there is none, the part is missing."""
    if file is None:
        package.missing.append(title)
    else:
        ending = file.name.rpartition(".")[2].lower() if "." in file.name else "pdf"
        name = file_name(folder, *words, ending=ending if ending.isascii() else "pdf")
        package.files.append(Enclosed(name, title, file))


def _of_council(package: Package, item: DecisionItem, parts: tuple[PackagePart, ...]) -> None:
    judged, meeting = item.item, item.item.meeting
    rows = MeetingPaper.objects.filter(meeting=meeting).select_related("file")
    papers = {(row.kind, row.item_id or row.report_id): row for row in rows}
    if PackagePart.TEAM_REPORT in parts:
        title, number = str(PACKAGE_PARTS[PackagePart.TEAM_REPORT]), judged.advisory_report
        made = papers.get((Kind.ADVISORY, number.pk))
        file = number.file if made is None else made.file
        _stored(package, COUNCIL, title, file, "bao-cao-to-tu-van")
    if PackagePart.COUNCIL_REPORT in parts:
        report = papers.get((Kind.REPORT, None))
        title = str(PACKAGE_PARTS[PackagePart.COUNCIL_REPORT])
        _stored(package, COUNCIL, title, report.file if report else None, "bao-cao-hoi-dong")
        if report is not None and not report.number:
            package.missing.append(_("Số của báo cáo hội đồng"))
    _stored(package, COUNCIL, _("Biên bản phiên họp"), meeting.minutes, "bien-ban")
    sheets = papers.get((Kind.SHEETS, judged.pk))
    title = _("Phiếu đánh giá của thành viên")
    _stored(package, COUNCIL, title, sheets.file if sheets else None, "phieu-danh-gia")
    if PackagePart.APPROVAL in parts:
        title = str(PACKAGE_PARTS[PackagePart.APPROVAL])
        _stored(package, APPROVAL, title, item.decision.file, "quyet-dinh-phe-duyet")


def _of_dossier(package: Package, item: DecisionItem, at: datetime) -> None:
    """The forms, made of the frozen submission, and every paper that was handed in with it."""
    dossier = item.item.dossier
    frozen = dossier_for_scoring(dossier)
    submission, content, check = frozen.submission, frozen.content, frozen.intake_check
    forms: list[tuple[str, str, Callable[[], bytes]]] = [
        ("mau-01", _("Mẫu số 01, phiếu đăng ký"), lambda: form_01(dossier, content, submission, at=at)),
        ("mau-02", _("Mẫu số 02, tự đánh giá"), lambda: form_02(dossier, content, submission, at=at)),
    ]
    if check is not None:
        shown = check
        forms.append(("mau-03", _("Mẫu số 03, báo cáo của xã"), lambda: form_03(dossier, shown, at=at)))
    for word, title, made in forms:
        package.files.append(Enclosed(file_name(DOSSIER, word, ending="pdf"), title, made))
    package.files.extend(_evidence(package, content))


def _evidence(package: Package, content: Any) -> Iterator[Enclosed]:
    entries = content["evidence"]
    files = {str(one.pk): one for one in StoredFile.objects.filter(pk__in=[UUID(e["file"]) for e in entries])}
    rows = Evidence.objects.filter(pk__in=[entry["id"] for entry in entries], is_restricted=True)
    restricted = set(rows.values_list("pk", flat=True))
    for place, entry in enumerate(entries, start=1):
        file = files.get(entry["file"])
        if file is None:
            package.missing.append(entry["title"])
            continue
        ending = file.name.rpartition(".")[2].lower()
        name = file_name(EVIDENCE, f"{place:02d}", entry["title"], ending=ending)
        yield Enclosed(name, entry["title"], file, entry["id"] in restricted)


def _tests(package: Package, item: DecisionItem) -> None:
    """Reports of laboratories on samples of the product, without those that were set aside."""
    rows = TestReport.objects.filter(sample__demand__dossier=item.item.dossier_id, set_aside_reason="")
    for place, one in enumerate(rows.select_related("file").order_by("issued_on", "pk"), start=1):
        title = _("Phiếu kiểm nghiệm số %(number)s") % {"number": one.number}
        _stored(package, TESTS, title, one.file, "phieu-kiem-nghiem", f"{place:02d}", one.number)
