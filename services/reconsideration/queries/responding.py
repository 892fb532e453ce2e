"""应诉: what reconsiderations ask of a department: replies, letters, to enforce, to order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from asyncpg import Record
from pydantic import TypeAdapter

from services.reconsideration.domain.debts import AT_COURT, WITH_ORGAN, Stand
from services.reconsideration.domain.deferral import deferral_of
from services.reconsideration.domain.ordinary.states import CLOSED, ON_HAND, State
from services.reconsideration.domain.participants import Agent
from services.reconsideration.queries.letters import LETTER, UNHEARD
from services.reconsideration.queries.parties import ASKED, FIRST, LATE, OF_CASE, RUNS, called
from services.reconsideration.queries.watched import LATE as BELOW
from services.reconsideration.queries.watched import LATE_BELOW
from services.reconsideration.tables import ENFORCING
from shared.contracts.reconsideration.deferring import Missed
from shared.deadlines import BOUND
from shared.frame.paging import NEVER
from shared.frame.sorting import Order
from shared.law.day import CITY
from shared.work import Hub

OWN: Final = ("forward", "reply", "reply_simplified", "reply_deferred")
"""Periods of a case that run for the respondent named first (ARL 32, 48, 54)."""

BESIDE: Final = ("joint_reply", "joint_reply_simplified", "joint_reply_deferred")
"""The same for each that is named beside it."""

SENT: Final = (State.COPIED, State.REPLYING, State.EXAMINING)
"""Where a case stands of which the respondent named first was surely sent the copy (ARL 48)."""

LETTERS: Final = ("report_correction", "answer_recommendation")
"""Periods of what follows a case that run for the organ that a letter names (ARL 76)."""

ENFORCED: Final = tuple(str(one) for one in (Stand.UNSTATED, *WITH_ORGAN, *AT_COURT))
"""Where a party stands of whom the organ that enforces has something to do."""

_OWN: Final = "(SELECT own FROM jsonb_array_elements(o.joint) own WHERE own ->> 'organ' = $1)"
"""What a case `o` has of an organ that is named beside the first."""

_OPEN: Final = f"o.state NOT IN {tuple(map(str, CLOSED))}"
_NAMED: Final = """$1 = ANY (string_to_array(
    (SELECT f.labels ->> 'departments' FROM hub.file f WHERE f.case_id = o.case_id), ' '))"""

RUNNING: Final = f"""
SELECT DISTINCT ON (d.case_id) d.case_id, d.name, d.until, d.provisional FROM hub.deadline d
WHERE d.owed_by = $1 AND {BOUND} AND d.name IN {OWN}
ORDER BY d.case_id, d.until, d.name
"""  # noqa: S608 - our own words
"""What runs for a respondent, in the words of the index `ix_deadline_bound`."""

CASES: Final = f"""
SELECT o.case_id, o.dispute_id, o.respondent AS organ, o.authority, o.state, o.received_on,
       coalesce(r.name, l.name) AS duty, coalesce(r.until, l.until) AS until,
       coalesce(r.provisional, l.provisional) AS provisional, l.name IS NOT NULL AS lapsed,
       o.evidence ->> 'further_since' AS further_since,
       '' AS party, NULL AS suit_on, NULL::jsonb AS applicants, NULL::jsonb AS third_persons,
       false AS urgent, NULL AS ask_until, NULL AS refused, NULL AS letter
FROM reconsideration.ordinary o
LEFT JOIN running r ON r.case_id = o.case_id
LEFT JOIN LATERAL (
  SELECT d.name, d.until, d.provisional FROM hub.deadline d
  WHERE o.state = 'handed_in' AND d.case_id = o.case_id AND d.name = 'forward'
    AND d.ended = 'lapsed' LIMIT 1) l ON true
WHERE o.respondent = $1 AND {_OPEN}
  AND (o.state IN {tuple(map(str, SENT))} OR {_NAMED})
"""  # noqa: S608 - as above
"""Cases of which it has heard: from when the copy goes to it, or it took the application in.

Most say so by where they stand, and their file is not read for it.
"""

CASES_BESIDE: Final = f"""
SELECT o.case_id, o.dispute_id, o.respondent, o.authority, o.state, o.received_on,
       d.name, d.until, d.provisional, false, {_OWN} ->> 'further_since',
       '', NULL, NULL, NULL, false, NULL, NULL, NULL
FROM reconsideration.ordinary o
LEFT JOIN LATERAL (
  SELECT d.name, d.until, d.provisional FROM hub.deadline d
  WHERE d.case_id = o.case_id AND d.name IN {BESIDE} AND d.subject = $1 AND d.ended IS NULL
  ORDER BY d.until, d.name LIMIT 1) d ON true
WHERE o.respondent <> $1 AND o.joint <> '[]'
  AND o.joint @> jsonb_build_array(jsonb_build_object('organ', $1::text)) AND {_OPEN} AND {_NAMED}
"""  # noqa: S608 - as above
"""The same of those in which it is named beside another.

