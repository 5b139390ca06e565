"""`ocop plan`: the shape that others rely on, done is the number of records, and what is refused."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from ocop.registers.programme.models import TargetResult

KEYS = {"key", "name", "unit", "target", "done", "pipeline", "forecast", "records"}


def plan_of(capsys, *arguments):
    call_command("plan", *arguments)
    return json.loads(capsys.readouterr().out)


def test_a_past_plan(register, old_province, capsys):
    plan = register.plan(2022, old_province)
    register.target(plan, "new_products", 30)
    by_hand = register.target(plan, "", key="visits")
    commune = old_province.children.first().children.first()
    recognition = register.recognise(register.product(register.producer(commune=commune)), date(2022, 7, 8))
    result = TargetResult.objects.create(
        target=by_hand, on=date(2022, 5, 5), amount=12, note="Đợt 1", by=register.cast.lan, at=register.at
    )
    found = plan_of(capsys, "2022")
    assert (found["plan"], found["number"]) == ("Kế hoạch 2022", "2022/KH-UBND")
    assert [KEYS - set(one) for one in found["targets"]] == [set(), set()]
    counted, recorded = found["targets"]
    assert [counted[key] for key in ("key", "unit", "target", "done", "pipeline", "forecast", "records")] == [
        "new_products", "sản phẩm", 30, 1, {}, 1, [f"recognition:{recognition.pk}"],
    ]  # fmt: skip
    assert [recorded[key] for key in ("target", "done", "forecast", "records")] == [
        None, 12, 12, [f"result:{result.pk}"],
    ]  # fmt: skip


def test_the_place_chooses_among_plans_of_a_year(register, old_province, capsys):
    register.plan(2022, old_province)
    yen_bai = register.plan(
        2022, type(old_province).objects.get(code="15", level="province", valid_to__isnull=False)
    )
    yen_bai.name = "Kế hoạch Yên Bái"
    yen_bai.save()
    assert [plan_of(capsys, "2022", *place)["plan"] for place in ([], ["--place", "15"],
    ["--place", "10"])] == [
        "Kế hoạch 2022", "Kế hoạch Yên Bái", "Kế hoạch 2022",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["2021"], "Không có kế hoạch năm 2021."),
        (["2022", "--place", "99"], "Không có kế hoạch năm 2022 của địa bàn mã 99."),
    ],
)
def test_no_such_plan(register, old_province, arguments, sentence):
    register.plan(2022, old_province)
    with pytest.raises(CommandError, match=sentence) as refused:
        call_command("plan", *arguments)
    assert refused.value.returncode == 1


def test_unknown_numbers_are_null(register, capsys):
    plan = register.plan(2022, number="", is_partly_known=True)
    register.target(plan, "new_products")
    found = plan_of(capsys, "2022")
    assert (found["number"], found["targets"][0]["target"]) == (None, None)
