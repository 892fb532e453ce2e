"""The committee's roster, who may sit, and who must be recused (ARR2026 50; RULES 70 to 72, 74)."""

from dataclasses import replace

from services.consultation.domain import listing, recusal
from services.consultation.domain.panel import draw
from shared.contracts.consultation import Asker, Calling, Decider, Post, Speciality
from shared.contracts.reconsideration import ConsultationGround
from shared.law.article import RULES
from shared.law.rules import REGISTER
from tests.consultation.makers import (
    AGREES,
    COMMITTEE,
    DISAGREES,
    FIVE,
    PAPER,
    RESPONDENT,
    THREE,
    Walk,
    day,
    head,
    one,
    refused,
    roster,
)

ON = "2026-02-02"


def test_an_expert_is_registered_once_and_may_come_back_after_leaving() -> None:
    """在册的不重复登记，退出以后可以再次登记 (RULES 70)."""
    held = roster()
    again = listing.register(held, head(held, ON), COMMITTEE, THREE[0], one())
    assert refused(lambda: held.after(again)) == RULES[70]
    held = held.after(listing.end(held, head(held, ON), THREE[0], PAPER))
    assert THREE[0] not in held.serving
    fresh = listing.register(held, head(held, ON), COMMITTEE, THREE[0], one(Calling.OTHER))
    assert held.after(fresh).serving[THREE[0]].calling is Calling.OTHER


def test_a_change_says_everything_anew() -> None:
    """变更登记的，以最后一次登记的全部内容为准 (RULES 70)."""
    held = roster()
    changed = listing.change(held, head(held, ON), THREE[0], one(conflicts=("620702-sifa",)))
    held = held.after(changed)
    assert held.serving[THREE[0]] == one(conflicts=("620702-sifa",))


def test_a_term_does_not_end_before_it_begins() -> None:
    """任期的最后一日不得早于第一日 (RULES 70)."""
    held = roster()
    backwards = one(term_from=day("2026-05-01"), term_until=day("2026-04-30"))
    assert (
        refused(lambda: listing.register(held, head(held, ON), COMMITTEE, "committee-9", backwards))
        == RULES[70]
    )


def test_a_committee_has_one_director() -> None:
    """委员会主任只有一人，任期届满的不算 (ARR2026 50; RULES 70)."""
    director = one(post=Post.DIRECTOR)
    held = roster({THREE[0]: director})
    page = head(held, ON)
    assert refused(lambda: listing.register(held, page, COMMITTEE, THREE[1], director)) == RULES[70]
    past = replace(director, term_until=day("2026-01-31"))
    held = held.after(listing.change(held, page, THREE[0], past))
    assert listing.register(held, head(held, ON), COMMITTEE, THREE[1], director)


def test_the_roster_says_whom_the_law_has_a_committee_consist_of_and_is_missing() -> None:
    """委员会由政府部门、专家、学者等共同组成，缺哪一类写明 (ARR2026 50)."""
    assert roster().lacking(day(ON)) == ()
    alone = roster({THREE[0]: one(Calling.EXPERT)})
    assert alone.lacking(day(ON)) == (Calling.DEPARTMENT, Calling.SCHOLAR)
    assert Calling.EXPERT in alone.lacking(day("2029-01-01"))


def test_who_is_not_on_the_roster_does_not_sit() -> None:
    """咨询小组从名册上的委员中选定 (RULES 71)."""
    assert refused(lambda: Walk().seat(*THREE[:2], "committee-9")) == RULES[71]
    held = roster()
    held = held.after(listing.end(held, head(held, ON), THREE[0], PAPER))
    assert refused(lambda: Walk(held=held).seat()) == RULES[71]


def test_who_s_term_does_not_run_on_the_day_does_not_sit() -> None:
    """任期以外的委员不得选定；任期最后一日仍可以 (RULES 71)."""
    ending = one(Calling.DEPARTMENT, term_until=day("2026-03-23"))
    held = roster({THREE[0]: ending, THREE[1]: one(), THREE[2]: one()})
    assert Walk(held=held).seat(on="2026-03-23").case.members == THREE
    assert refused(lambda: Walk(held=held).seat(on="2026-03-24")) == RULES[71]


def test_who_is_of_the_respondent_or_bound_to_it_does_not_sit() -> None:
    """在被申请人任职的、申报有利害关系的，不得选定 (RULES 72)."""
    for bound in (one(organ=RESPONDENT), one(conflicts=(RESPONDENT,))):
        held = roster({THREE[0]: bound, THREE[1]: one(), THREE[2]: one()})
        assert refused(lambda held=held: Walk(held=held).seat()) == RULES[72]
        assert Walk(held=held, respondent_organs=("620702-sifa",)).seat().case.members == THREE


