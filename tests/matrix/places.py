"""What stands in the addresses of the table: a word of its second column means these arguments."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from ocop.casework.advisory.models import Team, TeamSeat
from ocop.casework.annulment.models import Annulment
from ocop.casework.certificates.models import DecisionItem
from ocop.casework.communication.models import NewsPage, PressItem, Recording
from ocop.casework.fieldwork.models import Visit
from ocop.casework.objections.models import Objection
from ocop.casework.paperwork.models import Handover, MeetingPaper
from ocop.casework.renewals.models import CallLetter, Extension
from ocop.casework.review.models import AgendaItem, Correction, Seat
from ocop.casework.revocation.models import Cessation, Revocation
from ocop.casework.sites.acts import Asked, add_link, ask_producer, open_site
from ocop.casework.sites.models import SitePhoto
from ocop.casework.support.models import Activity
from ocop.casework.support.rules import kinds
from ocop.foundation.accounts.models import Appointment, WrongTries
from ocop.foundation.accounts.rules import MOST_TRIES
from ocop.foundation.notifications.models import Message
from ocop.foundation.printing.models import Printout
from ocop.outlets.demo.stage import REGULATION, Stage
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Photo
from tests.helping import FACTS
from tests.ideabox import idea_places
from tests.inspecting import inspection_places
from tests.planning import plan_places
from tests.province import OPEN
from tests.register import register_places
from tests.sampling import sample_places
from tests.visiting import village_places

LAN_PRODUCT = "dua-qua"


def _correction(stage: Stage, item: AgendaItem) -> Correction:
    """What Bảo asks to change in the own sealed sheet."""
    sheet = item.sheets.get(seat__person=stage.people["bao"])
    return Correction.objects.create(
        sheet=sheet, choices={"1.1": None}, reason="Nhầm", asked_at=timezone.now()
    )


def _given_up() -> Printout:
    """A paper that could not be made; of no thing, for every thing of the province has its own."""
    made = Printout.objects.filter(kind="certificates.decision").earliest("pk")
    made.pk, made.thing_id, made.made_at, made.file = None, 1, None, None
    made.given_up_at, made.fault = timezone.now(), "RuntimeError"
    made.save(force_insert=True)
    return made


def _report(stage: Stage) -> MeetingPaper:
    """The report of the closed meeting, which is not made yet."""
    facts = {"kind": "report", "by": stage.people["thu"], "at": timezone.now()}
    return MeetingPaper.objects.create(meeting_id=stage.meetings["first"].pk, **facts)


def _team_report(stage: Stage) -> MeetingPaper:
    """The advisory team's report before the same meeting."""
    meeting = stage.meetings["first"]
    facts = {"kind": "advisory", "by": stage.people["thu"], "at": timezone.now()}
    number = meeting.items.all()[0].advisory_report
    return MeetingPaper.objects.create(meeting_id=meeting.pk, report=number, **facts)


def _team_seat(stage: Stage) -> TeamSeat:
    """A seat on the advisory team, of somebody with no other part."""
    council, phuc = stage.council, stage.people["phuc"]
    facts = {"established_by": council.established_by, "starts_on": council.starts_on, "created_by": phuc}
    team = Team.objects.create(programme=council.programme, created_at=timezone.now(), **facts)
    person = stage.people["giang"]
    return TeamSeat.objects.create(
        team=team, person=person, function="member", agency="Sở Y tế", starts_on=council.starts_on
    )


def _handed(stage: Stage, item: DecisionItem) -> Handover:
    """A package that was given, of no file."""
    facts = {"by": stage.people["phuc"], "at": timezone.now(), "size": 1, "sha256": "0" * 64, "contents": []}
    return Handover.objects.create(decision_item=item, to="Bộ", with_restricted=False, **facts)


