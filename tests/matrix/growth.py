"""Makes a register of thousands out of the small province:
copies of single rows, each with its own names and codes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from django.db.models import Model
from django.utils import timezone

from ocop.casework.annulment.models import Annulment
from ocop.casework.certificates.models import Certificate, Decision
from ocop.casework.communication.models import NewsPage, PressItem, Recording
from ocop.casework.courses.models import Attendance
from ocop.casework.dossiers.models import Dossier
from ocop.casework.fieldwork.models import Visit
from ocop.casework.ideas.models import Idea
from ocop.casework.inspections.models import (
    CorrectiveOrder,
    Inspection,
    InspectionPlan,
    MinistryInspection,
    MisuseReport,
)
from ocop.casework.objections.models import Objection
from ocop.casework.renewals.models import CallLetter, Extension
from ocop.casework.review.models import Meeting
from ocop.casework.revocation.models import Revocation
from ocop.casework.samples.models import Laboratory, Sample
from ocop.casework.sites.acts import Asked, ask_producer, open_site
from ocop.casework.sites.models import BuyLink, Question, Site
from ocop.casework.support.models import Activity
from ocop.foundation.accounts.models import Appointment
from ocop.foundation.documents.models import Paper
from ocop.foundation.notifications.models import Message
from ocop.outlets.demo.stage import Stage
from ocop.outlets.reports.counting import counters
from ocop.registers.mergers.models import Merger
from ocop.registers.products.models import Product
from ocop.registers.products.writes import list_anew
from ocop.registers.programme.models import Plan, Target
from tests.register import grow_imports
from tests.visiting import grow_villages


def plan_everything(stage: Stage, year: int) -> None:
    """A plan of today's province in force, with a target for every rule that records count."""
    place = stage.round.programme.province_id
    (plan,) = copies(Plan.objects.get(year=2022), range(1), lambda n: {"place_id": place, "year": year})
    same = {"plan": plan, "unit": "việc", "value": 9, "bound": "at_least"}
    Target.objects.bulk_create(
        Target(key=f"t{n}", position=n, name=rule, count_rule=rule, **same)
        for n, rule in enumerate(counters())
    )


def copies(row: Model, numbers: range, changes: Callable[[int], dict[str, Any]]) -> list[Any]:
    """Copies of a stored row; `changes` says what differs in the one of a number."""
    fields = [field.attname for field in row._meta.concrete_fields if not field.primary_key]
    kept = {name: getattr(row, name) for name in fields}
    model = type(row)
    return model._default_manager.bulk_create(model(**kept | changes(number)) for number in numbers)


def grow(stage: Stage, numbers: range) -> None:
    """One more of everything for each number, from people to certificates."""
    _people(stage, numbers)
    _councils(stage, numbers)
    grow_registers(stage, numbers)
    _news(numbers)
    _ideas(numbers)
    _plans(numbers)
    _help(numbers)
    grow_villages(stage, numbers)
    grow_imports(stage, numbers)
    _revocations(numbers)
    _objections(numbers)
    _about_terms(numbers)
    _mergers(stage, numbers)
    copies(Visit.objects.order_by("pk").first(), numbers, lambda n: {"key": uuid4(), "state": "cancelled"})
    _inspections(numbers)
    _annulments(numbers)
    _samples(numbers)
    _shoppers(stage, numbers)


def grow_registers(stage: Stage, numbers: range) -> None:
    """One more producer, product, dossier and certificate for each number."""
    copies(stage.producers["na-loc"], numbers, lambda n: {"slug": f"tap-the-{n}", "registration_no": f"S{n}"})
    products = copies(stage.products["dua-qua"], numbers, lambda n: {"slug": f"dua-{n}", "name": f"Dứa {n}"})
    dossier = Dossier.objects.get(pk=stage.dossiers["dua-say"].pk)
    copies(dossier, numbers, lambda n: {"key": uuid4(), "product_id": products[n - numbers.start].pk})
    _certificates(stage, numbers)
    unlisted = Product.objects.filter(listing__isnull=True).values_list("pk", flat=True)
    while part := list(unlisted[:1000]):
        list_anew(part)


def _shoppers(stage: Stage, numbers: range) -> None:
    """Questions to Lan's cooperative, and places where its products are bought."""
    producer, at = stage.producers["na-loc"], timezone.now()
    site = Site.objects.filter(producer=producer).first()
    if site is None:
        site = open_site(producer, by=stage.people["lan"], at=at)
        ask_producer(stage.products["dua-qua"], Asked("once", "Có bán sỉ không?"), at=at)
    first = Question.objects.order_by("pk").first()
    copies(first, numbers, lambda n: {"key": uuid4(), "ticket": f"CAUHOI{n}", "once": f"once-{n}"})
    BuyLink.objects.bulk_create(
        BuyLink(site=site, shop="own", url=f"https://dua.example.vn/{n}") for n in numbers
    )