def test_a_panel_is_not_of_departments_only() -> None:
    """咨询小组不得全由政府部门人员组成 (RULES 71)."""
    held = roster({code: one(Calling.DEPARTMENT) for code in THREE})
    assert refused(lambda: Walk(held=held, ground=ConsultationGround.NEEDED).seat()) == RULES[71]


def test_whoever_knows_the_field_is_drawn_first_and_then_who_sat_least() -> None:
    """专业领域相符的在先，其次承办较少的在先 (RULES 71)."""
    law, land = (Speciality.LAW,), (Speciality.LAND,)
    held = {"a": law, "b": land, "c": land, "d": law}
    seated = {"a": 0, "b": 4, "c": 1, "d": 2}
    assert draw(held, seated, speciality=Speciality.LAND) == ["c", "b", "a", "d"]
    assert draw(held, seated, speciality=None) == ["a", "c", "d", "b"]


def test_a_panel_is_drawn_by_the_field_of_the_case_and_says_so() -> None:
    """专业领域相符的在先：小组写明案件所需的专业领域，有该领域的委员即可 (RULES 71)."""
    held = roster(
        {THREE[0]: one(specialities=(Speciality.LAND,)), THREE[1]: one(), THREE[2]: one()}
    )
    walk = Walk(held=held).seat(field=Speciality.LAND)
    assert (walk.case.speciality, walk.case.unmatched_id) == (Speciality.LAND, None)
    said = refused(lambda: Walk(held=held).seat(field=Speciality.LAND, unmatched_id=PAPER))
    assert said == RULES[71]


def test_the_rule_that_refuses_a_panel_says_what_it_asks_of_its_field() -> None:
    """规则写明专业领域和没有该领域委员的理由，引用它不予组成的才有依据 (RULES 71)."""
    [rule] = [one for one in REGISTER if one.number == 71]
    for says in ("写明案件所需的专业领域", "没有该领域委员的，写明理由存入案卷，有的不写"):
        assert says in rule.text, says


def test_where_nobody_of_the_field_sits_the_panel_says_why() -> None:
    """小组中没有案件所需专业领域的委员的，应当写明理由，存入案卷 (RULES 71)."""
    walk = Walk()
    assert refused(lambda: walk.seat(field=Speciality.LAND)) == RULES[71]
    assert walk.seat(field=Speciality.LAND, unmatched_id=PAPER).case.unmatched_id == PAPER


def test_while_a_recusal_is_open_neither_member_nor_panel_speaks() -> None:
    """回避决定之前，该委员不发表意见，咨询意见不得提出 (RULES 72)."""
    walk = Walk().seat().meet(c1=AGREES, c2=AGREES, c3=AGREES).contest("committee-2")
    assert refused(lambda: walk.give(AGREES)) == RULES[72]
    written = Walk().seat().contest("committee-2")
    assert refused(lambda: written.write("committee-2", AGREES)) == RULES[72]
    assert refused(lambda: written.meet(c1=AGREES, c2=AGREES, c3=AGREES)) == RULES[72]
    assert walk.rule("committee-2", granted=False).give(AGREES).case.is_closed


def test_who_is_recused_leaves_with_their_voice_and_the_panel_is_made_whole() -> None:
    """决定回避的退出小组，已发表的意见不计，应当补足 (RULES 72)."""
    walk = Walk().seat().meet(c1=AGREES, c2=AGREES, c3=DISAGREES)
    walk.contest("committee-2").rule("committee-2", granted=True)
    assert walk.case.members == ("committee-1", "committee-3")
    assert walk.case.spoken == {"committee-1": AGREES, "committee-3": DISAGREES}
    assert refused(lambda: walk.give(AGREES)) == RULES[21]
    walk.swap("committee-2", "committee-5")
    assert refused(lambda: walk.give(AGREES)) == RULES[73]
    walk.write("committee-5", AGREES, "2026-03-28").give(AGREES)
    assert walk.case.dissenting == ("committee-3",)


def test_of_five_every_place_is_filled_again_and_no_more() -> None:
    """五人小组回避两人，两个位置都可以补足，补足以后不再接替 (RULES 71, 72)."""
    more = {f"committee-{n}": one() for n in range(1, 9)}
    walk = Walk(held=roster(more)).seat(*FIVE)
    for code in FIVE[1:3]:
        walk.contest(code).rule(code, granted=True)
    assert len(walk.case.members) == 3
    walk.swap("committee-2", "committee-6").swap("committee-3", "committee-7")
    assert set(walk.case.members) == {*FIVE[:1], *FIVE[3:], "committee-6", "committee-7"}
    assert refused(lambda: walk.swap("committee-2", "committee-8")) == RULES[71]


def test_who_was_recused_does_not_come_back() -> None:
    """已经回避的不得接替；没有空缺的不得接替 (RULES 71)."""
    walk = Walk().seat().contest("committee-2").rule("committee-2", granted=True)
    assert refused(lambda: walk.swap("committee-2", "committee-2")) == RULES[71]
    assert refused(lambda: walk.swap("committee-2", "committee-1")) == RULES[71]
    walk.swap("committee-2", "committee-5")
    assert refused(lambda: walk.swap("committee-2", "committee-4")) == RULES[71]


