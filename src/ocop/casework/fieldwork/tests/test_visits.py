"""From the plan to the end and after it, and every reason to refuse a step."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.fieldwork import acts
from ocop.casework.fieldwork.models import Inspector, Signature, Visit, VisitPhoto
from ocop.casework.fieldwork.rules import MARK, MOST_VISITS, VisitKind
from ocop.casework.fieldwork.selectors.beside import beside_of
from ocop.casework.fieldwork.selectors.targets import named
from ocop.casework.fieldwork.tests.cast import SEEN, Field, picture
from ocop.config.invariants import INVARIANTS
from ocop.foundation.audit import guards
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.foundation.printing.making import make_due

HOLDS = {"record of acts", "visits", "signatures of visits", "rows as acts left them"}


def told(kind: str) -> set[str]:
    return {row.person.username for row in Message.objects.filter(kind=f"fieldwork.{kind}")}


def test_a_visit_is_planned_done_signed_ended_and_everybody_knows(field: Field):
    visit = field.planned()
    assert told("planned") == {"van"}
    first = visit.lines[0]
    assert (first.code, bool(first.claim)) == ("1.1", True)
    assert len(visit.lines) == len({line.code for line in visit.lines})
    assert not any(line.part == MARK for line in visit.lines)

    visit = field.signed(field.found(field.open(visit)))
    assert told("announced") == {"lan", "minh"}
    photo = acts.add_photo(
        visit, photo=picture(), code="1.1", taken_at="2026-11-23T08:10:00", hour_from="camera",
        latitude="22.48051", longitude="103.97", place_from="phone", by=field.van, at=field.at,
    )  # fmt: skip
    assert (photo.latitude, photo.place_from, photo.hour_from) == (Decimal("22.48051"), "phone", "camera")
    acts.end_visit(visit, by=field.van, at=field.at)

    visit = field.again(visit)
    assert (visit.state, visit.ended_by) == ("ended", field.van)
    assert told("ended") == {"lan", "minh", "phuc", "van"}
    content = visit.report_content
    assert [row["finding"] for row in content["rows"]] == ["Đúng"] * len(visit.lines)
    assert content["signatures"]["producer"]["name"] == "Giàng Thị Lan"
    assert content["photos"][0]["point"] == "22.48051, 103.97000"
    make_due(lambda: field.at)
    visit = field.again(visit)
    assert visit.report.media_type == "application/pdf"
    actions = list(Entry.objects.filter(object_type="fieldwork.visit").values_list("action", flat=True))
    assert actions[:3] == ["visit.plan", "visit.announce", "visit.declare"]
    faults = [fault for one in INVARIANTS if one.name in HOLDS for fault in one.faults()]
    assert [fault for fault in faults if "fieldwork" in fault or "visit" in fault] == []
    [beside] = beside_of(visit.dossier)
    assert (beside.differing, beside.rows[0].word) == (0, "Đúng")


def test_a_check_after_award_of_an_imported_product_asks_sections_and_the_mark(field: Field):
    visit = field.checked()
    assert (visit.dossier, visit.recognition.product_code) == (None, "15-02788-9-2026")
    marks = [line for line in visit.lines if line.part == MARK]
    assert len(marks) == 4
    assert len(visit.lines) > len(marks)
    assert {line.claim for line in visit.lines} == {""}
    assert field.ended(field.signed(field.found(field.open(visit)))).state == "ended"


def test_codes_name_dossiers_before_the_council_and_products_after_award(field: Field):
    dossier, recognition = field.proposed(), field.recognised()
    code = dossier.submissions.get().code
    known = named(VisitKind.VERIFICATION, f"{code.lower()}\n15-1-1", person=field.phuc, at=field.at)
    assert ([goal.dossier for goal in known.found], known.unknown) == ([dossier], ["15-1-1"])
    known = named(VisitKind.POST_CHECK, recognition.product_code, person=field.phuc, at=field.at)
    assert [goal.recognition for goal in known.found] == [recognition]
    assert named(VisitKind.VERIFICATION, code, person=field.quang, at=field.at).found == []


def test_a_plan_is_refused(field: Field):
    goal = field.goal()
    assert refused(lambda: field.planned(goal, by=field.minh)) == "not_province_officer"
    assert refused(lambda: field.planned(goal, day=field.at.date() - timedelta(days=1))) == "day_over"
    assert refused(lambda: field.planned(*[goal] * (MOST_VISITS + 1))) == "code_too_many"
    assert refused(lambda: field.planned(goal, inspectors=[field.lan])) == "own_producer_sent"
    field.planned(goal)
    assert refused(lambda: field.planned(goal)) == "conflict_planned"


def test_only_who_is_sent_and_no_relative_writes_there(field: Field):
    visit = field.planned()

    def write(by):
        return lambda: acts.keep_findings(visit, fields={"remarks": "x"}, by=by, at=field.at)

    assert refused(write(field.phuc)) == "not_inspector"
    assert refused(write(field.lan)) == "own_producer"
    assert refused(write(field.van)) == "not_declared"
    declare = {"relation": "some", "by": field.van, "at": field.at}
    assert refused(lambda: acts.declare_relation(visit, **declare)) == "relation_unsaid"
    assert refused(lambda: acts.declare_relation(visit, **declare | {"by": field.minh})) == "not_inspector"
    acts.declare_relation(visit, **declare, conflict="Em ruột của giám đốc")
    assert told("relative") == {"phuc"}
    assert refused(write(field.van)) == "relative_inspects"
    for act in (
        lambda: acts.add_photo(visit, photo=picture(), by=field.van, at=field.at),
        lambda: field.sign(visit, "inspector"),
        lambda: acts.end_visit(visit, by=field.van, at=field.at),
    ):
        assert refused(act) == "relative_inspects"


def test_an_end_is_refused_until_all_is_said_and_signed(field: Field):
    def end():
        return acts.end_visit(field.again(visit), by=field.van, at=field.at)

    visit = field.open()
    assert refused(end) == "lines_left"
    field.found(visit, found={"1.1": {"finding": "differs", "note": ""}})
    assert refused(end) == "lines_left"  # it differs, and nobody says how
    visit = field.found(visit)
    assert refused(end) == "unsigned"
    field.sign(visit, "inspector")
    assert refused(end) == "unsigned"
    acts.keep_findings(visit, fields={"unsigned_reason": "Đi vắng."}, by=field.van, at=field.at)
    acts.keep_findings(visit, fields={"remarks": "Đã sửa."}, by=field.van, at=field.at)
    assert refused(end) == "signed_before"
    field.sign(field.again(visit), "inspector")
    end()
    assert field.again(visit).report_content["unsigned_reason"] == "Đi vắng."
    assert refused(end) == "conflict_ended"  # the second phone
    late = {"fields": {"remarks": "muộn"}, "by": field.van, "at": field.at}
    assert refused(lambda: acts.keep_findings(field.again(visit), **late)) == "conflict_ended"


def test_a_visit_does_not_end_before_its_day(field: Field):
    visit = field.signed(field.found(field.open(field.planned(day=field.at.date() + timedelta(days=1)))))
    assert refused(lambda: acts.end_visit(visit, by=field.van, at=field.at)) == "day_to_come"


def test_a_signature_counts_for_what_the_page_showed(field: Field):
    visit = field.found()
    field.sign(visit, "inspector", words_hash="0" * 64)
    assert Signature.objects.get().words_hash == "0" * 64
    acts.keep_findings(visit, fields={"unsigned_reason": "Đi vắng."}, by=field.van, at=field.at)
    assert refused(lambda: acts.end_visit(visit, by=field.van, at=field.at)) == "signed_before"


def test_it_is_put_off_and_cancelled_with_a_reason(field: Field):
    visit = field.open()
    day = field.at.date() + timedelta(days=2)
    move = {"by": field.phuc, "at": field.at, "reason": "Mưa lũ."}
    assert refused(lambda: acts.postpone_visit(visit, day=visit.day, **move)) == "day_wrong"
    assert refused(lambda: acts.postpone_visit(visit, day=day, **move | {"by": field.minh})) == (
        "not_province_officer"
    )
    acts.postpone_visit(visit, day=day, **move)
    visit = field.again(visit)
    assert (visit.day, visit.state, visit.announced_at) == (day, "planned", None)
    assert told("postponed") == {"van", "lan", "minh"}
    acts.cancel_visit(visit, **move)
    assert field.again(visit).state == "cancelled"
    assert told("cancelled") == {"van"}  # of the new day nobody else had been told


def test_further_reports_stand_beside_the_first(field: Field):
    visit = field.found()
    add = {"text": "Số lô là 12.", "reason": "Ghi nhầm.", "by": field.van, "at": field.at}
    assert refused(lambda: acts.report_further(visit, **add)) == "not_ended"
    visit = field.ended(field.signed(visit))
    before = visit.report_content
    made = acts.report_further(visit, **add)
    assert (made.number, field.again(visit).report_content) == (1, before)
    assert refused(lambda: acts.report_further(visit, **add | {"by": field.phuc})) == "not_inspector"
    make_due(lambda: field.at)
    made.refresh_from_db()
    assert made.file is not None
    guards.install(connection)
    with pytest.raises(DatabaseError), transaction.atomic():
        Visit.objects.filter(pk=visit.pk).update(remarks="khác")
    guards.remove(connection)


def test_photographs_keep_no_hour_or_place_that_cannot_be_meant(field: Field):
    visit = field.open()
    add = {"photo": picture(), "by": field.van, "at": field.at}
    photo = acts.add_photo(visit, taken_at="2999-01-01T00:00:00", latitude="NaN", longitude="x", **add)
    assert (photo.taken_at, photo.latitude, photo.place_from, photo.code) == (None, None, "", "")
    acts.drop_photo(photo, by=field.van, at=field.at)
    assert VisitPhoto.objects.get().is_dropped
    with pytest.raises(IntegrityError), transaction.atomic():
        VisitPhoto.objects.update(latitude=Decimal("1.0"))


def test_who_sees_a_visit(field: Field):
    visit = field.planned()

    def sees(person):
        return Visit.objects.visible_to(person, field.at).exists()

    assert [sees(one) for one in (field.phuc, field.van, field.minh)] == [True] * 3
    assert [sees(one) for one in (field.lan, field.quang)] == [False] * 2
    field.open(visit)
    assert sees(field.lan)
    Inspector.objects.create(visit=visit, person=field.quang, position=2)
    assert sees(field.quang)
    assert SEEN["remarks"]
