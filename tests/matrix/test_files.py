"""Who reads the original of a stored file, and who sees only the picture,
without what a camera wrote in it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from ocop.casework.annulment.models import Annulment
from ocop.casework.certificates.models import (
    CentralAnswer,
    Certificate,
    Correction,
    Decision,
    Proposal,
    ResultNotice,
)
from ocop.casework.communication.models import NewsPage, PressPaper, Recording
from ocop.casework.courses.models import Material
from ocop.casework.dossiers.models import Exclusion
from ocop.casework.fieldwork.models import FurtherReport, Signature, Visit, VisitPhoto
from ocop.casework.ideas.models import IdeaSheet
from ocop.casework.inspections.models import (
    AnswerFile,
    CorrectiveOrder,
    FindingPhoto,
    Inspection,
    InspectionItem,
    MinistryInspection,
    OrderAnswer,
    OrderLetter,
)
from ocop.casework.objections.models import Objection, ObjectionFile
from ocop.casework.paperwork.models import Handover, MeetingPaper, PaperSheet
from ocop.casework.renewals.models import CallLetter, Extension
from ocop.casework.review.models import AgendaItem, Meeting, Seat
from ocop.casework.revocation.models import Revocation
from ocop.casework.samples.models import Sample, TestReport
from ocop.casework.sites.acts import open_site
from ocop.casework.sites.models import SitePhoto
from ocop.casework.support.models import Activity, ActivityPaper, Cost, Kit, Look, Step
from ocop.casework.tourism.acts import open_spot
from ocop.casework.tourism.models import RouteSheet, SpotPhoto
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.selectors import appointments_on
from ocop.foundation.documents import access
from ocop.foundation.documents.models import Paper, StoredFile
from ocop.outlets.demo.stage import Stage
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Photo, Recognition
from ocop.registers.programme.models import Plan, PlanPaper
from ocop.registers.programme.selectors import current
from tests.matrix.table import ROLES
from tests.planning import HERE
from tests.province import OPEN

pytestmark = pytest.mark.django_db

# read: the original; see: only the picture for display; --: nothing. The newcomer has just registered.
READERS = ("newcomer", *list(ROLES)[1:])
TABLE = """
                                 new  lan  mai  minh sen  phuc thu  son  hoa  yen  kha  dung kien
