"""The offices of a province's communes, opened in one act."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ocop.foundation.accounts.acts import open_commune_offices
from ocop.foundation.accounts.models import Office
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import communes_without_office, manageable_places
from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.selectors import verify_chain
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import communes_of, place
from ocop.foundation.refusals import Refused

PAGE = "/co-quan/them-cap-xa/"


@pytest.fixture
def communes(cast, at):
    """Every commune of the province."""
    return communes_of(cast.province, at.date())


def refused(act) -> str:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.refusal.code


def test_every_commune_gets_its_committee(cast, at, operator, communes):
    offices = open_commune_offices(province=cast.province, communes=communes, by=operator, at=at)
    assert len(offices) == 99
    found = Office.objects.get(place=cast.commune)
    assert (found.name, found.level, found.body) == (
        "Ủy ban nhân dân xã Bản Lầu",
        "commune",
        "people_committee",
    )
    assert list(communes_without_office(cast.province, at)) == []


def test_every_office_is_recorded_and_the_chain_holds(cast, at, operator, communes):
    offices = open_commune_offices(province=cast.province, communes=communes[:3], by=operator, at=at)
    entries = Entry.objects.values_list(
        "sequence", "action", "object_type", "object_id", "object_label", "by", "data"
    )
    facts = {"level": "commune", "body": "people_committee"}
    assert list(entries) == [
        (number, "office.open", "accounts.office", str(office.pk), office.name, operator.pk, facts)
        for number, office in enumerate(offices, 1)
    ]
    assert verify_chain() is None


def test_a_few_statements_however_many(cast, at, operator, communes):
    def asked(some):
        with CaptureQueriesContext(connection) as queries:
            open_commune_offices(province=cast.province, communes=some, by=operator, at=at)
        return len(queries)

    # a database that takes fewer values in one statement writes the record in two
    assert asked(list(communes[:2])) + 1 >= asked(list(communes))


def test_a_second_time_adds_only_what_is_missing(cast, at, later, operator, communes):
    first = open_commune_offices(province=cast.province, communes=communes[:2], by=operator, at=at)
    again = open_commune_offices(province=cast.province, communes=communes[:5], by=operator, at=later)
    assert [office.place for office in again] == list(communes[2:5])
    assert Office.objects.filter(level="commune").count() == len(first) + len(again)
    facts = {"province": cast.province, "communes": communes[:5], "by": operator, "at": later}
    assert refused(lambda: open_commune_offices(**facts)) == "conflict_offices"


def test_an_office_of_any_kind_keeps_a_commune_out(cast, at, operator, communes):
    Office.objects.create(level="commune", body="economic_division", place=cast.commune, name="Phòng Kinh tế")
    assert communes_without_office(cast.province, at).filter(pk=cast.commune.pk).count() == 0
    assert communes_without_office(cast.province, at).count() == 98


def test_it_is_refused(cast, at, operator, communes):
    far = place("01", "province", at.date())
    of_far = communes_of(far, at.date())[:1]
    abolished = Place.objects.filter(level="commune", valid_to__isnull=False)[:1]
    facts = {"province": cast.province, "communes": communes, "by": operator, "at": at}
    assert refused(lambda: open_commune_offices(**{**facts, "by": cast.lan})) == "not_operator"
    assert (
        refused(lambda: open_commune_offices(**{**facts, "province": far, "communes": of_far}))
        == "outside_place"
    )
    assert refused(lambda: open_commune_offices(**{**facts, "communes": of_far})) == "not_in_province"
    assert refused(lambda: open_commune_offices(**{**facts, "communes": abolished})) == "not_in_province"
    assert refused(lambda: open_commune_offices(**{**facts, "communes": []})) == "conflict_offices"
    assert (Office.objects.filter(level="commune").count(), Entry.objects.count()) == (0, 0)


def test_places_of_an_operator_and_of_who_repairs(cast, at, operator):
    standing = Place.objects.existing_on(at.date())
    own = manageable_places(operator, at)
    assert set(own) == {cast.province, *communes_of(cast.province, at.date())}
    cast.quang.is_superuser = True
    assert set(manageable_places(cast.quang, at)) == set(standing)


def test_all_of_them_from_the_page(client, cast, operator):
    client.force_login(operator)
    page = client.get(PAGE)
    assert "<b>99</b> xã, phường của tỉnh Lào Cai chưa có cơ quan." in page.content.decode()
    labels = [label for _, label in page.context["form"].fields["communes"].choices]
    assert (len(labels), labels[0], labels[-1]) == (99, "xã A Mú Sung", "xã Yên Thành")
    assert client.post(PAGE, {"every": "on"}).url == "/co-quan/?level=commune"
    assert Office.objects.filter(level="commune").count() == 99
    answer = client.post(PAGE, {"every": "on"})
    assert (answer.status_code, Office.objects.filter(level="commune").count()) == (422, 99)
    assert "Mọi xã, phường của tỉnh Lào Cai đã có cơ quan" in answer.content.decode()


def test_some_of_them_from_the_page(client, cast, operator, communes):
    client.force_login(operator)
    Office.objects.create(level="commune", body="people_committee", place=cast.commune, name="UBND xã thử")
    other = communes.exclude(pk=cast.commune.pk)[0]
    # somebody else opened that of Bản Lầu while this page was read
    assert client.post(PAGE, {"communes": [cast.commune.pk, other.pk]}).status_code == 302
    assert list(Office.objects.filter(level="commune").order_by("pk").values_list("place", "name")) == [
        (cast.commune.pk, "UBND xã thử"),
        (other.pk, f"Ủy ban nhân dân {other}"),
    ]


def test_what_the_page_refuses(client, cast, operator):
    client.force_login(operator)
    far = communes_of(place("01", "province", timezone.localdate()), timezone.localdate())[0]
    none = client.post(PAGE, {"csrfmiddlewaretoken": "x"})
    foreign = client.post(PAGE, {"communes": [far.pk]})
    nonsense = client.post(PAGE, {"communes": ["x"]})
    sentence = "Có xã, phường đã chọn không thuộc tỉnh này. Tải lại trang rồi chọn lại."
    assert [(one.status_code, one.context["form"].errors) for one in (none, foreign, nonsense)] == [
        (422, {"communes": ["Hãy đánh dấu ít nhất một xã, phường."]}),
        (422, {"communes": [sentence]}),
        (422, {"communes": [sentence]}),
    ]
    assert client.get(f"{PAGE}?tinh=01").status_code == 403
    client.force_login(cast.minh)
    assert client.post(PAGE, {"every": "on"}).status_code == 403
    assert Office.objects.filter(level="commune").count() == 0


def test_who_repairs_chooses_a_province_first(client, cast):
    cast.quang.is_superuser = True
    cast.quang.save()
    client.force_login(cast.quang)
    assert "Chọn tỉnh trước" in client.get(PAGE).content.decode()
    assert client.post(PAGE, {"every": "on"}).status_code == 422
    assert client.post(f"{PAGE}?tinh=15", {"every": "on"}).status_code == 302
    assert Office.objects.filter(place__parent=cast.province).count() == 99
    cast.appoint(cast.quang, Role.OPERATOR)
    assert "Mọi xã, phường của tỉnh Lào Cai đã có cơ quan" in client.get(PAGE).content.decode()
