"""提级审理: asked, ordered, handed over, taken up by the authority above (ARR2026 40)."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from services.reconsideration.domain.attached_document import under_review
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct.higher import ground_of
from services.reconsideration.domain.copying import copy_waits
from services.reconsideration.domain.handling import days_by_law
from shared.contracts.fact import Head
from shared.contracts.reconsideration.higher import (
    ElevatedCaseEnded,
    ElevatedFileReceived,
    Elevation,
    ElevationAsked,
    ElevationDenied,
    ElevationOrdered,
    EndAbove,
    FileHandedOver,
    Initiative,
)
from shared.law.article import ARL, ARR2026, RULES, Article
from shared.law.procedure import Refused


def refuse_while_handed_over(case: Case) -> None:
    """移送期间: from the order on, the authority below only hands over (ARR2026 40).

    Raises:
        Refused: The authority above has decided to take the case up, and has not received it.
    """
    one = case.elevated
    if one.ordered_on is not None:
        text = f"上级已于{one.ordered_on}决定提级审理，应当移送案件材料"
        raise Refused(text, _on_the_file(one.ordered_on))


def _on_the_file(on: date) -> Article:
    """移送、收到案件材料: until June 2026 it followed from the elevation itself (ARL 38)."""
    return ARR2026[40].par(3) if ARR2026.in_force(on) else ARL[38].par(1)


def refuse_others(case: Case, organ: str, acting: str, what: str, article: Article) -> None:
    """办理人: what the authority above says is put on file by itself, or by whoever has the case.

    Args:
        case: The file.
        organ: The authority above in whose name it is said.
        acting: Whose officer puts it on file.
        what: What is said, in words.
        article: By which the authority above says it.

    Raises:
        Refused: It is another one, as an authority through whose hands the case went.
    """
    if acting not in {organ, case.authority}:
        text = f"{what}由上级决定，由上级本机关或者办理本案的机关记载"
        raise Refused(text, article)


def ask(
    case: Case, head: Head, ground: Elevation, above: Sequence[str], text_id: UUID
) -> ElevationAsked:
    """报请提级审理: of the next authority above (ARL 38; ARR2026 40).

    Args:
        case: The file.
        head: Head of the new page.
        ground: Why the case should be taken up.
        above: The authorities above, from the nearest.
        text_id: What the authority above is told.

    Raises:
        Refused: It was asked already, or nobody stands above.
    """
    if case.elevated.is_asked:
        raise Refused("已经报请提级审理，上级尚未答复", ARL[38].par(2))
    if not above:
        raise Refused("没有上级行政复议机关可以报请", ARL[38].par(2))
    return ElevationAsked(head=head, ground=ground, asked_of=above[0], text_id=text_id)


def deny(case: Case, head: Head, organ: str, reason_id: UUID) -> ElevationDenied:
    """不予提级审理 (ARL 38).

    Raises:
        Refused: Nobody asked, another authority was asked, or on a later day.
    """
    if not case.elevated.is_asked:
        raise Refused("没有报请提级审理", ARL[38].par(2))
    if organ != case.elevated.above:
        raise Refused("应当由报请的上级行政复议机关决定", ARL[38].par(2))
    _not_before_asking(case, head.on)
    return ElevationDenied(head=head, organ=organ, reason_id=reason_id)


def order(
    case: Case,
    head: Head,
    ground: Elevation | None,
    organ: str,
    letter_id: UUID,
    *,
    above: Sequence[str],
) -> ElevationOrdered:
    """决定提级审理, asked or not; the parties are told by the same letter (ARL 38; ARR2026 40).

    Args:
        case: The file.
        head: Head of the new page.
        ground: Which of the four; the one that was asked for if none is named. Until June 2026
            the need for it was enough 根据需要, and none had to be named.
        organ: Who takes the case up.
        letter_id: The notice to the authority below and to the parties.
        above: The authorities above.

    Raises:
        Refused: None of the four is named, the organ is not above, or it was ordered already.
    """
    if organ not in above:
        raise Refused("提级审理应当由上级行政复议机关决定", ARL[38].par(1))
    if case.elevated.ordered_on:
        text = f"已于{case.elevated.ordered_on}决定提级审理"
        raise Refused(text, _on_the_file(head.on))
    asked = case.elevated.is_asked
    if asked:
        _not_before_asking(case, head.on)
    ground = ground or (case.elevated.ground if asked else None)
    if not ARR2026.in_force(head.on):
        ground = ground or Elevation.OTHER
    point = ground_of(ground)
    if ground is None or not point.met:
        raise Refused(f"决定提级审理，{point.text}", ARR2026[40].par(1))
    return ElevationOrdered(
        head=head,
        ground=ground,
        initiative=Initiative.LOWER if asked else Initiative.HIGHER,
        organ=organ,
        below=case.authority,
        letter_id=letter_id,
    )


def _not_before_asking(case: Case, on: date) -> None:
    asked = case.elevated.asked[-1].since
    if on < asked:
        raise Refused(f"于{asked}报请提级审理，日期不得早于该日", ARL[38].par(2))


def hand_over(case: Case, head: Head, organ: str, letter_id: UUID) -> FileHandedOver:
    """移送案件材料, by whoever handled the case so far (ARR2026 40).

    Args:
        case: The file.
        head: Head of the new page.
        organ: Whose officer hands it over.
        letter_id: The list of what goes with it.

    Raises:
        Refused: Nobody ordered it, it was handed over already, or by another one.
    """
    one, article = case.elevated, _on_the_file(head.on)
    if one.ordered_on is None or head.on < one.ordered_on:
        raise Refused("上级没有决定提级审理，不移送案件材料", article)
    if one.handed_over_on:
        raise Refused(f"案件材料已于{one.handed_over_on}移送", article)
    if organ != case.authority:
        raise Refused("案件材料由下级行政复议机关移送", article)
    return FileHandedOver(head=head, organ=one.above, letter_id=letter_id)


def receive_file(case: Case, head: Head, organ: str) -> ElevatedFileReceived:
    """收到提级案件的材料: its days to decide run anew from here (ARR2026 40).

    Until June 2026 no text let them: what was received by then is decided within the days that
    run since acceptance, in whoever's hands the case is (ARL 38, 62).

    Raises:
        Refused: Nothing was handed over, or to another authority.
    """
    one, article = case.elevated, _on_the_file(head.on)
    if one.handed_over_on is None or head.on < one.handed_over_on:
        raise Refused("案件材料尚未移送，不能记载收到", article)
    if organ != one.above:
        raise Refused("案件材料由决定提级审理的上级行政复议机关收到", article)
    return ElevatedFileReceived(head=head, **comes_above(case, organ))


def comes_above(case: Case, organ: str) -> dict[str, Any]:
    """What a page says with which the case is the authority's above, by its names (ARL 35, 38)."""
    one = case.elevated
    return {
        "authority": organ,
        "below": case.authority,
        "track": case.track,
        "copy_due": copy_waits(case),
        "reviews": tuple(one.nth for one in under_review(case.attached)),
        "law_days": days_by_law(case.law_days, case.track),
        "consults_anew": case.consultation_ground is not None,
        "grave": one.ordered_on is not None and one.ground is Elevation.NOVEL,
    }


