"""办理情况: a dispute as its party reads it: who has it, what runs, how it came here."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from shared.casepage.answers import DeadlineOut, DisputeOut, FileOut, PageOut
from shared.casepage.track import BESIDE, RunsOut, StageOut, track
from shared.contracts.intake import Side
from shared.contracts.reconsideration.assigning import RecusalDecided, ReviewersAssigned
from shared.contracts.reconsideration.hearing import is_turned_anew
from shared.directory import Contact, Directory
from shared.law.day import end_of, legal_day
from shared.law.wording import full
from shared.party.periods import (
    ADJUDICATION,
    APPLICANT_PERIODS,
    ENTITLED,
    OWN_SUIT,
    SUIT_OVER_DECISION,
    UNTOLD_PERIODS,
    WAYS,
    YOURS,
)
from shared.party.session import PartySession
from shared.party.suing import OwnSuit, is_of_decision, is_of_refusal, is_over_paper
from shared.party.words import NOBODY_SUES, OF_APPLICANT, STEPS, UNSUED
from shared.work import Hub

BEGINNINGS: Final = frozenset({"registration", "triage"})
"""Procedures by which a dispute comes in and is sent on its way."""

ASSIGNED: Final = ReviewersAssigned.kind_name()
RECUSED: Final = RecusalDecided.kind_name()


@dataclass(frozen=True, slots=True)
class Period:
    """A period that runs, in plain words."""

    says: str
    until: datetime | None
    """None while it stands still."""
    provisional: bool
    article: str
    proof: str
    yours: bool


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened."""

    on: date
    says: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one file of the dispute stands."""

    way: str
    open: bool
    says: str
    """What happened last."""
    who: tuple[Contact, ...]
    """Who is responsible, by name, and whom to call."""
    since: date
    handlers: tuple[str, ...] = ()
    """Codes of those who handle it 行政复议人员, so that a party may ask for another (RULES 47)."""


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that the page of a dispute tells."""

    number: str
    window: Contact | None
    standings: tuple[Standing, ...]
    yours: tuple[Period, ...]
    theirs: tuple[Period, ...]
    steps: tuple[Step, ...]


GAP: Final = re.compile(r"\{(\w+)\}")
SOME_ORGAN: Final = "被申请的机关"
"""The organ of a page of old, which does not name it."""


def told(dispute: DisputeOut, hub: Hub, reader: PartySession, suit: OwnSuit | None = None) -> Told:
    """A dispute as its party reads it; `suit` is its own over a decision, where it has one."""
    files = {one.case_id: one for one in dispute.files if one.procedure not in BESIDE}
    stages = [one for one in track(dispute, hub.shelves).stages if one.case_id in files]
    periods = [p for stage in stages for p in _periods(files[stage.case_id], stage, reader, suit)]
    periods += _own(suit, hub) if suit else ()
    periods.sort(key=lambda one: (one.until is None, one.until))
    steps = _steps_of(reader)
    window = _window(dispute)
    return Told(
        number=dispute.number or "",
        window=hub.directory.contact(window) if window else None,
        standings=tuple(
            _standing(
                files[s.case_id],
                s,
                _who(files[s.case_id], dispute, window, hub.directory),
                steps,
                hub.directory,
            )
            for s in _at_work(files, stages)
        ),
        yours=tuple(one for one in periods if one.yours),
        theirs=tuple(one for one in periods if not one.yours),
        steps=tuple(_steps(dispute, steps, hub.directory)),
    )


def _at_work(files: Mapping[UUID, FileOut], stages: list[StageOut]) -> list[StageOut]:
    """The files in which something is done; how it came in is told only while nothing else is."""
    done = [one for one in stages if files[one.case_id].procedure not in BEGINNINGS]
    return (done or stages)[::-1]


def _way_of(file: FileOut) -> str:
    """What a procedure is, in plain words."""
    return ADJUDICATION if file.office == "adjudication" else WAYS.get(file.procedure, file.term)


def _steps_of(reader: PartySession) -> Mapping[str, str]:
    """The steps that are told to this party."""
    if reader.side is Side.APPLICANT:
        return STEPS
    return {kind: says for kind, says in STEPS.items() if kind not in OF_APPLICANT}


def says_of(page: PageOut, words: str, directory: Directory) -> str:
    """A step in its plain words, with the organ that its page names."""

    def name(gap: re.Match[str]) -> str:
        code = str(page.findings.get(gap[1], ""))
        with suppress(LookupError):
            return directory.organ(code).name
        return code or SOME_ORGAN

    for fell, said in NOBODY_SUES.items():
        if page.findings.get(fell) is True:
            words = said.get(page.kind, words)
    if page.findings.get("sue_until") is None:
        words = UNSUED.get(page.kind, words)
    return GAP.sub(name, words)


def _is_told(page: PageOut, steps: Mapping[str, str]) -> bool:
    """Whether the party is told of a page: of each step once, and not of every page."""
    known = page.findings.get("known_before") or page.findings.get("goes_on_in")
    said = is_turned_anew(page.kind, page.by) or known
    return page.kind in steps and not said


