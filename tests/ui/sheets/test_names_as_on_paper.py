"""A sheet is typed in under the names on its paper, and logged under those of the plan."""

from __future__ import annotations

from datetime import date

from planner.coach import clients, sheet_language, templates
from planner.engine.terms import Lifter
from planner.storage import log, plan
from planner.ui.widgets import ElidedLabel

MONDAY = date(2026, 11, 2)


def test_sessions_and_block_are_called_as_on_the_clients_paper(typist) -> None:
    ada = clients.add(Lifter(name="Ada"))
    plan.add_mesocycle(ada, templates.block("full-body-start", MONDAY))
    sheet_language.choose(ada, "de")
    typist.type(f"{typist.code(ada)}\n60x5")
    first = typist.desk.form.sessions[0]
    assert first.findChild(ElidedLabel).accessibleName() == "Ganzkörper A"
    assert typist.desk.heading.accessibleName().startswith("Ganzkörper-Einstieg · from 2 Nov")
    typist.save()
    assert log.sessions(ada)[0].name == "Full body A"
