"""同一申请期限: window, law desk and authority reckon the same facts alike (ARL 20, 21)."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.reconsideration.domain.filing import NO_FINDING, proof
from services.reconsideration.lawdesk.filing import look
from services.reconsideration.lawdesk.filing_facts import FilingFacts
from services.routing.domain.filing import window
from services.routing.domain.jurisdiction import compulsory_first
from shared.contracts.intake import ActKind
from shared.contracts.routing import Road
from shared.law.calendar import CALENDAR
from shared.law.reconsidering.omission import OMISSIONS
from shared.lawdesk import Setting
from tests.lawdesk.reconsidering import DIRECTORY
from tests.reconsideration.makers import day, received
from tests.routing.cases import registered

Told = tuple[str | None, date | None, date | None]
"""By which provision, from which day, until which."""

DAYS = st.dates(day("2026-01-05"), day("2026-11-20"))


def at_the_window(facts: Mapping[str, object], on: date) -> Told:
    """What routing tells the party, and its receipt shows."""
    fact = registered("chufa", **facts)
    first, _ = compulsory_first(fact.act, None, on, silent=bool(fact.omission))
    found = window(Road.RECONSIDERATION, fact, first, on, CALENDAR)
    return found.article.code if found.article else None, found.starts_on, found.open_until


def at_the_authority(facts: Mapping[str, object], on: date) -> Told:
    """What acceptance finds of an application that comes on the day on which it was told."""
    said = dict(facts)
    done, untold = said.pop("happened_on", None), not said.get("told_remedies", True)
    walk = received(
        on.isoformat(), act_done_on=done, remedies_learnt_on=on if untold else None, **said
    )
    found = proof(walk.case, NO_FINDING, CALENDAR)
    assert found is not None
    return found.article.code, found.reckoning.start, found.reckoning.last_day


def at_the_law_desk(facts: Mapping[str, object], on: date) -> Told:
    """What the law desk answers, and the party's page shows of what was typed there."""
    said = dict(facts)
    done, within = said.pop("happened_on", None), said.pop("duty_within", None)
    untold = not said.get("told_remedies", True)
    asked = FilingFacts.model_validate(
        {
            **said,
            "done_on": done,
            "perform_within": within,
            "filed_on": on,
            "remedies_learnt_on": on if untold else None,
        }
    )
    at = Setting(today=on, calendar=CALENDAR, directory=DIRECTORY)
    found = look(asked, at).binding
    assert found is not None
    return found.article.code, found.reckoning.start, found.reckoning.last_day


@st.composite
def of_silence(draw: st.DrawFn) -> dict[str, object]:
    """An organ that did nothing: said, or of head 11 presumed; with a day from which it runs."""
    act = draw(st.sampled_from([*OMISSIONS]))
    requested = draw(st.none() | DAYS)
    return {
        "act": act,
        "omission": draw(st.sampled_from([True, None] if OMISSIONS[act].presumed else [True])),
        "learnt_on": draw(DAYS if requested is None else st.none() | DAYS),
        "told_remedies": draw(st.booleans()),
        "requested_on": requested,
        "duty_within": draw(st.sampled_from([None, "20wd", "15d", "2m"])),
    }


@st.composite
def of_an_act(draw: st.DrawFn) -> dict[str, object]:
    """An act that was told, long after it was made or at once; or an answer to what was asked."""
    act = draw(st.sampled_from([*OMISSIONS, ActKind.PENALTY, ActKind.WORK_INJURY]))
    learnt = draw(DAYS)
    return {
        "act": act,
        "omission": draw(st.sampled_from([None, False])) if act in OMISSIONS else None,
        "learnt_on": learnt,
        "happened_on": draw(st.sampled_from([None, learnt, learnt - timedelta(days=1800)])),
        "told_remedies": draw(st.booleans()),
    }


@settings(max_examples=80, deadline=None)
@given(of_silence() | of_an_act(), st.dates(day("2026-11-21"), day("2026-11-29")))
def test_every_door_reckons_the_same_period_of_the_same_facts(
    facts: dict[str, object], on: date
) -> None:
    """窗口、法律服务台、行政复议机关对同一事实算出同一申请期限 (ARL 20, 21; ARR2026 24)."""
    shown = at_the_window(facts, on)
    assert shown == at_the_authority(facts, on)
    assert shown == at_the_law_desk(facts, on)


@pytest.mark.parametrize("act", OMISSIONS)
@pytest.mark.parametrize("within", [None, "20wd", "3m"])
@pytest.mark.parametrize("on", ["2026-06-30", "2026-07-01"])
def test_an_organ_s_silence_has_one_period_by_the_edition_of_the_day(
    act: ActKind, within: str | None, on: str
) -> None:
    """许可、保护、待遇、信息公开没有处理的，各处同一起算、同一届满 (ARR2026 24; ARR2007 16)."""
    facts = {
        "act": act,
        "omission": True,
        "requested_on": day("2026-03-02"),
        "duty_within": within,
        "told_remedies": False,
    }
    shown = at_the_window(facts, day(on))
    assert shown[0] == ("ARR2007 16" if on < "2026-07" else "ARR2026 24")
    assert shown[2] is not None
    assert shown[2] > day("2026-03-02") + timedelta(days=60)
    assert shown == at_the_authority(facts, day(on))
    assert shown == at_the_law_desk(facts, day(on))