def _standing(
    file: FileOut,
    stage: StageOut,
    who: tuple[Contact, ...],
    steps: Mapping[str, str],
    directory: Directory,
) -> Standing:
    newest = next((one for one in reversed(file.pages) if _is_told(one, steps)), None)
    last = says_of(newest, steps[newest.kind], directory) if newest else stage.state_term
    return Standing(_way_of(file), stage.until is None, last, who, stage.since, reviewers_of(file))


def reviewers_of(file: FileOut) -> tuple[str, ...]:
    """Who handles a reconsideration now, as its pages name them: none before they are assigned."""
    named: tuple[str, ...] = ()
    for page in file.pages:
        if page.kind == ASSIGNED:
            named = tuple(page.findings.get("reviewers", ()))
        elif page.kind == RECUSED and page.findings.get("replaced"):
            after = (one for one in named if one != page.findings.get("reviewer"))
            successor = page.findings.get("successor")
            named = (*after, *([successor] if successor else []))
    return named


def _who(
    file: FileOut, dispute: DisputeOut, window: str, directory: Directory
) -> tuple[Contact, ...]:
    codes = [file.labels.get("authority", ""), *file.labels.get("departments", "").split()]
    known = dict.fromkeys(code for code in codes if code in dispute.names)
    return tuple(dict.fromkeys(directory.contact(code, window) for code in known))


def _own(suit: OwnSuit, hub: Hub) -> Iterator[Period]:
    """起诉期限 of this party from its own service, until it is over (ALL 45)."""
    if suit.until is None or suit.served_on is None:
        return
    if suit.until < legal_day(hub.clock.now()):
        return
    proof = f"您于{full(suit.served_on)}收到复议决定书，自次日起算十五日（{suit.article}）。"
    yield Period(
        says=SUIT_OVER_DECISION,
        until=end_of(suit.until),
        provisional=False,
        article=str(suit.article),
        proof=proof,
        yours=True,
    )


def _periods(
    file: FileOut, stage: StageOut, reader: PartySession, suit: OwnSuit | None
) -> Iterator[Period]:
    for runs, row in zip(stage.running, file.running, strict=True):
        if runs.name in UNTOLD_PERIODS or not _concerns(row, file, reader):
            continue
        if file.procedure == "triage" and _is_told_apart(row, file, reader, suit):
            continue
        own = YOURS.get((file.office, "no_suit" if _has_no_suit(row, file) else runs.name))
        yield Period(
            says=own.format(subject=runs.subject) if own else _theirs(file, runs),
            until=runs.until,
            provisional=runs.provisional,
            article=runs.article.text if runs.article else "",
            proof=(row.proof or {}).get("sentence", ""),
            yours=own is not None,
        )


def _is_told_apart(
    row: DeadlineOut, file: FileOut, reader: PartySession, suit: OwnSuit | None
) -> bool:
    """Whether the party reads its own days to sue elsewhere than in this row of a road.

    Over a decision it reads them by its own service, and those of a refusal in the file of what
    follows; and whoever has days of its own in the road does not read those of the first as its.
    """
    if suit and is_of_decision(row, file):
        return True
    if row.name == OWN_SUIT:
        return is_of_refusal(row, file)
    own = (one for one in (*file.running, *file.ended) if one.name == OWN_SUIT)
    mine = max((one.opened for one in own if _is_own(one, reader)), default=0)
    return is_over_paper(row) and row.opened < mine


def _concerns(row: DeadlineOut, file: FileOut, reader: PartySession) -> bool:
    """Whether a period is this party's to know: that of another party is nobody else's affair."""
    if file.procedure == "triage" and row.name in APPLICANT_PERIODS:
        return reader.side is Side.APPLICANT
    if row.name == ENTITLED:
        return not any(one.name == ENTITLED and _is_own(one, reader) for one in file.running)
    return _person(row.subject) is None or _is_own(row, reader)


def _has_no_suit(row: DeadlineOut, file: FileOut) -> bool:
    """Whether what may be enforced after this day is nothing over which the party may sue."""
    opened = (one for one in file.pages if one.version == row.opened and one.kind in UNSUED)
    return any(one.findings.get("sue_until") is None for one in opened)


def _is_own(row: DeadlineOut, reader: PartySession) -> bool:
    return _person(row.subject) in reader.persons


def _theirs(file: FileOut, runs: RunsOut) -> str:
    by = f"{runs.subject}：" if runs.subject and _person(runs.subject) is None else ""
    return f"{_way_of(file).partition('（')[0]}——{by}{runs.term}"


def _person(subject: str) -> UUID | None:
    """The party whom a period concerns; None where it is an organ, a road or the whole file."""
    with suppress(ValueError):
        return UUID(subject)
    return None


def _steps(dispute: DisputeOut, steps: Mapping[str, str], directory: Directory) -> Iterator[Step]:
    """The way so far, newest first; what follows from the same step is said once."""
    pages = [page for file in dispute.files for page in file.pages if _is_told(page, steps)]
    seen = dict.fromkeys(
        Step(page.on, says_of(page, steps[page.kind], directory))
        for page in sorted(pages, key=lambda one: one.at)
    )
    yield from reversed(seen)


def _window(dispute: DisputeOut) -> str:
    codes = (file.labels.get("window", "") for file in dispute.files)
    return next((code for code in codes if code in dispute.names), "")
