"""What is done with a rule book 规则簿 (RULES 50 to 53)."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from services.routing.domain import rulebook_file
from services.routing.domain.rulebook import RuleBook, RuleBookError
from services.routing.domain.rulebook_file import RuleBookFile, State
from services.routing.domain.rulebook_text import digest_of, read_book
from services.routing.domain.soundness import faults
from services.routing.rulebook import NAME, OFFICE
from services.routing.store import RULEBOOKS
from shared.contracts.routing import RuleBookDrafted, RuleBookRehearsed
from shared.directory import Directory
from shared.editions import Edition
from shared.errors import Malformed, Stale
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.work import Work


def sound(text: str, directory: Directory, since: date, name: str = "规则簿") -> RuleBook:
    """合法的规则簿: a text that reads, and that does nothing the law forbids.

    Raises:
        Malformed: It does not read; says in which line and field.
        Refused: It would do what the law forbids (RULES 50).
    """
    try:
        book = read_book(text, since, name)
    except RuleBookError as error:
        raise Malformed(str(error), "text") from None
    if wrong := faults(book, directory):
        raise Refused("；".join(each.says for each in wrong), wrong[0].article)
    return book


def draft(work: Work, case_id: UUID, text: str, *, by: str) -> RuleBookFile:
    """起草规则簿; the same text again finds the same file (RULES 50)."""
    book = sound(text, work.directory, work.today)
    file = work.open(RULEBOOKS, case_id, case_id)
    if file.state is State.WITHDRAWN:
        raise Refused("这份规则簿已经撤回，修改后另行起草", RULES[53])
    if file.state is not None:
        return file
    page = RuleBookDrafted(
        head=work.head(file, by=by),
        title=book.title,
        text_id=work.document(case_id, case_id, "rulebook", text),
        digest=digest_of(text),
    )
    return work.record(file, page)


def rehearse(
    work: Work, case_id: UUID, figures: Mapping[str, Any], months: int, *, by: str
) -> RuleBookFile:
    """推演规则簿: keep what it would have changed (RULES 51)."""
    file = work.take(RULEBOOKS, case_id)
    text = json.dumps(figures, ensure_ascii=False)
    page = RuleBookRehearsed(
        head=work.head(file, by=by),
        months=months,
        cases=figures["cases"],
        moved=figures["moved"],
        figures_id=work.document(case_id, case_id, "rehearsal", text),
        digest=digest_of(text),
    )
    return work.record(file, page)


def approve(work: Work, case_id: UUID, text: str, since: date, *, by: str) -> RuleBookFile:
    """批准规则簿: it comes into force on a day to come (RULES 52).

    Args:
        work: The act.
        case_id: The rule book's file.
        text: Its text, read again; it must be the one that was drafted.
        since: The first day on which it is in force.
        by: Who approves, another person than the drafter.
    """
    file = work.take(RULEBOOKS, case_id)
    if digest_of(text) != file.digest:
        raise Stale("规则簿的正文与起草时不同")
    page = rulebook_file.approve(file, since, head=work.head(file, by=by))
    file = work.record(file, page)
    sound(text, work.directory, since)
    work.enact(Edition(OFFICE, NAME, case_id, since, text, by))
    return file


def withdraw(work: Work, case_id: UUID, reason: str, *, by: str) -> RuleBookFile:
    """撤回规则簿: from tomorrow on the edition before it is in force again (RULES 53)."""
    file = work.take(RULEBOOKS, case_id)
    reason_id = work.document(case_id, case_id, "reason", reason)
    page = rulebook_file.withdraw(file, reason_id, head=work.head(file, by=by))
    file = work.record(file, page)
    if page.since:
        work.enact(Edition(OFFICE, NAME, case_id, page.since, "", by))
    return file
