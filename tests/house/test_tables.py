"""Every procedure table of the hub, held against itself: a jurist's proof-reading, by machine."""

from datetime import date
from typing import Final

import pytest

from shared.law.article import Article
from shared.law.procedure import Deadline, Procedure
from shared.law.terms import zh
from shared.outbox import IN_HAND
from shared.work import Hub
from tests.house.tables import Place, file_states, places, procedures, standings, to

TABLES: Final = procedures()

GUARDED: Final = {
    "send_joint_copy": "whoever is named before acceptance has the copy with all the others",
    "answer_stay": "asked before acceptance, it runs from acceptance on, whose page says so",
    "issuer_corrects": "the order and the result of the review are pages of one act",
    "enforce": "a party served while the ruling is contested is given no day to enforce by",
}
"""Deadlines that could run where they must not, but for what the domain refuses, and why."""

every_table = pytest.mark.parametrize(
    "table", TABLES, ids=lambda table: f"{table.name} {table.edition}"
)
every_deadline = pytest.mark.parametrize(
    ("table", "deadline"),
    [(table, deadline) for table in TABLES for deadline in table.deadlines],
    ids=lambda value: f"{value.name} {getattr(value, 'edition', '')}".strip(),
)


def lapses_lawfully(table: Procedure, deadline: Deadline, at: Place) -> bool:
    """Whether the clock may record the lapse there."""
    lapse = deadline.lapse
    lawful = [
        to(rows, stands, lapse) is not None
        for rows, stands in (
            (table.moves, at.state),
            (table.track.moves if table.track else (), at.standing),
        )
        if any(row.on is lapse for row in rows)
    ]
    return bool(lawful) and all(lawful)


@every_table
def test_every_state_has_a_chinese_term(table: Procedure) -> None:
    for state in file_states(table) | standings(table):
        assert zh(state), state


@every_table
def test_every_state_can_be_reached_from_the_opening(table: Procedure) -> None:
    reached = places(table)
    assert {place.state for place in reached} - {None} == file_states(table)
    assert {place.standing for place in reached} - {None} == standings(table)


@every_table
def test_an_open_state_has_a_deadline_or_a_reason_to_be_patient(table: Procedure) -> None:
    """每个未结环节都有期限，没有期限的写明理由."""
    bounded = {
        stands
        for deadline in table.deadlines
        for place in places(table, deadline)
        if place.running
        for stands in (place.state, place.standing if deadline.subject else None)
    }
    last = {s for s in standings(table) if not leads_on(table, s)}
    open_ones = (file_states(table) - set(table.closed)) | (standings(table) - last)
    assert open_ones - bounded - set(table.patient) == set()


def leads_on(table: Procedure, standing: str) -> bool:
    """Whether a subject that stands there can still come to stand elsewhere."""
    rows = table.track.moves if table.track else ()
    return any(standing in row.sources() and row.target not in (None, standing) for row in rows)


@every_table
def test_patience_is_for_open_states_and_says_why_in_chinese(table: Procedure) -> None:
    assert set(table.patient) <= (file_states(table) | standings(table)) - set(table.closed)
    assert all(any("\u4e00" <= sign <= "\u9fff" for sign in why) for why in table.patient.values())


@every_table
def test_nothing_moves_a_closed_file(table: Procedure) -> None:
    assert set(table.closed) <= file_states(table)
    assert not {s for row in table.moves for s in row.sources()} & set(table.closed)


@every_table
def test_a_state_is_closed_in_every_edition_of_its_table_or_in_none(table: Procedure) -> None:
    """案卷是否终结，不因版本而异: a file keeps whether it is closed, whichever governs it."""
    others = [one for one in TABLES if one.name == table.name]
    assert all(file_states(one) & set(table.closed) <= set(one.closed) for one in others)


async def test_only_files_that_can_end_are_counted_as_in_hand(hub: Hub) -> None:
    """没有办结之日的案卷不算在办."""
    offices = {"routing", "mediation", "adjudication", "reconsideration", "consultation"}
    endless = {
        procedure
        for (office, procedure), shelf in hub.shelves.items()
        if office in offices and not any(edition.closed for edition in shelf.editions)
    }
    named = IN_HAND.rpartition("NOT IN (")[2].rstrip(")")
    assert endless | {"triage"} == {one.strip().strip("'") for one in named.split(",")}


