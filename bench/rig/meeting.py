"""A council with many members and products, what it stored, and how it is closed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from io import StringIO
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules.answers import word
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Meeting, ScoreSheet
from ocop.casework.review.papers.makers import MINUTES
from ocop.casework.review.rules import Agency, Function
from ocop.casework.review.selectors import criteria_to_answer
from ocop.casework.review.tests.cast import Room, worth
from ocop.foundation.audit import guards
from ocop.foundation.places.models import Place
from ocop.foundation.printing.models import Printout
from ocop.foundation.refusals import Refused

POINTS = 60
PACED = 2

Saved = Mapping[tuple[int, int], Mapping[str, str]]
"""By person and product what was acknowledged last: the word of each criterion."""


@dataclass
class Sitting:
    """An opened meeting, everybody has declared, every product is open for scoring."""

    room: Any
    van: Any
    meeting: Meeting
    small: Meeting
    wanted: dict[int, dict[str, str]]
    """By product the word that every member chooses for each criterion."""

    @classmethod
    def prepared(cls, members: int, products: int) -> Sitting:
        """Fills the empty database of the environment."""
        from conftest import Cast

        call_command("migrate", verbosity=0)
        if not Place.objects.exists():
            call_command("load_places", stdout=StringIO())
        call_command("collectstatic", interactive=False, verbosity=0, stdout=StringIO())
        room = Room(Cast(timezone.now()), timezone.now())
        for number in range(len(room.judges), members):
            person = room.cast.person(f"uy-vien-{number}", f"Ủy viên {number}")
            room.members.append(room.seat(person, Function.MEMBER, Agency.EXPERT))
        van = room.cast.person("van", "Hà Vân")
        room.cast.appoint(van, "secretary")
        room.seat(van, Function.SECRETARY, Agency.OCOP_BODY)
        small = room.scoring("Trà dứa", title="Phiên nhỏ")
        meeting = room.scoring(*(f"Sản phẩm {n}" for n in range(products)), title="Phiên lớn")
        items = meeting.items.select_related("dossier__product")
        return cls(room, van, meeting, small, {item.pk: _words(item) for item in items})

    def address(self, item: int, code: str) -> str:
        """Where a member saves a criterion."""
        return reverse("room:keep", args=[self.keys[item], code])

    @cached_property
    def keys(self) -> dict[int, Any]:
        """The key of each product."""
        return dict(AgendaItem.objects.filter(pk__in=self.wanted).values_list("pk", "key"))

    @property
    def pack(self) -> list[str]:
        """What a tablet asks for when it opens the room anew: the page, the list, where its sheets stand."""
        return [reverse(f"room:{name}", args=[self.meeting.key]) for name in ("room", "contents", "state")]

    def product(self, item: int) -> str:
        """Where a tablet loads a product from."""
        return reverse("room:product", args=[self.keys[item]])

    def paced(self, members: int) -> Sitting:
        """A meeting of a few products with so many members, the same room otherwise."""
        for number in range(len(self.room.judges), members):
            person = self.room.cast.person(f"them-{number}", f"Ủy viên thêm {number}")
            self.room.members.append(self.room.seat(person, Function.MEMBER, Agency.EXPERT))
        meeting = self.room.scoring(*(f"Sản phẩm nhịp {n}" for n in range(PACED)), title="Phiên theo nhịp")
        items = meeting.items.select_related("dossier__product")
        return Sitting(self.room, self.van, meeting, self.small, {one.pk: _words(one) for one in items})

    def cookie_of(self, person: Any) -> str:
        """A session of this member."""
        client = Client()
        client.force_login(person)
        return "; ".join(f"{name}={one.value}" for name, one in client.cookies.items())

    def statements_of_a_save(self) -> dict[str, int]:
        """What a save asks the database for; its beginning and its end apart."""
        item, words = next(iter(self.wanted.items()))
        code, client = next(iter(words)), Client()
        client.force_login(self.room.judges[0].person)
        given = {"choice": words[code], "keep-base": "0", "keep-operation": "phep-do-0001",
                 "keep-field": "choice"}  # fmt: skip
        headers = {"X-Requested-With": "keep"}
        with CaptureQueriesContext(connection) as statements:
            answer = client.post(self.address(item, code), given, headers=headers)
        if answer.status_code != 200:
            raise RuntimeError(f"a save answered {answer.status_code}")
        ScoreSheet.objects.filter(item=item).delete()
        ends = sum(one["sql"].startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")) for one in statements)
        return {"statements_of_a_save": len(statements) - ends, "begin_and_end": ends}

    def compared(self, acknowledged: Saved) -> dict[str, int]:
        """Acknowledged choices that are not stored as they were sent; saves that count twice."""
        sheets = {
            (row.seat.person_id, row.item_id): row
            for row in ScoreSheet.objects.filter(item__meeting=self.meeting).select_related(
                "seat", "item__dossier"
            )
        }
        lost = doubled = 0
        for key, words in acknowledged.items():
            sheet = sheets.get(key)
            if sheet is None:
                lost += len(words)
                continue
            criteria = set_of(sheet.item.dossier).criteria
            for code, said in words.items():
                is_there = code in sheet.choices and word(criteria[code], sheet.choices[code]) == said
                lost += not is_there
            doubled += max(0, sheet.version - len(words))
        saves = sum(len(words) for words in acknowledged.values())
        return {"acknowledged": saves, "lost": lost, "doubled": doubled}

    def seal(self) -> None:
        """Every member seals every product of both meetings."""
        for item in self.small.items.all():
            self.room.all_seal(item, worth(item.dossier, POINTS))
        for item in self.meeting.items.all():
            for seat in self.room.judges:
                acts.seal_sheet(item, by=seat.person, at=timezone.now())

    def closed_by_two(self) -> int:
        """How many of two secretaries closed the meeting that both close at the same moment."""
        return self._raced(self.meeting, 1)

    def minutes(self) -> int:
        """How many sets of minutes the big meeting has."""
        return _minutes_of(self.meeting)

    def _raced(self, meeting: Meeting, number: int) -> int:
        """How many of two closings succeed that begin at one moment."""
        return _at_once(
            partial(self._close, meeting, self.room.thu, f"{number}-MH/BB-HĐ"),
            partial(self._close, meeting, self.van, f"{number + 1}-MH/BB-HĐ"),
        )

    def many_closings(self, times: int) -> dict[str, int]:
        """The same with a small meeting, again and again, put back in between."""
        guards.remove(connection)
        rows = {model: list(model.objects.filter(**which).values()) for model, which in self._rows().items()}
        closures = minutes = 0
        for number in range(times):
            closures += self._raced(self.small, 2 * number + 10)
            minutes += _minutes_of(self.small)
            Printout.objects.all().delete()
            for model, stored in rows.items():
                for row in stored:
                    model.objects.filter(pk=row["id"]).update(**row)
        return {"times": times, "closures": closures, "minutes": minutes}

    def _rows(self) -> dict[Any, dict[str, Any]]:
        return {
            Meeting: {"pk": self.small.pk},
            AgendaItem: {"meeting": self.small},
            Dossier: {"agenda_items__meeting": self.small},
        }

    def _close(self, meeting: Meeting, by: Any, number: str) -> bool:
        try:
            one = Meeting.objects.get(pk=meeting.pk)
            acts.close_meeting(one, minutes_no=number, by=by, at=timezone.now())
        except Refused:
            return False
        return True


def _minutes_of(meeting: Meeting) -> int:
    return Printout.objects.filter(kind=MINUTES.kind, thing_id=meeting.pk).count()


def _words(item: AgendaItem) -> dict[str, str]:
    given, criteria = worth(item.dossier, POINTS), set_of(item.dossier).criteria
    return {code: word(criteria[code], given[code]) for code in criteria_to_answer(item)}


def _at_once(*works: Callable[[], bool]) -> int:
    """How many of these succeeded, begun at the same moment on connections of their own."""
    gate, done = threading.Barrier(len(works)), []

    def run(work: Callable[[], bool]) -> None:
        gate.wait()
        try:
            done.append(work())
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done)


def stored_bytes() -> int:
    """How large the database is."""
    pages = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    is_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute(pages if is_sqlite else "SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])
