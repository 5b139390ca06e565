"""Which names are alike, by trying every slip; one row learns what the whole register says."""

from __future__ import annotations

import random
import string

import pytest

from ocop.registers.producers.models import Producer
from ocop.registers.producers.writes import search_text
from ocop.registers.products.models import Product, Recognition
from ocop.registers.recognitions.rules import Alike, row_of
from ocop.registers.recognitions.selectors import near, on_record


def _slips(word: str) -> set[str]:
    """All that one letter more, less or another makes of it, or two neighbours in each other's place."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {word} | {left + right[1:] for left, right in cuts}
    found |= {left + letter + right[skip:] for left, right in cuts for letter in "abc" for skip in (0, 1)}
    return found | {left + right[1::-1] + right[2:] for left, right in cuts}


def test_alike_is_one_slip_and_nothing_else():
    dice = random.Random(11)
    for _ in range(3000):
        word = "".join(dice.choices("abc", k=dice.randint(6, 9)))
        other = dice.choice(sorted(_slips(word))) if dice.random() < 0.5 else "".join(
            dice.choices("abc", k=dice.randint(6, 9))
        )  # fmt: skip
        seen = Alike()
        seen.add("", word)
        if len(other) >= 6:
            assert bool(seen.find("", other)) == (other in _slips(word)), (word, other)


def test_words_in_another_order_are_alike_and_groups_stay_apart():
    seen = Alike()
    for name in ("Mứt dứa", "Mứt dứa dẻo", "Chè"):
        seen.add("hop tac xa", name)
    assert seen.find("hop tac xa", "dẻo mứt dứa") == "Mứt dứa dẻo"
    assert [seen.find(group, name) for group, name in (("x", "Mứt dứa"), ("hop tac xa", "Che a"))] == ["", ""]


@pytest.mark.django_db
def test_one_row_learns_what_the_whole_register_says(cast, at):
    dice = random.Random(7)
    names = [
        "HTX Dứa Bản Lầu", "Hợp tác xã Bản Lầu", "Công ty TNHH Vinadua", "HTX Chè Shan tuyết Suối Giàng",
        "Hộ kinh doanh Nguyễn Thị Hoa", "HTX Hoa", "HTX Nông nghiệp dịch vụ Mường Hum", "Tổ hợp tác Mường Vi",
    ]  # fmt: skip
    for number, name in enumerate(names):
        owner = Producer(name=name, slug=f"p{number}", commune=cast.commune, legal_form="cooperative",
                         registration_no=f"120700{number:04}", created_at=at)  # fmt: skip
        owner.search_text = search_text(owner)
        owner.save()
        for made in ("Mứt dứa dẻo", f"Chè {number}"):
            product = Product.objects.create(
                name=made, slug=f"{owner.slug}-{made[:1]}".lower(), producer=owner, created_at=at
            )
            Recognition.objects.create(
                product=product, stars=3, number=f"{number}/QĐ-UBND", year=2025, status_code="recognised",
                product_code=f"15-02788-{number + 1}-2025" if made[:1] == "M" else "",
            )  # fmt: skip
    outcomes = set()
    for _ in range(200):
        name, letters = dice.choice(names), string.ascii_lowercase
        at_letter = dice.randrange(4, len(name))
        fields = {
            "holder": name[:at_letter] + dice.choice(["", dice.choice(letters), " "]) + name[at_letter + 1 :],
            "name": dice.choice(["Mứt dứa dẻo", "Mứt dứa dẻ", "dứa dẻo Mứt", "Chè 1", "Gạo"]),
            "registration_no": dice.choice(["", "", "1207000001", "999"]), "stars": 3,
            "product_code": dice.choice(["", "", "15-02788-3-2025"]), "decision_no": "1/QĐ-UBND",
        }  # fmt: skip
        row = row_of(fields)
        whole, asked = (one.take(row, cast.commune.pk) for one in (on_record(), near(row)))
        assert (asked.outcome, asked.alike, asked.differs) == (whole.outcome, whole.alike, whole.differs), (
            fields
        )
        assert asked.product.pk == whole.product.pk
        outcomes.add((whole.outcome, bool(whole.alike)))
    assert len(outcomes) >= 4