@every_table
def test_a_state_and_a_fact_have_one_row(table: Procedure) -> None:
    for rows in (table.moves, table.track.moves if table.track else ()):
        keys = [(state, row.on) for row in rows for state in row.sources()]
        assert len(keys) == len(set(keys))


@every_table
def test_every_row_cites_an_article_that_reads_back(table: Procedure) -> None:
    for row in (*table.all_moves(), *table.deadlines):
        assert Article.parse(row.article.code) == row.article


@every_deadline
def test_what_starts_ends_and_lapses_a_period_is_a_move(
    table: Procedure, deadline: Deadline
) -> None:
    moves = {row.on for row in table.all_moves()}
    assert {*deadline.starts, *deadline.ends, deadline.lapse} <= moves
    pauses = [kind for pause in deadline.pauses for kind in (*pause.starts, *pause.ends)]
    longer = [kind for prolonging in deadline.prolongings for kind in prolonging.starts]
    assert {*pauses, *longer} <= moves


@every_deadline
def test_no_fact_both_ends_a_period_and_stops_or_prolongs_it(
    table: Procedure, deadline: Deadline
) -> None:
    pauses = [kind for pause in deadline.pauses for kind in (*pause.starts, *pause.ends)]
    longer = [kind for prolonging in deadline.prolongings for kind in prolonging.starts]
    assert not {*pauses, *longer} & {*deadline.ends, deadline.lapse}
    assert deadline in table.deadlines


@every_deadline
def test_what_stops_or_prolongs_a_period_cites_an_article_that_reads_back(
    table: Procedure, deadline: Deadline
) -> None:
    for row in (*deadline.pauses, *deadline.prolongings):
        assert Article.parse(row.article.code) == row.article, table.name


@every_table
def test_a_row_cites_editions_that_are_in_force_with_the_table(table: Procedure) -> None:
    """新旧版本并立，各引当时施行的条文."""
    for row in (*table.all_moves(), *table.deadlines):
        statute = row.article.statute
        assert statute.until is None or table.since <= statute.until


@every_deadline
def test_a_period_can_run_and_lapse_wherever_it_runs(table: Procedure, deadline: Deadline) -> None:
    """期限届满之时，案卷无论处于哪一环节，都能依表记录."""
    running = {place for place in places(table, deadline) if place.running}
    assert running
    stuck = {place for place in running if not lapses_lawfully(table, deadline, place)}
    assert bool(stuck) == (deadline.name in GUARDED), stuck


@every_table
def test_a_period_has_a_name_of_its_own(table: Procedure) -> None:
    assert len(table.by_name) == len(table.deadlines)


@every_table
def test_a_row_cites_an_edition_that_was_in_force_while_its_table_was(table: Procedure) -> None:
    later = [one.since for one in TABLES if one.name == table.name and one.since > table.since]
    until = min(later, default=date.max)
    for row in (*table.all_moves(), *table.deadlines):
        statute = row.article.statute
        assert statute.since < until, row.article
        assert statute.until is None or statute.until >= table.since, row.article


@every_deadline
def test_what_holds_up_or_prolongs_a_period_is_a_move_and_cites_an_article(
    table: Procedure, deadline: Deadline
) -> None:
    moves = {row.on for row in table.all_moves()}
    for pause in deadline.pauses:
        assert {*pause.starts, *pause.ends} <= moves
        assert Article.parse(pause.article.code) == pause.article
    for more in deadline.prolongings:
        assert set(more.starts) <= moves
        assert Article.parse(more.article.code) == more.article
    for asking in deadline.askings:
        assert {*asking.starts, *asking.ends} <= moves
        assert not {*asking.starts, *asking.ends} & {*deadline.ends, deadline.lapse}
        assert all(asking.within in kind.model_fields for kind in asking.starts)
        assert Article.parse(asking.article.code) == asking.article
