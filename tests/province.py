"""A small province for the tests of the whole house:
some chapters of the demonstration, and dossiers at every desk.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.test import override_settings

from ocop.casework.annulment.acts import prepare_annulment
from ocop.casework.annulment.selectors import named
from ocop.casework.certificates import acts as certificates
from ocop.casework.certificates.models import ResultNotice
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.signing import take_up_key
from ocop.casework.dossiers.acts import ToMend, open_renewal, open_upgrade, return_dossier, say_change
from ocop.casework.dossiers.tests.cast import leaf_of, pdf
from ocop.casework.fieldwork import acts as fieldwork
from ocop.casework.fieldwork.rules import VisitKind
from ocop.casework.fieldwork.selectors.targets import Goal
from ocop.casework.fieldwork.tests.cast import picture
from ocop.casework.objections.acts import file_objection
from ocop.casework.renewals.tests.cast import extension_row, letter_row
from ocop.casework.review import acts as review
from ocop.casework.review.models import Meeting
from ocop.casework.revocation.acts import prepare_revocation, report_cessation
from ocop.casework.revocation.rules import Ground
from ocop.foundation.printing.making import make_due
from ocop.outlets.demo import filing, scoring
from ocop.outlets.demo.council import note_council
from ocop.outlets.demo.drafting import write_dossier
from ocop.outlets.demo.moments import moment
from ocop.outlets.demo.people import note_people
from ocop.outlets.demo.producers import note_producers
from ocop.outlets.demo.programme import MARK, note_programme
from ocop.outlets.demo.stage import REGULATION, Stage
from ocop.registers.products.acts import register_product
from ocop.registers.products.models import Recognition
from ocop.registers.products.writes import record_recognition
from tests.helping import note_help
from tests.ideabox import tell_ideas
from tests.inspecting import tell_inspections
from tests.newsroom import tell_news
from tests.planning import tell_plans
from tests.sampling import note_samples

CLOSED = {"che-shan": 64, "bach-tra": 61, "hong-tra": 93, "gio-may": 44}
"""What the council made of the four products of its first meeting: 3 stars twice, over 90 points, 2 stars."""

OPEN = "khan-tho-cam"
CONFLICTED = "yen"


def tell() -> Stage:
    """People, producers, a council; dossiers from the first draft to the certificate;
    everything by actions. The key that signs certificates is not kept: a page reads what was signed.
    """
    with TemporaryDirectory() as folder, override_settings(SIGNING_DIR=Path(folder), SIGNING_KEY=""):
        take_up_key(moment("09-01 07:00").date())
        return _told()


def _told() -> Stage:
    stage = Stage()
    for note_chapter in (note_people, note_programme, note_producers, note_council):
        note_chapter(stage)
    stage.diary.carry_out()
    _file(stage)
    _hold_first_meeting(stage)
    _decide(stage)
    _propose_revocation(stage)
    _object(stage)
    _write_about_the_term(stage)
    _plan_visit(stage)
    tell_inspections(stage)
    _propose_annulment(stage)
    _report_cessation(stage)
    _open_second_meeting(stage)
    _evaluate_again(stage)
    note_samples(stage)
    tell_news(stage)
    note_help(stage)
    tell_ideas(stage)
    tell_plans(stage)
    return stage


def _file(stage: Stage) -> None:
    """A draft, a submitted, a received, a returned, a proposed and an accepted dossier,
    and those of the meetings.
    """
    _bring(stage, "dua-qua", until="draft")
    _bring(stage, "dua-say", until="submit")
    _bring(stage, "chuoi-say", until="receive")
    _bring(stage, "tra-xanh", until="receive")
    _send_back(stage, "tra-xanh")
    _bring(stage, "man-say", until="propose")
    for key in ("mat-ong", OPEN):
        _bring(stage, key, until="accept")
    for key, points in CLOSED.items():
        _bring(stage, key, until="accept", points=points, stars=5 if points > 90 else 3 if points > 50 else 1)


def _bring(stage: Stage, key: str, *, until: str, points: int = 66, stars: int = 3) -> None:
    """Writes a dossier and takes it up to a step."""
    write_dossier(stage, key, moment("10-05 08:00"), points=points, stars=stars)
    steps = {
        "submit": "10-06 09:00",
        "receive": "10-07 09:00",
        "propose": "10-09 09:00",
        "accept": "10-12 09:00",
    }
    if until == "draft":
        return
    for step, when in steps.items():
        getattr(filing, step)(stage, key, moment(when))
        if step == until:
            return


def _send_back(stage: Stage, key: str) -> None:
    at, dossier = moment("10-08 09:00"), stage.dossiers[key]
    items = [ToMend("form_02_plan", "Kế hoạch sản xuất", "Thêm sản lượng dự kiến.")]
    return_dossier(dossier, reason="Thiếu một chỗ.", items=items, by=filing.officer_of(dossier, at), at=at)


def _plan(stage: Stage, key: str, products: list[str], starts: str) -> Meeting:
    """A meeting with its agenda."""
    at, thu = moment("11-06 09:00"), stage.people["thu"]
    meeting = stage.meetings[key] = review.plan_meeting(
        stage.council, title=f"Phiên họp {key}", starts_at=moment(starts), venue="Phòng họp 2",
        round=stage.round,
        by=thu, at=at,
    )  # fmt: skip
    dossiers = [type(stage.dossiers[one]).objects.get(pk=stage.dossiers[one].pk) for one in products]
    review.put_on_agenda(
        meeting,
        dossiers,
        advisory_report=stage.papers["report-1" if key == "first" else "report-2"],
        advisory_opinion="Đề nghị đánh giá.",
        by=thu,
        at=at,
    )
    return meeting


def _open(stage: Stage, key: str, at: datetime, conflicts: dict[str, str]) -> None:
    """The meeting opens, the members declare, every product may be scored."""
    scoring.attend(stage, stage.meetings[key], at)
    review.open_meeting(stage.meetings[key], by=stage.people["thu"], at=at)
    meeting = stage.meetings[key] = Meeting.objects.get(pk=stage.meetings[key].pk)
    scoring.declare_all(stage, meeting, at, conflicts=conflicts)
    review.open_all_items(meeting, by=stage.people["thu"], at=at)


def _hold_first_meeting(stage: Stage) -> None:
    at = moment("11-11 08:00")
    _plan(stage, "first", list(CLOSED), "11-11 08:00")
    _open(stage, "first", at, {})
    for key, points in CLOSED.items():
        totals = {member: points + place % 3 for place, member in enumerate(scoring.JUDGES)}
        scoring.score(stage, key, at, totals, stars=5 if points > 90 else 3 if points > 50 else 1)
    review.close_meeting(
        Meeting.objects.get(pk=stage.meetings["first"].pk), minutes_no=f"01{MARK}/BB-HĐ",
        closing_note="Thống nhất.",
        by=stage.people["thu"], at=at,
    )  # fmt: skip


def _decide(stage: Stage) -> None:
    """One decision signed with its certificate, one waiting for the signer,
    one result approved for the ministry.
    """
    phuc, khanh, at = stage.people["phuc"], stage.people["khanh"], moment("11-13 09:00")
    for key, product, kind in (
        ("signed", "che-shan", DecisionKind.RECOGNITION),
        ("waiting", "bach-tra", DecisionKind.RECOGNITION),
        ("ministry", "hong-tra", DecisionKind.APPROVAL_OF_RESULT),
    ):
        items = [scoring.item_of(stage, product)]
        decision = certificates.draft_decision(stage.programme, kind=kind, items=items, by=phuc, at=at)
        certificates.submit_decision(decision, by=phuc, at=at)
        stage.decisions[key] = decision
    for number, key in ((118, "signed"), (119, "ministry")):
        decision = (
            type(stage.decisions[key]).objects.select_related("programme").get(pk=stage.decisions[key].pk)
        )
        certificates.sign_decision(
            decision, number=f"{number}{MARK}/QĐ-UBND", signed_on=at.date(), by=khanh, at=at
        )
        stage.decisions[key] = decision
    certificates.notify_results([scoring.item_of(stage, "gio-may")], by=phuc, at=at)
    make_due(lambda: at)


def _plan_visit(stage: Stage) -> None:
    """Of a dossier before the council; announced, and whoever goes has declared no relation."""
    phuc, at, dossier = stage.people["phuc"], moment("11-20 09:00"), stage.dossiers["man-say"]
    [visit] = fieldwork.plan_visits(
        stage.programme, kind=VisitKind.VERIFICATION, day=at.date().replace(day=23), inspectors=[phuc],
        goals=[Goal(dossier.product, dossier)], reason="Vùng nguyên liệu chưa rõ.", by=phuc, at=at,
    )  # fmt: skip
    fieldwork.announce_visit(visit, by=phuc, at=at)
    fieldwork.declare_relation(visit, relation="none", by=phuc, at=at)
    fieldwork.add_photo(visit, photo=picture(), code="1.1", by=phuc, at=at)


def _propose_revocation(stage: Stage) -> None:
    """Of the one certificate; nobody has verified it yet."""
    recognition = Recognition.objects.get(product=stage.products["che-shan"])
    prepare_revocation(
        stage.programme, recognitions=[recognition], ground=Ground.MARK, reason="In sao lên sản phẩm khác.",
        by=stage.people["phuc"], at=moment("11-14 09:00"),
    )  # fmt: skip


def _object(stage: Stage) -> None:
    """Mai, to the stars of the one certificate; nobody has answered yet."""
    notice = ResultNotice.objects.get(item__dossier=stage.dossiers["che-shan"])
    file_objection(
        notice, reason="Tiêu chí 5.1 có tài liệu mà chưa được tính.", by=stage.people["mai"],
        at=moment("11-14 09:30"),
    )  # fmt: skip


def _write_about_the_term(stage: Stage) -> None:
    """A letter and an extension about the one certificate, as rows: its end is far."""
    recognition = Recognition.objects.get(product=stage.products["che-shan"])
    facts = {"programme": stage.programme, "by": stage.people["phuc"], "at": moment("11-14 10:00")}
    letter_row(recognition, **facts)
    extension_row(recognition, **facts)


def _report_cessation(stage: Stage) -> None:
    """Of the certified product, after its revocation was proposed; nobody has set it aside."""
    report_cessation(
        stage.programme, kind="stopped", product=stage.products["che-shan"], number="9/XN-UBND",
        issued_on=moment("11-14 10:00").date(), issuer="UBND xã", note="Ngừng từ tháng 10.",
        by=stage.people["phuc"], at=moment("11-14 10:00"),
    )  # fmt: skip


def _propose_annulment(stage: Stage) -> None:
    """Of the same certificate; nobody has verified it yet."""
    phuc, at = stage.people["phuc"], moment("11-14 09:30")
    code = Recognition.objects.get(product=stage.products["che-shan"]).certificate_code
    prepare_annulment(
        stage.programme, wrong=named(code or "", person=phuc, at=at).found, ground="province", redo=False,
        reason="Phiếu điểm tính sai.", by=phuc, at=at,
    )  # fmt: skip


def _open_second_meeting(stage: Stage) -> None:
    """In session: one member has a conflict, two have sealed, the others have not."""
    at = moment("11-23 08:00")
    _plan(stage, "second", [OPEN], "11-23 08:00")
    _open(stage, "second", at, {CONFLICTED: OPEN})
    scoring.score(stage, OPEN, at, {"hoa": 66, "bao": 67}, stars=3)
    _plan(stage, "third", [], "12-14 08:00")


def _evaluate_again(stage: Stage) -> None:
    """Two products of Lan's that a register brought: the re-evaluation of one, the upgrade of another, both
    still being written.
    """
    lan, at = stage.people["lan"], moment("11-23 09:00")
    for key, name, begin in (("mut-dua", "Mứt dứa", open_renewal), ("siro-dua", "Siro dứa", open_upgrade)):
        fields = {"name": name, "description": name, "regulation_code": REGULATION, "set_number": 7}
        fields |= {"leaf": leaf_of(7)["leaf"]}
        product = stage.products[key] = register_product(
            stage.producers["na-loc"], fields=fields, by=lan, at=at
        )
        held = {
            "stars": 3, "authority": "UBND tỉnh Lào Cai", "number": f"77{MARK}/QĐ-UBND", "year": 2024,
            "decided_on": date(2024, 4, 20), "date_precision": "day", "valid_from": date(2024, 4, 20),
            "expires_on": date(2027, 4, 20), "status_code": "recognised",
        }  # fmt: skip
        record_recognition(product, fields=held, by=stage.people["phuc"], at=at)
        stage.dossiers[key] = begin(product, by=lan, at=at)
    say_change(stage.dossiers["siro-dua"], text="Chai thuỷ tinh mới", upload=pdf(), by=lan, at=at)
