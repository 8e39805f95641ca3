"""A trainer's studio to measure with: made-up clients, each with a log and a block in progress."""

from __future__ import annotations

from datetime import date
from random import Random

from planner.coach import demo
from planner.engine.terms import Unit

FIRST = ("Ada", "Ben", "Cem", "Dora", "Emil", "Finn", "Greta", "Hana", "Ivo", "Jana")
LAST = ("Novak", "Okafor", "Petit", "Quist", "Rossi", "Sato", "Tran", "Ueda", "Vogel", "Weiss")


def add_clients(count: int, today: date, most_weeks: int = 26) -> list[int]:
    """Store so many clients of all kinds, always the same; return their ids."""
    rng = Random(4)
    return [demo.add_made_up(_client(number, rng, most_weeks), today) for number in range(count)]


def _client(number: int, rng: Random, most_weeks: int) -> demo.Sample:
    weeks = rng.randint(4, most_weeks)
    away = (rng.randint(3, 5), rng.randint(0, 2)) if rng.random() < 0.2 else (0, 0)
    return demo.Sample(
        _name(number),
        weeks,
        seed=100 + number,
        scale=rng.uniform(0.5, 1.4),
        away=away,
        unit=Unit.LB if rng.random() < 0.2 else Unit.KG,
    )


def _name(number: int) -> str:
    first, last = FIRST[number % len(FIRST)], LAST[number // len(FIRST) % len(LAST)]
    return f"{first} {last}" + (f" {number // 100 + 1}" if number >= len(FIRST) * len(LAST) else "")
