"""Score sheets of the advisory team: where the rules say so, before the council, and never in its mean."""

from __future__ import annotations

import json
from datetime import timedelta
from fractions import Fraction
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from ocop.casework.advisory import acts
from ocop.casework.advisory.invariants import sheet_faults
from ocop.casework.advisory.models import TeamSheet
from ocop.casework.advisory.permissions import sees_points
from ocop.casework.advisory.rules import mean
from ocop.casework.advisory.selectors.desks import waiting
from ocop.casework.advisory.selectors.sheets import criteria_of, mean_parts, points_of, sealed_sheets
from ocop.casework.advisory.states import SHEET_WORKFLOW
from ocop.casework.advisory.tests.cast import Advisers
from ocop.casework.dossiers.models import Submission
from ocop.casework.dossiers.selectors import dossier_for_scoring
from ocop.casework.review import acts as review
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.selectors import criteria_to_answer, tally_of
from ocop.casework.review.tests.cast import Room, refused, worth
from ocop.foundation.accounts.who import who_is
from ocop.foundation.audit import guards
from ocop.foundation.audit.models import Entry
from ocop.foundation.ui.waiting import gather


@pytest.fixture
def room(cast: object, at: Any) -> Room:
    """A council whose rules let the team score first."""
    return Room(cast, at, advisory_scores=True)


@pytest.fixture
def advisers(room: Room) -> Advisers:
    """A team in office."""
    return Advisers(room)


def fill(advisers: Advisers, dossier: Any, total: int, by: Any = None, **fields: Any) -> TeamSheet:
    """A whole sheet of so many points, of a member who declared."""
    by = by or advisers.giang
    advisers.declared(dossier, by=by)
    choices = worth(dossier, total)
    wanted = {code: choices[code] for code in criteria_of(dossier_for_scoring(dossier))}
    told = {"choices": wanted, "remarks": {}, **fields}
    return acts.save_team_sheet(dossier, **told, by=by, at=advisers.at)


def sealed(advisers: Advisers, dossier: Any, total: int, by: Any = None) -> TeamSheet:
    """The same, sealed."""
    fill(advisers, dossier, total, by)
    return acts.seal_team_sheet(dossier, by=by or advisers.giang, at=advisers.at)


def test_moves_and_the_mean():
    assert [(one.name, one.target.value) for one in SHEET_WORKFLOW.moves] == [("seal", "sealed")]
    assert mean([]) == {}
    three = [{"A": Fraction(one), "B": Fraction(0)} for one in (1, 1, 2)]
    assert mean(three) == {"A": Fraction(4, 3), "B": Fraction(0)}


def test_a_sheet_is_kept_and_sealed(advisers, room, at):
    dossier = room.accepted()
    sheet = fill(advisers, dossier, 60, remarks={"1.1": " Đủ hợp đồng. ", "1.2": " "})
    assert (sheet.version, sheet.remarks, sheet.code) == (1, {"1.1": "Đủ hợp đồng."}, "")
    known = {"by": advisers.giang, "at": at}
    sheet = acts.save_team_sheet(dossier, choices={}, remarks={"1.1": ""}, **known)
    assert (sheet.version, sheet.remarks) == (2, {})
    assert Entry.objects.filter(action="team_sheet.begin").count() == 1
    sheet = acts.seal_team_sheet(dossier, **known)
    points = {code: Fraction(said) for code, said in sheet.content["points"].items()}
    assert (sum(points.values()), len(sheet.sha256), len(sheet.code)) == (60, 64, 9)
    entry = Entry.objects.filter(object_type="advisory.teamsheet").latest("pk")
    assert entry.data["sha256"] == sheet.sha256
    assert list(sheet_faults()) == []
    assert refused(acts.save_team_sheet, dossier, choices={}, remarks={}, **known) == "team_sheet_sealed"
    assert refused(acts.seal_team_sheet, dossier, **known) == "team_sheet_sealed"


def test_who_scores_not(advisers, room, at):
    dossier = room.accepted()
    known: dict[str, Any] = {"choices": {}, "remarks": {}, "at": at}
    assert refused(acts.save_team_sheet, dossier, **known, by=room.hoa) == "not_adviser"
    assert refused(acts.save_team_sheet, dossier, **known, by=advisers.giang) == "adviser_not_declared"
    advisers.declared(dossier, has_conflict=True)
    assert refused(acts.save_team_sheet, dossier, **known, by=advisers.giang) == "own_interest"
    assert refused(acts.seal_team_sheet, dossier, by=advisers.giang, at=at) == "own_interest"
    assert refused(acts.seal_team_sheet, dossier, by=advisers.nga, at=at) == "adviser_not_declared"
    assert TeamSheet.objects.count() == 0