Each of several respondents has its own copy, its own days and its own reply (ARL 19, 48).
"""

AFTER: Final = f"""
SELECT a.case_id, a.dispute_id, d.subject AS organ, a.authority, d.name AS state, a.opened_on,
       d.name, d.until, d.provisional, d.ended IS NOT NULL AS lapsed,
       NULL, '', NULL, NULL, NULL, false, NULL, NULL, {LETTER} ->> 'letter_id'
FROM reconsideration.aftermath a
JOIN hub.deadline d ON d.case_id = a.case_id AND d.subject = $1 AND d.name IN {LETTERS}
WHERE (a.letters @> jsonb_build_array(jsonb_build_object('organ', $1::text))
       OR a.recommendations @> jsonb_build_array(jsonb_build_object('organ', $1::text)))
  AND (d.ended IS NULL OR d.ended = 'lapsed' AND {UNHEARD})
"""  # noqa: S608 - as above
"""Letters 意见书、建议书 to it of which the answer is still to come, also after the day."""

ENFORCE: Final = f"""
SELECT a.case_id, a.dispute_id, a.respondent, a.authority, b.debt ->> 'stand',
       coalesce(a.opened_on, a.effective_on), b.debt ->> 'stand', d.until, d.provisional,
       {LATE}, NULL, b.debt ->> 'person_id', b.debt ->> 'suit_on', {OF_CASE}, {ASKED}, NULL
FROM (SELECT * FROM reconsideration.aftermath WHERE {ENFORCING}) a
JOIN LATERAL (SELECT debt FROM jsonb_array_elements(a.debts) debt
  WHERE debt ->> 'organ' = a.respondent AND debt ->> 'stand' IN {ENFORCED}) b ON true
LEFT JOIN reconsideration.ordinary o ON o.case_id = a.about
LEFT JOIN LATERAL (
  SELECT d.until, d.provisional FROM hub.deadline d
  WHERE d.case_id = a.case_id AND {RUNS}
  {FIRST}) d ON true
WHERE a.respondent = $1 OR a.joint @> jsonb_build_array($1::text)
"""  # noqa: S608 - as above
"""Parties that neither sued nor performed what was upheld: its organs enforce it (ARL 78)."""

_ORDER: Final = "{key}, coalesce(until, $4), case_id, duty, party, letter"
"""What is due at the same time in one file has its order too: pages are asked for one by one."""

_FOUND: Final = f"""
WITH running AS MATERIALIZED ({RUNNING}),
found AS MATERIALIZED (
{CASES} UNION ALL {CASES_BESIDE} UNION ALL {AFTER} UNION ALL {ENFORCE} UNION ALL {LATE_BELOW}),
sifted AS NOT MATERIALIZED (
SELECT * FROM found
WHERE CASE $2 WHEN 'owed' THEN duty IS NOT NULL OR further_since IS NOT NULL
              WHEN 'letters' THEN duty IN {LETTERS} WHEN 'enforcing' THEN duty IN {ENFORCED}
              WHEN 'below' THEN duty IN {tuple(BELOW)}
              WHEN 'cases' THEN duty IS NULL
                OR duty NOT IN {(*LETTERS, *ENFORCED, *BELOW)} ELSE true END
  AND ($3 = '' OR ($3 = 'overdue') = coalesce(lapsed, false)))
SELECT s.*, (SELECT count(*) FROM sifted) AS total,
       row_number() OVER (ORDER BY {_ORDER}) AS place
FROM (SELECT * FROM sifted ORDER BY {_ORDER} LIMIT $5 OFFSET $6) s
"""  # noqa: S608 - as above
"""A page, each row with its place there and how many there are in all: these are counted, and only
those that are shown are put into order."""

_KEYS: Final = {
    "due": "coalesce(NOT lapsed, true) {turn}, coalesce(until, $4) {turn}",
    "received": "received_on {turn} NULLS LAST",
    "state": "state {turn}",
}

FORFEITED: Final = """coalesce(
         coalesce((j.own ->> 'forfeited')::bool, o.reply_forfeited)
         AND o.state <> 'decided', false)"""
"""逾期不答复 is on file of whoever reads the list, and what came too late takes nothing from it."""

PAGE: Final = f"""
SELECT shown.*, i.labels ->> 'number' AS number, o.handed_in_on, o.act,
       o.hearing ->> 'on' AS hearing_on, o.participants -> 'agents' AS agents,
       CASE WHEN j.own IS NULL THEN '' WHEN j.own ->> 'reply_id' IS NOT NULL THEN 'replied'
            WHEN (j.own ->> 'forfeited')::bool THEN 'forfeited'
            WHEN j.own ->> 'copied_on' IS NOT NULL THEN 'replying'
            WHEN j.own ->> 'sent_on' IS NOT NULL THEN 'copied' ELSE 'joint_named' END AS stand,
       {FORFEITED} AS forfeited,
       {FORFEITED} AND coalesce(j.own, o.evidence) ->> 'reply_id' IS NULL AS silent,
       coalesce(coalesce(j.own, o.evidence) ->> 'lapsed_as', '') AS lapsed_as,
       coalesce(coalesce(j.own, o.evidence) ->> 'deferred_by', '') AS deferred_by,
       coalesce(o.state IN ({", ".join(f"'{state}'" for state in ON_HAND)}), false) AS on_hand
