"""Whose year is told: the keys of its people and things on the stage, its officer, its plan, its places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ocop.foundation.accounts.models import Person
from ocop.foundation.places.models import Place
from ocop.outlets.demo.stage import Stage
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product
from ocop.registers.programme.models import BudgetLine, Plan, Task


@dataclass(frozen=True)
class World:
    """One year on the stage. `prefix` stands before its keys;
    `place` finds a unit of that year by its code.
    """

    stage: Stage
    year: int
    prefix: str
    officer: str
    place: Callable[[str], Place]

    def key(self, name: str) -> str:
        """The key on the stage."""
        return f"{self.prefix}{name}"

    def person(self, name: str) -> Person:
        """Somebody of that year; the officer of the province where no name is given."""
        return self.stage.people[self.key(name or self.officer)]

    def producer(self, name: str) -> Producer:
        """A producer by its key."""
        return self.stage.producers[self.key(name)]

    def product(self, name: str) -> Product:
        """A product by its key."""
        return self.stage.products[self.key(name)]

    def task(self, name: str) -> Task:
        """A task of the plan by its key."""
        return self.stage.tasks[self.key(name)]

    @property
    def plan(self) -> Plan:
        """The plan of the year as it stands now."""
        return Plan.objects.with_names().get(pk=self.stage.plans[self.year].pk)

    def line(self, position: int) -> BudgetLine:
        """A budget line of the plan by its place in the list, from 0."""
        return list(BudgetLine.objects.filter(plan=self.stage.plans[self.year]).order_by("pk"))[position]