def test_where_the_rules_say_nothing_the_team_does_not_score(cast, at):
    room = Room(cast, at)
    advisers, dossier = Advisers(room), room.accepted()
    advisers.declared(dossier)
    known = {"by": advisers.giang, "at": at}
    assert refused(acts.save_team_sheet, dossier, choices={}, remarks={}, **known) == "team_scores_not"
    assert refused(acts.seal_team_sheet, dossier, **known) == "team_scores_not"
    room.put(room.planned("Mận"), [dossier])
    assert refused(acts.save_team_sheet, dossier, choices={}, remarks={}, **known) == "team_scores_not"
    room.make_rules(advisory_scores=True, effective_on=at.date() - timedelta(days=1))
    assert acts.save_team_sheet(dossier, choices={}, remarks={}, **known).version == 1


def test_an_unfinished_or_unknown_sheet_is_refused(advisers, room, at):
    dossier = room.accepted()
    advisers.declared(dossier)
    known = {"by": advisers.giang, "at": at}
    assert refused(acts.seal_team_sheet, dossier, **known) == "no_team_sheet"
    acts.save_team_sheet(dossier, choices={"1.1": None}, remarks={}, **known)
    assert refused(acts.seal_team_sheet, dossier, **known) == "criteria_unscored"
    for choices, remarks in (({"99": None}, {}), ({"1.1": 99}, {}), ({}, {"99": "x"})):
        told = {"choices": choices, "remarks": remarks}
        assert refused(acts.save_team_sheet, dossier, **told, **known) == "unknown_choice"
    sheet = fill(advisers, dossier, 60)
    assert refused(acts.seal_team_sheet, dossier, seen=sheet.version - 1, **known) == (
        "conflict_team_sheet_changed"
    )
    assert acts.seal_team_sheet(dossier, seen=sheet.version, **known).is_sealed


def test_nothing_after_the_council_s_tally_has_begun(advisers, room, at):
    meeting = room.scoring()
    item = room.item(meeting)
    sheet = fill(advisers, item.dossier, 60)
    room.seal_totals(item, 60, 60, 60, 80)
    known = {"by": advisers.giang, "at": at}
    told = {"choices": {}, "remarks": {}}
    assert refused(acts.save_team_sheet, item.dossier, **told, **known) == "conflict_tally_begun"
    assert refused(acts.seal_team_sheet, item.dossier, **known) == "conflict_tally_begun"
    review.order_rescoring(room.item(meeting), reason="Thảo luận lại.", by=room.thu, at=at)
    assert room.item(meeting).state == "scoring"
    assert refused(acts.seal_team_sheet, item.dossier, **known) == "conflict_tally_begun"
    assert not TeamSheet.objects.get(pk=sheet.pk).is_sealed


def test_the_database_keeps_a_sealed_sheet(advisers, room):
    dossier = room.accepted()
    sheet = sealed(advisers, dossier, 60)
    guards.install(connection, ("advisory_teamsheet",))
    try:
        for change in (lambda rows: rows.update(choices={}), lambda rows: rows.delete()):
            with pytest.raises(DatabaseError), transaction.atomic():
                change(TeamSheet.objects.filter(pk=sheet.pk))
    finally:
        guards.remove(connection, ("advisory_teamsheet",))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda said: {"choices": {}}, ["choices"]),
        (lambda said: {"content": {**said, "points": {"A": "99"}}}, ["content"]),
    ],
)
def test_what_was_changed_behind_the_acts_is_found(advisers, room, change, fault):
    sheet = sealed(advisers, room.accepted(), 60)
    TeamSheet.objects.filter(pk=sheet.pk).update(**change(sheet.content))
    assert [one.rsplit(": ", 1)[1] for one in sheet_faults()] == fault


def test_the_mean_is_exact_and_a_conflict_found_late_takes_a_sheet_out(advisers, room):
    dossier = room.accepted()
    assert points_of(dossier) is None
    third = room.scene.cast.person("khoa", "Mẫu Khoa")
    advisers.seat(third)
    for by, total in ((advisers.giang, 60), (advisers.nga, 61), (third, 61)):
        sealed(advisers, dossier, total, by)
    assert points_of(dossier).total == Fraction(182, 3)
    advisers.declared(dossier, has_conflict=True, by=third)
    assert points_of(dossier).total == Fraction(121, 2)


def test_a_dossier_that_was_mended_is_scored_anew(advisers, room):
    dossier = room.accepted()
    sealed(advisers, dossier, 60)
    last = dossier.submissions.latest("number")
    Submission.objects.create(
        **{
            field.attname: getattr(last, field.attname)
            for field in Submission._meta.concrete_fields
            if field.name not in ("id", "number", "request_key", "code")
        },
        number=last.number + 1,
        request_key=uuid4(),
        code="HS-0000-0000",
    )
    assert sealed_sheets(dossier) == []
    assert sealed(advisers, dossier, 61).submission.number == last.number + 1


