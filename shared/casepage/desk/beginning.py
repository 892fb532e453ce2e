"""起稿: what the form of an act begins with, and what stands before the eyes beside it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from shared.casepage.answers import DeadlineOut, DisputeOut, FileOut, PageOut
from shared.casepage.desk.findings import PAPER, Finding, findings
from shared.casepage.desk.labels import PERIODS
from shared.casepage.doing import Door
from shared.casepage.registered import applied_with, matter_of
from shared.contracts.reconsideration.joint import JointRespondentLeft, JointRespondentNamed
from shared.frame import Form, Page
from shared.frame.filled import typed_of
from shared.frame.forms import Box
from shared.law.period import parse_period

WHY: Final = "办理案件，填写表单"
"""为什么查阅: what is written on record when a form shows parties or a paper."""

TEXT: Final = "text"
"""The field of a form in which the text of a paper is typed."""

RESPONDENTS: Final = ("respondent", "respondent_organs")
"""Findings that say against whom a file is."""


APPLIES: Final = frozenset({"respondent", "act", "learnt_on"})
"""Fields by which the form of an application for reconsideration is known (ARL 22)."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What whoever acts has before the eyes."""

    respondents: tuple[str, ...]
    """Codes of organs."""
    applicants: int
    running: Sequence[DeadlineOut]
    draft: PageOut | None
    """The page that the act rests on."""
    said: Sequence[Finding]
    """What that page says."""
    text: str
    """And its paper."""


def asked_for(page: Page, shown: tuple[Box, ...]) -> dict[str, str]:
    """What the address of a form says for its fields, where what stands before leads to it."""
    names = {box.name for box in shown}
    return {name: said for name, said in page.query.items() if name in names}


def begun_anew(page: Page, dispute: DisputeOut, shown: tuple[Box, ...]) -> Form:
    """What the form of a new file begins with: what its address says, and the registration.

    An application for reconsideration starts with what was said when the dispute was taken in, and
    whatever asks for the matter with the one that is on file.
    """
    names = {box.name for box in shown}
    said = {"matter": matter_of(dispute), **(applied_with(dispute) if names >= APPLIES else {})}
    known = {name: value for name, value in said.items() if name in names}
    return typed_of(known | asked_for(page, shown))


async def begun(
    page: Page, dispute: DisputeOut, file: FileOut, door: Door, shown: tuple[Box, ...]
) -> Form:
    """What a form begins with: what its address says, whom its file names, what stands so far."""
    values: dict[str, Any] = asked_for(page, shown)
    for box in shown:
        if box.rows.of:
            codes = file.labels.get(box.rows.of, "").split()
            named = codes if len(codes) >= box.rows.least else []
            values[box.name] = [{box.rows.field: code} for code in named]
    if asked := page.frame.begins.get(door.path):
        answer = await page.call("GET", asked.format(case_id=file.case_id))
        values = {**(answer.body if answer.ok else {}), **values}
    if door.anew and (newest := _newest(file, {fact.kind_name() for fact in door.facts})):
        names = {box.name for box in shown}
        values |= await _typed(page, dispute, newest.findings, door.anew, names)
    return typed_of({name: said for name, said in values.items() if said != []})


async def beside(page: Page, dispute: DisputeOut, file: FileOut, door: Door) -> Beside:
    """What stands beside the form of an act."""
    draft = _newest(file, {door.rests_on.kind_name()}) if door.rests_on else None
    said = findings(draft, page.frame.templates.filters["name"], {}) if draft else []
    papers = [one for one in said if one.paper]
    texts = [(one.label, await _text(page, dispute, one.paper)) for one in papers]
    called = len(texts) > 1  # of several, what each of them is
    return Beside(
        respondents=_respondents(file),
        applicants=len(file.labels.get("applicants", "").split()),
        running=file.running,
        draft=draft,
        said=[one for one in said if not one.paper],
        text="\n".join(f"{label}：{text}" if called else text for label, text in texts),
    )


def _newest(file: FileOut, kinds: set[str]) -> PageOut | None:
    return next((one for one in reversed(file.pages) if one.kind in kinds), None)


def _respondents(file: FileOut) -> tuple[str, ...]:
    """Who is named first, or all that a file names at once, and who was named beside it since."""
    first: tuple[str, ...] = ()
    beside: dict[str, None] = {}
    for one in file.pages:
        if one.kind == JointRespondentNamed.kind_name():
            beside[one.findings["organ"]] = None
        elif one.kind == JointRespondentLeft.kind_name():
            beside.pop(one.findings["organ"], None)
        elif said := next(filter(None, map(one.findings.get, RESPONDENTS)), None):
            first = (said,) if isinstance(said, str) else tuple(said)
    return tuple(dict.fromkeys((*first, *beside)))


async def _typed(
    page: Page,
    dispute: DisputeOut,
    found: Mapping[str, Any],
    paper: str,
    names: Collection[str] = (),
) -> dict[str, Any]:
    """Findings as they were typed: with the text of their paper, and periods in words.

    What was typed into another field of the form, of these `names`, may be kept as a paper, too.
    """
    typed: dict[str, Any] = {}
    for name, value in found.items():
        field = name.removesuffix(PAPER)
        if name == paper:
            typed[TEXT] = await _text(page, dispute, value)
        elif field != name and field in names and value:
            typed[field] = await _text(page, dispute, value)
        elif name in PERIODS and value:
            typed[name] = str(parse_period(value))
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            typed[name] = [await _typed(page, dispute, one, paper) for one in value]
        elif value != []:
            typed[name] = value
    return typed


async def _text(page: Page, dispute: DisputeOut, paper: str) -> str:
    """What a paper says, through the door that puts the reading on record."""
    where = f"/disputes/{dispute.number or dispute.dispute_id}/papers/{paper}"
    answer = await page.call("GET", where, query={"purpose": WHY})
    return str(answer.body["text"]) if answer.ok else ""