def test_a_successor_meets_the_same_conditions() -> None:
    """接替的委员同样须在册、在任期内、没有利害关系，小组的组成不变 (RULES 71, 72)."""
    experts = {code: one(Calling.DEPARTMENT) for code in FIVE}
    experts[THREE[0]] = one(Calling.EXPERT)
    experts[FIVE[4]] = one(organ=RESPONDENT)
    walk = Walk(held=roster(experts)).seat()
    assert refused(lambda: walk.swap(THREE[1], "committee-9")) == RULES[71]
    assert refused(lambda: walk.swap(THREE[1], FIVE[4])) == RULES[72]
    assert refused(lambda: walk.swap(THREE[0], FIVE[3])) == RULES[71]
    assert FIVE[3] in walk.swap(THREE[1], FIVE[3]).case.members


def test_a_recusal_is_asked_of_who_sits_and_decided_once() -> None:
    """只对小组的委员提出，一次提出一次决定 (RULES 72)."""
    walk = Walk().seat()
    page = walk.head("2026-03-24")
    assert (
        refused(lambda: recusal.ask(walk.case, page, "committee-4", Asker.BODY, PAPER)) == RULES[72]
    )
    assert refused(lambda: walk.rule("committee-1", granted=True)) == RULES[72]
    walk.contest("committee-1")
    assert refused(lambda: walk.contest("committee-1")) == RULES[72]
    walk.rule("committee-1", granted=False)
    assert refused(lambda: walk.rule("committee-1", granted=True)) == RULES[72]


def test_the_director_decides_but_not_on_themselves() -> None:
    """回避由主任决定，主任的回避和没有主任的由行政复议机构负责人决定 (RULES 72)."""
    without = Walk().seat().contest("committee-2")
    assert refused(lambda: without.rule("committee-2", Decider.DIRECTOR, granted=True)) == RULES[72]
    director = one(Calling.DEPARTMENT, post=Post.DIRECTOR)
    held = roster({THREE[0]: director, THREE[1]: one(), THREE[2]: one()})
    walk = Walk(held=held).seat().contest(THREE[0]).contest(THREE[1])
    assert refused(lambda: walk.rule(THREE[0], Decider.DIRECTOR, granted=False)) == RULES[72]
    for decider, who in ((Decider.BODY_HEAD, "head-1"), (Decider.DIRECTOR, THREE[2])):
        assert refused(lambda d=decider, w=who: rules(walk, d, w)) == RULES[72]
    rules(walk, Decider.DIRECTOR, THREE[0])
    assert walk.rule(THREE[0], Decider.BODY_HEAD, granted=True).case.recused == (THREE[0],)


def rules(walk: Walk, decider: Decider, by: str) -> Walk:
    """Somebody refuses the recusal of the second member."""
    return walk.rule(THREE[1], decider, granted=False, by=by)


def test_what_a_party_knows_of_a_member_is_asked_by_the_body() -> None:
    """当事人反映的，由行政复议机构核实以后提出 (RULES 72)."""
    walk = Walk().seat()
    page = walk.head("2026-03-24")
    assert refused(lambda: recusal.ask(walk.case, page, THREE[0], Asker.PARTY, PAPER)) == RULES[72]


def test_a_member_declares_for_themselves() -> None:
    """委员申报的是本人的回避 (RULES 72)."""
    walk = Walk().seat()
    said = recusal.declare(walk.case, walk.head("2026-03-24", "committee-3"), PAPER)
    assert (said.member, said.asker) == ("committee-3", Asker.MEMBER)
    outsider = walk.head("2026-03-24", "committee-4")
    assert refused(lambda: recusal.declare(walk.case, outsider, PAPER)) == RULES[72]


def test_a_committee_sets_its_own_times_within_twenty_working_days() -> None:
    """期限可以另行设定，各不超过二十个工作日 (RULES 74)."""
    held = roster()
    for seat, speak in ((0, 5), (2, 21)):
        assert (
            refused(
                lambda seat=seat, speak=speak: listing.set_times(held, head(held, ON), seat, speak)
            )
            == RULES[74]
        )
    held = held.after(listing.set_times(held, head(held, ON), 2, 5))
    walk = Walk("2026-03-20", held)
    assert walk.last_day("convene") == day("2026-03-24")
    assert walk.seat().last_day("give_opinion") == day("2026-03-30")


def test_what_is_set_moves_no_period_that_runs() -> None:
    """设定只用于其后的提请和小组 (RULES 74)."""
    walk = Walk("2026-03-20")
    held = walk.roster
    walk.roster = held.after(listing.set_times(held, head(held, ON), 1, 1))
    assert walk.last_day("convene") == day("2026-03-25")
