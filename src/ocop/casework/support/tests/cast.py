"""Help in a small province: Phúc of the province, Minh of the commune, Lan who is helped,
Sen of another commune.
"""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from ocop.casework.dossiers.tests.cast import Scene, pdf
from ocop.casework.support import acts
from ocop.casework.support.models import Activity
from ocop.casework.support.rules import ActivityState, Field, FieldType, Kind, kinds
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import communes_of
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.writes import record_recognition
from ocop.registers.programme.models import BudgetLine, Plan, Task

_VALUES: dict[FieldType, Any] = {
    FieldType.TEXT: "Mẫu",
    FieldType.LONG_TEXT: "Mẫu\nhai dòng",
    FieldType.INTEGER: 12,
    FieldType.DECIMAL: "12.5",
    FieldType.MONEY: 1_500_000,
    FieldType.DATE: "2027-03-31",
    FieldType.URL: "https://mau.vn/gian-hang",
    FieldType.YES_NO: True,
}


def value_of(field: Field) -> Any:
    """A value that the field takes."""
    return field.choices[0].key if field.choices else _VALUES[field.type]


def facts_for(kind: Kind, *, whole: bool = False) -> dict[str, Any]:
    """What the kind asks for at once, or every field of it."""
    return {field.key: value_of(field) for field in kind.fields if whole or field.required}


def picture() -> ContentFile:
    """A small photograph."""
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "green").save(out, "JPEG")
    return ContentFile(out.getvalue(), name="bien.jpg")


class Desk:
    """The people, a plan of this year with two budget lines, and activities in any state."""

    def __init__(self, cast: Any, at: datetime) -> None:
        self.cast, self.at, self.today = cast, at, at.date()
        self.scene = Scene(cast, at)
        self.lan, self.minh, self.phuc, self.quang = (
            getattr(self.scene, one) for one in ("lan", "minh", "phuc", "quang")
        )
        self.producer, self.product = self.scene.producer, self.scene.product
        self.commune, self.province = cast.commune, cast.province
        self.other_commune: Place = communes_of("15", self.today).exclude(pk=self.commune.pk).first()  # type: ignore[assignment]
        self.sen = cast.person("sen", "Lù Thị Sen")
        cast.appoint(self.sen, "commune_officer", place=self.other_commune, level="commune")
        self.plan = self.make_plan(self.province, self.today.year)
        self.line = self.make_line(self.plan, 100_000_000)

    def make_plan(self, place: Place, year: int) -> Plan:
        """An issued plan."""
        return Plan.objects.create(
            place=place, year=year, name=f"Kế hoạch {year}", number="100-MH/KH-UBND",
            issued_on=date(year, 1, 10),
            signer_name="Nguyễn Văn Mẫu", state="issued", created_at=self.at, created_by=self.phuc,
        )  # fmt: skip

    def make_line(self, plan: Plan, amount: int | None, name: str = "Đào tạo") -> BudgetLine:
        """A budget line of the province."""
        return BudgetLine.objects.create(plan=plan, name=name, source="province", amount=amount)

    def make_task(self, plan: Plan) -> Task:
        """A task of a plan."""
        return Task.objects.create(
            plan=plan, number=1, name="Đào tạo, tập huấn", agency="Sở Nông nghiệp và Môi trường"
        )

    def planned(self, kind: str = "training", **fields: Any) -> Activity:
        """An activity of the plan in the commune, with what its kind asks for at once."""
        known: dict[str, Any] = {
            "kind": kind, "name": f"Việc {kind}", "place": self.commune,
            "agency": "Chi cục Phát triển nông thôn",
            "starts_on": self.today - timedelta(days=10), "plan": self.plan,
            "facts": facts_for(kinds()[kind]) if kind in kinds() else {},
            "by": self.phuc, "at": self.at,
        }  # fmt: skip
        return self.again(acts.plan_activity(**known | fields))

    def running(self, kind: str = "training", **fields: Any) -> Activity:
        """One that has begun."""
        activity = self.planned(kind, **fields)
        acts.start_activity(activity, by=self.phuc, at=self.at)
        return self.again(activity)

    def complete(self, kind: str, **fields: Any) -> Activity:
        """One that has everything its kind asks before its result, attendance apart."""
        row = kinds()[kind]
        activity = self.running(kind, **{"facts": facts_for(row, whole=True)} | fields)
        acts.add_beneficiary(activity, product=self.product, by=self.phuc, at=self.at)
        for step in activity.steps.order_by("position"):
            acts.record_step(step, done_on=self.today, by=self.phuc, at=self.at)
        if row.looks:
            state = next(one.key for one in row.looks.states if one.is_good)
            acts.record_look(activity, on=self.today, state=state, photo=picture(), by=self.phuc, at=self.at)
        for role in row.parties[: row.finish.parties]:
            acts.add_party(activity, role=role.key, name=role.key, households=5, by=self.phuc, at=self.at)
        if row.kits:
            recognition = self.recognised()
            acts.issue_kit(activity, recognition=recognition, upload=pdf(), by=self.phuc, at=self.at)
        if row.has_attendance:
            activity.attendances.create(
                day=self.today, name="Lý Thị Mỷ", group="producer", via="sheet", at=self.at
            )
        return self.again(activity)

    def finished(self, kind: str, **fields: Any) -> Activity:
        """One with its result today."""
        activity = self.complete(kind, **fields)
        acts.finish_activity(activity, result="Đã làm được.", result_on=self.today, by=self.phuc, at=self.at)
        return self.again(activity)

    def cancelled(self, kind: str = "training") -> Activity:
        """One that will not take place."""
        activity = self.planned(kind)
        acts.cancel_activity(activity, reason="Không còn kinh phí.", by=self.phuc, at=self.at)
        return self.again(activity)

    def in_state(self, state: str) -> Activity:
        """A listing in this state."""
        return {
            ActivityState.PLANNED: self.planned,
            ActivityState.RUNNING: self.running,
            ActivityState.FINISHED: self.finished,
            ActivityState.CANCELLED: self.cancelled,
        }[ActivityState(state)]("listing")

    def again(self, activity: Activity) -> Activity:
        """The activity as the database has it."""
        return Activity.objects.with_names().get(pk=activity.pk)

    def recognised(self, product: Product | None = None, *, days: int = 300, stars: int = 4) -> Recognition:
        """A recognition that began a year ago and runs so many days on; a negative number is over."""
        first = self.today - timedelta(days=365)
        fields = {
            "stars": stars, "kind": "new", "authority": "UBND tỉnh", "number": "118-MH/QĐ-UBND",
            "year": first.year,
            "decided_on": first, "date_precision": "day", "valid_from": first,
            "expires_on": self.today + timedelta(days=days), "status_code": "recognised",
        }  # fmt: skip
        return record_recognition(product or self.product, fields=fields, by=self.phuc, at=self.at)
