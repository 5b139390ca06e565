"""What the demonstration holds, and what it must never hold."""

from __future__ import annotations

import csv
from collections import Counter

from django.contrib.auth.hashers import check_password

from ocop.casework.certificates.models import Certificate, Decision, Proposal, ResultNotice
from ocop.casework.communication.models import NewsPage, PressItem
from ocop.casework.courses.models import Attendance
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules.completeness import GapCode
from ocop.casework.dossiers.selectors import missing
from ocop.casework.ideas.models import Idea
from ocop.casework.review.models import AgendaItem, Declaration, Meeting
from ocop.casework.samples.models import Dispatch, Sample
from ocop.casework.support.models import Activity, Beneficiary, Kit, Party
from ocop.casework.tourism.models import Route
from ocop.config.management.commands.states import workflows
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.selectors import verify_chain
from ocop.foundation.documents.models import Paper
from ocop.foundation.printing.models import Printout
from ocop.foundation.printing.selectors import unmade
from ocop.outlets.demo.cast import DATA, PASSWORD, actors, sign_ins
from ocop.outlets.demo.filing import submit
from ocop.outlets.demo.life.again import AGAIN
from ocop.outlets.demo.moments import moment
from ocop.outlets.demo.story import is_told
from ocop.outlets.demo.year_2022.reading import rows
from ocop.registers.producers.models import Producer, Representative
from ocop.registers.products.models import Photo, Product, Recognition
from ocop.registers.products.rules import StandingKind
from ocop.registers.products.selectors import standing_of
from ocop.registers.programme.models import Amendment, Plan, Task