def arguments(stage: Stage) -> dict[str, tuple[Any, ...]]:
    """By word. Lan is of Bản Lầu; `open` is the product in session, `closed` the one with a certificate."""
    lan, product = stage.producers["na-loc"], stage.products[LAN_PRODUCT]
    item = {key: AgendaItem.objects.get(dossier=stage.dossiers[key]) for key in (OPEN, "che-shan", "gio-may")}
    photo = Photo.objects.filter(product=product).first()
    shown = Photo.objects.filter(product=stage.products["che-shan"]).first()
    recognised = item["che-shan"].decision_items.get().certificate
    dossiers = {
        word: (stage.dossiers[key].key,)
        for word, key in (
            ("draft", LAN_PRODUCT), ("submitted", "dua-say"), ("received", "chuoi-say"),
            ("returned", "tra-xanh"),
            ("proposed", "man-say"), ("accepted", "mat-ong"), ("scored", OPEN), ("concluded", "che-shan"),
            ("renewal", "mut-dua"), ("upgrade", "siro-dua"),
        )
    }  # fmt: skip
    receipt = stage.dossiers["dua-say"].submissions.get()
    paper = stage.dossiers[LAN_PRODUCT].citations.first().evidence
    note = stage.dossiers["tra-xanh"].returns.get()
    ministry = stage.decisions["ministry"]
    drafted, told = Recording.objects.get(state="draft"), Recording.objects.get(state="published")
    news, public = NewsPage.objects.get(title="Chợ phiên"), NewsPage.objects.get(title="Mở đợt hai")
    press, aired = (PressItem.objects.get(title=f"Phát thanh về đợt {which}") for which in ("hai", "một"))
    helped = {kind: Activity.objects.get(kind=kind) for kind in FACTS}
    mark, link, course = helped["trademark"], helped["value_chain_link"], helped["training"]
    lock = WrongTries.objects.create(
        person=stage.people["lan"], name="lan", address="203.0.113.9", count=MOST_TRIES,
        until=timezone.now() + timedelta(days=1),
    )  # fmt: skip
    visit = Visit.objects.get()
    days = list(course.days.order_by("day"))
    return {
        "-": (),
        **{f"kind-{kind.slug}": (kind.slug,) for kind in kinds().values()},
        "help": (mark.key,),
        "course": (course.key,),
        "course/day": (course.key, days[0].pk),
        "course/empty": (course.key, days[1].pk),
        "course/row": (course.key, course.attendances.get().pk),
        "code-expired": (days[0].code,),
        "help-kit": (helped["logo"].key,),
        "help-look": (helped["listing"].key,),
        "help-link": (link.key,),
        "help/step": (mark.key, "search"),
        "help/one": (mark.key, mark.beneficiaries.get().pk),
        "help/party": (link.key, link.parties.get(name="Công ty Nước quả").pk),
        "help/cost": (mark.key, mark.costs.get().pk),
        **dossiers,
        **idea_places(),
        **inspection_places(),
        **sample_places(),
        **plan_places(),
        **register_places(stage),
        **_site(stage, lan, photo),
        **village_places(stage, lan, photo),
        "leaf": (lan.slug, "I.1.a"),
        "lan": (lan.slug,),
        "lan/name": (lan.slug, "place"),
        "lan/person": (lan.slug, lan.representations.get().pk),
        "form": ("cooperative",),
        "product": (product.slug,),
        "product/name": (product.slug, "name"),
        "product/leaf": (product.slug, "I.1.a"),
        "product/photo": (product.slug, photo.pk),
        "photo": (photo.file_id,),
        "photo/size": (photo.file_id, "nho"),
        "photo-recognised": (shown.file_id,),
        "photo-recognised/size": (shown.file_id, "nho"),
        "paper": (paper.file_id,),
        "sealed-paper": (stage.dossiers[OPEN].citations.first().evidence.file_id,),
        "draft/criterion": (*dossiers["draft"], "1.1"),
        "draft/paper": (*dossiers["draft"], paper.pk),
        "draft/kind": (*dossiers["draft"], "production_eligibility"),
        "draft/step": (*dossiers["draft"], "ket-qua"),
        "upgrade/change": (*dossiers["upgrade"], stage.dossiers["siro-dua"].changes.get().pk),
        "kept": (paper.pk,),
        "returned/item": (*dossiers["returned"], note.items.first().pk),
        "submitted/receipt": (*dossiers["submitted"], receipt.code),
        "team-seat": (_team_seat(stage).pk,),
        "council": (stage.council.pk,),
        "seat": (Seat.objects.get(person=stage.people["giang"]).pk,),
        "meeting": (stage.meetings["second"].key,),
        "meeting/member": (stage.meetings["second"].key, Seat.objects.get(person=stage.people["hoa"]).pk),
        "open/chair": (item[OPEN].key, Seat.objects.get(person=stage.people["son"]).pk, 1),
        "open/member": (item[OPEN].key, Seat.objects.get(person=stage.people["hoa"]).pk, 1),
        "meeting-closed": (stage.meetings["first"].key,),
        "meeting-planned": (stage.meetings["third"].key,),
        "open": (item[OPEN].key,),
        "open/criterion": (item[OPEN].key, "1.1"),
        "open/key-unknown/one": (item[OPEN].key, uuid4(), 1),
        "closed": (item["che-shan"].key,),
        "low": (item["gio-may"].key,),
        "handed": (_handed(stage, ministry.items.get()).key,),
        "report": (_report(stage).key,),
        "team-report": (_team_report(stage).key,),
        "correction": (_correction(stage, item[OPEN]).key,),
        "decision": (stage.decisions["signed"].key,),
        "waiting": (stage.decisions["waiting"].key,),
        "visit": (visit.key,),
        "visit/photo": (visit.key, visit.photos.get().pk),
        "visit/one": (visit.key, 1),
        "visit-day": (visit.day,),
        "objection": (Objection.objects.get().key,),
        "annulment": (Annulment.objects.get().key,),
        "cessation": (Cessation.objects.get().key,),
        "revocation": (Revocation.objects.get().key,),
        "call-letter": (CallLetter.objects.get().key,),
        "extension": (Extension.objects.get().key,),
        "ministry": (ministry.key, ministry.items.get().pk),
        "certificate": (recognised.code,),
        "recognised": (stage.products["che-shan"].slug,),
        "recogniser": (stage.producers["cao-nguyen"].slug,),
        "key-unknown": (uuid4(),),
        "unknown": ("khong-co-ma-nay",),
        "help-role": ("thanh-vien",),
        "place": ("02788", "2026-11-23"),
        "decree": (REGULATION,),
        "decree/set": (REGULATION, 1),
        "decrees": ("qd-148-2023", 1, REGULATION, 1),
        "anomaly": (REGULATION, "khong-co"),
        "round-told": (2026, 2),
        "round-untold": (2026, 1),
        "round": (2026, 2),
        "days-off": (2026,),
        "message": (Message.objects.filter(person=stage.people["lan"]).first().pk,),
        "lock": (lock.pk,),
        "printout": (_given_up().pk,),
        "person": (stage.people["hoa"].pk,),
        "appointment": (Appointment.objects.get(person=stage.people["dung"]).pk,),
        "reset": ("abc", "set-password"),
        "key": ("abc",),
        "one": (1,),
        "news": (news.key,),
        "news-sent": (NewsPage.objects.get(title="Hội chợ xã").key,),
        "news-gone": (NewsPage.objects.get(title="Bài bỏ").key,),
        "news/version": (news.key, 1),
        "news/picture": (news.key, 1),
        "news-public": (public.key,),
        "news-slug": (public.slug,),
        "news-photo/size": (public.pictures.get().file_id, "nho"),
        "sound": (drafted.key,),
        "sound-public": (told.key,),
        "sound-file": (drafted.file_id,),
        "sound-public-file": (told.file_id,),
        "press": (press.key,),
        "press-planned": (PressItem.objects.get(title="Phát thanh về đợt ba").key,),
        "press-done": (aired.key,),
        "press-paper": (aired.papers.get().file_id,),
    }


def _site(stage: Stage, lan: Producer, photo: Photo) -> dict[str, tuple[Any, ...]]:
    """Lan's site, being written, with a photograph and a place to buy."""
    person, at = stage.people["lan"], timezone.now()
    site = open_site(lan, by=person, at=at)
    link = add_link(site, shop="voso", url="https://voso.vn/dua", by=person, at=at)
    picture = SitePhoto.objects.create(site=site, file=photo.file)
    asked = ask_producer(stage.products[LAN_PRODUCT], Asked("once", "Có bán sỉ không?"), at=at)
    return {
        "site/photo": (lan.slug, picture.pk), "buy-link": (link.key,), "question": (asked.key,),
        "question-ticket": (asked.ticket,),
    }  # fmt: skip
