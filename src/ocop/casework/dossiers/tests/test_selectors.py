"""What other packages read: the dossier for a council, the work that waits, lists at any size."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import clock_of, dossier_for_scoring, waiting
from ocop.casework.dossiers.selectors.clocks import clock_words
from ocop.casework.dossiers.tests.cast import Scene
from ocop.foundation.ui.waiting import gather
from ocop.registers.products.models import Product


class TestScoring:
    def test_lays_out_what_was_handed_in(self, scene: Scene) -> None:
        dossier = scene.fill(scene.draft(), place=2)
        paper = scene.add(dossier, "awards", criterion="1.1", number="7")
        acts.save_answer(dossier, criterion="1.1", choice=3, description="80%", by=scene.lan, at=scene.at)
        scene.submit(dossier)
        found = dossier_for_scoring(dossier)
        assert (found.answers["1.1"].choice, found.answers["1.1"].description) == (3, "80%")
        assert [(p.evidence_id, p.number, p.criteria) for p in found.papers_for("1.1")] == [
            (paper.pk, "7", ("1.1",))
        ]
        assert found.papers_for("1.2") == []
        assert found.facts == {"product_has_story": False}
        assert found.self_score.complete
        assert found.intake_check is None

    def test_stays_as_it_was_while_the_producer_mends(self, scene: Scene) -> None:
        dossier = scene.received()
        item = acts.ToMend("form_01", "Mẫu 01", "Sửa")
        acts.return_dossier(dossier, reason="x", items=[item], by=scene.minh, at=scene.at)
        acts.save_answer(Dossier.objects.get(), criterion="1.1", choice=3, by=scene.lan, at=scene.at)
        assert dossier_for_scoring(Dossier.objects.get()).answers["1.1"].choice == 1

    def test_carries_the_communes_report(self, scene: Scene) -> None:
        found = dossier_for_scoring(scene.accepted())
        assert found.intake_check is not None
        assert found.intake_check.materials == "Dứa trồng tại xã."


def work(person: Any, at: Any) -> list[tuple[str, int, int]]:
    return [(one.key, one.count, one.late) for one in gather(waiting(person, at))]


class TestWaiting:
    def test_follows_the_dossier_from_hand_to_hand(self, scene: Scene) -> None:
        people = [scene.lan, scene.minh, scene.phuc]
        dossier = scene.fill(scene.draft())
        assert [work(p, scene.at) for p in people] == [[("dossiers.draft", 1, 0)], [], []]
        dossier = scene.submit(dossier).dossier
        assert [work(p, scene.at) for p in people] == [[], [("dossiers.receive", 1, 0)], []]
        dossier = acts.receive_dossier(dossier, by=scene.minh, at=scene.at)
        assert [work(p, scene.at) for p in people] == [[], [("dossiers.check", 1, 0)], []]
        scene.check(dossier)
        acts.propose_dossier(dossier, by=scene.minh, at=scene.at)
        assert [work(p, scene.at) for p in people] == [[], [], [("dossiers.accept", 1, 0)]]
        acts.return_dossier(dossier, reason="x", items=[], by=scene.phuc, at=scene.at)
        assert [work(p, scene.at) for p in people] == [[("dossiers.mend", 1, 0)], [], []]

    def test_says_what_is_late_with_the_days(self, scene: Scene) -> None:
        scene.received()
        late = scene.at + timedelta(days=23)
        assert work(scene.minh, late) == [("dossiers.check", 1, 1)]
        item = gather(waiting(scene.minh, late))[0].items[0]
        assert (item.title, item.days_left, item.is_late) == ("Dứa sấy dẻo", -1, True)

    def test_says_since_when_a_dossier_waits_to_be_received(self, scene: Scene) -> None:
        scene.submitted()
        later = scene.at + timedelta(days=7)
        assert work(scene.minh, later) == [("dossiers.receive", 1, 0)]
        item = gather(waiting(scene.minh, later))[0].items[0]
        said = "chờ tiếp nhận từ 23/11/2026; nếu tiếp nhận hôm nay, hạn 21/12/2026"
        assert (item.due_on, item.days_left, item.left) == (None, None, "")
        assert item.detail == f"HTX Dứa Bản Lầu · {said}"
        assert clock_words(Dossier.objects.get(), later) == {"clock_waits": said}

    def test_home_desk_and_dossier_say_the_same_number(self, scene: Scene) -> None:
        dossier = scene.received()
        item = gather(waiting(scene.minh, scene.at))[0].items[0]
        assert (item.left, item.left_kind) == ("còn 15 ngày làm việc", "wait")
        assert clock_words(dossier, scene.at)["clock_left"] == item.left
        assert item.due_on == dossier.commune_due_on == clock_of(dossier, scene.at.date()).due_on

    def test_a_stranger_has_nothing_to_do(self, scene: Scene) -> None:
        scene.submitted()
        assert work(scene.quang, scene.at) == []


def add(scene: Scene, count: int, name: str) -> None:
    """Submitted dossiers of products of one producer: rows that pages must read without asking for each."""
    products = Product.objects.bulk_create(
        Product(
            producer=scene.producer, name=f"{name} {n}", slug=f"{name}-{n}", source="self",
            created_at=scene.at,
            commune=scene.cast.commune, search_text=f"dua {n}",
        )
        for n in range(count)
    )  # fmt: skip
    Dossier.objects.bulk_create(
        Dossier(
            product=product, regulation_code="qd-26-2026", set_number=7, commune=scene.cast.commune,
            state="submitted", created_at=scene.at, created_by=scene.lan, updated_at=scene.at,
            submitted_at=scene.at,
            commune_due_on=scene.at.date() + timedelta(days=22),
        )
        for product in products
    )  # fmt: skip


def queries(person: Any, url: str) -> int:
    client = Client()
    client.force_login(person)
    client.get(url)  # the first page of a session writes it
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


LISTS = [
    ("lan", "dossiers:own", ""),
    ("lan", "dossiers:own", "?q=dua&sap-xep=product"),
    ("minh", "dossiers:desk", ""),
    ("minh", "dossiers:desk", "?buoc=submitted&tre=khong&sap-xep=-commune_due_on&trang=1"),
    ("phuc", "dossiers:desk", "?bo=7"),
    ("phuc", "dossiers:desk", "?xuat=xlsx"),
    ("lan", "dossiers:choose", ""),
]


@pytest.mark.parametrize(("who", "name", "query"), LISTS)
def test_lists_ask_as_often_for_a_thousand_as_for_ten(
    scene: Scene, who: str, name: str, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: scene.at)
    add(scene, 10, "a")
    url = reverse(name) + query
    for_ten = queries(getattr(scene, who), url)
    add(scene, 990, "b")
    assert queries(getattr(scene, who), url) == for_ten


@pytest.mark.parametrize("who", ["lan", "minh", "phuc"])
def test_waiting_work_asks_as_often_for_a_thousand(scene: Scene, who: str) -> None:
    person = getattr(scene, who)

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            gather(waiting(person, scene.at))
        return len(captured)

    add(scene, 10, "a")
    for_ten = count()
    add(scene, 990, "b")
    assert count() == for_ten
    assert for_ten <= 8


class TestDesk:
    def test_finds_by_receipt_number_and_old_place(self, scene: Scene, client: Client) -> None:
        dossier = scene.received()
        client.force_login(scene.minh)
        for words in (dossier.submissions.get().code, "1/PĐK-15", "ban lau", "dua say"):
            rows = client.get(reverse("dossiers:desk"), {"q": words}).context["table"].rows
            assert [row.record for row in rows] == [dossier], words

    def test_late_is_told_in_words(self, scene: Scene, client: Client) -> None:
        dossier = scene.submitted()
        Dossier.objects.update(commune_due_on=scene.at.date() - timedelta(days=40))
        client.force_login(scene.minh)
        page = client.get(reverse("dossiers:desk"), {"tre": "co"}).content.decode()
        assert dossier.product.name in page
        assert "quá hạn" in page