def _facts() -> list[dict[str, str]]:
    """The data file as it is."""
    with (DATA / "products.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


ROUND = {
    "certificates.decision", "communication.newspage", "communication.pressitem", "dossiers.dossier",
    "ideas.idea", "programme.plan", "programme.task", "review.agendaitem", "review.meeting",
    "review.scoresheet", "support.activity",
}  # fmt: skip
"""The workflows of a round and of the year's help; others have tests of their own (test_life.py)."""


def test_every_state_of_every_workflow_of_a_round_is_there(province):
    from django.apps import apps

    tables = {label: workflow for label, workflow in workflows().items() if label in ROUND}
    assert set(tables) == ROUND
    for label, workflow in tables.items():
        found = set(apps.get_model(label)._default_manager.values_list("state", flat=True))
        assert found == {str(state) for state in workflow.states}, label


def test_the_record_holds_and_runs_with_time(province):
    moments = list(Entry.objects.order_by("sequence").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert moments[-1] == moment("11-23 08:30")
    assert verify_chain() is None


def test_results_are_those_of_the_story(province):
    results = {
        key: (item.state, item.stars, item.recommendation, item.recommended_stars)
        for key, dossier in province.dossiers.items()
        if "/" not in key  # those of 2022 have tests of their own
        for item in AgendaItem.objects.filter(dossier=dossier)
    }
    assert results == {
        "che-shan": ("closed", 3, "recognise", 3),
        "tui-tho-cam": ("closed", 4, "recognise", 4),
        "hong-tra": ("closed", 5, "propose_to_ministry", 5),
        "gio-may": ("closed", 2, "none", None),
        "chuoi-tuoi": ("excluded", None, "", None),
        "bach-tra": ("closed", 3, "recognise", 3),
        "ca-phe-mat-ong": ("closed", 4, "recognise", 4),
        "mat-ong": ("removed", None, "", None),
        "khan-tho-cam": ("scoring", None, "", None),
        "ca-phe": ("disputed", 3, "", None),
        "nha-san": ("tallied", 3, "recognise", 3),
        "le-vang": ("waiting", None, "", None),
        "mat-rung": ("closed", 2, "none", None),
        "lap-suon": ("closed", 4, "none", None),
        **dict.fromkeys(AGAIN, ("closed", 2, "none", None)),
        "le-say": ("withdrawn", None, "", None),
    }


def test_the_open_meeting_waits_for_its_members(province):
    item = AgendaItem.objects.get(dossier=province.dossiers["khan-tho-cam"])
    sheets = {sheet.seat.person.username: sheet.state for sheet in item.sheets.select_related("seat__person")}
    assert sheets == {"chutich": "sealed", "uyvien1": "sealed", "uyvien2": "sealed", "uyvien3": "draft"}
    conflicts = Declaration.objects.filter(has_conflict=True).values_list("seat__person__username", "item")
    late = AgendaItem.objects.get(dossier=province.dossiers["bach-tra"])
    assert set(conflicts) == {("uyvien5", item.pk), ("uyvien4", late.pk)}


def test_papers_that_follow_from_results(province):
    issued = Certificate.objects.filter(decision_item__decision__programme=province.programme)
    certificates = {certificate.product.name: certificate.stars for certificate in issued}
    assert certificates == {"Chè Shan Cao Nguyên (minh hoạ)": 3, "Túi thổ cẩm Sợi Lanh (minh hoạ)": 4}
    assert Proposal.objects.get().decision_item.product == province.products["hong-tra"]
    notices = ResultNotice.objects.filter(item__meeting__council=province.council)
    noticed = {notice.item.dossier.product.name for notice in notices}
    assert noticed == {
        province.products[key].name
        for key in (
            "che-shan",
            "tui-tho-cam",
            "hong-tra",
            "gio-may",
            "chuoi-tuoi",
            "mat-rung",
            "lap-suon",
            *AGAIN,
        )
    }


def test_every_paper_is_made_when_the_story_ends(province):
    assert list(unmade()) == []
    assert Counter(Printout.objects.values_list("kind", flat=True)) == {
        "review.meeting": Meeting.objects.filter(state="closed").count(),
        "certificates.decision": Decision.objects.filter(state="signed").count(),
        "certificates.certificate": Certificate.objects.count(),
        "certificates.resultnotice": ResultNotice.objects.count(),
        "samples.sample": Sample.objects.count(),
        "samples.dispatch": Dispatch.objects.count(),
        "fieldwork.visit": 8,
        "review.minutescorrection": 1,
        "revocation.revocation": 1,
        "annulment.annulment": 1,
        "renewals.extension": 1,
        "inspections.inspection": 1,
        "inspections.orderletter": 1,
        "tourism.routesheet": 2 * Route.objects.count(),
    }


def test_nobody_can_take_a_paper_for_real(province):
    numbers = {
        "papers": Paper.objects.values_list("number", flat=True),
        "decisions": Decision.objects.exclude(number="").values_list("number", flat=True),
        "minutes": Meeting.objects.exclude(minutes_no="").values_list("minutes_no", flat=True),
        "producers": Producer.objects.filter(is_illustration=True).values_list("registration_no", flat=True),
        "recognitions": Recognition.objects.filter(product__is_illustration=True).values_list(
            "number", flat=True
        ),
        "amendments": Amendment.objects.values_list("number", flat=True),
    }
    counts = {name: len(found) for name, found in numbers.items()}
    assert counts == {
        "papers": 32, "decisions": 4, "minutes": 3, "producers": 41, "recognitions": 130, "amendments": 2,
    }  # fmt: skip
    assert [number for found in numbers.values() for number in found if "MH" not in number] == []
    assert list(Plan.objects.exclude(number__contains="MH").values_list("number",
    "year").order_by("year")) == [
        ("100/KH-UBND", 2022), ("", 2027), ("", 2027),
    ]  # fmt: skip
    assert province.programme.is_demonstration


def test_the_pineapple_lacks_only_the_statement(province):
    lan = province.people["lan"]
    dossier = Dossier.objects.get(pk=province.dossiers["dua-qua"].pk)
    at = moment("11-24 09:00")
    assert [gap.code for gap in missing(dossier, person=lan, at=at)] == [GapCode.STATEMENT_MISSING]
    submit(province, "dua-qua", at)
    dossier.refresh_from_db()
    assert dossier.state == "submitted"


def test_real_producers_have_nothing_invented(province):
    real = Producer.objects.filter(source="register")
    assert set(real.values_list("name", "commune__code")) == {
        (row["producer"], row["commune"] or None) for row in _facts() if row["year"]
    }
    for blank in ("phone", "email", "website", "address", "registration_no", "history", "organisation"):
        assert real.exclude(**{blank: ""}).count() == 0, blank
    assert real.filter(is_illustration=True).count() == 0
    assert Representative.objects.filter(producer__in=real).count() == 0
    assert Dossier.objects.filter(product__producer__in=real).count() == 0
    assert Photo.objects.filter(product__producer__in=real).count() == 0
    assert Certificate.objects.filter(product__producer__in=real).count() == 0
    assert Idea.objects.filter(producer__in=real).count() == 0
    assert Beneficiary.objects.filter(producer__in=real).count() == 0
    assert Party.objects.filter(producer__in=real).count() == 0
    assert Attendance.objects.filter(producer__in=real).count() == 0
    assert Kit.objects.filter(recognition__product__producer__in=real).count() == 0
    products = Product.objects.filter(producer__in=real)
    for blank in ("description", "story", "packaging", "net_content", "gtin"):
        assert products.exclude(**{blank: ""}).count() == 0, blank


def test_invented_producers_say_so(province):
    invented = Producer.objects.exclude(source="register")
    assert [
        producer.name for producer in invented if not producer.is_illustration or "Mẫu" not in producer.name
    ] == []
    products = Product.objects.filter(producer__in=invented)
    assert [
        product.name
        for product in products
        if not product.is_illustration or "(minh hoạ)" not in product.name
    ] == []
    assert [actor.name for actor in actors() if not actor.name.startswith("Mẫu ")] == []
    assert [row["name"] for row in rows("people") if not row["name"].startswith("Mẫu ")] == []
    assert Activity.objects.filter(is_illustration=False).count() == 0
    assert Idea.objects.filter(is_illustration=False).count() == 0
    titles = [
        *Activity.objects.values_list("name", flat=True),
        *PressItem.objects.values_list("title", flat=True),
    ]
    titles += [
        *NewsPage.objects.values_list("title", flat=True),
        *Task.objects.values_list("name", flat=True),
    ]
    assert [title for title in titles if "minh hoạ" not in title] == []
    assert [
        name for name in Attendance.objects.values_list("name", flat=True) if not name.startswith("Mẫu ")
    ] == []
    assert Person.objects.exclude(email="").exclude(email__endswith="@example.org").count() == 0


def test_the_register_says_what_the_file_says(province):
    known = _facts()
    assert len(known) == 58
    entered = Recognition.objects.filter(product__source="register")
    wanted = Counter((row["product"], row["status_code"], row["stars"]) for row in known if row["year"])
    assert Counter((r.product.name, r.status_code, str(r.stars or "")) for r in entered) == wanted
    assert sum(not row["year"] for row in known) == 6


def test_a_date_that_is_not_known_is_never_called_valid(province):
    day = moment("11-24 09:00").date()
    entered = Recognition.objects.filter(product__source="register")
    kinds = Counter(
        (r.date_precision, standing_of(r, day).kind) for r in entered if r.status_code == "recognised"
    )
    assert kinds == {
        ("month", StandingKind.UNKNOWN): 23,
        ("year", StandingKind.UNKNOWN): 9,
        ("day", StandingKind.EXPIRED): 3,
        ("day", StandingKind.VALID): 6,
    }
    assert {standing_of(r, day).kind for r in entered.filter(status_code="revoked")} == {StandingKind.REVOKED}


def test_the_printed_sign_ins_open_and_no_others(province):
    people = {person.username: person for person in Person.objects.all()}
    assert len(sign_ins()) == 17
    for actor in sign_ins():
        assert check_password(PASSWORD, people[actor.username].password), actor.username
    closed = [person for person in people.values() if not person.has_usable_password()]
    assert len(people) == len(sign_ins()) + len(closed)
    assert people["cai-dat"] in closed


def test_it_is_told_once(province):
    assert is_told()