def end_above(
    case: Case,
    head: Head,
    end: EndAbove,
    *,
    ended_on: date,
    document_number: str,
    letter_id: UUID,
    organ: str,
    has_desk: bool,
) -> ElevatedCaseEnded:
    """上级办结提级案件, as it tells the authority below (ARR2026 40; RULES 118).

    Args:
        case: The file.
        head: Head of the new page.
        end: How it ended above.
        ended_on: The day of the paper of the authority above.
        document_number: Its number.
        letter_id: What the authority above told.
        organ: Whose officer puts it on file.
        has_desk: Whether the authority above handles its cases in the hub, as those of the city do.

    Raises:
        Refused: The file was not handed over, the authority above goes on in it itself, another
            one says so, or the case would have ended before or after the day on which it can.
    """
    one, article = case.elevated, RULES[118]
    if one.handed_over_on is None:
        raise Refused("案件材料没有移送上级，不能记载上级办结", article)
    if has_desk:
        raise Refused("上级在本枢纽办理案件，由其收到材料后继续办理", article)
    if organ != case.authority:
        raise Refused("上级办结由移送案件材料的行政复议机关记载", article)
    if not one.handed_over_on <= ended_on <= head.on:
        raise Refused(f"上级办结之日应当在移送之日{one.handed_over_on}以后、记载之日以前", article)
    return ElevatedCaseEnded(
        head=head,
        organ=one.above,
        end=end,
        ended_on=ended_on,
        document_number=document_number,
        letter_id=letter_id,
        reviews=tuple(one.nth for one in under_review(case.attached)),
    )