def test_the_council_compares_and_never_counts_them(advisers, room, at):
    item = room.item(room.scoring())
    sealed(advisers, item.dossier, 90)
    room.seal_totals(item, 60, 61, 60, 61)
    item = AgendaItem.objects.get(pk=item.pk)
    assert (item.total_exact, item.spread) == ("121/2", 1)
    tally = tally_of(item)
    [row] = [one for one in tally.compared if one.name == "advisory"]
    assert (row.total, row.apart) == (90, Fraction(121, 2) - 90)
    assert [member["seat"] for member in item.result["members"]] == [seat.pk for seat in room.judges]
    meeting = Meeting.objects.get()
    review.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", closing_note="", by=room.thu, at=at)
    said = json.dumps(Meeting.objects.get().minutes_content, ensure_ascii=False)
    assert "Tổ tư vấn chấm, trong ngoặc là chênh lệch của hội đồng: A " in said
    assert "Tổ tư vấn chấm điểm trước, mỗi thành viên một phiếu" in said


def test_without_sheets_nothing_is_compared(advisers, room):
    item = room.item(room.scoring())
    fill(advisers, item.dossier, 90)
    room.seal_totals(item, 60, 61, 60, 61)
    assert mean_parts(dossier_for_scoring(item.dossier), {}) is None
    assert [one.name for one in tally_of(room.item(item.meeting)).compared] == ["own"]


def test_who_sees_the_points(advisers, room, at):
    dossier = room.accepted()
    sealed(advisers, dossier, 60)
    advisers.declared(dossier, by=advisers.nga)
    people = {
        "phuc": room.phuc, "giang": advisers.giang, "nga": advisers.nga, "lan": room.scene.lan,
        "minh": room.scene.minh, "hoa": room.hoa,
    }  # fmt: skip
    sheets = sealed_sheets(dossier)
    found = {name: sees_points(who_is(person, at), dossier, sheets) for name, person in people.items()}
    # Nga has not sealed her own sheet yet, so that another's points do not lead her
    assert found == {
        "phuc": True, "giang": True, "nga": False, "lan": False, "minh": False, "hoa": False,
    }  # fmt: skip
    sealed(advisers, dossier, 62, advisers.nga)
    assert sees_points(who_is(advisers.nga, at), dossier, sealed_sheets(dossier))


def test_a_member_of_the_council_reads_the_mean_beside_the_sheet(advisers, room, client):
    item = room.item(room.scoring())
    sealed(advisers, item.dossier, 77)
    client.force_login(room.hoa)
    code = next(iter(criteria_to_answer(item)))
    page = client.get(reverse("review:criterion", args=[item.key, code])).content.decode()
    assert "Điểm của tổ tư vấn: 77" in " ".join(page.split())


def test_a_member_scores_by_the_page(advisers, room, client):
    dossier = room.accepted()
    advisers.declared(dossier)
    client.force_login(advisers.giang)
    address = [dossier.key]
    url = reverse("advisory:score", args=address)
    page = client.get(url)
    form, total = page.context["form"], page.context["total"]
    assert (page.context["done"], total, TeamSheet.objects.count()) == (0, len(form.criteria), 0)
    kept = page.context["keep"]
    notes = {
        "keep-field": "choice_0", "keep-base": json.loads(kept.bases)["choice_0"],
        "keep-owner": advisers.giang.pk, "keep-operation": uuid4().hex,
    }  # fmt: skip
    assert client.post(url, {"choice_0": "none", **notes}, HTTP_X_REQUESTED_WITH="keep").status_code == 200
    assert TeamSheet.objects.get().choices == {form.criteria[0].code: None}
    assert f"1/{total}" in client.get(reverse("advisory:progress", args=address)).content.decode()
    said = {f"choice_{place}": "none" for place, one in enumerate(form.criteria) if not one.is_boolean}
    said |= {f"choice_{place}": "no" for place, one in enumerate(form.criteria) if one.is_boolean}
    assert client.post(url, {**said, "remark_1": "Thiếu."}).status_code == 302
    assert TeamSheet.objects.get().remarks == {form.criteria[1].code: "Thiếu."}
    seal = reverse("advisory:seal_sheet", args=address)
    seen = client.get(seal).context["form"]["seen"].value()
    assert client.post(seal, {"seen": seen}).status_code == 302
    page = client.get(reverse("advisory:product", args=address)).content.decode()
    assert TeamSheet.objects.get().code in page
    assert client.get(reverse("advisory:progress", args=address)).status_code == 403
    assert "Điểm của tổ tư vấn" in client.get(dossier.get_absolute_url()).content.decode()


def test_what_waits_for_a_sheet(advisers, room, at):
    dossier = room.accepted()

    def piles(person: Any) -> list[tuple[str, int]]:
        return [(one.key, one.count) for one in gather(waiting(person, at))]

    both = [("advisory.report", 1), ("advisory.sheet", 1)]
    assert [piles(one) for one in (advisers.giang, room.phuc)] == [both, []]
    sealed(advisers, dossier, 60)
    assert piles(advisers.giang) == [("advisory.report", 1)]
    item = room.put(room.planned("Mận"), [dossier])[0]
    assert piles(advisers.nga) == [("advisory.report", 2), ("advisory.sheet", 2)]
    AgendaItem.objects.filter(pk=item.pk).update(pass_no=2)
    assert piles(advisers.nga) == [("advisory.report", 2), ("advisory.sheet", 1)]