def _people(stage: Stage, numbers: range) -> None:
    people = copies(stage.people["giang"], numbers, lambda n: {"username": f"nguoi.{n}", "email": ""})
    offices = copies(stage.offices["department"], numbers, lambda n: {"name": f"Phòng {n}"})
    appointment = Appointment.objects.get(person=stage.people["dung"])
    place = numbers.start
    copies(
        appointment,
        numbers,
        lambda n: {"person_id": people[n - place].pk, "office_id": offices[n - place].pk},
    )
    for key in ("lan", "phuc"):
        copies(Message.objects.filter(person=stage.people[key]).first(), numbers, lambda n: {})
    copies(stage.round, numbers, lambda n: {"year": 3000 + n})


def _councils(stage: Stage, numbers: range) -> None:
    copies(stage.council, numbers, lambda n: {"name": f"Hội đồng {n}"})
    for key in ("second", "third"):
        meeting = Meeting.objects.get(pk=stage.meetings[key].pk)
        copies(meeting, numbers, lambda n: {"key": uuid4(), "title": f"Phiên họp {n}"})


def _ideas(numbers: range) -> None:
    """Drafts, ideas that wait, returned ones, approved ones."""
    for name in ("Mứt dứa", "Giấm dứa", "Trà dứa", "Rượu dứa"):
        idea = Idea.objects.filter(name=name).order_by("pk").first()
        copies(idea, numbers, lambda n: {"key": uuid4(), "name": f"Ý tưởng {n}"})


def _plans(numbers: range) -> None:
    """Plans in force, each with a task that is late."""
    plan = Plan.objects.get(year=2022)
    plans = copies(plan, numbers, lambda n: {"year": 3000 + n})
    late = {"state": "open", "done_on": None, "due_on": date(2022, 6, 30)}
    copies(plan.tasks.get(number=1), numbers, lambda n: {"plan_id": plans[n - numbers.start].pk, **late})


def _news(numbers: range) -> None:
    """Drafts, public pages, recordings and lines of the press plan."""
    for title in ("Chợ phiên", "Mở đợt hai"):
        page = NewsPage.objects.filter(title=title).order_by("pk").first()
        slug = page.slug
        copies(page, numbers, lambda n: {"key": uuid4(), "slug": slug and f"tin-{n}"})  # noqa: B023 - used at once
    for state in ("draft", "published"):
        copies(
            Recording.objects.filter(state=state).first(),
            numbers,
            lambda n: {"key": uuid4(), "title": f"Lời {n}"},
        )
    for state in ("proposed", "done"):
        copies(
            PressItem.objects.filter(state=state).first(),
            numbers,
            lambda n: {"key": uuid4(), "title": f"Tin {n}"},
        )


def _certificates(stage: Stage, numbers: range) -> None:
    """Products of Mai's cooperative with everything from the dossier to the certificate."""
    place = numbers.start
    certificate = Certificate.objects.select_related("decision_item__item__dossier", "recognition")
    certificate = certificate.get(product=stage.products["che-shan"])
    item = certificate.decision_item.item
    products = copies(stage.products["che-shan"], numbers, lambda n: {"slug": f"che-{n}", "name": f"Chè {n}"})

    def product(n: int) -> dict[str, Any]:
        return {"product_id": products[n - place].pk}

    dossiers = copies(
        item.dossier, numbers, lambda n: {**product(n), "key": uuid4(), "registration_no": f"S{n}"}
    )
    items = copies(item, numbers, lambda n: {"key": uuid4(), "dossier_id": dossiers[n - place].pk})
    decisions = copies(
        Decision.objects.get(pk=stage.decisions["signed"].pk), numbers,
        lambda n: {"key": uuid4(), "number": f"{1000 + n}-MH/QĐ-UBND"},
    )  # fmt: skip
    rows = copies(
        certificate.decision_item, numbers,
        lambda n: {**product(n), "decision_id": decisions[n - place].pk, "item_id": items[n - place].pk},
    )  # fmt: skip
    facts = copies(certificate.recognition, numbers, lambda n: {**product(n), "certificate_code": f"{n:016}"})
    copies(
        certificate, numbers,
        lambda n: {
            **product(n), "code": f"{n:016}", "product_code": f"15-02839-{n + 100}-2026",
            "recognition_id": facts[n - place].pk, "decision_item_id": rows[n - place].pk,
        },
    )  # fmt: skip


def _revocations(numbers: range) -> None:
    """Of the one certificate, each given up."""
    first = Revocation.objects.order_by("pk").first()
    rows = copies(first, numbers, lambda n: {"key": uuid4(), "state": "dropped"})
    copies(first.items.get(), numbers, lambda n: {"revocation_id": rows[n - numbers.start].pk})