products.photo draft              --   read --   read --   read read --   --   --   read read --
products.photo scored             --   --   --   --   --   read read read read --   read read --
products.photo recognised         see  see  read see  read read read see  see  see  read read see
dossiers.evidence draft           --   read --   --   --   --   --   --   --   --   --   --   --
dossiers.evidence scored          --   --   --   --   --   read read read read --   read read --
dossiers.exclusion                --   read --   read --   read read --   --   --   read read --
dossiers.idea_sheet               --   --   --   read --   --   --   --   --   --   --   --   --
communication.picture draft       --   --   --   read --   read see  --   --   --   see  see  --
communication.picture published   see  see  see  see  see  read see  see  see  see  see  see  see
communication.recording draft     --   --   --   read --   read read --   --   --   read read --
communication.recording published read read read read read read read read read read read read read
communication.evidence            --   --   --   read --   read read --   --   --   read read --
certificates.decision             --   --   read --   read read read --   --   --   read read --
certificates.certificate          --   --   read --   read read read --   --   --   read read --
certificates.notice               --   --   read --   read read read --   --   --   read read --
certificates.correction           --   --   read --   read read read --   --   --   read read --
fieldwork.photo                   --   --   --   --   read read read --   --   --   read read --
fieldwork.signature               --   --   --   --   read read read --   --   --   read read --
fieldwork.report                  --   --   --   --   read read read --   --   --   read read --
inspections.photo                 --   --   read --   read read read --   --   --   read read --
inspections.answer                --   --   read --   read read read --   --   --   read read --
inspections.minutes               --   --   read --   read read read --   --   --   read read --
inspections.letter                --   --   read --   read read read --   --   --   read read --
inspections.ministry              --   --   read --   read read read --   --   --   read read --
certificates.central              --   --   read --   read read read --   --   --   read read --
annulment.basis                   --   --   --   --   --   read read --   --   --   read read --
annulment.decision                --   --   --   --   --   read read --   --   --   read read --
revocation.decision               --   --   --   --   --   read read --   --   --   read read --
revocation.basis                  --   --   --   --   --   read read --   --   --   read read --
objections.objection              --   --   read --   read read read --   --   --   read read --
objections.letter                 --   --   read --   read read read --   --   --   read read --
renewals.letter                   --   --   read --   read read read --   --   --   read read --
renewals.extension                --   --   --   --   --   read read --   --   --   read read --
samples.report                    --   --   --   --   read read read --   --   --   read read --
samples.paper                     --   --   --   --   read read read --   --   --   read read --
paperwork.package                 --   --   --   --   --   read read --   --   --   read read --
paperwork.paper                   --   --   --   --   --   read read read --   --   read read --
paperwork.scan                    --   --   --   --   --   read read --   read --   --   --   --
review.minutes                    --   --   --   --   --   read read read read read read read --
programme.plan                    --   --   --   read read read read --   --   --   read read --
sites.photo                       --   read --   read --   read read --   --   --   read read --
tourism.photo                     --   --   --   read --   read read --   --   --   read read --
tourism.sheet                     --   --   --   read --   read read --   --   --   read read --
support.step photograph           --   see  --   read --   read read --   --   --   read read --
support.step paper                --   read --   read --   read read --   --   --   read read --
support.look                      --   see  --   read --   read read --   --   --   read read --
support.material photograph       --   see  --   read --   read read --   --   --   read read --
support.material paper            --   read --   read --   read read --   --   --   read read --
support.paper                     --   --   --   read --   read read --   --   --   read read --
support.cost                      --   --   --   read --   read read --   --   --   read read --
support.kit                       --   --   read read --   read read --   --   --   read read --
tables.file                       --   --   --   read --   --   --   --   --   --   --   --   --
recognitions.import               --   --   --   --   --   read --   --   --   --   --   --   --
recognitions.scan                 --   --   --   read read read read --   --   --   read read --
"""
PUBLIC = {
    "products.photo recognised", "communication.picture published", "communication.recording published",
}  # fmt: skip


def table() -> dict[str, dict[str, str]]:
    """What each reader may do with a file of each kind."""
    lines = [line.split() for line in TABLE.strip().splitlines()[1:]]
    rows = {" ".join(line[: -len(READERS)]): line[-len(READERS) :] for line in lines}
    return {kind: dict(zip(READERS, cells, strict=True)) for kind, cells in rows.items()}


class Box:
    """Finds or makes one file of every kind in the small province; the bytes do not matter here."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.at = stage, timezone.now()
        self.minh = stage.people["minh"]

    def new(self, owner: str, media_type: str = "image/jpeg") -> StoredFile:
        return StoredFile.objects.create(
            owner=owner, sha256="0" * 64, name="x", media_type=media_type, size=1,
            uploaded_by=self.minh, uploaded_at=self.at,
        )  # fmt: skip

    def photo(self, key: str) -> StoredFile:
        return Photo.objects.filter(product=self.stage.products[key]).first().file

    def evidence(self, key: str) -> StoredFile:
        return self.stage.dossiers[key].citations.first().evidence.file

    def helped(self, kind: str) -> Activity:
        return Activity.objects.get(kind=kind)

    def exclusion(self) -> StoredFile:
        dossier = self.stage.dossiers["dua-say"]
        file = self.new("dossiers.exclusion")
        Exclusion.objects.create(dossier=dossier, ground="x", reason="x", file=file, at=self.at, by=self.minh)
        return file

    def correction(self) -> StoredFile:
        """Of the signed decision."""
        paper = Paper.objects.create(
            kind="decision", number="9/QĐ", issued_on=self.at.date(), year=self.at.year, issuer="x",
            subject="x", file=self.new("certificates.correction"), filed_by=self.minh, filed_at=self.at,
        )  # fmt: skip
        decision = Decision.objects.get(pk=self.stage.decisions["signed"].pk)
        Correction.objects.create(
            decision=decision, paper=paper, what="number", wrong="8/QĐ", right="7/QĐ", reason="x",
            by=self.minh, at=self.at,
        )  # fmt: skip
        return paper.file

    def basis(self) -> StoredFile:
        """Of what a revocation rests on."""
        paper = Paper.objects.create(
            kind="other", number="9/KL", issued_on=self.at.date(), year=self.at.year, issuer="x",
            subject="x", file=self.new("revocation.basis"), filed_by=self.minh, filed_at=self.at,
        )  # fmt: skip
        Revocation.objects.update(basis=paper)
        return paper.file

    def letter(self) -> StoredFile:
        file = self.new("renewals.letter")
        CallLetter.objects.update(file=file)
        return file

    def extension(self) -> StoredFile:
        file = self.new("renewals.extension")
        Extension.objects.update(file=file)
        return file

    def signature(self) -> StoredFile:
        """Of the visit that is still open."""
        file, known = self.new("fieldwork.signature"), {"added_by": self.minh, "added_at": self.at}
        return Signature.objects.create(
            visit=Visit.objects.get(), side="producer", signer_name="x", words_hash="x", signed_at=self.at,
            file=file, **known,
        ).file  # fmt: skip

    def report(self) -> StoredFile:
        """Of the same, further."""
        file = self.new("fieldwork.report")
        told = {"number": 1, "reason": "x", "text": "x", "by": self.minh, "at": self.at}
        return FurtherReport.objects.create(visit=Visit.objects.get(), file=file, **told).file

    def finding_photo(self) -> StoredFile:
        """Of the concluded inspection of Mai's product."""
        file = self.new("inspections.photo")
        item = InspectionItem.objects.get(inspection__state="concluded")
        return FindingPhoto.objects.create(item=item, line="pack", file=file).file

    def answer(self) -> StoredFile:
        """Of what Mai answers to an order."""
        answer = OrderAnswer.objects.create(
            order=CorrectiveOrder.objects.get(), text="x", by=self.minh, at=self.at
        )
        return AnswerFile.objects.create(answer=answer, file=self.new("inspections.answer")).file

    def ministrys(self) -> StoredFile:
        """The Ministry's paper about its own inspection of Mai's product."""
        paper, file = MinistryInspection.objects.get().paper, self.new("inspections.ministry")
        paper.file = file
        paper.save(update_fields=["file"])
        return file

    def central(self) -> StoredFile:
        """The ministry's answer about the product that was proposed."""
        item, day = self.stage.decisions["ministry"].items.get(), self.at.date()
        paper = Paper.objects.create(
            kind="other", number="9/BNN", issued_on=day, year=self.at.year, issuer="x", subject="x",
            file=self.new("certificates.central"), filed_by=self.minh, filed_at=self.at,
        )  # fmt: skip
        proposal = Proposal.objects.create(
            decision_item=item, letter_no="1/x", letter_on=day, sent_on=day, by=self.minh, at=self.at
        )
        CentralAnswer.objects.create(
            proposal=proposal, paper=paper, score=70, stars=4, by=self.minh, at=self.at
        )
        return paper.file

    def wrong(self, owner: str) -> StoredFile:
        """Of an annulment: what it rests on, or its decision."""
        file = self.new(owner)
        if owner == "annulment.decision":
            Annulment.objects.update(file=file)
            return file
        paper = Paper.objects.create(
            kind="other", number="8/BNN", issued_on=self.at.date(), year=self.at.year, issuer="x",
            subject="x", file=file, filed_by=self.minh, filed_at=self.at,
        )  # fmt: skip
        Annulment.objects.update(basis=paper)
        return file

    def taken_back(self) -> StoredFile:
        """The decision of a revocation."""
        file = self.new("revocation.decision")
        Revocation.objects.update(file=file)
        return file

    def objected(self) -> StoredFile:
        """What came with an objection."""
        objection = Objection.objects.get()
        return ObjectionFile.objects.create(objection=objection, file=self.new("objections.objection")).file

    def answered(self) -> StoredFile:
        """The letter that answers it."""
        file = self.new("objections.letter")
        Objection.objects.update(file=file)
        return file

    def laboratory(self) -> StoredFile:
        """Of a laboratory."""
        row = TestReport.objects.create(
            sample=Sample.objects.get(), number="9", issued_on=self.at.date(), verdict="pass", stops=False,
            contest_until=self.at.date(), file=self.new("samples.report"), at=self.at, by=self.minh,
        )  # fmt: skip
        return row.file

    def sampling(self) -> StoredFile:
        """The sampling record."""
        file = self.new("samples.paper")
        Sample.objects.update(file=file)
        return file

    def plan(self) -> StoredFile:
        plan = Plan.objects.get(place__code=HERE[0], year=HERE[1])
        file = self.new("programme.plan")
        return PlanPaper.objects.create(plan=plan, file=file, title="x", at=self.at, by=self.minh).file

    def step(self, position: int, media_type: str) -> StoredFile:
        file = self.new("support.step", media_type)
        Step.objects.filter(activity__kind="trademark", position=position).update(file=file)
        return file

    def site(self) -> StoredFile:
        """Of the gallery of Lan's producer, which nobody is shown yet."""
        lan = self.stage.people["lan"]
        producer = Producer.objects.acted_for_by(lan, self.at).order_by("pk").first()
        site = open_site(producer, by=lan, at=self.at)
        return SitePhoto.objects.create(site=site, file=self.new("sites.photo", "image/jpeg")).file

    def spot(self) -> StoredFile:
        """Of a village in Minh's commune, which nobody is shown yet."""
        minh = self.stage.people["minh"]
        office = appointments_on(minh, self.at)[0].office
        spot = open_spot(current(), kind="village", name="Bản", place=office.place, by=minh, at=self.at)
        return SpotPhoto.objects.create(spot=spot, file=self.new("tourism.photo", "image/jpeg")).file

    def look(self) -> StoredFile:
        file = self.new("support.look")
        return Look.objects.create(
            activity=self.helped("listing"), on=self.at.date(), state="x", photo=file
        ).photo

    def material(self, media_type: str) -> StoredFile:
        file = self.new("support.material", media_type)
        return Material.objects.create(activity=self.helped("training"), title="x", file=file).file

    def paper(self) -> StoredFile:
        file = self.new("support.paper")
        return ActivityPaper.objects.create(activity=self.helped("trademark"), title="x", file=file).file

    def cost(self) -> StoredFile:
        cost = Cost.objects.get(activity__kind="trademark")
        cost.file = self.new("support.cost")
        cost.save()
        return cost.file

    def kit(self) -> StoredFile:
        """Of Mai's product, given together with something for Lan."""
        recognition = Recognition.objects.get(product=self.stage.products["che-shan"])
        made = Kit(activity=self.helped("logo"), recognition=recognition, file=self.new("support.kit"))
        made.issued_on, made.allowed_until = self.at.date(), self.at.date().replace(year=self.at.year + 9)
        made.save()
        return made.file

    def enclosed(self) -> StoredFile:
        """A form in a package that was given to the ministry."""
        file, item = self.new("paperwork.package"), self.stage.decisions["ministry"].items.get()
        Handover.objects.create(
            decision_item=item, to="Bộ", with_restricted=False, contents=[{"file": str(file.pk)}], size=1,
            sha256="0" * 64, by=self.stage.people["phuc"], at=self.at,
        )  # fmt: skip
        return file

    def meeting_paper(self) -> StoredFile:
        """The table of scores of the closed meeting."""
        facts = {"kind": "scores", "by": self.stage.people["thu"], "at": self.at}
        file = self.new("paperwork.paper")
        MeetingPaper.objects.create(meeting_id=self.stage.meetings["first"].pk, file=file, **facts)
        return file

    def paper_scan(self) -> StoredFile:
        """Of the sheet of Hoa, who has not sealed, of the product in session."""
        file, item = self.new("paperwork.scan"), AgendaItem.objects.get(dossier=self.stage.dossiers[OPEN])
        seat = Seat.objects.get(person=self.stage.people["hoa"])
        PaperSheet.objects.create(item=item, seat=seat, pass_no=1, scan=file)
        return file


