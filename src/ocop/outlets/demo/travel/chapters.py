"""The villages, the route and the chain of the story, each begun, written and shown by whoever would."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from functools import partial
from typing import Any

from ocop.casework.support.models import Activity
from ocop.casework.tourism import acts
from ocop.casework.tourism.models import Chain, NameConsent, Route, Spot
from ocop.casework.tourism.rules import SET_NUMBER, bits_of
from ocop.outlets.demo.cast import DATA
from ocop.outlets.demo.pictures import photograph
from ocop.outlets.demo.stage import REGULATION, Stage
from ocop.registers.programme.models import Programme
from ocop.registers.regulations import rules, selectors


def note_travel(stage: Stage) -> None:
    """From the end of October to the middle of November."""
    note_places_to_go(stage)
    note = stage.diary.note
    note("10-30 14:00", partial(_score, stage))
    note("10-30 15:00", partial(_tie, stage))
    note("11-04 14:10", partial(_chain, stage))
    note("11-05 10:00", partial(_named, stage))
    note("11-12 16:20", partial(_unnamed, stage))


def note_places_to_go(stage: Stage) -> None:
    """Villages, homestays and the route that joins them; they lean on no help given before."""
    note = stage.diary.note
    for row in _rows("spots"):
        note(f"{row['day']} 08:20", partial(_open, stage, row))
        note(f"{row['day']} 09:10", partial(_write, stage, row))
        if "phone" in row:
            note(f"{row['day']} 09:30", partial(_agree, stage, row))
        note(f"{row['day']} 09:40", partial(_show, stage, row))
    for row in _rows("routes"):
        note(f"{row['day']} 08:30", partial(_route, stage, row))


def _rows(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((DATA / "travel" / f"{name}.json").read_text("utf-8"))
    return found


def _programme(stage: Stage) -> Programme:
    assert stage.programme is not None, "the programme is set up first"  # noqa: S101
    return stage.programme


def _spot(slug: str) -> Spot:
    return Spot.objects.select_related("place__parent__parent", "producer__commune").get(slug=slug)


def _open(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    owner = stage.producers[row["owner"]] if "owner" in row else None
    acts.open_spot(
        _programme(stage), kind=row["kind"], name=row["text"]["name"], place=stage.commune(row["place"]),
        producer=owner, slug=row["slug"], by=stage.people[row["by"]], at=at,
    )  # fmt: skip


def _write(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    spot, by = _spot(row["slug"]), stage.people[row["by"]]
    fields = row["text"] | {"months": bits_of(row["months"])}
    if "phone" in row:
        fields["phone"] = row["phone"]
    acts.write_spot(spot, fields=fields, by=by, at=at)
    for subject, caption in row["photos"]:
        photo = photograph(subject, f"{row['slug']}-{subject}")
        acts.add_photos(spot, photos=[photo], caption=caption, by=by, at=at)


def _agree(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    acts.agree_to_contact(_spot(row["slug"]), by=stage.people[row["by"]], at=at)


def _show(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    acts.publish_spot(_spot(row["slug"]), by=stage.people[row["by"]], at=at)


def _score(stage: Stage, at: datetime) -> None:
    """The own score of Suối Hoa: the second option of every criterion, so that something is lacking."""
    regulation = selectors.find_regulation(REGULATION)
    assert regulation is not None, REGULATION  # noqa: S101
    product_set = regulation.sets[SET_NUMBER]
    choices = {}
    for code, criterion in product_set.criteria.items():
        known = list(rules.tokens(criterion).values())
        choices[code] = known[min(2, len(known) - 1)]
    sheet = rules.pack(product_set, choices)
    acts.write_readiness(
        _spot("ban-mau-suoi-hoa"), regulation_code=REGULATION, sheet=sheet, by=stage.people["chan"], at=at
    )


def _tie(stage: Stage, at: datetime) -> None:
    """The help that goes on for Suối Hoa counts in its stead once it is finished."""
    activity = Activity.objects.get(pk=stage.activities["du-lich-suoi-hoa"].pk)
    acts.tie_spot(_spot("ban-mau-suoi-hoa"), activity=activity, product=None, by=stage.people["chan"], at=at)


def _route(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    by = stage.people[row["by"]]
    route = acts.open_route(
        _programme(stage), name=row["name"], place=stage.commune(row["place"]), slug=row["slug"],
        by=by, at=at,
    )  # fmt: skip
    acts.write_words(route, name=row["name"], about=row["about"], by=by, at=at)
    for stop in row["stops"]:
        where: dict[str, Any] = {}
        if "spot" in stop:
            where["spot"] = _spot(stop["spot"])
        elif "producer" in stop:
            where["producer"] = stage.producers[stop["producer"]]
        else:
            where |= {"sight": stop["sight"], "place": stage.commune(stop["place"])}
        acts.add_stop(
            route, starts_at=time.fromisoformat(stop["at"]), minutes=stop["minutes"], note=stop["note"],
            by=by, at=at, **where,
        )  # fmt: skip
    acts.publish_route(Route.objects.get(pk=route.pk), by=by, at=at)


def _chain(stage: Stage, at: datetime) -> None:
    by = stage.people["minh"]
    link, area = (
        Activity.objects.with_names().get(pk=stage.activities[key].pk)
        for key in ("lien-ket-dua", "bien-na-loc")
    )
    chain = acts.open_chain(_programme(stage), link=link, area=area, slug="dua-na-loc", by=by, at=at)
    about = (
        "Minh hoạ: hộ trồng dứa bán cho hợp tác xã theo giá sàn; hợp tác xã sấy, đóng gói; công ty ép nước."
    )
    acts.write_words(chain, name="Dứa Nà Lốc (minh hoạ)", about=about, by=by, at=at)
    acts.publish_chain(Chain.objects.get(pk=chain.pk), by=by, at=at)


def _named(stage: Stage, at: datetime) -> None:
    """The households agree to stand there by name."""
    chain = Chain.objects.select_related("link", "place__parent__parent").get(slug="dua-na-loc")
    acts.agree_name(
        chain, party=chain.link.parties.get(role="household"), agreed_on=date(2026, 11, 5),
        how="Minh hoạ: họp thôn, biên bản có chữ ký", by=stage.people["minh"], at=at,
    )  # fmt: skip


def _unnamed(stage: Stage, at: datetime) -> None:
    """A week later they take it back: the page says how many they are."""
    consent = NameConsent.objects.select_related("party__activity__chain__place__parent__parent").get()
    acts.take_back_name(consent, by=stage.people["minh"], at=at)