def _objections(numbers: range) -> None:
    """Of the one result, each taken back."""
    first = Objection.objects.order_by("pk").first()
    copies(first, numbers, lambda n: {"key": uuid4(), "state": "withdrawn", "product_name": f"Chè {n}"})


def _mergers(stage: Stage, numbers: range) -> None:
    """Mergers as rows, of no place."""
    paper = Paper.objects.order_by("pk").first()
    facts = {"province": stage.programme.province, "paper": paper, "by": stage.people["phuc"]}
    content = {"olds": ["xã Cũ (00001)"], "news": ["xã Mới (00002)"]}
    Merger.objects.bulk_create(
        Merger(on=date(2027, 1, 1), content=content, at=paper.filed_at, **facts) for _number in numbers
    )


def _about_terms(numbers: range) -> None:
    """Letters and extensions about the one certificate."""
    letter, paper = CallLetter.objects.order_by("pk").first(), Paper.objects.get(number="15-MH/SNNMT-PTNT")
    papers = copies(paper, numbers, lambda n: {"number": f"T{n}-MH/SNNMT-PTNT"})
    place = numbers.start
    letters = copies(letter, numbers, lambda n: {"key": uuid4(), "paper_id": papers[n - place].pk})
    copies(letter.called.get(), numbers, lambda n: {"letter_id": letters[n - place].pk})
    first = Extension.objects.order_by("pk").first()
    rows = copies(first, numbers, lambda n: {"key": uuid4(), "state": "dropped"})
    copies(first.items.get(), numbers, lambda n: {"extension_id": rows[n - place].pk})


def _inspections(numbers: range) -> None:
    """Plans of later years, inspections that were called off, orders and reports that have ended."""
    plan = InspectionPlan.objects.get(year=2027)
    copies(plan, numbers, lambda n: {"key": uuid4(), "year": 3000 + n})
    surprise = Inspection.objects.get(state="open")
    rows = copies(surprise, numbers, lambda n: {"key": uuid4(), "state": "dropped"})
    order = CorrectiveOrder.objects.order_by("pk").first()
    item = order.item
    items = copies(item, numbers, lambda n: {"inspection_id": rows[n - numbers.start].pk})
    found = copies(order.finding, numbers, lambda n: {"item_id": items[n - numbers.start].pk})
    copies(
        order, numbers,
        lambda n: {"key": uuid4(), "state": "accepted", "finding_id": found[n - numbers.start].pk},
    )  # fmt: skip
    asked = MinistryInspection.objects.order_by("pk").first()
    papers = copies(asked.paper, numbers, lambda n: {"number": f"B{n}-MH/BNNMT"})
    copies(
        asked, numbers,
        lambda n: {"key": uuid4(), "state": "closed", "closed_at": asked.recorded_at,
                   "paper_id": papers[n - numbers.start].pk},
    )  # fmt: skip
    report = MisuseReport.objects.order_by("pk").first()
    copies(
        report, numbers,
        lambda n: {"key": uuid4(), "ticket": f"{n:016}", "once": f"{n}", "state": "dismissed"},
    )  # fmt: skip


def _annulments(numbers: range) -> None:
    """The same of the one annulment."""
    first = Annulment.objects.order_by("pk").first()
    rows = copies(first, numbers, lambda n: {"key": uuid4(), "state": "dropped"})
    copies(first.items.get(), numbers, lambda n: {"annulment_id": rows[n - numbers.start].pk})


def _samples(numbers: range) -> None:
    """Of the one demand, each dropped; samples, handovers, laboratories."""
    first = Sample.objects.order_by("pk").first()
    laboratory = Laboratory.objects.order_by("pk").first()
    copies(first.demand, numbers, lambda n: {"key": uuid4(), "state": "dropped"})
    copies(first, numbers, lambda n: {"key": uuid4(), "code": f"G{n}"})
    copies(first.handovers.first(), numbers, lambda n: {})
    copies(laboratory, numbers, lambda n: {"key": uuid4(), "accreditation_no": f"VILAS G{n}"})


def _help(numbers: range) -> None:
    """Trademarks of Lan's producer, each with its late step and a payment."""
    mark = Activity.objects.filter(kind="trademark").order_by("pk").first()
    marks = copies(mark, numbers, lambda n: {"key": uuid4(), "name": f"Nhãn hiệu {n}"})
    for row in (mark.steps.first(), mark.costs.get(), mark.beneficiaries.get()):
        copies(row, numbers, lambda n: {"activity_id": marks[n - numbers.start].pk})
    learned = Attendance.objects.order_by("pk").first()
    copies(learned, numbers, lambda n: {"name": f"Người {n}", "name_key": f"người {n}"})