def kinds(box: Box) -> dict[str, Callable[[], StoredFile]]:
    """How to come by a file of each row."""
    return {
        "products.photo draft": lambda: box.photo("dua-qua"),
        "products.photo scored": lambda: box.photo(OPEN),
        "products.photo recognised": lambda: box.photo("che-shan"),
        "dossiers.evidence draft": lambda: box.evidence("dua-qua"),
        "dossiers.evidence scored": lambda: box.evidence(OPEN),
        "dossiers.exclusion": box.exclusion,
        "dossiers.idea_sheet": lambda: IdeaSheet.objects.get().file,
        "communication.picture draft": lambda: NewsPage.objects.get(title="Chợ phiên").pictures.get().file,
        "communication.picture published": lambda: (
            NewsPage.objects.get(title="Mở đợt hai").pictures.get().file
        ),
        "communication.recording draft": lambda: Recording.objects.get(state="draft").file,
        "communication.recording published": lambda: Recording.objects.get(state="published").file,
        "communication.evidence": lambda: PressPaper.objects.get().file,
        "certificates.decision": lambda: Decision.objects.get(pk=box.stage.decisions["signed"].pk).file,
        "certificates.certificate": lambda: Certificate.objects.get().file,
        "certificates.notice": lambda: (
            ResultNotice.objects.get(item__dossier=box.stage.dossiers["che-shan"]).file
        ),
        "certificates.correction": box.correction,
        "renewals.letter": box.letter,
        "renewals.extension": box.extension,
        "fieldwork.photo": lambda: VisitPhoto.objects.get().file,
        "fieldwork.signature": box.signature,
        "fieldwork.report": box.report,
        "inspections.photo": box.finding_photo,
        "inspections.answer": box.answer,
        "inspections.minutes": lambda: Inspection.objects.get(state="concluded").file,
        "inspections.letter": lambda: OrderLetter.objects.get().file,
        "inspections.ministry": box.ministrys,
        "certificates.central": box.central,
        "annulment.basis": lambda: box.wrong("annulment.basis"),
        "annulment.decision": lambda: box.wrong("annulment.decision"),
        "revocation.decision": box.taken_back,
        "revocation.basis": box.basis,
        "objections.objection": box.objected,
        "objections.letter": box.answered,
        "samples.report": box.laboratory,
        "samples.paper": box.sampling,
        "paperwork.package": box.enclosed,
        "paperwork.paper": box.meeting_paper,
        "paperwork.scan": box.paper_scan,
        "review.minutes": lambda: Meeting.objects.get(pk=box.stage.meetings["first"].pk).minutes,
        "programme.plan": box.plan,
        "sites.photo": box.site,
        "tourism.photo": box.spot,
        "tourism.sheet": lambda: RouteSheet.objects.filter(file__isnull=False).earliest("pk").file,
        "support.step photograph": lambda: box.step(1, "image/jpeg"),
        "support.step paper": lambda: box.step(2, "application/pdf"),
        "support.look": box.look,
        "support.material photograph": lambda: box.material("image/jpeg"),
        "support.material paper": lambda: box.material("application/pdf"),
        "support.paper": box.paper,
        "support.cost": box.cost,
        "support.kit": box.kit,
        "tables.file": lambda: box.new("tables.file"),
        "recognitions.import": lambda: box.new("recognitions.import"),
        "recognitions.scan": lambda: box.new("recognitions.scan"),
    }


def word(person: Any, file: StoredFile, at: Any) -> str:
    """What the person may do, as the table writes it."""
    if access.refuse_read(person, file, at) is None:
        assert access.refuse_see(person, file, at) is None, "who reads sees"
        return "read"
    return "see" if access.refuse_see(person, file, at) is None else "--"


def test_every_kind_of_file_has_a_row() -> None:
    assert {kind.split()[0] for kind in table()} == {
        owner for owner in access.owners() if "tests." not in owner
    }


@pytest.mark.usefixtures("places")
def test_originals_are_read_by_those_in_charge_and_pictures_seen_by_those_they_are_for(stage: Stage) -> None:
    box = Box(stage)
    newcomer = Person.objects.create_user(username="moi", full_name="Người Mới", password="mat-khau-thu")
    people = {role: stage.people[ROLES[role]] if role in ROLES else newcomer for role in READERS}
    files = {kind: find() for kind, find in kinds(box).items()}
    assert {kind: file.owner for kind, file in files.items()} == {kind: kind.split()[0] for kind in table()}
    got = {
        kind: {role: word(who, file, box.at) for role, who in people.items()} for kind, file in files.items()
    }
    assert got == table()
    assert {kind for kind, file in files.items() if access.is_public(file)} == PUBLIC