FROM ({_FOUND}) shown
LEFT JOIN hub.file i ON i.case_id = shown.dispute_id
LEFT JOIN reconsideration.ordinary o ON o.case_id = shown.case_id
LEFT JOIN LATERAL (
  SELECT CASE WHEN o.respondent = $1 THEN NULL ELSE {_OWN} END AS own) j ON true
ORDER BY place
"""  # noqa: S608 - as above
"""What a row says besides is asked of those alone that are shown."""

REQUESTS: Final = "SELECT case_id FROM reconsideration.deferral WHERE case_id = ANY ($1::uuid[])"
"""Which of these files there are."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """筛选; empty for all."""

    what: str = ""
    """`owed` 有事项要办, `cases` 在办的复议案, `letters` 意见书、建议书,
    `enforcing` 强制执行, `below` 下级部门逾期未履行."""
    late: str = ""
    """`overdue` 已逾期 or `in_time`."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A case, a letter, a party to be enforced against, or what is late below, on such a desk."""

    case_id: UUID
    dispute_id: UUID
    number: str
    authority: str
    act: str
    state: str
    received_on: date | None
    duty: str | None
    until: datetime | None
    provisional: bool
    lapsed: bool
    further_since: date | None
    """同意补充证据之日, while the evidence is still to come (ARL 46)."""
    silent: bool
    """Whether its days to reply are over and nothing of it is on file (ARL 70)."""
    may_ask: bool
    """Whether nobody has asked yet for those days anew 顺延 (CPL 86)."""
    hearing_on: date | None
    stand: str
    """Where one of the other joint respondents stands by itself; empty for the one named first."""
    party: str
    """The applicant or third person against whom it is to be enforced; else empty."""
    called: str
    """What it is called on the list."""
    suit_on: date | None
    """起诉之日 of a suit on record that may be this party's (ARL 78)."""
    urgent: bool
    """Whether the court was asked to enforce against it at once (COERCION 59)."""
    ask_until: date | None
    """The last day to ask the court above, where the court refused (COERCION 58)."""
    refused: str | None
    """What a court refused (`CourtRefusal`); None where none has."""
    on_hand: bool
    """Whether it is a case that is handled: accepted, and not decided."""
    first: str
    """Organ code of the respondent named first, or of whoever is late below."""
    letter: str
    """The very letter 意见书、建议书 that is to be answered; else empty."""
    agents: tuple[Agent, ...]
    """代理人 of all who take part in a case."""


async def owed(
    hub: Hub, organ: str, sieve: Sieve, order: Order, *, limit: int, skip: int = 0
) -> tuple[Sequence[Owed], int]:
    """What is asked of a department, what is due first first; and how many there are.

    Args:
        hub: The hub.
        organ: Code of the department.
        sieve: Which of them.
        order: By `due`, `received` or `state`.
        limit: How many.
        skip: How many before them.
    """
    query = PAGE.format(key=_KEYS[order.by].format(turn=order.turn))
    rows = await hub.pool.fetch(query, organ, sieve.what, sieve.late, NEVER, limit, skip)
    requests = [_request_of(row, organ) for row in rows if row["forfeited"]]
    there = await hub.pool.fetch(REQUESTS, requests) if requests else ()
    asked = {one["case_id"] for one in there}
    found = [
        Owed(
            case_id=row["case_id"],
            dispute_id=row["dispute_id"],
            number=row["number"] or "",
            authority=row["authority"],
            act=row["act"] or "",
            state=row["state"],
            received_on=row["received_on"] or row["handed_in_on"],
            duty=row["duty"],
            until=row["until"] and row["until"].astimezone(CITY),
            provisional=bool(row["provisional"]),
            lapsed=bool(row["lapsed"]),
            further_since=_day(row["further_since"]),
            silent=row["silent"],
            may_ask=row["forfeited"] and _request_of(row, organ) not in asked,
            hearing_on=_day(row["hearing_on"]),
            stand=row["stand"],
            party=row["party"],
            called=called(row["party"], row["applicants"], row["third_persons"]),
            suit_on=_day(row["suit_on"]),
            urgent=row["urgent"],
            ask_until=_day(row["ask_until"]),
            refused=row["refused"],
            on_hand=row["on_hand"],
            first=row["organ"],
            letter=row["letter"] or "",
            agents=_AGENTS.validate_json(row["agents"] or "[]"),
        )
        for row in rows
    ]
    return found, rows[0]["total"] if rows else 0


def _request_of(row: Record, organ: str) -> UUID:
    """The file in which this organ asks for the days to reply that it let pass."""
    whose = row["lapsed_as"] or organ
    return deferral_of(row["case_id"], Missed.REPLY, whose, row["deferred_by"])


_AGENTS: Final = TypeAdapter(tuple[Agent, ...])


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
